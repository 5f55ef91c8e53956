import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OpenDatabase } from '@kith/api/store/open';
import { createStores } from '@kith/api/store/stores';
import { wholeBaseline } from '@kith/api/whole-baseline';
import type { Kind } from '@kith/core/place/kinds';
import type { Baseline } from '@kith/core/reach/baseline';
import { buildNearest } from '@kith/core/reach/nearest';
import { checkCuts } from '@kith/core/scenario/check-cuts';
import { compare } from '@kith/core/scenario/compare';
import type { Cut } from '@kith/core/scenario/cut';
import { canonicalJson } from '@kith/core/scenario/hash';
import { irreplaceable } from '@kith/core/scenario/irreplaceable';
import type { Scenario } from '@kith/core/scenario/report';
import { measureBuild } from '../bench/engine/build.ts';
import { closing, randomClosures } from '../bench/engine/closures.ts';
import type { Checks } from './checks.ts';
import { checkEngineSpeed } from './engine-speed.ts';
import { eveningCuts } from './evening-cuts.ts';
import { slowReport } from './slow-report.ts';

const KINDS: readonly Kind[] = ['library', 'bench'];
const LIBRARIES: readonly Kind[] = ['library'];
const MOST_MIB = 256;
const LIMIT = 1_000;
const SEED = 11;

/** On all England the quick report is what counting every home point against every place comes to. */
export async function checkEnglandEngine(checks: Checks, { db }: OpenDatabase): Promise<void> {
  console.log('\nThe engine on all England');
  const world = await wholeBaseline(createStores(db), 'check', KINDS);
  checks.equal('home points played over', world.homePoints.area.length, 202_483);
  checkMemory(checks, world);

  checkEngineSpeed(checks, world, KINDS);

  const libraries = openOf(world, LIBRARIES);
  const both = closing(world, LIBRARIES, libraries.slice(0, 20));
  const scenarios: Scenario[] = [
    ...randomClosures(world, LIBRARIES, 1, SEED),
    closing(world, LIBRARIES, libraries.slice(0, 200)),
    { ...both, cuts: [...both.cuts, ...openings(world)] },
    eveningCuts(world),
    ...randomClosures(world, KINDS, 1, SEED),
  ];
  for (const scenario of scenarios) checkReport(checks, world, scenario);
  checkAlone(checks, world, libraries);
}

/** New libraries where ten benches are, far from each other. */
function openings(world: Baseline): Cut[] {
  const benches = openOf(world, ['bench']);
  const spread = benches.filter((_, at) => at % Math.ceil(benches.length / 10) === 0);
  return spread.map((bench, at) => ({
    type: 'open',
    site: `new-${at}`,
    name: `New library ${at}`,
    kind: 'library',
    week: null,
    easting: world.places.easting[bench] ?? 0,
    northing: world.places.northing[bench] ?? 0,
  }));
}

function openOf({ places }: Baseline, kinds: readonly Kind[]): number[] {
  return [...places.id.keys()].filter(
    (at) =>
      places.status[at] === 'open' &&
      places.spreadMetres[at] === 0 &&
      kinds.includes(places.kind[at] ?? 'other'),
  );
}

/** Every field of the report, but the hash, beside the slow count. */
function checkReport(checks: Checks, world: Baseline, scenario: Scenario): void {
  const what = `${scenario.kinds.join(' and ')}${scenario.when === null ? '' : ' on a Tuesday evening'}, ${scenario.cuts.length} cuts`;
  checks.equal(
    `${what}: cuts that cannot be made`,
    checkCuts(world, scenario.cuts, scenario.kinds).length,
    0,
  );
  const { hash: _, ...report } = compare(world, buildNearest(world, scenario), scenario);
  const slow = slowReport(world, scenario);
  const { people, kept, nearer, perhaps, areas, nextPlaces, approximate, shortened } = report;
  console.log(
    `  ${what}: of ${people.before} people ${people.lost.middle} (${people.lost.least} to ${people.lost.most}) lose reach and ${people.gained.middle} gain it; ${kept.people} walk further and ${nearer.people} less; perhaps ${perhaps.before}, then ${perhaps.after}; ${areas.length} areas, ${nextPlaces.length} next places, ${approximate.length} cut that only may count, ${shortened.length} shortened`,
  );
  const fields = new Set([...Object.keys(report), ...Object.keys(slow)]) as Set<keyof typeof slow>;
  const differ = [...fields].filter((field) => canonicalJson(report[field]) !== canonicalJson(slow[field]));
  checks.equal(`${what}: fields that the slow count says otherwise`, differ.join(', ') || 'none', 'none');
}

/** The two hardest to replace, and what their closing takes by the slow count. */
function checkAlone(checks: Checks, world: Baseline, libraries: readonly number[]): void {
  const found = irreplaceable(world, buildNearest(world, { kinds: LIBRARIES }), LIMIT);
  console.log(`  libraries that nobody can replace: ${found.length} of ${libraries.length}`);
  for (const { place, people } of found.slice(0, 2)) {
    const slow = slowReport(world, closing(world, LIBRARIES, [place])).people.lost.middle;
    checks.equal(`people who lose reach with ${world.places.name[place]} alone`, people, slow);
  }
}

/** Builds the lists in a process of its own. Its seconds are for `npm run bench engine` to say. */
function checkMemory(checks: Checks, world: Baseline): void {
  const folder = mkdtempSync(join(tmpdir(), 'kith-engine-'));
  try {
    const file = join(folder, 'baseline.json');
    writeFileSync(file, JSON.stringify(world));
    for (const kinds of [KINDS, LIBRARIES]) {
      const { inAllMiB } = measureBuild(file, kinds);
      checks.atMost(
        `MiB for the data and the lists of ${kinds.join(' and ')}`,
        Math.ceil(inAllMiB),
        MOST_MIB,
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
