import { and, type SQL, sql } from 'drizzle-orm';
import { place } from '../db/schema.ts';
import type { Position } from './cursor.ts';
import { anyStale, atLeast, notYet } from './keep/freshness.ts';
import { nearBy } from './near-by.ts';
import { isOutside, onMap } from './on-map.ts';
import type { Database } from './open.ts';
import { after, conditions, type PlaceFilter, squaredMetres, wordHits } from './place-query.ts';
import { rowOfCells, type SummaryRow, summaryCells } from './place-rows.ts';

export interface PageRow {
  readonly row: SummaryRow;
  /** The row's value in the order of the question: with its id it says where a page ended. */
  readonly order: string | number;
  readonly isStale: boolean;
}

export interface Asked {
  readonly filter: PlaceFilter;
  /** The words as the full-text table takes them, where there are any. */
  readonly match: string | undefined;
  /** Where the page before ended. */
  readonly from: Position | undefined;
  readonly limit: number;
  /** ISO day; null: nothing is stale. */
  readonly today: string | null;
}

/**
 * The rows of one page in order, and how many there are on all pages together. First the keys are found and put in
 * order, then only those of the page are read whole. `outside` counts those of the total that stand outside the map.
 */
export async function readPage(db: Database, asked: Asked): Promise<Page> {
  const { from, limit, today } = asked;
  if (today === null || !(await anyStale(db, today))) return readPart(db, asked, false, undefined);
  const fresh = from?.isStale === true ? undefined : await readPart(db, asked, false, notYet('stale', today));
  const left = limit - (fresh?.rows.length ?? 0);
  if (fresh !== undefined && left <= 0) return fresh;
  const rest = { ...asked, from: fresh === undefined ? from : undefined, limit: left };
  const stale = await readPart(db, rest, true, atLeast('stale', today), fresh);
  return { ...stale, rows: [...(fresh?.rows ?? []), ...stale.rows] };
}

interface Page {
  readonly rows: PageRow[];
  readonly total: number;
  readonly outside: number;
}

/**
 * @param part which rows are wanted; undefined: all. The others count too.
 * @param counted how many there are, where that is known already
 */
async function readPart(
  db: Database,
  { filter, match, from, limit }: Asked,
  isStale: boolean,
  part: SQL | undefined,
  counted?: Pick<Page, 'total' | 'outside'>,
): Promise<Page> {
  const hits = match === undefined ? undefined : wordHits(match, filter.patch);
  const order = orderOf(filter);
  const where = conditions(filter, await groundOf(db, filter));
  const beyond = from && after(order, from.value, from.id);
  // Where an index gives the order, or only a few near by are wanted, counting as one goes would cost more.
  const inOrder = hits === undefined && filter.bbox === undefined && filter.patch === undefined;
  const box = inOrder && from === undefined ? await nearBy(db, filter, and(where, part), limit) : undefined;
  const countAlong = from === undefined && !inOrder && part === undefined;
  const source = hits === undefined ? sql`${place}` : sql`${hits} join ${place} on ${place.key} = hits.key`;
  const beside = isOutside(filter.patch);
  const found = await db.all<{ total: number | null; aside: number | null; cells: string }>(sql`
    with page as materialized (
      select ${place.key} as key, ${order} as o, ${countAlong ? sql`count(*) over ()` : sql`null`} as n,
        ${countAlong ? sql`sum(${beside}) over ()` : sql`null`} as aside
      from ${source} where ${and(where, part, beyond, box) ?? sql`true`} order by ${order}, ${place.id} limit ${limit}
    )
    select max(page.n) as total, max(page.aside) as aside, json_group_array(json_array(page.o, ${summaryCells}) order by page.o, ${place.id}) as cells
    from page join ${place} on ${place.key} = page.key`);
  const read = JSON.parse(found[0]?.cells ?? '[]') as [string | number, unknown[]][];
  return {
    rows: read.map(([value, cells]) => ({ row: rowOfCells(cells), order: value, isStale })),
    ...(countAlong
      ? { total: found[0]?.total ?? 0, outside: found[0]?.aside ?? 0 }
      : counted === undefined
        ? await countPlaces(db, source, where, beside)
        : { total: counted.total, outside: counted.outside }),
  };
}

function orderOf(filter: PlaceFilter): SQL {
  if (filter.near !== undefined) return squaredMetres(filter.near);
  if (filter.words !== undefined) return sql`hits.rank`;
  return filter.sort === 'times' ? sql`${place.timesName}` : sql`${place.sortName}`;
}

/**
 * To somebody who asks what is nearest a council's border is no wall: the places of neighbouring maps count too, as far
 * round as they do for walks. Undefined: the map's own places alone.
 */
async function groundOf(db: Database, filter: PlaceFilter): Promise<SQL | undefined> {
  const { near, words, outside, patch } = filter;
  return near !== undefined && words === undefined && outside ? onMap(db, patch) : undefined;
}

async function countPlaces(
  db: Database,
  source: SQL,
  where: SQL | undefined,
  beside: SQL,
): Promise<{ total: number; outside: number }> {
  const rows = await db.all<{ total: number; outside: number | null }>(
    sql`select count(*) as total, sum(${beside}) as outside from ${source} where ${where ?? sql`true`}`,
  );
  return { total: rows[0]?.total ?? 0, outside: rows[0]?.outside ?? 0 };
}
