/** To one decimal, halves up, without the tail that binary fractions leave. */
export function oneDecimal(value: number): number {
  return Math.round(value * 10 + 1e-9) / 10;
}

/** A share as a percentage to one decimal; null where there is nothing to divide by. */
export function percentOf(part: number | null, whole: number | null): number | null {
  if (part === null || whole === null || whole <= 0) return null;
  return oneDecimal((100 * part) / whole);
}
