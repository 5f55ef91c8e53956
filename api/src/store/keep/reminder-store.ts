import { randomUUID } from 'node:crypto';
import { KEPT_FIELDS, type KeptField } from '@kith/core/keep/fields';
import { staleFrom } from '@kith/core/keep/freshness';
import type { Person } from '@kith/core/keep/roles';
import type { Kind } from '@kith/core/place/kinds';
import { and, eq, sql } from 'drizzle-orm';
import { organisationMember, reminder } from '../../db/keeping-schema.ts';
import { place } from '../../db/schema.ts';
import type { Database } from '../open.ts';
import { confirmPlace, sendEdit } from './contribution-store.ts';
import { lapsed } from './freshness.ts';
import { keeperOf } from './keeper-store.ts';
import { NotThere } from './refusals.ts';
import { standingClaims } from './standing-claims.ts';
import { hashOfToken, newToken } from './token-hash.ts';

/** A link in a letter works this long: a keeper may be away for a season. */
export const LINK_DAYS = 60;
const DAY_MS = 24 * 60 * 60 * 1000;
/** A letter that has not gone out this long after it was begun never will: whoever was sending it was stopped. */
const ON_ITS_WAY_MS = 10 * 60 * 1000;

/** Somebody to be reminded of a place that their organisation keeps. */
export interface ToRemind {
  readonly placeId: string;
  readonly placeName: string;
  /** ISO day of the last check; null: nobody has checked it. */
  readonly checkedOn: string | null;
  /** ISO day from which time counts: that check, else the day from which they keep it. */
  readonly countsFrom: string;
  /** ISO day from which it is stale, so counted. */
  readonly staleOn: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly personId: string;
  readonly email: string;
}

/** Rows of `reminder` whose letter went out, or is going out at this moment. */
const wentOut = (now: Date) =>
  sql`(reminder.went_at is not null or reminder.sent_at > ${new Date(now.getTime() - ON_ITS_WAY_MS).toISOString()})`;

/**
 * Who is to be reminded today, of what: members of the organisation that keeps a place which is due or older, and whom
 * nobody has reminded since its last check. A place that nobody has checked is due as if it had been checked on the day
 * from which they keep it. A reminder of the very day of a check was of the check before.
 */
export async function listToRemind(db: Database, now: Date): Promise<ToRemind[]> {
  const today = now.toISOString().slice(0, 10);
  const from = sql`coalesce(${place.checkedOn}, kept.since)`;
  const rows = await db.all<Omit<ToRemind, 'staleOn'> & { kind: Kind }>(sql`
    with recursive led(place_id, organisation_id, since) as (
      select place_id, organisation_id, date(since) from keeper where until is null
      union
      select r.to_id, led.organisation_id, led.since from led join place_redirect r on r.from_id = led.place_id
    ),
    kept as (select place_id, organisation_id, max(since) as since from led group by place_id, organisation_id)
    select ${place.id} as placeId, ${place.name} as placeName, ${place.kind} as kind, ${place.checkedOn} as checkedOn,
      ${from} as countsFrom, o.id as organisationId, o.name as organisationName, u.id as personId, u.email as email
    from kept join ${place} on kept.place_id = ${place.id} join organisation o on o.id = kept.organisation_id
      join organisation_member m on m.organisation_id = o.id join user u on u.id = m.user_id
    where ${lapsed('due', from, today)} and not exists (
      select 1 from reminder where reminder.place_id = ${place.id} and reminder.user_id = u.id
        and date(reminder.sent_at) > ${from} and ${wentOut(now)})
    order by ${from}, ${place.id}, u.email`);
  return rows.map(({ kind, ...row }) => ({ ...row, staleOn: staleFrom(kind, row.countsFrom) }));
}

/**
 * Writes down that somebody is being reminded, before the letter goes out, so that of two who remind at once only one
 * writes it. Whoever is stopped before `letterWent` has perhaps sent it and perhaps not, so it goes out once more: a
 * letter may come twice, and both links work until one is used; but none is lost.
 * @returns the token for the link; undefined where somebody else was quicker
 */
export async function beginReminder(db: Database, to: ToRemind, now: Date): Promise<string | undefined> {
  const token = newToken();
  return db.transaction(async (tx) => {
    const already = await tx.all(sql`
      select 1 from reminder where place_id = ${to.placeId} and user_id = ${to.personId}
        and date(sent_at) > ${to.countsFrom} and ${wentOut(now)} limit 1`);
    if (already.length > 0) return undefined;
    await tx.insert(reminder).values({
      tokenHash: hashOfToken(token),
      placeId: to.placeId,
      userId: to.personId,
      organisationId: to.organisationId,
      sentAt: now.toISOString(),
      expiresAt: new Date(now.getTime() + LINK_DAYS * DAY_MS).toISOString(),
    });
    return token;
  });
}

/** Writes down that the letter has gone out: it is not sent again. */
export async function letterWent(db: Database, token: string, now: Date): Promise<void> {
  await db
    .update(reminder)
    .set({ wentAt: now.toISOString() })
    .where(eq(reminder.tokenHash, hashOfToken(token)));
}

/** Takes back what was begun: the letter did not go out, and is tried again next time. */
export async function dropReminder(db: Database, token: string): Promise<void> {
  await db.delete(reminder).where(eq(reminder.tokenHash, hashOfToken(token)));
}

export type ReminderAnswer = 'still-right' | 'closed';

/** What a link is about. */
export interface ReminderShown {
  /** `over`: too old, or its reader no longer keeps the place. */
  readonly state: 'open' | 'used' | 'over';
  readonly answer: ReminderAnswer | null;
  readonly placeId: string;
  readonly placeName: string;
  readonly organisationName: string;
  /** ISO day of the last check. */
  readonly checkedOn: string | null;
  /** All that "still right" checks, in the order of forms. */
  readonly shown: readonly { readonly field: KeptField; readonly label: string; readonly value: unknown }[];
}

/** What the link with this token is about. Changes nothing. Undefined: there is no such link. */
export async function readReminder(
  db: Database,
  token: string,
  now: Date,
): Promise<ReminderShown | undefined> {
  const [row] = await db
    .select()
    .from(reminder)
    .where(eq(reminder.tokenHash, hashOfToken(token)));
  if (row === undefined) return undefined;
  const stands = await standingClaims(db, row.placeId).catch(nothingThere);
  if (stands === undefined) return undefined;
  const { placeId, standing } = stands;
  const keptBy = await keeperOf(db, placeId);
  const isMember = await belongs(db, row.userId, row.organisationId);
  const isOver = row.expiresAt <= now.toISOString() || keptBy?.id !== row.organisationId || !isMember;
  const [listed] = await db.select({ checkedOn: place.checkedOn }).from(place).where(eq(place.id, placeId));
  return {
    state: row.usedAt !== null ? 'used' : isOver ? 'over' : 'open',
    answer: row.answer,
    placeId,
    placeName: String(standing.get('name')?.value ?? ''),
    organisationName: keptBy?.id === row.organisationId ? keptBy.name : '',
    checkedOn: listed?.checkedOn ?? null,
    shown: KEPT_FIELDS.flatMap(({ id, label }) => {
      const value = standing.get(id)?.value ?? null;
      return value === null ? [] : [{ field: id, label, value }];
    }),
  };
}

function nothingThere(error: unknown): undefined {
  if (!(error instanceof NotThere)) throw error;
  return undefined;
}

async function belongs(db: Database, userId: string, organisationId: string): Promise<boolean> {
  const rows = await db
    .select({ id: organisationMember.userId })
    .from(organisationMember)
    .where(and(eq(organisationMember.userId, userId), eq(organisationMember.organisationId, organisationId)));
  return rows.length > 0;
}

/** How an answer went: `done` also where the same answer is sent again. */
export type AnswerOutcome = 'done' | 'unknown' | 'used' | 'over';

/**
 * Does what the reader of a reminder says, as their organisation, in one change; the link is used up with it, and so
 * are others that the same person has for the place.
 * @param shown what stood on the page; left out, all that stands now
 * @throws ChangedMeanwhile where what stood on the page no longer stands
 */
export async function answerReminder(
  db: Database,
  token: string,
  answer: ReminderAnswer,
  shown: readonly { readonly field: KeptField; readonly value?: unknown }[] | undefined,
  now: Date,
): Promise<AnswerOutcome> {
  const at = now.toISOString();
  return db.transaction(async (tx) => {
    const read = await readReminder(tx, token, now);
    if (read === undefined) return 'unknown';
    if (read.state === 'used') return read.answer === answer ? 'done' : 'used';
    const keptBy = await keeperOf(tx, read.placeId);
    if (read.state === 'over' || keptBy === null) return 'over';
    const person: Person = { id: null, role: 'anchor', organisations: [keptBy] };
    if (answer === 'still-right') {
      const saw = (shown ?? read.shown).map(({ field, value }) => ({ field, value }));
      await confirmPlace(tx, read.placeId, { shown: saw }, { person, at });
    } else {
      const was = read.shown.find(({ field }) => field === 'status')?.value ?? null;
      const changes = [{ field: 'status' as const, was, value: 'closed' }];
      const edit = { key: randomUUID(), changes, why: 'said from a reminder' };
      await sendEdit(tx, read.placeId, edit as Parameters<typeof sendEdit>[2], { person, at, address: null });
    }
    // The same letter may have come twice: both links are used up.
    await tx.run(sql`
      update reminder set used_at = ${at}, answer = ${answer} where used_at is null and (place_id, user_id) =
        (select place_id, user_id from reminder where token_hash = ${hashOfToken(token)})`);
    return 'done';
  });
}
