import { KIND_IDS, type Kind } from '@kith/core/place/kinds';
import type { Baseline } from '@kith/core/reach/baseline';
import { buildNearest } from '@kith/core/reach/nearest';
import { compare } from '@kith/core/scenario/compare';
import type { Scenario } from '@kith/core/scenario/report';
import { starterWorld } from './starter-world.ts';

/** How many closures are timed, evenly over the places that can be closed. */
const CLOSURES = 60;
const WARM_UP = 20;

/**
 * Closing one place, to the final report, against working everything out from scratch (nearest lists built anew,
 * nothing remembered), on the starter with all its areas. Both are timed in turn, closure by closure, in the
 * same run; their reports must be the same bytes.
 */
export async function benchEngine(): Promise<void> {
  const world = await starterWorld(KIND_IDS);
  const { areas, homePoints, places } = world;
  console.log(
    `Engine, on the starter: ${areas.code.length} areas, ${homePoints.area.length} home points, ${places.id.length} places with a position`,
  );
  console.table({
    libraries: timeClosures(world, ['library']),
    'all kinds': timeClosures(world, KIND_IDS),
  });
}

function timeClosures(world: Baseline, kinds: readonly Kind[]) {
  const lists = buildNearest(world, { kinds });
  const closable = world.places.id.filter(
    (_, at) =>
      world.places.status[at] === 'open' &&
      world.places.outside[at] === false &&
      kinds.includes(world.places.kind[at] ?? 'other'),
  );
  const step = Math.max(1, Math.floor(closable.length / CLOSURES));
  const chosen = closable.filter((_, at) => at % step === 0).slice(0, CLOSURES);
  const incremental = (scenario: Scenario) => compare(world, lists, scenario);
  const fromScratch = (scenario: Scenario) => compare(world, buildNearest(world, { kinds }), scenario);
  for (const place of chosen.slice(0, WARM_UP)) {
    incremental(closing(place, kinds));
    fromScratch(closing(place, kinds));
  }
  const timings = chosen.map((place) => {
    const scenario = closing(place, kinds);
    const fast = time(() => incremental(scenario), 9);
    const slow = time(() => fromScratch(scenario), 3);
    if (fast.answer !== slow.answer) throw new Error(`Closing ${place} gave two different reports.`);
    return { fast: fast.ms, slow: slow.ms, ratio: slow.ms / fast.ms };
  });
  return {
    'places closable': closable.length,
    'closures timed': timings.length,
    'one closure, ms': quantile(
      timings.map(({ fast }) => fast),
      0.5,
    ).toFixed(3),
    'slowest, ms': quantile(
      timings.map(({ fast }) => fast),
      1,
    ).toFixed(3),
    'from scratch, ms': quantile(
      timings.map(({ slow }) => slow),
      0.5,
    ).toFixed(2),
    'times faster (median)': quantile(
      timings.map(({ ratio }) => ratio),
      0.5,
    ).toFixed(0),
    'least (5th percentile)': quantile(
      timings.map(({ ratio }) => ratio),
      0.05,
    ).toFixed(0),
  };
}

function closing(place: string, kinds: readonly Kind[]): Scenario {
  return {
    patch: 'leicestershire',
    kinds: [...kinds],
    minutes: 15,
    pace: 'planner',
    metres: null,
    lens: 'all',
    when: null,
    someWeeks: false,
    checkedSince: null,
    on: null,
    cuts: [{ type: 'close', place }],
  };
}

/** The median milliseconds of a few runs, and the answer as text. */
function time(run: () => unknown, times: number): { readonly ms: number; readonly answer: string } {
  const taken: number[] = [];
  let answer: unknown;
  for (let each = 0; each < times; each++) {
    const start = performance.now();
    answer = run();
    taken.push(performance.now() - start);
  }
  return { ms: quantile(taken, 0.5), answer: JSON.stringify(answer) };
}

function quantile(values: readonly number[], at: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(at * sorted.length))] ?? 0;
}
