import type { Claim, PlaceDetail, PlaceField } from '@kith/core/place/place';
import { asc, desc, sql } from 'drizzle-orm';
import { mergeCandidate } from '../db/schema.ts';
import { insertAll } from './bulk.ts';
import type { Database } from './open.ts';
import { getPlace } from './place-store.ts';

/** Two listings that may be one place, for a person to decide. */
export interface CandidateToKeep {
  /** The id that would go, and the one that would stay. */
  readonly fromId: string;
  readonly toId: string;
  readonly score: number;
  readonly reasons: readonly string[];
}

/** One side as its page shows it, with the claim that settles each field. */
export type CandidateSide = Omit<PlaceDetail, 'areaCode'>;

/** A field on which the two differ; null where one says nothing. */
export interface Difference {
  readonly field: PlaceField;
  readonly from: Claim | null;
  readonly to: Claim | null;
}

export interface Candidate extends CandidateToKeep {
  readonly from: CandidateSide;
  readonly to: CandidateSide;
  readonly differs: readonly Difference[];
}

/** Empties and fills the queue. Call it inside a transaction. */
export async function replaceCandidates(db: Database, candidates: readonly CandidateToKeep[]): Promise<void> {
  await db.delete(mergeCandidate);
  await insertAll(
    db,
    mergeCandidate,
    candidates.map((each) => ({ ...each, reasons: JSON.stringify(each.reasons) })),
  );
}

/** A page of the queue, likeliest first, with both sides in full. */
export async function listCandidates(
  db: Database,
  limit: number,
  offset: number,
): Promise<{ total: number; candidates: Candidate[] }> {
  const rows = await db
    .select()
    .from(mergeCandidate)
    .orderBy(desc(mergeCandidate.score), asc(mergeCandidate.fromId), asc(mergeCandidate.toId))
    .limit(limit)
    .offset(offset);
  const candidates: Candidate[] = [];
  for (const { fromId, toId, score, reasons } of rows) {
    const [from, to] = [await getPlace(db, fromId), await getPlace(db, toId)];
    if (from.found !== 'place' || to.found !== 'place') continue;
    candidates.push({
      fromId,
      toId,
      score,
      reasons: JSON.parse(reasons) as string[],
      from: from.place,
      to: to.place,
      differs: differences(from.place.claims, to.place.claims),
    });
  }
  return { total: await db.$count(mergeCandidate), candidates };
}

/** Fields whose settling claims say different things, in the order in which either side has them. */
export function differences(from: readonly Claim[], to: readonly Claim[]): Difference[] {
  const fields = [...new Set([...from, ...to].map((claim) => claim.field))];
  return fields.flatMap((field) => {
    const one = from.find((claim) => claim.field === field) ?? null;
    const other = to.find((claim) => claim.field === field) ?? null;
    const same = JSON.stringify(one?.value ?? null) === JSON.stringify(other?.value ?? null);
    return same ? [] : [{ field, from: one, to: other }];
  });
}

/** One decision, with who made it and when. */
export interface Decision {
  readonly id: number;
  readonly kind: 'merge' | 'undo' | 'apart';
  readonly fromId: string;
  readonly toId: string;
  readonly fromName: string | null;
  readonly toName: string | null;
  readonly score: number | null;
  readonly reasons: readonly string[];
  readonly at: string;
  readonly author: string;
  /** Of a merge: whether it still holds. */
  readonly stands: boolean;
}

/** Every decision on what is one place and what is not, newest first. Names are those last given to each listing. */
export async function listDecisions(
  db: Database,
  limit: number,
  offset: number,
): Promise<{ total: number; decisions: Decision[] }> {
  const name = (id: string) =>
    sql.raw(
      `(select json_extract(value, '$') from claim where place_id = e.${id} and field = 'name' order by id desc limit 1)`,
    );
  const rows = await db.all<Omit<Decision, 'reasons' | 'stands'> & { reasons: string; stands: number }>(sql`
    select e.id, e.kind, e.from_id as fromId, e.to_id as toId, ${name('from_id')} as fromName,
      ${name('to_id')} as toName, e.score, e.reasons, c.at, c.author,
      e.kind = 'merge' and exists (select 1 from place_redirect r
        where r.from_id = e.from_id and r.to_id = e.to_id and r.change_id = e.change_id) as stands
    from merge_event e join change c on c.id = e.change_id
    order by e.id desc limit ${limit} offset ${offset}`);
  const total = (await db.all<{ n: number }>(sql`select count(*) as n from merge_event`))[0]?.n ?? 0;
  return {
    total,
    decisions: rows.map((row) => ({
      ...row,
      reasons: JSON.parse(row.reasons) as string[],
      stands: row.stands === 1,
    })),
  };
}
