import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

const folder = join(import.meta.dirname, '..', '..', 'data', 'starter');

/** The rows of a starter file, read straight from it: tests must not lean on the loaders they judge. */
export function starterRows(file: string): Record<string, string>[] {
  return parse(readFileSync(join(folder, file)), { columns: true }) as Record<string, string>[];
}
