import type { Baseline } from '../reach/baseline.ts';
import { middleDetour } from '../reach/detour.ts';
import { isNearEdge } from '../reach/edge.ts';
import { GROUPS } from '../reach/groups.ts';
import { assertBuiltFrom, type NearestLists } from '../reach/nearest.ts';
import { isPerhapsWithin } from '../reach/perhaps.ts';
import { DETOUR } from '../reach/walk.ts';
import { fifthOf } from '../risk/tenths.ts';
import { applyCuts, type Closed } from './apply-cuts.ts';
import { approximateCuts } from './approximate-cuts.ts';
import { AreaLossSum } from './area-loss.ts';
import { countBefore, FIFTHS } from './before.ts';
import { type ByDetour, bandOf, COUNTED, MIDDLE, zeroByDetour } from './counted.ts';
import { hashScenario } from './hash.ts';
import { nextPlacesOf } from './next-places.ts';
import { type PointLoss, pointLosses } from './point-losses.ts';
import type { Scenario, ScenarioReport } from './report.ts';
import { scenarioLimit } from './scenario-limit.ts';

/**
 * Plays a scenario and reports who loses reach. Exact: equal to working everything out again, but it looks only
 * at the home points whose nearest place closes. The same input gives the same bytes.
 *
 * @param lists built from this baseline for the scenario's kinds.
 * @param scenario with cuts that `checkCuts` finds nothing wrong with.
 * @throws Error when lists or cuts do not fit the baseline.
 */
export function compare(baseline: Baseline, lists: NearestLists, scenario: Scenario): ScenarioReport {
  assertBuiltFrom(lists, baseline, scenario);
  const closed = applyCuts(baseline, scenario.cuts);
  const limitMetres = scenarioLimit(scenario);
  const before = countBefore(baseline, lists, limitMetres);
  const losses = pointLosses(baseline, lists, closed, limitMetres);
  const sums = sumByArea(baseline, lists, losses, closed, limitMetres);

  const tenthOf = (area: number) => baseline.areas.tenths[scenario.lens][area] ?? null;
  const fifthOfArea = (area: number) => fifthOf(tenthOf(area));
  const gained = bandOf(zeroByDetour());
  const rows = sums
    .filter((sum) => sum.isChanged())
    .map((sum) => {
      const nearEdge = isNearEdge(
        baseline,
        sum.area,
        lists.kinds,
        middleDetour(baseline, sum.area),
        limitMetres,
      );
      return sum.row(baseline, before.peopleWithinByArea[sum.area] ?? 0, fifthOfArea(sum.area), nearEdge);
    });
  const lost = COUNTED.map((_, index) => addByDetour(sums.map((sum) => sum.lost[index])));
  const counts = (index: number) => {
    const within = before.within[index] ?? 0;
    const byDetour = lost[index] ?? zeroByDetour();
    const after = within - byDetour[MIDDLE];
    return { total: before.totals[index] ?? 0, before: within, after, lost: bandOf(byDetour), gained };
  };
  const keptPeople = sums.reduce((people, sum) => people + sum.keptPeople, 0);
  const keptFurther = sums.reduce((metres, sum) => metres + sum.keptFurther, 0);

  return {
    scenario,
    dataVersion: baseline.version,
    hash: hashScenario(scenario, baseline.version),
    limitMetres,
    detour: { urban: DETOUR.urban.middle, rural: DETOUR.rural.middle },
    people: counts(0),
    households: counts(COUNTED.indexOf('households')),
    groups: GROUPS.map((group, index) => ({ ...group, ...counts(index + 1) })),
    fifths: FIFTHS.map((fifth, index) => ({
      fifth,
      before: 0,
      after: 0,
      gained,
      total: before.peopleByFifth.get(scenario.lens)?.[index] ?? 0,
      lost: bandOf(
        addByDetour(sums.filter((sum) => fifthOfArea(sum.area) === fifth).map((sum) => sum.lost[0])),
      ),
    })),
    tenths: [],
    nearer: { people: 0, lessWalkMetres: 0 },
    curve: {
      metres: [],
      before: { middle: [], least: [], most: [] },
      after: { middle: [], least: [], most: [] },
    },
    perhaps: { before: 0, after: 0 },
    shortened: [],
    grants: [],
    kept: {
      people: keptPeople,
      extraWalkMetres: keptPeople === 0 ? 0 : Math.round(keptFurther / keptPeople),
    },
    areas: rows.sort((a, b) => b.lost.middle - a.lost.middle || (a.code < b.code ? -1 : 1)),
    ...nextPlacesOf(baseline, losses),
    approximate: approximateCuts(baseline, lists, closed, limitMetres),
    nearEdge: rows.reduce((people, row) => people + (row.nearEdge ? row.lost.middle : 0), 0),
  };
}

/** Adds up what happens to home points, area by area. */
function sumByArea(
  baseline: Baseline,
  lists: NearestLists,
  losses: readonly PointLoss[],
  closed: Closed,
  limitMetres: number,
): AreaLossSum[] {
  const { homePoints } = baseline;
  const sums = new Map<number, AreaLossSum>();
  for (const loss of losses) {
    const area = homePoints.area[loss.homePoint] ?? 0;
    const sum = sums.get(area) ?? new AreaLossSum(area);
    sums.set(area, sum);
    sum.add(baseline, loss);
    if (sum.perhapsStill || !loss.lost[MIDDLE]) continue;
    const detour = middleDetour(baseline, area);
    sum.perhapsStill = isPerhapsWithin(baseline, lists, loss.homePoint, detour, limitMetres, closed);
  }
  return [...sums.values()];
}

function addByDetour(parts: readonly (ByDetour | undefined)[]): ByDetour {
  return parts.reduce<ByDetour>(
    ([low, middle, high], part = zeroByDetour()) => [low + part[0], middle + part[1], high + part[2]],
    zeroByDetour(),
  );
}
