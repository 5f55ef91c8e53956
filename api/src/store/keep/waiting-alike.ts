import { newPlaceSchema } from '@kith/core/keep/contribution';
import type { WaitingNeighbour } from '@kith/core/keep/queue';
import { sql } from 'drizzle-orm';
import { waiting, waitingAlike, waitingSpot } from '../../db/keeping-schema.ts';
import type { Database } from '../open.ts';
import {
  addressOf,
  type Candidate,
  likest,
  MOST_LOOKED_AT,
  MOST_SHOWN,
  metresTo,
  RING_METRES,
} from './look-alikes.ts';
import { newPlaceId } from './new-place-fields.ts';
import { positionFrom } from './place-ground.ts';
import type { WaitingRow } from './waiting-store.ts';

/** From here on a line of the queue says so: more likely than not. What is less likely is shown with the rest. */
const LIKELY = 0.5;

/**
 * Notes where a new place is said to be, and which others that wait it may be the same as. What was sent never changes,
 * so it is compared once, when it comes or is put back, and not whenever the queue is looked at. Call it in the
 * transaction that does so; what comes by hundreds is compared afterwards, see compare-earlier.ts.
 * @returns whether it was: not where nobody knows where it is
 */
export async function compareWaiting(
  db: Database,
  { id, body }: Pick<WaitingRow, 'id' | 'body'>,
): Promise<boolean> {
  const read = newPlaceSchema.safeParse(JSON.parse(body));
  if (!read.success) return false;
  const at = await positionFrom(db, read.data);
  if (at === null) return false;
  const { easting, northing, precision, spreadMetres } = at;
  await db
    .insert(waitingSpot)
    .values({ waitingId: id, easting, northing, precision, spreadMetres })
    .onConflictDoNothing();
  const near = await waitingNear(db, at, id);
  // Each for themselves: forty that are set apart are as like as the one honest other, and would leave it no room.
  const found = [false, true]
    .flatMap((apart) =>
      likest(
        read.data,
        at,
        near.filter((each) => each.apart === apart),
      ),
    )
    .map(({ row, score, reasons }) => ({ otherId: row.id, score, reasons: JSON.stringify(reasons) }));
  if (found.length === 0) return true;
  await db
    .insert(waitingAlike)
    .values(
      found.flatMap((each) => [
        { oneId: id, ...each },
        { ...each, oneId: each.otherId, otherId: id },
      ]),
    )
    .onConflictDoNothing();
  return true;
}

interface WaitingCandidate extends Candidate {
  readonly apart: boolean;
}

/** Honest ones before those that are set apart: a flood on one spot hides none of them. */
async function waitingNear(
  db: Database,
  { easting, northing }: { readonly easting: number; readonly northing: number },
  not: string,
): Promise<WaitingCandidate[]> {
  const rows = await db.all<{ rows: string }>(sql`
    select json_group_array(json_object('id', id, 'name', title, 'kind', kind, 'status', status, 'mobile', json('false'),
      'easting', easting, 'northing', northing, 'precision', precision, 'spreadMetres', spread_metres,
      'postcode', postcode, 'address', address, 'uprn', uprn, 'apart', json(iif(apart, 'true', 'false')))) as rows
    from (
      select w.id, w.apart, json_extract(w.body, '$.name') as title, json_extract(w.body, '$.kind') as kind,
        coalesce(json_extract(w.body, '$.status'), 'open') as status, s.easting, s.northing, s.precision, s.spread_metres,
        json_extract(w.body, '$.postcode') as postcode, json_extract(w.body, '$.address') as address,
        json_extract(w.body, '$.uprn') as uprn
      from ${waitingSpot} s join ${waiting} w on w.id = s.waiting_id
      where s.easting between ${easting - RING_METRES} and ${easting + RING_METRES}
        and s.northing between ${northing - RING_METRES} and ${northing + RING_METRES}
        and w.state = 'waiting' and w.id <> ${not}
      order by w.apart, (s.easting - ${easting}) * (s.easting - ${easting}) + (s.northing - ${northing}) * (s.northing - ${northing}), w.id
      limit ${MOST_LOOKED_AT})
    where kind <> 'bench'`);
  return JSON.parse(rows[0]?.rows ?? '[]') as WaitingCandidate[];
}

/** The others that wait and may be the same place as this one, likeliest first. */
export async function waitingLike(db: Database, id: string): Promise<WaitingNeighbour[]> {
  const rows = await db.all<
    Pick<WaitingRow, 'id' | 'body'> & {
      readonly placeId: string | null;
      readonly score: number;
      readonly reasons: string;
      readonly easting: number;
      readonly northing: number;
      readonly atEasting: number;
      readonly atNorthing: number;
    }
  >(sql`
    select w.id, w.body, w.place_id as placeId, a.score, a.reasons, s.easting, s.northing,
      own.easting as atEasting, own.northing as atNorthing
    from ${waitingAlike} a join ${waiting} w on w.id = a.other_id
      join ${waitingSpot} s on s.waiting_id = w.id join ${waitingSpot} own on own.waiting_id = a.one_id
    where a.one_id = ${id} and w.state = 'waiting' order by w.apart, a.score desc, w.at, w.id limit ${MOST_SHOWN}`);
  return rows.map((row) => {
    const sent = newPlaceSchema.parse(JSON.parse(row.body));
    return {
      id: row.placeId ?? newPlaceId(sent.key),
      name: sent.name,
      kind: sent.kind,
      address: addressOf(sent),
      straightMetres: metresTo({ easting: row.atEasting, northing: row.atNorthing }, row),
      likeness: row.score,
      reasons: JSON.parse(row.reasons) as string[],
      waits: row.id,
    };
  });
}

/**
 * Of lines of the queue those that likely are one with another that waits and is not set apart, each with what that is
 * called. From the lines to their pairs, in this order: the other way round all that waits would be gone through.
 */
export async function likelyAlike(db: Database, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.all<{ id: string; title: string }>(sql`
    select a.one_id as id, w.title, max(a.score)
    from json_each(${JSON.stringify(ids)}) as line cross join ${waitingAlike} a on a.one_id = line.value
      cross join ${waiting} w on w.id = a.other_id
    where a.score >= ${LIKELY} and w.state = 'waiting' and w.apart = 0
    group by a.one_id`);
  return new Map(rows.map(({ id, title }) => [id, title]));
}
