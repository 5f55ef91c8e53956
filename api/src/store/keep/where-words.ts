import { pinSchema } from '@kith/core/keep/contribution';
import type { BeforeAfter } from '@kith/core/keep/queue';
import { asc, sql } from 'drizzle-orm';
import { place, placeName, postcode } from '../../db/schema.ts';
import type { Database } from '../open.ts';
import { inRing, squaredMetres } from '../place-query.ts';
import { type Position, positionOfPin } from './place-ground.ts';

/** Where a place stands, in words: nobody who decides on a move reads coordinates. */

type Spot = Pick<Position, 'easting' | 'northing' | 'spreadMetres'>;

/** So far round a spot listed places say which map it lies on and which postcodes there are. */
const RING_METRES = 3_000;
const MOST_LISTED = 40;
const MOST_SECTORS = 4;
/** A postcode in a town is a street or a part of one; one that is farther off than this is that of somewhere else. */
const POSTCODE_METRES = 300;
/** Farther than this from the middle of a village or a part of a town nobody calls it by that name. */
const NAME_METRES = 4_000;

/** Rows of a before and after, where a position says where it is and how far it would move. */
export function withMoves(db: Database, rows: readonly BeforeAfter[]): Promise<BeforeAfter[]> {
  return withWords(db, rows, (from, to) => {
    const move = moveWords(from, to);
    return move === null ? 'The same spot' : `${move} of where it stood`;
  });
}

/** The same of two listings side by side: how far they stand from each other, whichever of them stays. */
export function withDistances(db: Database, rows: readonly BeforeAfter[]): Promise<BeforeAfter[]> {
  return withWords(db, rows, (from, to) => `${distanceWords(from, to)} from the other`);
}

async function withWords(
  db: Database,
  rows: readonly BeforeAfter[],
  between: (from: Spot, to: Spot) => string,
): Promise<BeforeAfter[]> {
  const worded: BeforeAfter[] = [];
  for (const row of rows) {
    if (row.field !== 'position') {
      worded.push(row);
      continue;
    }
    const [before, after, meanwhile] = [row.before, row.after, row.meanwhile].map(spotOf);
    const stands = row.meanwhile === undefined ? before : meanwhile;
    const said = after && [stands ? between(stands, after) : null, await spotWords(db, after)];
    worded.push({
      ...row,
      words: {
        before: before ? sentence([await spotWords(db, before)]) : null,
        after: said ? sentence(said) : null,
        meanwhile: meanwhile ? sentence([await spotWords(db, meanwhile)]) : null,
      },
    });
  }
  return worded;
}

function spotOf(value: unknown): Spot | null {
  const pin = pinSchema.safeParse(value);
  return pin.success ? positionOfPin(pin.data) : null;
}

function sentence(parts: readonly (string | null)[]): string | null {
  const said = parts.filter((part) => part !== null).join(', ');
  return said === '' ? null : `${said.charAt(0).toUpperCase()}${said.slice(1)}`;
}

/** The village or the part of a town, and the postcode: "in or near Narborough, by LE19 2EP". Null where neither is known. */
async function spotWords(db: Database, spot: Spot): Promise<string | null> {
  const listed = await db
    .select({ patch: place.patch, postcode: place.postcode })
    .from(place)
    .where(inRing(spot, RING_METRES))
    .orderBy(asc(squaredMetres(spot)), asc(place.id))
    .limit(MOST_LISTED);
  const name = await nearestName(db, spot, [...new Set(listed.map(({ patch }) => patch))]);
  const sectors = listed.flatMap((each) =>
    each.postcode ? [each.postcode.replace(/\s/g, '').slice(0, -2)] : [],
  );
  const code = spot.spreadMetres > 0 ? null : await nearestPostcode(db, spot, [...new Set(sectors)]);
  const parts = [name && `in or near ${name}`, code && `by ${code}`].filter(Boolean);
  return parts.length === 0 ? null : parts.join(', ');
}

interface Near {
  readonly words: string;
  readonly squared: number;
}

async function nearestName(db: Database, { easting, northing }: Spot, patches: readonly string[]) {
  const rows = await db.all<Near>(sql`
    select name as words, ${squaredOf(easting, northing)} as squared from ${placeName}
    where type <> 'other' and patch in (select value from json_each(${JSON.stringify(patches)})) order by squared limit 1`);
  return within(rows[0], NAME_METRES);
}

async function nearestPostcode(db: Database, { easting, northing }: Spot, sectors: readonly string[]) {
  const rows = await db.all<Near>(sql`
    select folded as words, ${squaredOf(easting, northing)} as squared
    from json_each(${JSON.stringify(sectors.slice(0, MOST_SECTORS))}) as sector
      join ${postcode} p on p.folded >= sector.value || 'A' and p.folded < sector.value || '['
    order by squared limit 1`);
  const folded = within(rows[0], POSTCODE_METRES);
  return folded && `${folded.slice(0, -3)} ${folded.slice(-3)}`;
}

function squaredOf(easting: number, northing: number) {
  return sql.raw(
    `((easting - ${easting}) * (easting - ${easting}) + (northing - ${northing}) * (northing - ${northing}))`,
  );
}

function within(near: Near | undefined, metres: number): string | null {
  return near !== undefined && near.squared <= metres * metres ? near.words : null;
}

/**
 * Why a steward should look twice at a move: a pin put right seldom goes farther than this. What is only known roughly
 * may go as far as it is uncertain. A guess: it errs towards asking.
 */
const FAR_MOVE_METRES = 500;

/** @returns one reason, where it would move far; else none */
export function farMoveReasons(before: unknown, after: unknown): string[] {
  const [from, to] = [spotOf(before), spotOf(after)];
  if (from === null || to === null) return [];
  const [east, north] = [to.easting - from.easting, to.northing - from.northing];
  const usual = FAR_MOVE_METRES + from.spreadMetres + to.spreadMetres;
  return east * east + north * north <= usual * usual ? [] : [`It would move ${moveWords(from, to)}.`];
}

/** How far it is and which way: "120 m north-east". Null where it is the same metre. */
export function moveWords(from: Omit<Spot, 'spreadMetres'>, to: Omit<Spot, 'spreadMetres'>): string | null {
  const [east, north] = [to.easting - from.easting, to.northing - from.northing];
  return east === 0 && north === 0 ? null : `${distanceWords(from, to)} ${directionOf(east, north)}`;
}

function distanceWords(from: Omit<Spot, 'spreadMetres'>, to: Omit<Spot, 'spreadMetres'>): string {
  const [east, north] = [to.easting - from.easting, to.northing - from.northing];
  const metres = Math.sqrt(east * east + north * north);
  if (metres >= 10_000) return `${Math.round(metres / 1_000)} km`;
  if (metres >= 1_000) return `${(metres / 1_000).toFixed(1)} km`;
  return `${metres >= 100 ? 10 * Math.round(metres / 10) : Math.round(metres)} m`;
}

/** The tangent of 22.5 degrees: nearer to an axis than that a way is straight north, south, east or west. */
const TAN_22_5 = 0.4142;

function directionOf(east: number, north: number): string {
  const [wide, high] = [Math.abs(east), Math.abs(north)];
  const upright = high < wide * TAN_22_5 ? '' : north > 0 ? 'north' : 'south';
  const across = wide < high * TAN_22_5 ? '' : east > 0 ? 'east' : 'west';
  return [upright, across].filter(Boolean).join('-');
}
