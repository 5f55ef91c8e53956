import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';

export const DATA = fileURLToPath(new URL('../../data/', import.meta.url));
export const STARTER = join(DATA, 'starter');

export type Row = Readonly<Record<string, string>>;

/** The rows of one CSV below data/, as text by column. */
export function rowsOf(path: string): Row[] {
  return parse(readFileSync(join(DATA, path), 'utf8'), { columns: true }) as Row[];
}

/** The names of the CSV files of the starter. */
export function starterFileNames(): string[] {
  return readdirSync(STARTER)
    .filter((name) => name.endsWith('.csv'))
    .sort();
}

/** The header of a starter file. */
export function columnsOf(name: string): string[] {
  return readFileSync(join(STARTER, name), 'utf8').split('\n', 1)[0]?.split(',') ?? [];
}
