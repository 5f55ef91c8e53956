import { type Column, getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { exactParts, wholeAgain } from './exact-number.ts';
import type { Database } from './open.ts';

/** Letters of JSON in one statement: large enough to be quick, small enough that memory stays flat. */
const LETTERS_PER_STATEMENT = 500_000;

/**
 * Inserts any number of rows of one shape. They travel as one JSON text a statement and are taken apart by SQLite:
 * six times as fast as a bound value for every cell, and the statement stays the same for any number of rows.
 * Blobs cannot travel so.
 * @param rows all with the same keys: null, not undefined, where one has no value. A column that the first does not
 * name gets its default
 * @param options `replace`: a row whose key is there already takes its stead
 */
export async function insertAll<T extends SQLiteTable>(
  db: Database,
  table: T,
  rows: Iterable<T['$inferInsert']>,
  { replace = false }: { readonly replace?: boolean } = {},
): Promise<void> {
  const verb = sql.raw(replace ? 'insert or replace into' : 'insert into');
  let plan: Plan | undefined;
  let waiting: string[] = [];
  let letters = 0;
  const send = async () => {
    if (plan === undefined || waiting.length === 0) return;
    const json = `[${waiting.join(',')}]`;
    await db.run(
      sql`${verb} ${table} (${plan.names}) select ${plan.cells} from json_each(${json}) where true`,
    );
    waiting = [];
    letters = 0;
  };
  for (const row of rows as Iterable<Record<string, unknown>>) {
    plan ??= planOf(table, row);
    const text = JSON.stringify(plan.columns.flatMap(([key, real]) => cellsOf(row[key], real)));
    waiting.push(text);
    letters += text.length;
    if (letters > LETTERS_PER_STATEMENT) await send();
  }
  await send();
}

/** What of a row goes into which column, and how it is read from the JSON. */
interface Plan {
  readonly columns: readonly (readonly [key: string, real: boolean])[];
  readonly names: SQL;
  readonly cells: SQL;
}

function planOf(table: SQLiteTable, first: Record<string, unknown>): Plan {
  const columns = (Object.entries(getTableColumns(table)) as [string, Column][])
    .filter(([key]) => first[key] !== undefined)
    .map(([key, column]) => ({ key, name: column.name, real: column.getSQLType() === 'real' }));
  let cell = 0;
  const cells = columns.map(({ real }) =>
    real
      ? wholeAgain(sql.raw(`value ->> ${cell++}`), sql.raw(`value ->> ${cell++}`))
      : sql.raw(`value ->> ${cell++}`),
  );
  return {
    columns: columns.map(({ key, real }) => [key, real]),
    names: sql.join(
      columns.map(({ name }) => sql.identifier(name)),
      sql`, `,
    ),
    cells: sql.join(cells, sql`, `),
  };
}

function cellsOf(value: unknown, real: boolean): unknown[] {
  if (!real) return [value ?? null];
  return typeof value === 'number' ? [...exactParts(value)] : [null, 0];
}

/** Lists of at most `size`, of any number of things that come one after another. */
export async function* inChunks<T>(all: Iterable<T> | AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
  let chunk: T[] = [];
  for await (const each of all) {
    chunk.push(each);
    if (chunk.length < size) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}
