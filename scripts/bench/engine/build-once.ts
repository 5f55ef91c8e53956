import { readFileSync } from 'node:fs';
import type { Kind } from '@kith/core/place/kinds';
import type { Baseline } from '@kith/core/reach/baseline';
import { buildNearest } from '@kith/core/reach/nearest';
import { median, timed } from './timing.ts';

/** `build-once.ts baseline.json library bench`: builds the lists and prints what it took, for `measureBuild`. */
const AGAIN = 5;
const [file = '', ...kinds] = process.argv.slice(2);
const question = { kinds: kinds as Kind[] };

const sweep = () => globalThis.gc?.();
const used = () => {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 2 ** 20;
};

sweep();
const empty = used();
const world = JSON.parse(readFileSync(file, 'utf8')) as Baseline;
sweep();
const baselineMiB = used() - empty;
const first = timed(() => buildNearest(world, question));
const inAllMiB = used() - empty;
sweep();
const listsMiB = used() - empty - baselineMiB;
const again = Array.from({ length: AGAIN }, () => timed(() => buildNearest(world, question)).ms);
console.log(
  JSON.stringify({
    homePoints: world.homePoints.area.length,
    places: first.value.exact.index.length,
    firstMs: first.ms,
    againMs: median(again),
    baselineMiB,
    listsMiB,
    inAllMiB,
  }),
);
