import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

export type Row = Readonly<Record<string, string>>;

/** The tables of a starter that lies below `folder`, as text by column. */
export function readTables(folder: string) {
  const rows = (name: string) =>
    parse(readFileSync(join(folder, 'starter', name), 'utf8'), { columns: true }) as Row[];
  return {
    areas: rows('areas.csv'),
    libraries: rows('libraries.csv'),
    venues: rows('venues.csv'),
    benches: rows('benches.csv'),
  };
}
