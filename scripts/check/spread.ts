export interface Spread {
  readonly median: string;
  readonly p95: string;
  readonly farthest: string;
}

/** Median, 95th percentile and farthest: the smallest value that so many of the values do not exceed. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => (sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN).toFixed(1);
  return { median: at(0.5), p95: at(0.95), farthest: at(1) };
}
