import type { Kind } from '@kith/core/place/kinds';
import type { Baseline } from '@kith/core/reach/baseline';
import { buildNearest } from '@kith/core/reach/nearest';
import { closedIn, randomClosures } from '../bench/engine/closures.ts';
import { timeDistances } from '../bench/engine/distances.ts';
import { timeReports } from '../bench/engine/reports.ts';
import { median, timed } from '../bench/engine/timing.ts';
import type { Checks } from './checks.ts';

const PLAYED = 120;
const BESIDE = 9;
const BUILT = 3;
const SEED = 12;
const LEAST_CHANGED = 1_000;
const LEAST_REPORT = 25;
/** Lists of the eight nearest, beside the one nearest of each home: by how much they may take longer. */
const MOST_BUILD = 8;

/**
 * How many times as long kdbush takes from scratch, on the same points in the same run: medians, so that one machine
 * says what another does. Milliseconds are for `npm run bench engine` to say.
 */
export function checkEngineSpeed(checks: Checks, world: Baseline, kinds: readonly Kind[]): void {
  const what = kinds.join(' and ');
  const built = Array.from({ length: BUILT }, () => timed(() => buildNearest(world, { kinds })));
  const lists = built[0]?.value ?? buildNearest(world, { kinds });
  const scenarios = randomClosures(world, kinds, PLAYED, SEED);
  const closures = scenarios.slice(0, BESIDE).map((scenario) => closedIn(world, scenario));
  const { changed, kdbush } = timeDistances(world, lists, closures);
  const scratch = median(kdbush);
  const build = median(built.map(({ ms }) => ms));
  const report = median(timeReports(world, lists, scenarios));
  checks.atLeast(
    `${what}: changed distances, times as fast as kdbush`,
    Math.floor(scratch / median(changed)),
    LEAST_CHANGED,
  );
  checks.atLeast(
    `${what}: the full report, times as fast as kdbush`,
    Math.floor(scratch / report),
    LEAST_REPORT,
  );
  checks.atMost(
    `${what}: lists built, times as long as kdbush`,
    Number((build / scratch).toFixed(1)),
    MOST_BUILD,
  );
}
