import type { KeptField } from '@kith/core/keep/fields';
import { labelOf } from '@kith/core/keep/fields';
import type { Removal } from '@kith/core/keep/removal';
import type { PlaceField } from '@kith/core/place/place';
import { and, eq, inArray, isNull, ne, type SQL, sql } from 'drizzle-orm';
import { photo, privacyRemoval, riskNote, sheetImport, waiting } from '../../db/keeping-schema.ts';
import { addClaims, logChange } from '../claim-store.ts';
import { survivorsOf } from '../merges.ts';
import type { Database } from '../open.ts';
import { projectPlaces } from '../project-places.ts';
import { isLoad } from './author-words.ts';
import { everMergedInto } from './history-log.ts';
import { markRemoved, overwriteRemoved } from './overwrite-removed.ts';
import { ensurePeopleSource, PEOPLE, saidBy } from './people-source.ts';
import { NoPlace, NotNow } from './refusals.ts';
import { blankOrganisation } from './remove-organisation.ts';
import { gone, REMOVED } from './removed-words.ts';
import { NOTED } from './risk-store.ts';
import { leadOn } from './same-as.ts';
import { WITHOUT_LEFT_OUT } from './sheet-store.ts';
import { type Standing, standingClaims } from './standing-claims.ts';
import { bodyOf, photosIn } from './waiting-body.ts';
import { waitingById } from './waiting-store.ts';

/** Who removes, and when. */
interface Remover {
  /** As the log names them. */
  readonly author: string;
  /** ISO time. */
  readonly at: string;
}

/** A place always has these: they are put right before what they said can go. */
const NEEDED: readonly string[] = ['name', 'kind', 'status'];

/**
 * Removes one thing for good, from the database and from its file. The only hard delete there is: where a person asks
 * for it, what they name goes, and that something went is kept with when and by whom. The log of changes lets itself be
 * changed in this one way and no other: a value becomes nothing, or the words of a change these, and says so (see the
 * triggers of the log).
 * @throws NotThere where there is no such thing (any more)
 * @throws NotNow where a place could not be without it
 */
export async function removeForGood(db: Database, { what, id }: Removal, by: Remover): Promise<void> {
  await db.transaction(async (tx) => {
    await markRemoved(tx);
    // What is shown may have changed: every answer is made anew from this change on.
    const changeId = await logChange(tx, { kind: 'edit', ...by, summary: REMOVED });
    if (what === 'sent') await removeSent(tx, id, by);
    else if (what === 'photo') await removePhotoOf(tx, id);
    else if (what === 'risk') await blankRisk(tx, id, changeId, by.at);
    else if (what === 'value') await blankValue(tx, id, changeId, by);
    else if (what === 'organisation') await blankOrganisation(tx, id);
    else if (what === 'file') await blankFileName(tx, id);
    else await blankWords(tx, id);
    await tx.insert(privacyRemoval).values({ what, at: by.at, by: by.author });
  });
  // It is removed; where the file is in use just now, its old bytes go within the hour (see forget-daily).
  await overwriteRemoved(db).catch(() => undefined);
}

/** Something sent, whatever became of it. What a steward accepted of it stands in the place's own fields. */
async function removeSent(
  db: Database,
  id: string,
  by: { readonly author: string; readonly at: string },
): Promise<void> {
  const row = await waitingById(db, id);
  if (row === undefined) throw gone();
  const photos = photosIn(bodyOf(row));
  if (photos.length > 0) {
    // One that is shown was accepted, and is removed by itself.
    await db.delete(photo).where(and(inArray(photo.id, [...photos]), ne(photo.state, 'shown')));
  }
  // Of near-copies another one now stands for the rest.
  const copies = await db
    .select({ id: waiting.id })
    .from(waiting)
    .where(eq(waiting.copyOf, id))
    .orderBy(waiting.at);
  const first = copies[0]?.id;
  if (first !== undefined) {
    await db.update(waiting).set({ copyOf: first }).where(eq(waiting.copyOf, id));
    await db.update(waiting).set({ copyOf: null }).where(eq(waiting.id, first));
  }
  // Who was told that somebody else sent it too waits again.
  if (row.state === 'waiting') await leadOn(db, row, null, by);
  await db.delete(waiting).where(eq(waiting.id, id));
}

/** A photo with its bytes, and what was said with it. */
async function removePhotoOf(db: Database, id: string): Promise<void> {
  const rows = await db.delete(photo).where(eq(photo.id, id)).returning({ id: photo.id });
  if (rows.length === 0) throw gone();
  await db
    .delete(waiting)
    .where(and(eq(waiting.kind, 'photo'), sql`json_extract(${waiting.body}, '$.photoId') = ${id}`));
}

/** What a note says goes, and it stands no longer. That there was one stays in the history of its place. */
async function blankRisk(db: Database, id: string, changeId: number, at: string): Promise<void> {
  const rows = await db
    .update(riskNote)
    .set({ reason: 'other', amountGbp: null, endsOn: null, funder: null, words: null })
    .where(eq(riskNote.id, id))
    .returning({ changeId: riskNote.changeId });
  const noted = rows[0];
  if (noted === undefined) throw gone();
  await db.run(sql`
    update change set summary = ${REMOVED} where id = ${noted.changeId} and summary not in (${NOTED}, ${REMOVED})`);
  await db
    .update(riskNote)
    .set({ withdrawnAt: at, withdrawChangeId: changeId })
    .where(and(eq(riskNote.id, id), isNull(riskNote.withdrawnAt)));
}

interface ClaimAt {
  readonly placeId: string;
  readonly field: PlaceField;
  readonly value: string;
}

/**
 * The same value of the same field goes wherever it stands in the log of the place: a check says it again, and so does a
 * restoring. Where it stood, the field is empty now. A list that holds it would bring it back with its next edition: a
 * person's word against it keeps it out of sight.
 */
async function blankValue(db: Database, id: string, changeId: number, by: Remover): Promise<void> {
  const claims = await db.all<ClaimAt>(
    sql`select place_id as placeId, field, value from claim where id = ${numberOf(id)} and value <> 'null'`,
  );
  const claim = claims[0];
  if (claim === undefined) throw gone();
  const { placeId, standing } = await standingOrNothing(db, claim.placeId);
  const { field, value } = claim;
  const stands = JSON.stringify(standing.get(field)?.value ?? null) === value;
  if (stands && NEEDED.includes(field)) {
    const label = labelOf(field as KeptField).toLowerCase();
    throw new NotNow(
      `A place cannot be without its ${label}. Change it on its page first, then remove what it was.`,
    );
  }
  const ids = await everMergedInto(db, placeId);
  const some = sql`(select value from json_each(${JSON.stringify(ids)}))`;
  const blanked = await db.all<{ author: string }>(sql`
    update claim set value = 'null', source_detail = ${REMOVED}
    where place_id in ${some} and field = ${field} and value = ${value} returning author`);
  if (stands && blanked.some(({ author }) => isLoad(author))) {
    await ensurePeopleSource(db);
    const nothing = saidBy(by.author, by.at, placeId, field, null, { sourceDetail: REMOVED });
    await addClaims(db, changeId, [nothing]);
  }
  await projectPlaces(db, ids);
}

/** Of a place that is off the lists, such as one of an import that was taken back, nothing stands; the log still holds it. */
async function standingOrNothing(db: Database, id: string): Promise<{ placeId: string; standing: Standing }> {
  try {
    return await standingClaims(db, id);
  } catch (error) {
    if (!(error instanceof NoPlace)) throw error;
    const placeId = (await survivorsOf(db, [id])).get(id) ?? id;
    return { placeId, standing: new Map() };
  }
}

async function blankWords(db: Database, id: string): Promise<void> {
  const rows = await db.all<{ id: number }>(sql`
    update change set summary = ${REMOVED}
    where id = ${numberOf(id)} and kind = 'edit' and author not in ('load', 'starter') and summary <> ${REMOVED}
    returning id`);
  if (rows.length === 0) throw gone();
}

/** As what is said of a row of a spreadsheet holds the name of its file (see sheet-claims, sheet-send). */
export function nameInWords(fileName: SQL): SQL {
  return sql`(${fileName} || ', row ')`;
}

/** The name of a spreadsheet, wherever it stands: with each value that was read from it, in the log, and in what it sent on. */
async function blankFileName(db: Database, id: string): Promise<void> {
  const file = await db
    .select({ name: sheetImport.fileName })
    .from(sheetImport)
    .where(eq(sheetImport.id, id));
  const name = file[0]?.name;
  if (name === undefined || name === REMOVED) throw gone();
  const inWords = nameInWords(sql`${name}`);
  await db.run(sql`
    update claim set source_detail = ${REMOVED}
    where source = ${PEOPLE} and substr(source_detail, 1, length(${inWords})) = ${inWords}`);
  await db.run(sql`
    update change set summary = ${REMOVED} where kind = 'edit' and summary <> ${REMOVED} and (
      instr(summary, ${inWords}) > 0 or id in (
        select change_id from sheet_import where file_name = ${name}
        union all select undone_by from sheet_import where file_name = ${name}))`);
  const inJson = JSON.stringify(name).slice(1, -1);
  await db.run(sql`
    update waiting set summary = replace(summary, ${name}, ${REMOVED}), body = replace(body, ${inJson}, ${REMOVED}),
      reasons = replace(reasons, ${inJson}, ${REMOVED})
    where instr(summary, ${inWords}) > 0`);
  await db
    .update(sheetImport)
    .set({ fileName: REMOVED, mapping: WITHOUT_LEFT_OUT })
    .where(eq(sheetImport.fileName, name));
}

/** Of a claim or a change. @throws NotThere for what is no number */
function numberOf(id: string): number {
  if (!/^\d{1,15}$/.test(id)) throw gone();
  return Number(id);
}
