import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { BadFileError } from '../files/found-file.ts';

const MOST_PROBLEMS_SHOWN = 20;

export { BadFileError };

/**
 * Reads a CSV file with a header row, each row checked by `row`. Columns the schema does not name are let be.
 * @throws BadFileError naming the file, and every bad row (the header is row 1) and column
 */
export function readCsv<T>(file: string, row: z.ZodType<T>): T[] {
  const problems: string[] = [];
  const rows: T[] = [];
  const records = parse(readFileSync(file), {
    columns: true,
    bom: true,
    skip_empty_lines: true,
    trim: true,
  }) as Record<string, string>[];
  for (const [at, record] of records.entries()) {
    const read = row.safeParse(record);
    if (read.success) rows.push(read.data);
    else
      for (const issue of read.error.issues)
        problems.push(`row ${at + 2}, ${issue.path.join('.') || 'whole row'}: ${issue.message}`);
  }
  if (problems.length > 0) {
    const shown = problems.slice(0, MOST_PROBLEMS_SHOWN).join('\n  ');
    const more = problems.length - MOST_PROBLEMS_SHOWN;
    throw new BadFileError(
      `${basename(file)} has ${problems.length} problem${problems.length === 1 ? '' : 's'}:\n  ${shown}${more > 0 ? `\n  and ${more} more` : ''}`,
    );
  }
  return rows;
}

/** Empty is null: no value, not an empty one. */
const orNull = (given: string) => (given === '' ? null : given);

/** Kinds of column. An empty cell is an error unless the name begins with `maybe`. */
export const cell = {
  text: z.string().min(1, 'is empty'),
  maybeText: z.string().transform(orNull),
  whole: z
    .string()
    .regex(/^-?\d+$/, 'is not a whole number')
    .transform(Number),
  maybeWhole: z
    .string()
    .regex(/^(-?\d+)?$/, 'is not a whole number')
    .transform((given) => (given === '' ? null : Number(given))),
  decimal: z
    .string()
    .regex(/^-?\d+(\.\d+)?$/, 'is not a number')
    .transform(Number),
  maybeDecimal: z
    .string()
    .regex(/^(-?\d+(\.\d+)?)?$/, 'is not a number')
    .transform((given) => (given === '' ? null : Number(given))),
  yesNo: z
    .string()
    .regex(/^(yes|no|true|false|1|0|)$/i, 'is neither yes nor no')
    .transform((given) => /^(yes|true|1)$/i.test(given)),
  maybeYesNo: z
    .string()
    .regex(/^(yes|no|true|false|1|0|)$/i, 'is neither yes nor no')
    .transform((given) => (given === '' ? null : /^(yes|true|1)$/i.test(given))),
};
