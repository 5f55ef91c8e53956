import { highsSolver, SILENT } from '@kith/core/site/highs-adaptor';
import type { MipSolver } from '@kith/core/site/problem';
import wasmAddress from 'highs/runtime?url';

/**
 * The solver HiGHS, fetched when it is first called for and never before: its WebAssembly is 3.5 MB, a third of that
 * as it is sent. Rejects where it cannot be fetched or compiled.
 */
export async function browserSolver(): Promise<MipSolver> {
  const { default: loadHighs } = await import('highs');
  return highsSolver(await loadHighs({ ...SILENT, locateFile: () => wasmAddress }));
}
