import { freshnessOf } from '@kith/core/keep/freshness';
import type { KeptPlace } from '@kith/core/keep/organisation';
import type { Kind } from '@kith/core/place/kinds';
import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import { user, verification } from '../../db/auth-schema.ts';
import {
  organisationMember,
  privacyRemoval,
  sheetImport,
  sheetMapping,
  waiting,
} from '../../db/keeping-schema.ts';
import { place } from '../../db/schema.ts';
import type { Database } from '../open.ts';
import { type Became, NOTHING_SINCE, whatBecame } from './became.ts';
import { placesKeptBy } from './keeper-store.ts';
import { WITHOUT_LEFT_OUT } from './sheet-store.ts';

/** Something that somebody sent while signed in, and what became of it. */
export interface SentRow extends Became {
  readonly reference: string;
  readonly kind: (typeof waiting.$inferSelect)['kind'];
  readonly title: string;
  readonly state: (typeof waiting.$inferSelect)['state'];
  /** ISO time. */
  readonly at: string;
  readonly placeId: string | null;
  /** The steward's words to them. */
  readonly note: string | null;
}

/** How many things sent are listed: the newest. */
const MOST_SENT = 100;

/** What organisations keep, those first that have not been checked for longest. @param today ISO day */
export async function listKept(
  db: Database,
  organisationIds: readonly string[],
  today: string,
): Promise<KeptPlace[]> {
  const ids = sql`(select value from json_each(${JSON.stringify(await placesKeptBy(db, organisationIds))}))`;
  const rows = await db
    .select({ placeId: place.id, name: place.name, kind: place.kind, checkedOn: place.checkedOn })
    .from(place)
    .where(inArray(place.id, ids))
    .orderBy(asc(place.checkedOn), asc(place.sortName), asc(place.id));
  return rows.map(({ placeId, name, kind, checkedOn }) => ({
    placeId,
    name,
    freshness: freshnessOf(kind as Kind, checkedOn, today),
    checkedOn,
  }));
}

/** What a person sent, newest first. */
export async function listSent(db: Database, personId: string): Promise<SentRow[]> {
  const rows = await db
    .select({
      id: waiting.id,
      reference: waiting.reference,
      kind: waiting.kind,
      title: waiting.title,
      state: waiting.state,
      at: waiting.at,
      placeId: waiting.placeId,
      note: waiting.note,
      sameAs: waiting.sameAs,
    })
    .from(waiting)
    .where(eq(waiting.userId, personId))
    .orderBy(desc(waiting.at), desc(waiting.id))
    .limit(MOST_SENT);
  const became = await whatBecame(db, rows);
  return rows.map(({ id, ...row }) => ({ ...row, ...(became.get(id) ?? NOTHING_SINCE) }));
}

/**
 * Removes a person for good, in one step: address, sessions, passkeys, membership, links not yet used, spreadsheets
 * and how theirs are understood. What they said of places stays, under an id that now leads to nobody.
 * @returns false where there is no such person
 */
export async function removePerson(db: Database, id: string, by: string, at: string): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [row] = await tx.select({ email: user.email }).from(user).where(eq(user.id, id));
    if (row === undefined) return false;
    // The value of a link is the library's JSON; of anything else it keeps there the person's id is part.
    await tx
      .delete(verification)
      .where(
        sql`json_valid(${verification.value}) and (json_extract(${verification.value}, '$.email') = ${row.email} or json_extract(${verification.value}, '$.userData.id') = ${id})`,
      );
    await tx.delete(sheetImport).where(and(eq(sheetImport.userId, id), eq(sheetImport.state, 'open')));
    await tx
      .update(sheetImport)
      .set({ cells: '[]', mapping: WITHOUT_LEFT_OUT })
      .where(eq(sheetImport.userId, id));
    await tx.delete(sheetMapping).where(eq(sheetMapping.sender, `person:${id}`));
    await tx.delete(organisationMember).where(eq(organisationMember.userId, id));
    // Sessions, passkeys and reminders go with their person; what they sent stays without one.
    await tx.delete(user).where(eq(user.id, id));
    await tx.insert(privacyRemoval).values({ what: 'account', at, by });
    return true;
  });
}
