import { round9 } from '../round9.ts';

/**
 * Shares a whole number out in proportion to weights so that the parts are whole and add up exactly
 * (largest remainder, also called Hamilton's method).
 *
 * @param total a whole number, 0 or more: people, households.
 * @param weights one per part, 0 or more. When all are 0 the total is spread evenly, the first parts first.
 * @returns one whole number per weight; they add up to `total`. `[]` for no weights and a total of 0.
 * Ties go to the lower index. Remainders are compared at 9 decimals, so that the last digit of a
 * division never decides.
 * @throws RangeError on a total or weight that is negative or not a number, on a total that is not whole,
 * and where there is something to share and nobody to share it among.
 */
export function largestRemainder(total: number, weights: readonly number[]): number[] {
  if (!Number.isSafeInteger(total) || total < 0)
    throw new RangeError(`total is not a whole number: ${total}`);
  for (const weight of weights) {
    if (!Number.isFinite(weight) || weight < 0) throw new RangeError(`not a weight: ${weight}`);
  }
  if (weights.length === 0 && total > 0) throw new RangeError('nobody to share among');

  const sum = weights.reduce((soFar, weight) => soFar + weight, 0);
  const quotas = weights.map((weight) => (sum > 0 ? (total * weight) / sum : total / weights.length));
  const parts = quotas.map((quota) => Math.floor(quota + 1e-9));
  const remainders = quotas.map((quota, index) => round9(quota - (parts[index] ?? 0)));
  const order = remainders
    .map((_, index) => index)
    .sort((a, b) => (remainders[b] ?? 0) - (remainders[a] ?? 0) || a - b);

  const left = total - parts.reduce((soFar, part) => soFar + part, 0);
  for (const index of order.slice(0, left)) parts[index] = (parts[index] ?? 0) + 1;
  return parts;
}
