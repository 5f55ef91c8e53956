import { highsSolver } from '@kith/core/site/highs-adaptor';
import type { MipSolver } from '@kith/core/site/problem';
import loadHighs from 'highs';

/**
 * HiGHS for Node, loaded only when it is called (a few tenths of a second). What the solver itself might print goes
 * to stderr, never to stdout, which belongs to the answer.
 */
export async function nodeSolver(): Promise<MipSolver> {
  const highs = await loadHighs({
    print: (line) => console.error(line),
    printErr: (line) => console.error(line),
  });
  return highsSolver(highs);
}
