import { describe, expect, it } from 'vitest';
import { assertBuiltFrom, buildNearest, type NearestOptions, nearestOfAll } from './nearest.ts';
import { type SmallPlace, smallWorld } from './small-world.ts';
import { MAYBE_WHY } from './standing.ts';

const at = (easting: number, northing: number, residents = 1) => ({ easting, northing, residents });
const world = (places: readonly SmallPlace[], homePoints = [at(0, 0)]) =>
  smallWorld({ areas: [{ code: 'A', homePoints }], places });
const row = (count: number): SmallPlace[] =>
  Array.from({ length: count }, (_, index) => ({ id: `p${index}`, easting: (index + 1) * 100, northing: 0 }));
const LIBRARIES = { kinds: ['library'] } as const;

describe('buildNearest', () => {
  it('keeps the nearest of each home point, nearest first', () => {
    const lists = buildNearest(world(row(4), [at(0, 0), at(310, 0)]), { ...LIBRARIES, k: 3 });
    expect([...lists.place]).toEqual([0, 1, 2, 2, 3, 1]);
    expect([...lists.straight]).toEqual([100, 200, 300, 10, 90, 110]);
  });

  it('breaks ties by id: on opposite sides, and at the same spot', () => {
    const places = [
      { id: 'c', easting: 100, northing: 0 },
      { id: 'b', easting: -100, northing: 0 },
      { id: 'a', easting: 0, northing: 100 },
      { id: 'd', easting: 0, northing: 100 },
    ];
    const { place } = buildNearest(world(places), { ...LIBRARIES, k: 3 });
    expect([...place]).toEqual([0, 1, 2]);
  });

  it('leaves out what is not open, not of the kinds, or only roughly placed', () => {
    const places: SmallPlace[] = [
      { id: 'a', easting: 10, northing: 0, status: 'closed' },
      { id: 'b', easting: 20, northing: 0, status: 'temporarily-closed' },
      { id: 'c', easting: 30, northing: 0, status: 'unknown' },
      { id: 'd', easting: 40, northing: 0, kind: 'bench' },
      { id: 'e', easting: 50, northing: 0, spreadMetres: 600 },
      { id: 'f', easting: 60, northing: 0, outside: true },
    ];
    const lists = buildNearest(world(places), { ...LIBRARIES, k: 2 });
    expect([...lists.place]).toEqual([5, -1]);
    expect([...lists.straight]).toEqual([60, -1]);
    expect([...lists.approximate]).toEqual([4]);
  });

  it('turns itself round: the home points of each place', () => {
    const baseline = world(row(3), [at(310, 0), at(90, 0), at(0, 0)]);
    const { start, homePoints } = buildNearest(baseline, LIBRARIES).nearestTo;
    expect([...start]).toEqual([0, 2, 2, 3]);
    expect([...homePoints]).toEqual([1, 2, 0]);
  });

  it('keeps at least two, and copes with no places and no homes', () => {
    expect(buildNearest(world(row(3)), { ...LIBRARIES, k: 1 }).k).toBe(2);
    expect([...buildNearest(world([]), { ...LIBRARIES, k: 2 }).place]).toEqual([-1, -1]);
    expect(buildNearest(world(row(3), []), LIBRARIES).place).toHaveLength(0);
  });
});

describe('buildNearest with a day, an hour and checks', () => {
  const TUESDAY = { days: ['tu'], from: 18, to: 20 } as const;
  const places: SmallPlace[] = [
    { id: 'a', easting: 10, northing: 0, week: 'tu9-19', checkedOn: '2026-03-01' },
    { id: 'b', easting: 20, northing: 0, week: 'tu19-20s', checkedOn: '2026-03-01' },
    { id: 'c', easting: 30, northing: 0, week: null, checkedOn: '2026-03-01' },
    { id: 'd', easting: 40, northing: 0, week: 'tu20-21', spreadMetres: 600 },
    { id: 'e', easting: 50, northing: 0, week: null, spreadMetres: 600 },
    { id: 'f', easting: 60, northing: 0, week: 'tu18-19', checkedOn: '2026-02-28' },
    { id: 'g', easting: 70, northing: 0, week: 'tu18-19', checkedOn: null },
    { id: 'h', easting: 80, northing: 0, week: 'we18-19' },
  ];
  const ask = (question: Omit<NearestOptions, 'kinds'>) => {
    const lists = buildNearest(world(places), { ...LIBRARIES, ...question });
    const letter = (at: number) => places[at]?.id;
    return {
      yes: [...lists.place].filter((at) => at >= 0).map(letter),
      perhaps: [...lists.approximate].map(
        (at) => `${letter(at)} ${MAYBE_WHY[(lists.standing[at] ?? 0) - 2]}`,
      ),
    };
  };

  it('counts what is open then, and says why others only may', () => {
    expect(ask({ when: TUESDAY })).toEqual({
      yes: ['a', 'f', 'g'],
      perhaps: ['b some-weeks', 'c hours', 'e spot'],
    });
    expect(ask({ when: TUESDAY, someWeeks: true }).yes).toEqual(['a', 'b', 'f', 'g']);
  });

  it('counts only what was checked since, that day included', () => {
    const { yes, perhaps } = ask({ when: TUESDAY, checkedSince: '2026-03-01' });
    expect(yes).toEqual(['a']);
    expect(perhaps).toEqual(['b some-weeks', 'c hours', 'e spot', 'f unchecked', 'g unchecked']);
    expect(ask({ checkedSince: '2026-03-01' }).yes).toEqual(['a', 'b', 'c']);
  });

  it('holds the lists to the whole question', () => {
    const baseline = world(places);
    const lists = buildNearest(baseline, { ...LIBRARIES, when: TUESDAY });
    const fits = (question: Omit<NearestOptions, 'kinds'>) => () =>
      assertBuiltFrom(lists, baseline, { ...LIBRARIES, ...question });
    expect(fits({ when: { days: ['tu', 'tu'], from: 18, to: 20 } })).not.toThrow();
    expect(fits({})).toThrow(/at any time/);
    expect(fits({ when: { ...TUESDAY, to: 21 } })).toThrow(/buildNearest/);
    expect(fits({ when: TUESDAY, someWeeks: true })).toThrow(/buildNearest/);
    expect(fits({ when: TUESDAY, checkedSince: '2026-01-01' })).toThrow(/2026-01-01/);
  });
});

describe('nearestOfAll', () => {
  it('searches all places past what is closed', () => {
    const baseline = world(row(5));
    const lists = buildNearest(baseline, { ...LIBRARIES, k: 2 });
    expect(nearestOfAll(baseline, lists, 0, new Set([0, 1]))).toEqual({ place: 2, straight: 300 });
    expect(nearestOfAll(baseline, lists, 0, new Set([0, 1, 2, 3, 4]))).toEqual({ place: -1, straight: -1 });
  });

  it('breaks ties by id', () => {
    const spot = { easting: 500, northing: 0 };
    const baseline = world([...row(2), { id: 'z', ...spot }, { id: 'q', ...spot }]);
    const lists = buildNearest(baseline, { ...LIBRARIES, k: 2 });
    expect(baseline.places.id[nearestOfAll(baseline, lists, 0, new Set([0, 1])).place]).toBe('q');
  });
});

describe('assertBuiltFrom', () => {
  it('holds lists to their data and kinds, in any order', () => {
    const baseline = world(row(2));
    const lists = buildNearest(baseline, { kinds: ['library', 'hall'] });
    expect(() => assertBuiltFrom(lists, baseline, { kinds: ['hall', 'library'] })).not.toThrow();
    expect(() => assertBuiltFrom(lists, baseline, LIBRARIES)).toThrow(/buildNearest/);
    expect(() => assertBuiltFrom(lists, { ...baseline, version: 'other' })).toThrow(/buildNearest/);
  });
});
