import type { Kind } from '@kith/core/place/kinds';
import type { PlaceStatus } from '@kith/core/place/place';
import { and, eq, gt, gte, inArray, isNotNull, lte, ne, or, type SQL, sql } from 'drizzle-orm';
import { place } from '../db/schema.ts';
import { toDegrees } from '../geo/national-grid.ts';
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

/**
 * The conditions of a filter, less its words (those join the full-text table).
 * @param ground which places count as those of its map; left out: its own
 */
export function conditions(filter: PlaceFilter, ground?: SQL): SQL | undefined {
  const parts: (SQL | undefined)[] = [];
  if (filter.bbox !== undefined) parts.push(inBox(filter.bbox));
  if (filter.kinds !== undefined) parts.push(inArray(place.kind, [...filter.kinds]));
  if (filter.patch !== undefined) parts.push(ground ?? eq(place.patch, filter.patch));
  if (!filter.outside) parts.push(eq(place.outside, false));
  if (filter.statuses !== undefined) parts.push(inArray(place.status, [...filter.statuses]));
  else if (filter.words === undefined) parts.push(ne(place.status, 'closed'));
  if (filter.near !== undefined) {
    parts.push(isNotNull(place.easting));
    const { withinMetres } = filter.near;
    if (withinMetres !== undefined) parts.push(inRing(filter.near, withinMetres));
  }
  return and(...parts);
}

/** Degrees of latitude and of longitude that a metre is at most, in Great Britain. */
const LATITUDE_PER_METRE = 1 / 110_000;
const LONGITUDE_PER_METRE = 1 / 52_000;
/** More than grid and degrees differ by (api/src/geo/national-grid.ts). */
const MARGIN_METRES = 100;

/** Up to and with so many straight metres from a point. The R*Tree finds the candidates, in degrees. */
export function inRing(near: NonNullable<PlaceFilter['near']>, metres: number): SQL | undefined {
  const { lon, lat } = toDegrees(near.easting, near.northing);
  const wide = (metres + MARGIN_METRES) * LONGITUDE_PER_METRE;
  const high = (metres + MARGIN_METRES) * LATITUDE_PER_METRE;
  return and(
    candidates([lon - wide, lat - high, lon + wide, lat + high]),
    lte(squaredMetres(near), metres * metres),
  );
}

function candidates([west, south, east, north]: readonly [number, number, number, number]): SQL {
  return sql`${place.key} in (select key from place_position where east >= ${west} and west <= ${east} and north >= ${south} and south <= ${north})`;
}

/** The R*Tree finds the candidates; its numbers are rounded outwards, so the exact ones are looked at again. */
export function inBox(box: readonly [number, number, number, number]): SQL | undefined {
  const [west, south, east, north] = box;
  return and(
    candidates(box),
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

/** Ranks are small fractions. As whole numbers they keep their order and stay exact in a cursor. */
const RANK_PARTS = 1e12;

/**
 * Full-text hits with their rank (lower is better). A limit keeps SQLite from folding it into the outer query.
 * @param patch only places of that map, which the index knows of: the others are not looked at
 */
export function wordHits(match: string, patch?: string): SQL {
  const words = `{name address kind for_whom when_words} : (${match})`;
  const asked = patch === undefined ? words : `scope : "patch${patch.replaceAll('-', '')}" AND ${words}`;
  return sql`(select rowid as key, cast(round(bm25(place_words, 10, 3, 4, 1, 1, 0) * ${RANK_PARTS}) as integer) as rank from place_words where place_words match ${asked} limit 1000000) as hits`;
}

/** Everything after a row in an order by one value and then the id. */
export function after(order: SQL, value: string | number, id: string): SQL | undefined {
  return or(sql`${order} > ${value}`, and(sql`${order} = ${value}`, gt(place.id, id)));
}
