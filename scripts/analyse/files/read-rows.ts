import { readFile, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { missingFrom } from '../../load/files/columns.ts';
import { BadFileError, type FoundFile } from '../../load/files/found-file.ts';
import { onDisk, openFile } from '../../load/files/open-file.ts';
import { type Columns, hasColumns, readTable, type TableRow } from '../../load/files/read-table.ts';
import { whole } from '../../load/whole-number.ts';
import { counted, type Problems } from '../problems.ts';

/** A table of more rows is not held in memory. */
const MOST_ROWS = 10_000_000;

/** Paths that the user types are from where they stand, though npm runs us in the folder of Kith. */
export function pathFrom(path: string): string {
  const { npm_lifecycle_event: script, INIT_CWD: stoodIn } = process.env;
  return script === 'analyse' && stoodIn ? resolve(stoodIn, path) : resolve(path);
}

/**
 * Hands the rows of a CSV file to `each`, cells trimmed, however long it is: UTF-8 or Windows-1252, with or without a
 * byte-order mark, any line ends, columns by name in any order. What cannot be read is a problem.
 * @returns whether there was a table to read at all; its rows may still have problems
 */
export async function readRows<C extends string>(
  path: string,
  columns: Columns<C>,
  problems: Problems,
  each: (row: TableRow<C>) => void,
): Promise<boolean> {
  const label = basename(path);
  let rows = 0;
  try {
    const file = await fileAt(path, label);
    const wrong = wrongColumns(file, columns);
    if (wrong !== null) throw new BadFileError(wrong);
    const reject = (problem: string, row: number | null) =>
      problems.add(`${row === null ? '' : `${label} line ${whole(row)}: `}${sentence(problem)}`);
    for await (const batch of readTable(file, columns, (at) => reject(at.problem, at.row), {
      mostRows: MOST_ROWS,
    })) {
      rows += batch.length;
      for (const row of batch) each(row);
    }
  } catch (error) {
    if (!(error instanceof BadFileError)) throw error;
    problems.add(sentence(error.message));
    return false;
  }
  if (rows > 0) return true;
  problems.add(`${label} has no rows below its header. Give a file with at least one.`);
  return false;
}

async function fileAt(path: string, label: string): Promise<FoundFile> {
  const full = pathFrom(path);
  const found = await stat(full).catch(() => null);
  if (found === null) {
    const lookedFor = full === path ? '' : ` (looked for ${full})`;
    throw new BadFileError(`There is no file ${path}${lookedFor}. Check its name.`);
  }
  if (found.isDirectory()) throw new BadFileError(`${path} is a folder. Give the CSV file in it.`);
  if (found.isFile() && found.size === 0)
    throw new BadFileError(`${label} is empty. Give a CSV file with a header and rows.`);
  const raw = found.isFile() ? onDisk(full, label, found.size) : await held(full, label);
  const files = await openFile(raw);
  const [file] = files;
  if (file === undefined || files.length > 1)
    throw new BadFileError(`${label} holds ${counted(files.length, 'file')}. Give one CSV file.`);
  return file;
}

/** What comes through a pipe can be read only once, so it is read whole. */
async function held(path: string, label: string): Promise<Parameters<typeof openFile>[0]> {
  const bytes = await readFile(path);
  return {
    path,
    label,
    bytes: bytes.length,
    onDisk: false,
    async *open() {
      yield bytes;
    },
  };
}

/** Problems of the loaders begin in the middle of a sentence and end without a full stop. */
function sentence(problem: string): string {
  return /[.!?]$/.test(problem) ? problem : `${problem}.`;
}

function wrongColumns<C extends string>(
  { head, label, trouble }: FoundFile,
  columns: Columns<C>,
): string | null {
  if (trouble !== undefined || head.format === 'xlsx') return null;
  const all = missingFrom([], columns).join(', ');
  if (head.format !== 'csv' && head.format !== 'tsv')
    return `${label} is no CSV file. Give a text file with a header row: ${all}.`;
  if (hasColumns(head, columns)) return null;
  const missing = missingFrom(head.columns, columns);
  const has = head.columns.slice(0, 12).map((name) => `"${name.slice(0, 40)}"`);
  return (
    `${label} has no column ${missing.map((name) => `"${name}"`).join(' and no column ')}. ` +
    `Its first row is ${has.join(', ')}. It needs a header row with the columns ${all}, in any order.`
  );
}
