import type { Baseline } from '../reach/baseline.ts';
import { GROUPS } from '../reach/groups.ts';
import { assertBuiltFrom, type NearestLists } from '../reach/nearest.ts';
import { MAYBE_SPOT, MAYBE_WHY } from '../reach/standing.ts';
import { DETOUR } from '../reach/walk.ts';
import { applyCuts } from './apply-cuts.ts';
import { areaRows } from './area-rows.ts';
import { countBefore } from './before.ts';
import { bandOf, HOUSEHOLDS } from './counted.ts';
import { curveOf } from './curve.ts';
import { grantsOf, shortenedOf } from './cuts-said.ts';
import { hashScenario } from './hash.ts';
import { nextPlacesOf } from './next-places.ts';
import { perhapsAfter } from './perhaps-after.ts';
import { placeNamer } from './place-names.ts';
import { pointChanges } from './point-changes.ts';
import type { Scenario, ScenarioReport } from './report.ts';
import { riskCounts } from './risk-counts.ts';
import { scenarioLimit } from './scenario-limit.ts';
import { gainedAt, lostAt, tallyOf } from './tally.ts';

/**
 * Plays a scenario and reports who loses and who gains reach. Exact: equal to working everything out again, but it
 * looks only at the home points that the cuts touch. The same input gives the same bytes.
 *
 * @param lists built from this baseline for the scenario's question: its kinds, day and hour, and checks.
 * @param scenario with cuts that `checkCuts` finds nothing wrong with.
 * @throws Error when lists or cuts do not fit the baseline.
 */
export function compare(baseline: Baseline, lists: NearestLists, scenario: Scenario): ScenarioReport {
  assertBuiltFrom(lists, baseline, scenario);
  const limitMetres = scenarioLimit(scenario);
  const applied = applyCuts(baseline, lists.standing, scenario);
  const before = countBefore(baseline, lists, limitMetres);
  const changes = pointChanges(baseline, lists, applied, limitMetres);
  const tally = tallyOf(baseline, lists, changes, limitMetres);
  const perhaps = perhapsAfter(baseline, lists, applied, limitMetres, before, changes, tally);
  const named = placeNamer(baseline, applied);
  const { lens } = scenario;
  const areas = areaRows(baseline, lists, lens, limitMetres, before, tally, perhaps.areas, named);
  const { kept, nearer } = tally;

  const counts = (column: number) => {
    const within = before.within[column] ?? 0;
    const lost = bandOf(tally.total, lostAt(column));
    const gained = bandOf(tally.total, gainedAt(column));
    const after = within - lost.middle + gained.middle;
    return { total: before.totals[column] ?? 0, before: within, after, lost, gained };
  };
  return {
    scenario,
    dataVersion: baseline.version,
    hash: hashScenario(scenario, baseline.version),
    limitMetres,
    detour: { urban: DETOUR.urban.middle, rural: DETOUR.rural.middle },
    people: counts(0),
    households: counts(HOUSEHOLDS),
    groups: GROUPS.map((group, index) => ({ ...group, ...counts(index + 1) })),
    ...riskCounts(baseline, lens, before, tally),
    kept: { people: kept.people, extraWalkMetres: mean(kept.metres, kept.people) },
    nearer: { people: nearer.people, lessWalkMetres: mean(nearer.lessMetres, nearer.people) },
    curve: curveOf(before.steps, tally.steps),
    areas,
    nextPlaces: nextPlacesOf(tally.destinations.byPlace(), named),
    nowhere: tally.nowhere,
    approximate: perhaps.most.map(({ place, most }) => ({
      ...named(place),
      most,
      why: MAYBE_WHY[(lists.standing[place] ?? MAYBE_SPOT) - MAYBE_SPOT] ?? 'spot',
    })),
    perhaps: { before: before.perhapsPeople, after: perhaps.people },
    shortened: shortenedOf(baseline, scenario.cuts),
    grants: grantsOf(scenario),
    nearEdge: areas.reduce((people, row) => people + (row.nearEdge ? row.lost.middle : 0), 0),
  };
}

function mean(metres: number, people: number): number {
  return people === 0 ? 0 : Math.round(metres / people);
}
