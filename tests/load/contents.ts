import type { OpenDatabase } from '@kith/api/store/open';
import type { TemporaryKith } from './temporary-kith.ts';

/**
 * Everything in a database that the starter puts there, as text to compare: rows in order, less the numbers and times
 * that differ between two loads of the same data.
 */
export async function contentsOf(open: OpenDatabase): Promise<Record<string, unknown[]>> {
  const tables = [
    ['source', '*', 'id'],
    ['area', '*', 'code'],
    ['area_value', '*', 'indicator, area'],
    ['home_point', '*', 'id'],
    ['area_shape', '*', 'area'],
    ['district_shape', '*', 'code'],
    ['place_name', '*', 'id'],
    ['postcode_sector', '*', 'sector'],
    ['money', '*', 'authority_code, year'],
    ['meta', '*', 'key'],
    ['claim', 'place_id, field, value, source, source_detail, as_of, basis, licence, author', 'id'],
    ['place', '*', 'id'],
    ['place_position', 'west, east, south, north', 'key'],
    ['place_words', 'rowid, *', 'rowid'],
  ] as const;
  const contents: Record<string, unknown[]> = {};
  for (const [table, columns, order] of tables) {
    const found = await open.client.execute(`select ${columns} from ${table} order by ${order}`);
    contents[table] = found.rows.map((row) => ({ ...row }));
  }
  return contents;
}

/** Counts that say whether the index tables are in step with the places. */
export async function indexesInStep({ open }: TemporaryKith): Promise<Record<string, number>> {
  const count = async (sql: string) => Number((await open.client.execute(sql)).rows[0]?.[0]);
  return {
    positionsMissing: await count(
      'select count(*) from place where lon is not null and key not in (select key from place_position)',
    ),
    positionsTooMany: await count(
      'select count(*) from place_position where key not in (select key from place where lon is not null)',
    ),
    positionsElsewhere: await count(
      `select count(*) from place join place_position on place_position.key = place.key
       where place.lon < west or place.lon > east or place.lat < south or place.lat > north`,
    ),
    wordsMissing: await count('select count(*) from place where key not in (select rowid from place_words)'),
    wordsTooMany: await count('select count(*) from place_words where rowid not in (select key from place)'),
    wordsElsewhere: await count(
      'select count(*) from place join place_words on place_words.rowid = place.key where place_words.name <> place.sort_name',
    ),
  };
}
export const IN_STEP = {
  positionsMissing: 0,
  positionsTooMany: 0,
  positionsElsewhere: 0,
  wordsMissing: 0,
  wordsTooMany: 0,
  wordsElsewhere: 0,
};

/** Columns that tell when something was done, and nothing of what was done. */
const TIMES = /^(at|seconds)$/;

/**
 * Every row of every table, as text to compare, less the times. Shadow tables of the indexes are left out: their rows
 * are read through the indexes themselves.
 */
export async function contentsOfAll(open: OpenDatabase): Promise<Record<string, string[]>> {
  const tables = await open.client.execute(
    `select name from sqlite_master where type = 'table' and name not like 'sqlite_%'
     and name not glob '__drizzle*' and name not glob 'place_words_*' and name not glob 'place_position_*' order by name`,
  );
  const contents: Record<string, string[]> = {};
  for (const { name } of tables.rows) {
    const found = await open.client.execute(`select * from "${String(name)}"`);
    contents[String(name)] = found.rows
      .map((row) =>
        JSON.stringify(
          found.columns.flatMap((column, at) =>
            TIMES.test(column)
              ? []
              : [
                  [
                    column,
                    row[at] instanceof ArrayBuffer ? Buffer.from(row[at]).toString('base64') : row[at],
                  ],
                ],
          ),
        ),
      )
      .sort();
  }
  return contents;
}
