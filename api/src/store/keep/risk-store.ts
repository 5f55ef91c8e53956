import { randomUUID } from 'node:crypto';
import type { KeptRisk, RiskNote } from '@kith/core/keep/risk-note';
import { canBeAtRisk, RISK_REASONS } from '@kith/core/keep/risk-reasons';
import type { Person } from '@kith/core/keep/roles';
import { may } from '@kith/core/keep/roles';
import type { PlaceStatus } from '@kith/core/place/place';
import { eq, sql } from 'drizzle-orm';
import { riskNote } from '../../db/keeping-schema.ts';
import { logChange } from '../claim-store.ts';
import type { Database } from '../open.ts';
import { wordsOfAuthors } from './author-words.ts';
import { keeperOf, placesKeptBy, voiceOf } from './keeper-store.ts';
import { NotNow, NotThere } from './refusals.ts';
import { standingClaims, valueNow } from './standing-claims.ts';

/**
 * Notes that a place may go. Whoever keeps the place and stewards write them; commissioners read them all, everyone
 * those that are public.
 */

/** Whether somebody may note that a place is at risk, and take such a note back. */
export async function mayNote(db: Database, placeId: string, person: Person): Promise<boolean> {
  return voiceOf(person, await keeperOf(db, placeId)).atOnce;
}

/** Whether somebody reads all notes of a place, also those that are not public. */
export async function mayReadNotes(db: Database, placeId: string, person: Person): Promise<boolean> {
  if (may(person.role, 'read-risk')) return true;
  if (person.organisations.length === 0) return false;
  const keptBy = await keeperOf(db, placeId);
  return person.organisations.some(({ id }) => id === keptBy?.id);
}

export const NOTED = 'Noted that it is at risk';

/** In one line for the history. Why is said only where everyone may know it. */
function notedWords({ reason, public: isPublic }: RiskNote): string {
  const why = RISK_REASONS.find(({ id }) => id === reason)?.label;
  return isPublic && why && reason !== 'other'
    ? `${NOTED}: ${why.charAt(0).toLowerCase()}${why.slice(1)}`
    : NOTED;
}

const CLOSED =
  'This place is listed as closed, so nothing more can go. If it is open, press "Change this" on its page and set it to open first. Then say that it is at risk.';

/**
 * Notes that a place is at risk.
 * @returns the note's id, made by chance
 * @throws NotThere where there is no such place
 * @throws NotNow where it has closed for good
 */
export async function noteRisk(
  db: Database,
  id: string,
  note: RiskNote,
  { person, at }: { readonly person: Person; readonly at: string },
): Promise<string> {
  return db.transaction(async (tx) => {
    const { placeId, standing } = await standingClaims(tx, id);
    if (!canBeAtRisk({ status: valueNow(standing, 'status') as PlaceStatus })) throw new NotNow(CLOSED);
    const { author } = voiceOf(person, await keeperOf(tx, placeId));
    const changeId = await logChange(tx, { kind: 'edit', at, author, summary: notedWords(note) });
    const noteId = randomUUID();
    await tx
      .insert(riskNote)
      .values({ id: noteId, placeId, ...note, author, at, withdrawnAt: null, changeId });
    return noteId;
  });
}

/** The place that a standing note is about; null where there is none by that id. */
export async function placeOfRisk(db: Database, noteId: string): Promise<string | null> {
  const row = (await db.select().from(riskNote).where(eq(riskNote.id, noteId)))[0];
  return row === undefined || row.withdrawnAt !== null ? null : row.placeId;
}

/** Takes a note back: it stays in the log. @throws NotThere where it does not stand */
export async function withdrawRisk(
  db: Database,
  noteId: string,
  { person, at }: { readonly person: Person; readonly at: string },
): Promise<void> {
  await db.transaction(async (tx) => {
    const placeId = await placeOfRisk(tx, noteId);
    if (placeId === null) throw new NotThere('There is no such note any more.');
    const { author } = voiceOf(person, await keeperOf(tx, placeId));
    const summary = 'No longer noted as at risk';
    const changeId = await logChange(tx, { kind: 'edit', at, author, summary });
    await tx
      .update(riskNote)
      .set({ withdrawnAt: at, withdrawChangeId: changeId })
      .where(eq(riskNote.id, noteId));
  });
}

/** Whose notes are read: of one place, of one map, or all. */
export interface RisksAsked {
  readonly placeId?: string;
  readonly patch?: string;
}

/** Notes that stand and that somebody may read, those that end soonest first; of places merged since, under the place now. */
export async function listRisks(db: Database, asked: RisksAsked, person: Person): Promise<KeptRisk[]> {
  const all = may(person.role, 'read-risk');
  const own = JSON.stringify(
    await placesKeptBy(
      db,
      person.organisations.map(({ id }) => id),
    ),
  );
  const rows = await db.all<Omit<KeptRisk, 'public' | 'by'> & { public: number; author: string }>(sql`
    with recursive led(id, at) as (
      select place_id, place_id from risk_note where withdrawn_at is null
      union
      select led.id, r.to_id from led join place_redirect r on r.from_id = led.at
    )
    select n.id, p.id as placeId, p.name as placeName, n.reason, n.amount_gbp as amountGbp, n.ends_on as endsOn,
      n.funder, n.words, n.public, n.author, n.at
    from risk_note n join led on led.id = n.place_id join place p on p.id = led.at
    where n.withdrawn_at is null
      and (${asked.placeId ?? null} is null or p.id = ${asked.placeId ?? null})
      and (${asked.patch ?? null} is null or p.patch = ${asked.patch ?? null})
      and (n.public = 1 or ${all ? 1 : 0} = 1 or p.id in (select value from json_each(${own})))
    order by n.ends_on is null, n.ends_on, n.at desc, n.id`);
  const words = await wordsOfAuthors(
    db,
    rows.map(({ author }) => author),
  );
  return rows.map(({ author, ...row }) => ({
    ...row,
    public: row.public === 1,
    by: words.get(author) ?? 'somebody',
  }));
}
