import { type SQL, sql } from 'drizzle-orm';

/**
 * SQLite reads a decimal in JSON up to one unit in the last place off. Two whole numbers it reads exactly, and their
 * quotient is rounded as everywhere, so a fraction travels as two: `[n, -1]` is n / 1e9, `[n, k]` is n / 2^k.
 */
const BILLION = 1e9;
const MOST_HALVINGS = 62;

/** A number as two whole ones. Exact for all of nine decimals or fewer, and for all from a thousandth up. */
export function exactParts(value: number): readonly [number | null, number] {
  if (!Number.isFinite(value)) return [null, 0];
  if (Number.isInteger(value)) return [value, 0];
  const billionths = Math.round(value * BILLION);
  if (Number.isSafeInteger(billionths) && billionths / BILLION === value) return [billionths, -1];
  let halvings = 0;
  let whole = value;
  while (!Number.isInteger(whole) && halvings < MOST_HALVINGS) {
    whole *= 2;
    halvings++;
  }
  return [whole, halvings];
}

/** The SQL that makes the number of its two parts again. */
export function wholeAgain(part: SQL, scale: SQL): SQL {
  return sql`case ${scale} when -1 then ${part} / 1e9 else ${part} * 1.0 / (1 << ${scale}) end`;
}
