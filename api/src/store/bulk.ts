import { type Column, getTableColumns, type SQL, type SQLChunk, sql } from 'drizzle-orm';
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
  await sendAll(table, rows, async ({ columns }, json) => {
    const names = columns.map(({ name }) => sql.identifier(name));
    const cells = columns.map(({ cell }) => cell);
    await run(
      db,
      sql`${verb} ${table} (${listed(names)}) select ${listed(cells)} from json_each(${json}) as row`,
    );
  });
}

/**
 * Updates rows that are there, by one column that no two share. Rows that would stay as they are are left alone, so
 * no trigger fires for them.
 */
export async function updateAll<T extends SQLiteTable>(
  db: Database,
  table: T,
  key: keyof T['$inferInsert'] & string,
  rows: Iterable<T['$inferInsert']>,
): Promise<void> {
  await sendAll(table, rows, async ({ columns }, json) => {
    const id = columns.find((column) => column.key === key);
    if (id === undefined) throw new Error(`Rows to update lack their ${key}.`);
    const rest = columns.filter((column) => column !== id);
    const set = rest.map(({ name, cell }) => sql`${sql.identifier(name)} = ${cell}`);
    const differs = rest.map(({ name, cell }) => sql`${table}.${sql.identifier(name)} is not ${cell}`);
    await run(
      db,
      sql`update ${table} set ${listed(set)} from json_each(${json}) as row where ${table}.${sql.identifier(id.name)} = ${id.cell} and (${sql.join(differs, sql` or `)})`,
    );
  });
}

/** Drizzle's own error holds every bound value: half a million letters that nobody wants on a screen or in a log. */
async function run(db: Database, statement: SQL): Promise<void> {
  try {
    await db.run(statement);
  } catch (error) {
    throw error instanceof Error && error.cause instanceof Error ? error.cause : error;
  }
}

/** Sends rows as JSON, some at a time. */
async function sendAll(
  table: SQLiteTable,
  rows: Iterable<Record<string, unknown>>,
  send: (plan: Plan, json: string) => Promise<void>,
): Promise<void> {
  let plan: Plan | undefined;
  let waiting: string[] = [];
  let letters = 0;
  for (const row of rows) {
    plan ??= planOf(table, row);
    const text = JSON.stringify(plan.columns.flatMap(({ key, real }) => cellsOf(row[key], real)));
    waiting.push(text);
    letters += text.length;
    if (letters <= LETTERS_PER_STATEMENT) continue;
    await send(plan, `[${waiting.join(',')}]`);
    waiting = [];
    letters = 0;
  }
  if (plan !== undefined && waiting.length > 0) await send(plan, `[${waiting.join(',')}]`);
}

/** What of a row goes into which column, and how it is read from the JSON again. */
interface Plan {
  readonly columns: readonly {
    readonly key: string;
    readonly name: string;
    readonly real: boolean;
    readonly cell: SQL;
  }[];
}

function planOf(table: SQLiteTable, first: Record<string, unknown>): Plan {
  let next = 0;
  const part = () => sql.raw(`row.value ->> ${next++}`);
  const named = (Object.entries(getTableColumns(table)) as [string, Column][]).filter(
    ([key]) => first[key] !== undefined,
  );
  return {
    columns: named.map(([key, column]) => {
      const real = column.getSQLType() === 'real';
      return { key, name: column.name, real, cell: real ? wholeAgain(part(), part()) : part() };
    }),
  };
}

function listed(parts: readonly SQLChunk[]): SQL {
  return sql.join([...parts], sql`, `);
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
