import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OpenDatabase } from '@kith/api/store/open';
import { createStores } from '@kith/api/store/stores';
import { wholeBaseline } from '@kith/api/whole-baseline';
import type { Kind } from '@kith/core/place/kinds';
import type { Baseline } from '@kith/core/reach/baseline';
import { buildNearest } from '@kith/core/reach/nearest';
import { compare } from '@kith/core/scenario/compare';
import type { Cut } from '@kith/core/scenario/cut';
import { canonicalJson } from '@kith/core/scenario/hash';
import { irreplaceable } from '@kith/core/scenario/irreplaceable';
import type { Scenario, ScenarioReport } from '@kith/core/scenario/report';
import { measureBuild } from '../bench/engine/build.ts';
import { closedIn, closing, randomClosures } from '../bench/engine/closures.ts';
import type { Checks } from './checks.ts';
import { type Spot, slowCount, slowDistances } from './slow-count.ts';

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

  const libraries = openOf(world, LIBRARIES);
  const before = slowDistances(world, spotsOf(world, libraries));
  const both = closing(world, LIBRARIES, libraries.slice(0, 20));
  const scenarios: Scenario[] = [
    ...randomClosures(world, LIBRARIES, 2, SEED),
    closing(world, LIBRARIES, libraries.slice(0, 200)),
    { ...both, cuts: [...both.cuts, ...openings(world)] },
  ];
  for (const scenario of scenarios)
    checkReport(
      checks,
      world,
      scenario,
      before,
      slowDistances(world, spotsAfter(world, libraries, scenario)),
    );
  checkAlone(checks, world, before, libraries);

  const all = openOf(world, KINDS);
  const [scenario] = randomClosures(world, KINDS, 1, SEED);
  if (scenario === undefined) return;
  const ofAll = slowDistances(world, spotsOf(world, all));
  checkReport(checks, world, scenario, ofAll, slowDistances(world, spotsAfter(world, all, scenario)));
}

/** New libraries where ten benches are, far from each other. */
function openings(world: Baseline): Cut[] {
  const benches = openOf(world, ['bench']);
  const spread = benches.filter((_, at) => at % Math.ceil(benches.length / 10) === 0);
  return spotsOf(world, spread).map((spot, at) => ({
    type: 'open',
    site: `new-${at}`,
    name: `New library ${at}`,
    kind: 'library',
    week: null,
    ...spot,
  }));
}

function spotsOf({ places }: Baseline, numbers: readonly number[]): Spot[] {
  return numbers.map((at) => ({ easting: places.easting[at] ?? 0, northing: places.northing[at] ?? 0 }));
}

/** The spots of the places that are left, and of the new ones. */
function spotsAfter(world: Baseline, numbers: readonly number[], scenario: Scenario): Spot[] {
  const closed = closedIn(world, scenario);
  const left = spotsOf(
    world,
    numbers.filter((place) => !closed.has(place)),
  );
  return [
    ...left,
    ...scenario.cuts.flatMap((cut) =>
      cut.type === 'open' ? [{ easting: cut.easting, northing: cut.northing }] : [],
    ),
  ];
}

function openOf({ places }: Baseline, kinds: readonly Kind[]): number[] {
  return [...places.id.keys()].filter(
    (at) =>
      places.status[at] === 'open' &&
      places.spreadMetres[at] === 0 &&
      kinds.includes(places.kind[at] ?? 'other'),
  );
}

function checkReport(
  checks: Checks,
  world: Baseline,
  scenario: Scenario,
  before: Float64Array,
  after: Float64Array,
): void {
  const report = compare(world, buildNearest(world, scenario), scenario);
  const what = `${scenario.kinds.join(' and ')}, ${scenario.cuts.length} cuts`;
  const same = canonicalJson(quoted(report)) === canonicalJson(slowCount(world, before, after, LIMIT));
  console.log(
    `  ${what}: of ${report.people.before} people ${report.people.lost.middle} (${report.people.lost.least} to ${report.people.lost.most}) lose reach and ${report.people.gained.middle} gain it; in ${report.areas.length} areas something changes`,
  );
  checks.equal(`${what}: the report is what the slow count comes to`, same, true);
}

/** What `slowCount` counts too. Areas in the order of their codes: only those in which somebody loses or gains. */
function quoted({ people, households, groups, tenths, kept, nowhere, areas, curve }: ScenarioReport) {
  const counts = ({ total, before, after, lost, gained }: ScenarioReport['people']) => ({
    total,
    before,
    after,
    lost,
    gained,
  });
  return {
    people,
    households,
    groups: Object.fromEntries(groups.map((group) => [group.id, counts(group)])),
    tenths,
    kept,
    nowhere,
    areas: areas
      .filter(({ lost, gained }) => lost.most + gained.most > 0)
      .map(({ code, before, after, lost, gained }) => ({ code, before, after, lost, gained }))
      .sort((a, b) => (a.code < b.code ? -1 : 1)),
    curve: { before: curve.before, after: curve.after },
  };
}

/** The two hardest to replace, and what their closing takes by the slow count. */
function checkAlone(
  checks: Checks,
  world: Baseline,
  before: Float64Array,
  libraries: readonly number[],
): void {
  const found = irreplaceable(world, buildNearest(world, { kinds: LIBRARIES }), LIMIT);
  console.log(`  libraries that nobody can replace: ${found.length} of ${libraries.length}`);
  for (const { place, people } of found.slice(0, 2)) {
    const others = libraries.filter((each) => each !== place);
    const left = slowDistances(world, spotsOf(world, others));
    const slow = slowCount(world, before, left, LIMIT).people?.lost.middle;
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
