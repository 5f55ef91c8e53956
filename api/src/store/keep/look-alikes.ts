import type { Pin } from '@kith/core/keep/contribution';
import type { Neighbour } from '@kith/core/keep/queue';
import { type Kind, kindOf } from '@kith/core/place/kinds';
import { type Listing, likeness, matchedAs, type ReadListing, readListing } from '@kith/core/place/match';
import { compareNames } from '@kith/core/place/match/name-key';
import type { PlaceStatus, PlaceSummary } from '@kith/core/place/place';
import { and, asc, isNotNull, ne, sql } from 'drizzle-orm';
import { place } from '../../db/schema.ts';
import { matchColumns } from '../match-store.ts';
import type { Database } from '../open.ts';
import { inRing, matchExpression, squaredMetres, wordHits } from '../place-query.ts';
import { type Position, positionFrom } from './place-ground.ts';

/** What somebody is about to add, as far as they have said it. */
export interface AskedLike {
  readonly name: string;
  readonly kind: Kind | null;
  readonly pin: Pin | null;
  readonly postcode: string | null;
  readonly address?: string | null;
  readonly uprn?: string | null | undefined;
  /** A place that is not its own twin. */
  readonly not?: string;
}

/** So far round the spot is looked, and at so many of the nearest. */
export const RING_METRES = 3_000;
export const MOST_LOOKED_AT = 400;
/** By name alone, where no spot is known. */
const MOST_BY_NAME = 60;
/** A letter or two begin thousands of names, and are like none of them. */
const LEAST_LETTERS = 3;
export const MOST_SHOWN = 5;
/** Below this showing one would only be in the way: nine of ten such are another place. */
export const LEAST = 0.1;

/**
 * Listed places that may be the one somebody is about to add, likeliest first. By the same reckoning that merges lists
 * (core/src/place/match), with the kind left open: what one calls a hall another calls a group that meets there.
 */
export async function lookAlikes(db: Database, asked: AskedLike): Promise<Neighbour[]> {
  const { name, pin, postcode, address = null } = asked;
  const at = await positionFrom(db, { pin, postcode, address });
  const rows = at === null ? await byName(db, name) : await near(db, at);
  const others = rows.filter(({ id }) => id !== asked.not);
  return likest(asked, at, others).map(({ row, score, reasons }) => ({
    id: row.id,
    name: row.name,
    kind: row.kind,
    address: addressOf(row),
    straightMetres: at === null ? null : metresTo(at, row),
    likeness: score,
    reasons,
  }));
}

/** Those that may be what is asked, the likeliest first. @param at where that is, if it is known */
export function likest<Row extends Candidate>(
  { name, kind, postcode, address = null, uprn = null }: AskedLike,
  at: Position | null,
  rows: readonly Row[],
): { readonly row: Row; readonly score: number; readonly reasons: string[] }[] {
  const mine = readListing({
    name,
    kind: kind === null || kind === 'bench' ? 'other' : kind,
    status: 'open',
    mobile: false,
    postcode,
    address,
    councils: [],
    uprn,
    easting: at?.easting ?? null,
    northing: at?.northing ?? null,
    precision: at?.precision ?? 'none',
    spreadMetres: at?.spreadMetres ?? 0,
  });
  return rows
    .map((row) => ({ row, ...likenessTo(mine, row, kind) }))
    .filter(({ score }) => score >= LEAST)
    .sort((one, other) => other.score - one.score || (one.row.id < other.row.id ? -1 : 1))
    .slice(0, MOST_SHOWN);
}

export function addressOf(row: Pick<Candidate, 'address' | 'postcode'>): string | null {
  return [row.address, row.postcode].filter(Boolean).join(', ') || null;
}

/** The rule that libraries stand far apart holds where both are one; everything else goes by the other rules. */
function likenessTo(
  mine: ReadListing,
  row: Candidate,
  asked: Kind | null,
): { readonly score: number; readonly reasons: string[] } {
  const kind = row.kind as Kind;
  const alike = asked !== null && matchedAs(kind) === matchedAs(asked);
  const listing: Listing = {
    ...row,
    kind: alike ? kind : mine.listing.kind,
    status: row.status as PlaceStatus,
    precision: row.precision as PlaceSummary['precision'],
    councils: [],
  };
  const own = alike ? mine : readListing({ ...mine.listing, kind: 'other' });
  const like = likeness(own, readListing(alike ? listing : { ...listing, kind: 'other' }));
  const reasons = [...like.reasons, ...(alike || asked === null ? [] : [`listed as: ${kindOf(kind).label}`])];
  const meets = asked !== null && (asked === 'group') !== (kind === 'group');
  const named = ['same', 'own', 'spelling'].includes(compareNames(mine.name, readListing(listing).name));
  return { score: meets && !named ? elsewise(like.odds) : like.score, reasons };
}

/**
 * A group that meets in a library is called after it and stands on its spot: where the rest of the names differs, that
 * says where it meets and not that it is the same. One in fifty; errs towards two places, which a steward can merge.
 */
const MEETS_THERE = 1 / 50;

function elsewise(odds: number): number {
  const less = odds * MEETS_THERE;
  return Math.round((less / (1 + less)) * 10_000) / 10_000;
}

/** Something that what is asked is compared with. */
export type Candidate = Pick<typeof place.$inferSelect, keyof typeof matchColumns>;

type Spot = { readonly easting: number; readonly northing: number };

async function near(db: Database, spot: Spot): Promise<Candidate[]> {
  return db
    .select(matchColumns)
    .from(place)
    .where(and(ne(place.kind, 'bench'), isNotNull(place.easting), inRing(spot, RING_METRES)))
    .orderBy(asc(squaredMetres(spot)), asc(place.id))
    .limit(MOST_LOOKED_AT);
}

/** In one question: a row of the database costs more on its way than in the index. */
async function byName(db: Database, name: string): Promise<Candidate[]> {
  const match = name.trim().length < LEAST_LETTERS ? undefined : matchExpression(name);
  if (match === undefined) return [];
  const best = sql`(select key from ${wordHits(match)} order by rank limit ${MOST_BY_NAME})`;
  return db
    .select(matchColumns)
    .from(place)
    .where(and(ne(place.kind, 'bench'), sql`${place.key} in ${best}`));
}

export function metresTo(
  spot: Spot,
  row: { readonly easting: number | null; readonly northing: number | null },
): number | null {
  if (row.easting === null || row.northing === null) return null;
  const east = row.easting - spot.easting;
  const north = row.northing - spot.northing;
  return Math.round(Math.sqrt(east * east + north * north));
}
