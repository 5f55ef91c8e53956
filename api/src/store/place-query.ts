import type { Kind } from '@kith/core/place/kinds';
import type { PlaceStatus } from '@kith/core/place/place';
import { and, eq, gt, gte, inArray, isNotNull, lte, ne, or, type SQL, sql } from 'drizzle-orm';
import { place } from '../db/schema.ts';
import { folded } from './folded.ts';

/** What is asked of the list of places. Everything given must hold. */
export interface PlaceFilter {
  /** West, south, east, north in degrees. */
  readonly bbox?: readonly [number, number, number, number];
  readonly kinds?: readonly Kind[];
  readonly words?: string;
  readonly patch?: string;
  /** A point in whole metres of the National Grid: nearest first, and no further than `withinMetres`. */
  readonly near?: { readonly easting: number; readonly northing: number; readonly withinMetres?: number };
  /** Left out: all but closed, or all where words are given. */
  readonly statuses?: readonly PlaceStatus[];
  readonly outside: boolean;
  /** Where neither a point nor words are given: those whose times are known first. Left out: by name. */
  readonly sort?: 'times' | undefined;
}

/** Squared straight metres from the point asked about: whole numbers, so the order is exact. */
export function squaredMetres(near: NonNullable<PlaceFilter['near']>): SQL<number> {
  return sql<number>`((${place.easting} - ${near.easting}) * (${place.easting} - ${near.easting}) + (${place.northing} - ${near.northing}) * (${place.northing} - ${near.northing}))`;
}

/** The conditions of a filter, less its words (those join the full-text table). */
export function conditions(filter: PlaceFilter): SQL | undefined {
  const parts: (SQL | undefined)[] = [];
  if (filter.bbox !== undefined) parts.push(inBox(filter.bbox));
  if (filter.kinds !== undefined) parts.push(inArray(place.kind, [...filter.kinds]));
  if (filter.patch !== undefined) parts.push(eq(place.patch, filter.patch));
  if (!filter.outside) parts.push(eq(place.outside, false));
  if (filter.statuses !== undefined) parts.push(inArray(place.status, [...filter.statuses]));
  else if (filter.words === undefined) parts.push(ne(place.status, 'closed'));
  if (filter.near !== undefined) {
    parts.push(isNotNull(place.easting));
    const { easting, northing, withinMetres } = filter.near;
    if (withinMetres !== undefined) {
      parts.push(
        gte(place.easting, easting - withinMetres),
        lte(place.easting, easting + withinMetres),
        gte(place.northing, northing - withinMetres),
        lte(place.northing, northing + withinMetres),
        lte(squaredMetres(filter.near), withinMetres * withinMetres),
      );
    }
  }
  return and(...parts);
}

/** The R*Tree finds the candidates; its numbers are rounded outwards, so the exact ones are looked at again. */
function inBox([west, south, east, north]: readonly [number, number, number, number]): SQL | undefined {
  return and(
    sql`${place.key} in (select key from place_position where east >= ${west} and west <= ${east} and north >= ${south} and south <= ${north})`,
    gte(place.lon, west),
    lte(place.lon, east),
    gte(place.lat, south),
    lte(place.lat, north),
  );
}

/** Endings that a word is also looked for without: who types "knitting" finds "knit and natter". */
const ENDING = /(ing|ers?|ed|es|s)$/;

/** A word and, where it has a common ending, its beginning without it ("knitting": also "knit"). */
export function wordForms(word: string): readonly string[] {
  const bare = word
    .replace(/ies$/, 'y')
    .replace(ENDING, '')
    .replace(/([bdgklmnprt])\1$/, '$1');
  return bare !== word && bare.length >= 4 ? [word, bare] : [word];
}

/**
 * Words as the full-text table takes them: each must begin a word of the place. Quoted, so that nothing a person
 * types is read as query language.
 * @returns undefined when there is nothing to look for
 */
export function matchExpression(words: string): string | undefined {
  const parts = folded(words).split(' ').filter(Boolean).slice(0, 12);
  const any = (word: string): string =>
    `(${wordForms(word)
      .map((form) => `"${form}"*`)
      .join(' OR ')})`;
  return parts.length === 0 ? undefined : parts.map(any).join(' AND ');
}

/** Full-text hits with their rank (lower is better). A limit keeps SQLite from folding it into the outer query. */
export function wordHits(match: string): SQL {
  return sql`(select rowid as key, bm25(place_words, 10, 3, 4, 1, 1) as rank from place_words where place_words match ${match} limit 100000) as hits`;
}

/** Everything after a row in an order by one value and then the id. */
export function after(
  order: SQL | typeof place.sortName,
  value: string | number,
  id: string,
): SQL | undefined {
  return or(sql`${order} > ${value}`, and(sql`${order} = ${value}`, gt(place.id, id)));
}
