import { smallWorld } from '@kith/core/reach/small-world';
import { type SiteQuestion, siteChoice, siteProblemOf } from '@kith/core/site/site-question';
import { solveSite } from '@kith/core/site/solve-site';
import { nodeSolver } from '@kith/scripts/site/highs-solver';
import { describe, expect, test } from 'vitest';

const solver = await nodeSolver();

/** Town A with two points, village B (rural) 5 km east, hamlet C 12 km east; a library in the town, a hall in B. */
const world = smallWorld({
  areas: [
    {
      code: 'A',
      tenths: { older: 10, young: 3, all: null },
      homePoints: [
        { easting: 400_000, northing: 300_000, residents: 100, aged65Over: 10, noCar: 7 },
        { easting: 401_000, northing: 300_000, residents: 100, aged65Over: 20, noCar: 8 },
      ],
    },
    {
      code: 'B',
      ruralUrban: 'rural',
      tenths: { older: 9, young: 3, all: null },
      homePoints: [{ easting: 405_000, northing: 300_000, residents: 60, aged65Over: 30 }],
    },
    {
      code: 'C',
      ruralUrban: 'rural',
      tenths: { older: 8, young: 3, all: null },
      homePoints: [
        { easting: 412_000, northing: 300_000, residents: 50, aged65Over: 40 },
        { easting: 412_000, northing: 300_500, residents: 0 },
      ],
    },
  ],
  places: [
    { id: 'library', easting: 400_000, northing: 300_000 },
    { id: 'old-library', status: 'closed', easting: 412_000, northing: 300_000 },
    { id: 'hall', kind: 'hall', easting: 405_000, northing: 300_000 },
    { id: 'vague-hall', kind: 'hall', easting: 412_000, northing: 300_000, spreadMetres: 600 },
    { id: 'far-hall', kind: 'hall', easting: 412_000, northing: 300_000, outside: true },
  ],
});
const question: SiteQuestion = {
  objective: 'mclp',
  open: 1,
  limitMetres: 1000,
  weight: 'people',
  lens: 'older',
  candidates: 'areas',
  keepExisting: true,
  kinds: ['library'],
};
const ask = (change: Partial<SiteQuestion> = {}) => siteProblemOf(world, { ...question, ...change });
function answer(change: Partial<SiteQuestion> = {}) {
  const ground = ask(change);
  const found = solveSite(ground.problem, { solver, seconds: 60, now: () => performance.now() });
  return siteChoice(ground, found);
}

describe('a question about a map', () => {
  test('costs are walks: straight metres times the middle detour of where people live', () => {
    const { problem, candidates, kept, demands } = ask();
    expect([...demands]).toEqual([0, 1, 2, 3]);
    expect(candidates.map(({ areaCode, easting }) => [areaCode, easting])).toEqual([
      ['A', 400_000],
      ['B', 405_000],
      ['C', 412_000],
    ]);
    expect(kept).toBe(3);
    expect(problem).toMatchObject({ open: 2, fixed: [3], limit: 1000 });
    expect([...problem.costs.values.subarray(0, 4)]).toEqual([0, 5000 * 1.3, 12_000 * 1.3, 0]);
    expect([...problem.costs.values.subarray(8, 12)]).toEqual([5000 * 1.4, 0, 7000 * 1.4, 5000 * 1.4]);
  });

  test('existing places stay, and new ones are chosen beside them', () => {
    expect(ask().before).toBe(100);
    expect(answer()).toMatchObject({ value: 160, gap: 0, chosen: [{ areaCode: 'B', place: null }] });
    expect(answer({ keepExisting: false })).toMatchObject({ value: 100, chosen: [{ areaCode: 'A' }] });
  });

  test('whom it is for', () => {
    expect(ask({ weight: 'at-risk' })).toMatchObject({ weight: 260, unit: 'people' });
    expect(ask({ weight: 'noCar' })).toMatchObject({ weight: 15, unit: 'households' });
    expect(answer({ weight: 'aged65Over' })).toMatchObject({ value: 50, chosen: [{ areaCode: 'C' }] });
    expect(() => ask({ weight: 'at-risk', lens: 'young' })).toThrow('choose another group or map');
  });

  test('where new places may stand', () => {
    const from = (candidates: SiteQuestion['candidates'], keepExisting = true) =>
      ask({ candidates, keepExisting }).candidates.map(({ place, easting }) => place ?? easting);
    expect(from('home-points')).toEqual([400_000, 401_000, 405_000, 412_000]);
    expect(from({ kinds: ['hall'] })).toEqual(['hall']);
    expect(from({ kinds: ['library', 'hall'] })).toEqual(['hall', 'old-library']);
    expect(from({ kinds: ['library', 'hall'] }, false)).toEqual(['hall', 'library', 'old-library']);
    expect(() => from({ kinds: ['cafe'] })).toThrow('There is no spot to choose from');
  });

  test('places that a scenario closes count no more, and may be chosen again; its new places count', () => {
    const library = world.places.id.indexOf('library');
    const closed = { gone: new Set([library]), candidates: { kinds: ['library' as const] } };
    expect(ask(closed).kept).toBeNull();
    expect(ask(closed).describe).toContain('No place counts now, so none is kept.');
    expect(answer(closed)).toMatchObject({ value: 100, chosen: [{ place: 'library' }] });
    expect(ask({ ...closed, added: [{ easting: 405_000, northing: 300_000 }] }).before).toBe(60);
  });

  test('set covering counts new places alone, and leaves out those too far from every spot', () => {
    expect(answer({ objective: 'lscp', limitMetres: 1300 })).toMatchObject({ value: 2, bound: 2, gap: 0 });
    const near = ask({ objective: 'lscp', limitMetres: 1299 });
    expect(near).toMatchObject({ leftOut: 100, weight: 210 });
    expect(near.describe).toContain('100 people live too far from every spot, and are left out.');
  });

  test('the least average walk and the shortest longest walk', () => {
    // Kept: 0 and 1300 m; B walks 7000 and C 16800 m. A place in C saves 50 x 16800; one in B 60 x 7000 + 50 x 7000.
    expect(ask({ objective: 'p-median' }).before).toBe((100 * 1300 + 60 * 7000 + 50 * 16_800) / 310);
    expect(answer({ objective: 'p-median' })).toMatchObject({
      total: 100 * 1300 + 60 * 7000,
      chosen: [{ areaCode: 'C' }],
    });
    expect(answer({ objective: 'p-centre' })).toMatchObject({ value: 7000, gap: 0 });
  });

  test('more new places than spots', () => {
    expect(() => ask({ open: 4 })).toThrow('Choose from 1 to 3 new places');
    expect(() => ask({ open: 0 })).toThrow('Choose from 1 to 3 new places');
  });
});

describe('a map too large for every spot', () => {
  const size = 3000;
  const areas = Array.from({ length: size / 6 }, (_, area) => ({
    code: `L${area}`,
    homePoints: Array.from({ length: 6 }, (_, point) => ({
      easting: 400_000 + area * 100,
      northing: 300_000 + point * 100,
      residents: 10 + point,
    })),
  }));
  const large = smallWorld({ areas, places: [] });

  test('as many points of each area as fit are looked at, and it is said', () => {
    const {
      candidates,
      problem,
      describe: said,
    } = siteProblemOf(large, { ...question, candidates: 'home-points' });
    expect(candidates).toHaveLength((size / 6) * 5);
    expect(candidates.some(({ northing }) => northing === 300_000)).toBe(false);
    expect(problem.costs.values.byteLength).toBeLessThanOrEqual(64 * 1024 * 1024);
    expect(said.join(' ')).toContain('Of each neighbourhood the 5 points where most people live');
  });

  test('where even one a neighbourhood is too many, a smaller map is asked for', () => {
    const points = Array.from({ length: 4000 }, (_, at) => ({
      code: `E${at}`,
      homePoints: [{ easting: at, northing: 0, residents: 1 }],
    }));
    const huge = smallWorld({ areas: points, places: [] });
    expect(() => siteProblemOf(huge, question)).toThrow('choose the map of one council');
  });
});
