import { highsSolver, SILENT } from '@kith/core/site/highs-adaptor';
import type { MipSolver } from '@kith/core/site/problem';
import loadHighs from 'highs';

/** HiGHS for Node, loaded only when this is called (about a tenth of a second). It prints nothing. */
export async function nodeSolver(): Promise<MipSolver> {
  return highsSolver(await loadHighs({ ...SILENT }));
}
