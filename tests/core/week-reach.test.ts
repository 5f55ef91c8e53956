import type { Baseline } from '@kith/core/reach/baseline';
import { buildNearest } from '@kith/core/reach/nearest';
import { reachByArea } from '@kith/core/reach/reach-by-area';
import { type WeekQuestion, weekReach } from '@kith/core/reach/week-reach';
import type { Cut } from '@kith/core/scenario/cut';
import { scenarioLimit } from '@kith/core/scenario/scenario-limit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { playable } from './random-worlds.ts';
import { factorOf, KINDS, LIMITS, straightFrom, tinyTown, week, weekOf, weekWorlds } from './reach-worlds.ts';
import { play } from './worlds.ts';

const KEEPS = ['tu9-12', 'mo9-12.sa10-12s', 'tu18-21s', 'we0-24'];

/** Any number of cuts, no place in two of them, as `checkCuts` asks. */
function cutsOf(world: Baseline): fc.Arbitrary<readonly Cut[]> {
  const open = world.places.id.filter((_, at) => world.places.status[at] === 'open');
  const change = fc.record({
    what: fc.constantFrom('close', 'shorten', 'grant', 'grant-replaced', 'leave'),
    keeps: fc.constantFrom(...KEEPS.map(week)),
    endsOn: fc.constantFrom(null, '2026-06-30', '2027-03-31'),
  });
  const fresh = fc.record({
    kind: fc.constantFrom(...KINDS),
    easting: fc.integer({ min: 0, max: 6 }).map((step) => 400_000 + step * 300),
    northing: fc.integer({ min: 0, max: 6 }).map((step) => 400_000 + step * 300),
    week: fc.constantFrom(null, ...KEEPS.map(week)),
  });
  return fc
    .tuple(fc.tuple(...open.map(() => change)), fc.array(fresh, { maxLength: 3 }))
    .map(([changes, sites]) => [
      ...changes.flatMap(({ what, keeps, endsOn }, at): Cut[] => {
        const place = open[at] as string;
        if (what === 'close') return [{ type: 'close', place }];
        if (what === 'shorten') return [{ type: 'shorten', place, keeps }];
        if (what === 'leave') return [];
        return [
          {
            type: 'end-grant',
            grant: 'G',
            endsOn,
            places: [place],
            replaced: what === 'grant' ? [] : [place],
          },
        ];
      }),
      ...sites.map((site, at): Cut => ({ type: 'open', site: `new-${at}`, name: 'New', ...site })),
    ]);
}

interface Stop {
  readonly east: number;
  readonly north: number;
  readonly week: string | null;
}

/** The places that people may go to but for their hours, before and after the cuts, written out from the method. */
function stopsOf(world: Baseline, question: WeekQuestion, cuts: readonly Cut[], after: boolean): Stop[] {
  const { places } = world;
  const lesser = (a: string, b: string) =>
    [...a]
      .map((state, slot) =>
        state === 'o' ? (b[slot] as string) : state === 's' && b[slot] !== '.' ? 's' : '.',
      )
      .join('');
  const standing = places.id.flatMap((id, at): Stop[] => {
    const since = question.checkedSince ?? null;
    const checked = places.checkedOn[at] ?? null;
    if (places.status[at] !== 'open' || !question.kinds.includes(places.kind[at] as never)) return [];
    if (places.stale[at] === true) return [];
    if (places.spreadMetres[at] !== 0 || (since !== null && (checked === null || checked < since))) return [];
    let hours = weekOf(world, at);
    for (const cut of after ? cuts : []) {
      if (cut.type === 'close' && cut.place === id) return [];
      const ended =
        cut.type === 'end-grant' && (!question.on || cut.endsOn === null || question.on >= cut.endsOn);
      if (cut.type === 'end-grant' && ended && cut.places.includes(id) && !cut.replaced.includes(id))
        return [];
      if (cut.type === 'shorten' && cut.place === id && hours !== null) hours = lesser(hours, cut.keeps);
    }
    return [{ east: places.easting[at] as number, north: places.northing[at] as number, week: hours }];
  });
  const opened = (after ? cuts : []).flatMap((cut): Stop[] =>
    cut.type === 'open' && question.kinds.includes(cut.kind)
      ? [{ east: cut.easting, north: cut.northing, week: cut.week }]
      : [],
  );
  return [...standing, ...opened];
}

function brute(world: Baseline, question: WeekQuestion, stops: readonly Stop[]) {
  const slots = Array<number>(168).fill(0);
  let notKnown = 0;
  world.homePoints.residents.forEach((people, point) => {
    const near = stops.filter(
      ({ east, north }) =>
        straightFrom(world, point, east, north) * factorOf(world, point) <= question.limitMetres,
    );
    for (let slot = 0; slot < 168; slot++) {
      const open = near.some(
        (stop) => stop.week?.[slot] === 'o' || (question.someWeeks && stop.week?.[slot] === 's'),
      );
      if (open) slots[slot] = (slots[slot] as number) + people;
    }
    if (near.length > 0 && near.every((stop) => stop.week === null)) notKnown += people;
  });
  return { slots, notKnown };
}

const played = weekWorlds.chain((world) =>
  fc.record({
    world: fc.constant(world),
    cuts: cutsOf(world),
    question: fc.record({
      kinds: fc.constantFrom(KINDS, KINDS.slice(0, 1)),
      limitMetres: fc.constantFrom(...LIMITS),
      someWeeks: fc.boolean(),
      checkedSince: fc.constantFrom(null, null, '2025-06-01', '2025-12-31'),
      on: fc.constantFrom(null, '2026-06-30', '2026-12-31'),
    }),
  }),
);

const DAYS = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'] as const;
const whenOf = (slot: number) => ({
  days: DAYS.slice(Math.floor(slot / 24), Math.floor(slot / 24) + 1),
  from: slot % 24,
  to: (slot % 24) + 1,
});

describe('weekReach', () => {
  it('equals brute force in all 168 slots, before and after any cuts', () => {
    fc.assert(
      fc.property(played, ({ world, cuts, question }) => {
        const before = brute(world, question, stopsOf(world, question, cuts, false));
        const after = brute(world, question, stopsOf(world, question, cuts, true));
        expect(weekReach(world, question, cuts)).toEqual({
          before: before.slots,
          after: after.slots,
          notKnown: before.notKnown,
          notKnownAfter: after.notKnown,
        });
      }),
      { numRuns: 1000 },
    );
  });

  it('without cuts is the same before and after, and agrees with the reach of each hour asked for by itself', () => {
    fc.assert(
      fc.property(played, fc.integer({ min: 0, max: 167 }), ({ world, question }, slot) => {
        const { before, after } = weekReach(world, question);
        expect(after).toEqual(before);
        const when = whenOf(slot);
        const { within } = reachByArea(
          world,
          buildNearest(world, { ...question, when }),
          question.limitMetres,
        );
        expect(before[slot]).toBe(within.reduce((sum, each) => sum + each, 0));
      }),
      { numRuns: 300 },
    );
  });

  it('agrees with the full report of a scenario played at any one hour, before and after its cuts', () => {
    fc.assert(
      fc.property(playable, fc.integer({ min: 0, max: 167 }), ({ world, scenario }, slot) => {
        const { kinds, someWeeks, checkedSince, on, cuts } = scenario;
        const limitMetres = scenarioLimit(scenario);
        const week = weekReach(world, { kinds, someWeeks, checkedSince, on, limitMetres }, cuts);
        const { people } = play(world, { ...scenario, when: whenOf(slot) });
        expect([week.before[slot], week.after[slot]]).toEqual([people.before, people.after]);
      }),
      { numRuns: 500 },
    );
  });

  it('refuses a cut of a place that is not there', () => {
    const question = { kinds: KINDS, limitMetres: 1000 };
    expect(() => weekReach(tinyTown(), question, [{ type: 'close', place: 'nowhere' }])).toThrow(
      /check cuts first/,
    );
  });
});

describe('in tiny town, libraries and the café within 2,000 m', () => {
  // Cafés and libraries: A1 and A2 old and cafe, B cafe and old, C mill and cafe, D cafe alone, E cafe and mill.
  const town = tinyTown({
    'old-library': { week: 'mo9-17.tu9-17', checkedOn: '2026-05-01' },
    'mill-library': { week: 'sa10-12s', checkedOn: '2024-01-01' },
    cafe: { week: null, checkedOn: '2026-05-01' },
  });
  const question: WeekQuestion = { kinds: ['library', 'cafe'], limitMetres: 2000 };
  const [TUESDAY_NINE, SATURDAY_TEN] = [24 + 9, 5 * 24 + 10];

  it('counts those whose place is open, and tells apart those of whose places nobody knows the hours', () => {
    const reach = weekReach(town, question);
    expect(reach.before[TUESDAY_NINE]).toBe(200);
    expect(reach.before[TUESDAY_NINE + 8]).toBe(0);
    expect(reach.before[SATURDAY_TEN]).toBe(0);
    // D has the café alone.
    expect(reach.notKnown).toBe(50);
    expect(weekReach(town, { ...question, someWeeks: true }).before[SATURDAY_TEN]).toBe(110);
  });

  it('leaves out what nobody checked in time', () => {
    const fresh = weekReach(town, { ...question, someWeeks: true, checkedSince: '2025-12-01' });
    expect(fresh.before[TUESDAY_NINE]).toBe(200);
    expect(fresh.before[SATURDAY_TEN]).toBe(0);
    expect(fresh.notKnown).toBe(50 + 80 + 30);
  });

  it('a library that keeps its Mondays is gone on Tuesdays', () => {
    const keeps = week('mo9-17');
    const reach = weekReach(town, question, [{ type: 'shorten', place: 'old-library', keeps }]);
    expect([reach.before[TUESDAY_NINE], reach.after[TUESDAY_NINE]]).toEqual([200, 0]);
    expect(reach.after[9]).toBe(200);
    expect(reach.notKnownAfter).toBe(50);
  });

  it('a grant that ends takes its places from the day it ends', () => {
    const cut: Cut = {
      type: 'end-grant',
      grant: 'Fund',
      endsOn: '2027-03-31',
      places: ['old-library', 'cafe'],
      replaced: ['cafe'],
    };
    const on = (day: string | null) => weekReach(town, { ...question, on: day }, [cut]).after[TUESDAY_NINE];
    expect([on('2027-03-30'), on('2027-03-31'), on(null)]).toEqual([200, 0, 0]);
  });
});

describe('freshness in tiny town: only places checked since a day', () => {
  const town = tinyTown({
    'old-library': { checkedOn: '2026-05-01' },
    'mill-library': { checkedOn: '2024-01-01' },
    cafe: {},
  });
  const within = (checkedSince: string | null) =>
    reachByArea(town, buildNearest(town, { kinds: ['library'], checkedSince }), 2000);

  it('counts those, and the rest as perhaps', () => {
    expect(within(null)).toMatchObject({ within: [100, 100, 80, 0, 30, 0], perhaps: [0, 0, 0, 0, 0, 0] });
    expect(within('2025-01-01')).toMatchObject({
      within: [100, 100, 0, 0, 0, 0],
      perhaps: [0, 0, 80, 0, 30, 0],
    });
    expect(within('2026-05-01').within).toEqual([100, 100, 0, 0, 0, 0]);
    expect(within('2026-05-02')).toMatchObject({
      within: [0, 0, 0, 0, 0, 0],
      perhaps: [100, 100, 80, 0, 30, 0],
    });
  });
});
