import { percentOf as percent, oneDecimal as rounded } from '../load/world/one-decimal.ts';

/** A cell: text, a number written as it is, or nothing. Missing is empty, never 0. */
export type Cell = string | number | null | undefined;

/**
 * Rows as CSV: UTF-8, LF, a header row, quotes only where they are needed.
 * @throws Error on a number that is not finite: a NaN must never reach a file.
 */
export function csvText<C extends string>(
  columns: readonly C[],
  rows: readonly Readonly<Record<C, Cell>>[],
): string {
  const lines = rows.map((row) => columns.map((column) => cellText(row[column], column)).join(','));
  return `${[columns.join(','), ...lines].join('\n')}\n`;
}

function cellText(cell: Cell, column: string): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number' && !Number.isFinite(cell)) throw new Error(`${column} holds ${cell}`);
  const text = String(cell).replace(/\s+/g, ' ').trim();
  return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A share as a percentage with one decimal, or empty where there is nothing to divide by. */
export function percentOf(part: number | null, whole: number | null): string {
  return percent(part, whole)?.toFixed(1) ?? '';
}

/** One decimal, halves up; empty where there is no number. */
export function oneDecimal(value: number | null): string {
  return value === null ? '' : rounded(value).toFixed(1);
}

/** The number in a cell of a source, or null where it is empty or no number. */
export function numberIn(text: string | undefined): number | null {
  if (text === undefined || text.trim() === '') return null;
  const value = Number(text);
  return Number.isFinite(value) ? value : null;
}

/** Plain order of characters, the same on every machine and in every language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
