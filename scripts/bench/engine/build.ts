import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Kind } from '@kith/core/place/kinds';
import { ROOT } from '../../load/starter/starter-files.ts';
import { ms } from './timing.ts';

/** What `build-once.ts` prints: milliseconds, and MiB of heap and array buffers. */
export interface Built {
  readonly homePoints: number;
  readonly places: number;
  readonly firstMs: number;
  readonly againMs: number;
  readonly baselineMiB: number;
  readonly listsMiB: number;
  /** Baseline and lists as they stand right after the first build, what is not yet swept up with them. */
  readonly inAllMiB: number;
}

/** Builds the lists in a process of its own, whose memory is nobody else's. */
export function measureBuild(baselineFile: string, kinds: readonly Kind[]): Built {
  const run = spawnSync(
    process.execPath,
    [
      '--expose-gc',
      '--import',
      'tsx',
      join('scripts', 'bench', 'engine', 'build-once.ts'),
      baselineFile,
      ...kinds,
    ],
    { cwd: ROOT, encoding: 'utf8' },
  );
  if (run.status !== 0) throw new Error(`The lists could not be built:\n${run.stderr}`);
  return JSON.parse(run.stdout) as Built;
}

export function buildRow(built: Built): Record<string, string> {
  return {
    'home points': built.homePoints.toLocaleString('en-GB'),
    'places that count': built.places.toLocaleString('en-GB'),
    'built first': ms(built.firstMs),
    'built again': ms(built.againMs),
    'the data, MiB': built.baselineMiB.toFixed(0),
    'the lists, MiB': built.listsMiB.toFixed(0),
    'in all at most, MiB': built.inAllMiB.toFixed(0),
  };
}
