import { buildNearest } from '@kith/core/reach/nearest';
import { smallWorld } from '@kith/core/reach/small-world';
import { compare } from '@kith/core/scenario/compare';
import type { Cut } from '@kith/core/scenario/cut';
import { smallScenario } from '@kith/core/scenario/small-scenario';
import type { SiteObjective } from '@kith/core/site/problem';
import { startSite } from '@kith/core/site/start-site';
import { describe, expect, it } from 'vitest';
import { groundOfQuestion, shownOf } from './site-ground.ts';
import type { SiteAsked, SiteShown } from './site-types.ts';

/** Forty neighbourhoods of town and country, spread by plain arithmetic, and two libraries. */
const at = (seed: number): number => 1000 + ((seed * 7919) % 6000);
const world = smallWorld({
  areas: Array.from({ length: 40 }, (_, area) => ({
    code: `E010000${10 + area}`,
    ruralUrban: area % 3 === 0 ? ('rural' as const) : ('urban' as const),
    homePoints: [1, 2].map((home) => ({
      easting: at(area * 5 + home),
      northing: at(area * 11 + home * 3),
      residents: 20 + ((area * 31 + home) % 50),
      noCar: 1 + (area % 4),
    })),
  })),
  places: [
    { id: 'a', easting: 1500, northing: 1500 },
    { id: 'b', easting: 6000, northing: 6000 },
  ],
});
const scenario = smallScenario();

function found(objective: SiteObjective, over: Partial<SiteAsked> = {}): SiteShown {
  const asked = { objective, sites: 4, weight: 'people', from: 'areas', existing: true, scenario, ...over };
  const question = groundOfQuestion(world, asked as SiteAsked);
  return shownOf(question, startSite(question.ground.problem));
}
/** The new places as cuts of a scenario: what the report says of them is counted by other code. */
function tried({ picks }: Pick<SiteShown, 'picks'>) {
  const cuts = picks.map(
    ({ easting, northing }, number): Cut => ({
      type: 'open',
      site: `new-${number}`,
      name: 'New',
      kind: 'library',
      easting,
      northing,
      week: null,
    }),
  );
  return compare(world, buildNearest(world, { kinds: ['library'] }), { ...scenario, cuts });
}

const LIBRARIES = [
  [1500, 1500],
  [6000, 6000],
] as const;
/** The walk of each home point to the nearest of some spots, under one of the three factors. */
function walks(spots: readonly (readonly [number, number])[], which: 0 | 1 | 2) {
  const { homePoints, areas } = world;
  return homePoints.area.map((area, home) => {
    const factor = (areas.ruralUrban[area] === 'rural' ? [1.3, 1.4, 1.5] : [1.2, 1.3, 1.4])[which] ?? 0;
    const [east, north] = [homePoints.easting[home] ?? 0, homePoints.northing[home] ?? 0];
    const straight = Math.min(...spots.map(([x, y]) => Math.sqrt((x - east) ** 2 + (y - north) ** 2)));
    return { walk: straight * factor, people: homePoints.residents[home] ?? 0 };
  });
}
const spotsOf = ({ picks }: Pick<SiteShown, 'picks'>) => [
  ...LIBRARIES,
  ...picks.map(({ easting, northing }) => [easting, northing] as const),
];

describe('what new places add, as streets run straighter or less', () => {
  it('is what the report of the same places says, together and one by one', () => {
    const shown = found('mclp');
    const { gained, after } = tried(shown).people;
    expect(gained.least).toBeLessThan(gained.most);
    expect(shown.doubt.adds).toEqual(gained);
    expect(shown.doubt.within.middle).toBe(after);
    shown.picks.forEach((pick, number) => {
      const upTo = (many: number) => tried({ picks: shown.picks.slice(0, many) }).people.gained.middle;
      expect(pick.between.adds.middle).toBe(pick.adds);
      expect(pick.adds).toBe(upTo(number + 1) - upTo(number));
    });
    expect(shown.picks[0]?.between.adds).toEqual(tried({ picks: shown.picks.slice(0, 1) }).people.gained);
  });

  it('is counted for a group in its own unit, and in people', () => {
    const shown = found('mclp', { weight: 'noCar' });
    const report = tried(shown);
    expect(shown.doubt.people).toEqual(report.people.gained);
    expect(shown.doubt.adds).toEqual(report.groups.find(({ id }) => id === 'noCar')?.gained);
  });
});

describe('how long walks are, as streets run straighter or less', () => {
  const mean = (each: ReturnType<typeof walks>) =>
    each.reduce((sum, { walk, people }) => sum + walk * people, 0) /
    each.reduce((sum, { people }) => sum + people, 0);
  const longest = (each: ReturnType<typeof walks>) => Math.max(...each.map(({ walk }) => walk));

  it.each([['p-median', mean] as const, ['p-centre', longest] as const])(
    '%s: the same sites under the three factors',
    (objective, of) => {
      const shown = found(objective);
      const { walk, walkBefore } = shown.doubt;
      const spots = spotsOf(shown);
      expect(walk?.least).toBeCloseTo(of(walks(spots, 0)), 6);
      expect(walk?.middle).toBeCloseTo(shown.answer.value, 6);
      expect(walk?.most).toBeCloseTo(of(walks(spots, 2)), 6);
      expect(walkBefore?.least).toBeCloseTo(of(walks(LIBRARIES, 0)), 6);
      expect(walkBefore?.middle).toBeCloseTo(shown.before ?? 0, 6);
    },
  );

  it('is not said where nothing stands, nor where counts are asked for', () => {
    expect(found('p-median', { existing: false }).doubt.walkBefore).toBeNull();
    expect(found('mclp').doubt.walk).toBeNull();
  });
});

describe('everyone has one', () => {
  it('says who would have none where streets wind more', () => {
    const shown = found('lscp');
    const spots = spotsOf(shown);
    const usual = walks(spots, 1);
    // Those too far from every spot have none anyhow, and are told apart.
    const far = walks(spots, 2).filter(({ walk }, home) => walk > 1000 && (usual[home]?.walk ?? 0) <= 1000);
    const without = far.reduce((sum, { people }) => sum + people, 0);
    expect(without).toBeGreaterThan(0);
    expect(shown.doubt.without).toBe(without);
    expect(shown.doubt.within.middle).toBe(shown.total - shown.unreachable);
  });
});
