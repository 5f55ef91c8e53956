/** Milliseconds that something takes, and what it gave. */
export function timed<T>(run: () => T): { readonly ms: number; readonly value: T } {
  const started = performance.now();
  const value = run();
  return { ms: performance.now() - started, value };
}

/** The value at a share of the way through, such as .5 for the median; 0 of nothing. */
export function quantile(values: readonly number[], at: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(at * sorted.length))] ?? 0;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** Milliseconds as they are printed: the smaller, the more figures; minutes where they are many. */
export function ms(value: number): string {
  if (value >= 60_000) return `${(value / 60_000).toFixed(1)} minutes`;
  return `${value.toFixed(value < 0.1 ? 4 : value < 10 ? 3 : value < 100 ? 1 : 0)} ms`;
}

/** How many times as long one thing takes as another. */
export function times(slow: number, fast: number): string {
  const ratio = slow / fast;
  return `${ratio < 10 ? ratio.toFixed(1) : Math.round(ratio).toLocaleString('en-GB')} times`;
}
