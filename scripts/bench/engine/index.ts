import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Kind } from '@kith/core/place/kinds';
import type { Baseline } from '@kith/core/reach/baseline';
import { buildNearest } from '@kith/core/reach/nearest';
import { limitMetres } from '@kith/core/reach/walk';
import { irreplaceable } from '@kith/core/scenario/irreplaceable';
import { buildRow, measureBuild } from './build.ts';
import { timeInChromium } from './chromium.ts';
import { closedIn, randomClosures, withNewPlaces } from './closures.ts';
import { timeDistances } from './distances.ts';
import { timePostgis } from './postgis.ts';
import { timeAnew, timeReports } from './reports.ts';
import { median, ms, quantile, timed, times } from './timing.ts';
import { turfReckoned } from './turf.ts';
import { benchWorld } from './world.ts';

const KINDS: readonly Kind[] = ['library', 'bench'];
const QUESTIONS: readonly (readonly Kind[])[] = [KINDS, ['library']];
/** Closures of one to ten places: those played to the full report, and those that slow things are measured on too. */
const PLAYED = 400;
const BESIDE = 40;
const ANEW = 5;
const TURF_SAMPLE = 20;
const SEED = 4;

/**
 * How quick the engine is, beside other ways to the same answer on the same points in the same run. On the database
 * named by `KITH_DB` (all England, when that is loaded), else on the starter. Never a test: machines differ.
 */
export async function benchEngine(): Promise<void> {
  const { name, world } = await benchWorld(KINDS);
  const folder = mkdtempSync(join(tmpdir(), 'kith-engine-'));
  try {
    const file = join(folder, 'baseline.json');
    writeFileSync(file, JSON.stringify(world));
    console.log(
      `On ${name}: ${count(world.areas.code.length)} areas, ${count(world.homePoints.area.length)} home points`,
    );
    console.log(
      `Load of the machine ${loadavg()[0]?.toFixed(1)} on ${cpus().length} cores: only a quiet one can be believed`,
    );
    const rows: Record<string, Record<string, string>> = {};
    for (const kinds of QUESTIONS) rows[kinds.join(' and ')] = buildRow(measureBuild(file, kinds));
    console.log('\nNearest lists, in a process of their own');
    console.table(rows);
    for (const kinds of QUESTIONS) await benchQuestion(world, file, kinds);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function benchQuestion(world: Baseline, file: string, kinds: readonly Kind[]): Promise<void> {
  const lists = buildNearest(world, { kinds });
  const scenarios = randomClosures(world, kinds, PLAYED, SEED);
  const closures = scenarios.slice(0, BESIDE).map((scenario) => closedIn(world, scenario));
  console.log(`\nClosures of one to ten places, ${kinds.join(' and ')}: milliseconds over ${PLAYED}`);
  const node = timeReports(world, lists, scenarios);
  const withNew = timeReports(
    world,
    lists,
    scenarios.map((scenario) => withNewPlaces(world, scenario)),
  );
  const chromium = await timeInChromium(file, scenarios);
  console.table({
    'full report, Node': spread(node),
    'the same and three new places, Node': spread(withNew),
    'full report, Chromium: asked, worked out in the worker, received': spread(chromium.plays),
  });
  console.log(
    `Chromium: the data are with the worker after ${ms(chromium.ground)}, the first report after ${ms(chromium.first)} more`,
  );

  const distances = timeDistances(world, lists, closures);
  const report = median(node.slice(0, BESIDE));
  const changed = median(distances.changed);
  const ways: Record<string, number> = {
    'kdbush, every distance from scratch': median(distances.kdbush),
    'Kith, lists and report anew': median(timeAnew(world, lists, scenarios.slice(0, ANEW))),
    [`Turf, one by one, reckoned from ${TURF_SAMPLE} home points`]: turfReckoned(
      world,
      [...lists.exact.index],
      TURF_SAMPLE,
    ),
  };
  const postgis = await timePostgis(world, lists, closures);
  if (postgis === undefined) console.log('PostGIS is not installed here, so it is left out.');
  else {
    ways['PostGIS, every distance from scratch'] = postgis.fromScratch;
    ways['PostGIS, changed distances from the same lists'] = postgis.fromLists;
  }
  console.log(
    `\nThe first ${BESIDE} of them: changed distances alone ${ms(changed)}, full report ${ms(report)}, medians`,
  );
  console.table(
    Object.fromEntries(
      Object.entries(ways).map(([way, taken]) => [
        way,
        {
          takes: ms(taken),
          'to changed distances': times(taken, changed),
          'to the full report': times(taken, report),
        },
      ]),
    ),
  );
  const alone = Array.from({ length: 9 }, () =>
    timed(() => irreplaceable(world, lists, limitMetres(15, 'planner'))),
  );
  console.log(
    `Irreplaceability of every place: ${count(alone[0]?.value.length ?? 0)} places take reach from somebody; ${ms(alone[0]?.ms ?? 0)} first, ${ms(median(alone.map((each) => each.ms)))} median`,
  );
}

function spread(taken: readonly number[]): Record<string, string> {
  return {
    median: ms(median(taken)),
    '95th percentile': ms(quantile(taken, 0.95)),
    slowest: ms(quantile(taken, 1)),
  };
}

function count(value: number): string {
  return value.toLocaleString('en-GB');
}
