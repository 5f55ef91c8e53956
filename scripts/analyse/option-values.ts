import { parse } from 'csv-parse/sync';

/** The command was not written as it must be; the message says how. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** @throws UsageError as all here do: with what was given and what to give instead. */
export function limitOf(command: string, limit: string | undefined): number {
  if (limit === undefined)
    throw new UsageError(`${command} needs --limit: the most that a cost may be, such as --limit 800.`);
  const value = numberOf(limit);
  if (value === null || value < 0)
    throw new UsageError(`--limit is "${limit}". Give a number, 0 or more, without commas or units.`);
  return value;
}

/** How many places are open in all. */
export function openOf(open: string | undefined): number {
  if (open === undefined)
    throw new UsageError('site needs --open: how many places are open in all, the fixed ones among them.');
  const value = numberOf(open);
  if (value === null || value < 1 || !Number.isSafeInteger(value))
    throw new UsageError(`--open is "${open}". Give a whole number, 1 or more.`);
  return value;
}

/** A number above 0. */
export function positive(name: string, text: string): number {
  const value = numberOf(text);
  if (value === null || value <= 0) throw new UsageError(`--${name} is "${text}". Give a number above 0.`);
  return value;
}

function numberOf(text: string): number | null {
  if (!/^\s*-?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i.test(text)) return null;
  const value = Number(text);
  return Number.isFinite(value) ? value : null;
}

/** Ids parted by commas, each once; one that holds a comma goes in quotation marks, as in CSV. */
export function idsIn(name: string, texts: readonly string[]): string[] {
  try {
    const rows = texts.flatMap((text) => parse(text, { trim: true, relax_column_count: true }) as string[][]);
    return [...new Set(rows.flat().filter((id) => id !== ''))];
  } catch {
    throw new UsageError(
      `--${name} cannot be read: a quotation mark is not closed. Part the ids by commas, such as --${name} A,B.`,
    );
  }
}
