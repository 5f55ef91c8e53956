/**
 * A number to 9 decimals. Logarithms and exponentials differ in the last digit between machines, so what comes of
 * them is rounded before it is compared, hashed or sent (method 2). Never -0.
 */
export function round9(value: number): number {
  return Math.round(value * 1e9) / 1e9 + 0;
}
