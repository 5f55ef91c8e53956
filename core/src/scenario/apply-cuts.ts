import type { Baseline } from '../reach/baseline.ts';
import { checkCuts } from './check-cuts.ts';
import type { CloseCut, Cut } from './cut.ts';
import { placeNumbers } from './place-numbers.ts';

/** The places closed by a scenario, as numbers in `baseline.places`. The baseline itself never changes. */
export type Closed = ReadonlySet<number>;

/** One step over a set of closed places: a cut, or its inverse. */
export type Step = CloseCut | { readonly type: 'reopen'; readonly place: string };

/** The step that takes back another: `applyStep(applyStep(closed, step), inverse(step))` is `closed` again. */
export function inverse(step: Step): Step {
  return step.type === 'close' ? { type: 'reopen', place: step.place } : { type: 'close', place: step.place };
}

/** The closed places after one more step. A place that the baseline does not hold is a bug, and throws. */
export function applyStep(baseline: Baseline, closed: Closed, step: Step): Closed {
  const number = placeNumbers(baseline).get(step.place);
  if (number === undefined) throw new Error(`No place ${step.place} in this baseline: check cuts first.`);
  const next = new Set(closed);
  if (step.type === 'close') next.add(number);
  else next.delete(number);
  return next;
}

/**
 * The places that a list of cuts closes.
 * @throws Error when `checkCuts` finds a problem: it is the caller's to show, not to play on.
 */
export function applyCuts(baseline: Baseline, cuts: readonly Cut[]): Closed {
  const problems = checkCuts(baseline, cuts);
  if (problems.length > 0)
    throw new Error(`Cuts were played unchecked. ${problems.map((problem) => problem.message).join(' ')}`);
  const numbers = placeNumbers(baseline);
  return new Set(cuts.map((cut) => (cut.type === 'close' ? (numbers.get(cut.place) ?? -1) : -1)));
}
