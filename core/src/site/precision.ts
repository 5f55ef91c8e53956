import { at } from './cover-table.ts';
import type { SiteProblem } from './problem.ts';

/**
 * How far bounds are trusted, as a share of the value: the solver's own tolerances are a hundredth of it on sums of the
 * size of `scaleFor`, and sums of many thousand numbers round by less. Smaller, and "proven" might not be true.
 */
export const PRECISION = 1e-11;

/** The least share of a step by which a bound in steps gives way to rounding. */
const LEAST_SHARE = 1e-6;
/** The solver is given sums of about this size: its tolerances are absolute, and the least it takes is 1e-10. */
const SIZE = 1024;
/** Whole numbers beyond this are no longer told apart. */
const MOST = 2 ** 53;
const NOT_WHOLE = -1;

/** A power of two, so that dividing by it rounds nothing, which brings a sum to the size the solver is given. */
export function scaleFor(sum: number): number {
  let scale = 1;
  if (!(sum > 0 && sum < Infinity)) return scale;
  while (sum / scale >= SIZE) scale *= 2;
  while (sum / scale < SIZE / 2) scale /= 2;
  return scale;
}

/**
 * The step in which an objective's sum can change (`mclp` weight covered, `p-median` weight times cost, `lscp` places):
 * the common divisor of whole weights, times that of whole costs. 0 where they are not whole, or so large that sums
 * round; and for `p-centre`, which adds nothing up.
 */
export function stepOf({ objective, weights, costs }: SiteProblem): number {
  if (objective === 'lscp') return 1;
  if (objective === 'p-centre') return 0;
  const ofWeights = commonDivisor(0, weights);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (ofWeights === NOT_WHOLE || sum > MOST) return 0;
  if (objective === 'mclp') return ofWeights;
  let [ofCosts, largest] = [0, 0];
  for (let demand = 0; demand < costs.demands; demand++) {
    if (at(weights, demand) === 0) continue;
    const row = costs.values.subarray(demand * costs.candidates, (demand + 1) * costs.candidates);
    ofCosts = commonDivisor(ofCosts, row);
    if (ofCosts === NOT_WHOLE) return 0;
    for (const cost of row) if (cost > largest && cost < Infinity) largest = cost;
  }
  return sum * largest > MOST ? 0 : ofWeights * ofCosts;
}

/** Of another and all finite values; `NOT_WHOLE` where one is a fraction. */
function commonDivisor(other: number, values: Float64Array): number {
  let divisor = other;
  for (let place = 0; place < values.length; place++) {
    let value = values[place] as number;
    if (value === Infinity) continue;
    if (!Number.isSafeInteger(value)) return NOT_WHOLE;
    while (value !== 0) [divisor, value] = [value, divisor % value];
  }
  return divisor;
}

/**
 * A bound found with rounding, moved to the safe side: on to the next sum that can be, where sums go in steps that are
 * told apart; else by `PRECISION`. `step` is that of `stepOf`.
 */
export function safeBound(sense: 'max' | 'min', found: number, step: number): number {
  const sign = sense === 'max' ? -1 : 1;
  const share = Math.max(LEAST_SHARE, (PRECISION * Math.abs(found)) / step);
  if (step > 0 && share < 0.5) return sign * Math.ceil((sign * found) / step - share) * step;
  return found - sign * PRECISION * Math.abs(found);
}
