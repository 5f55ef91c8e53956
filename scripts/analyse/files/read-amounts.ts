import { basename } from 'node:path';
import { whole } from '../../load/whole-number.ts';
import type { Problems } from '../problems.ts';
import { readNumber } from './read-number.ts';
import { readRows } from './read-rows.ts';

/** One number for each id, in the order of the file. */
export interface Amounts {
  /** The file, for messages. */
  readonly label: string;
  readonly ids: readonly string[];
  readonly values: Float64Array;
  /** Position in `ids`. */
  readonly at: ReadonlyMap<string, number>;
}

/**
 * Reads a table of ids and numbers, such as `demand,weight`. Ids are text: `007` and `7` are two ids.
 * @returns null where there is no table to read; rows with a problem keep their id
 */
export async function readAmounts(
  path: string,
  columns: { readonly id: string; readonly amount: string },
  problems: Problems,
): Promise<Amounts | null> {
  const label = basename(path);
  const ids: string[] = [];
  const values: number[] = [];
  const lines: number[] = [];
  const at = new Map<string, number>();
  const wanted = { id: { is: [columns.id] }, amount: { is: [columns.amount] } };
  const read = await readRows(path, wanted, problems, ({ row, cells }) => {
    const line = () => `${label} line ${whole(row)}:`;
    const value = readNumber(cells.amount);
    if (typeof value !== 'number') problems.add(`${line()} ${columns.amount} ${value.problem}.`);
    if (cells.id === '') {
      problems.add(`${line()} ${columns.id} is empty. Give its id.`);
      return;
    }
    const known = at.get(cells.id);
    if (known !== undefined) {
      problems.add(
        `${line()} ${columns.id} ${cells.id} is there already, in line ${whole(lines[known] ?? 0)}. Keep one of them.`,
      );
      return;
    }
    at.set(cells.id, ids.length);
    ids.push(cells.id);
    values.push(typeof value === 'number' ? value : 0);
    lines.push(row);
  });
  return read ? { label, ids, values: Float64Array.from(values), at } : null;
}
