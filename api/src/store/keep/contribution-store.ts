import type { Confirmation, Edit, NewPlace, Sent } from '@kith/core/keep/contribution';
import { privateContactReasons } from '@kith/core/keep/private-contact';
import type { Person } from '@kith/core/keep/roles';
import { kindOf } from '@kith/core/place/kinds';
import { eq } from 'drizzle-orm';
import { waiting } from '../../db/keeping-schema.ts';
import type { Database } from '../open.ts';
import { writeFields, yearOf } from './accept-edit.ts';
import { listPlace, nameOf } from './accept-new-place.ts';
import { checkedFields } from './checked-fields.ts';
import { comparedWithNow, fieldsOfEdit, meanwhileOf, summaryOf } from './edit-fields.ts';
import { keeperOf, voiceOf } from './keeper-store.ts';
import { checkedPlace } from './new-place-fields.ts';
import { holdPhotosFor } from './photo-store.ts';
import { ChangedMeanwhile, NotNow } from './refusals.ts';
import { sameValue, standingClaims, valueNow } from './standing-claims.ts';
import { compareWaiting } from './waiting-alike.ts';
import { keepWaiting } from './waiting-store.ts';
import { farMoveReasons } from './where-words.ts';

/** Who sends something, when, and from where. */
export interface Sender {
  readonly person: Person;
  /** ISO time. */
  readonly at: string;
  /** The network address, of which only a hash is kept. */
  readonly address: string | null;
}

/**
 * Takes a place that Kith does not list. A steward's is shown at once; everyone else's waits for one. Sent again with
 * the same key it is the same.
 * @throws FieldProblems with everything that is wrong, each with what to do
 */
export async function sendNewPlace(db: Database, sent: NewPlace, sender: Sender): Promise<Sent> {
  return db.transaction(async (tx) => {
    const before = await sentBefore(tx, sent.key, 'new-place', null);
    if (before !== undefined) return before;
    const place = await checkedPlace(tx, sent);
    const { author, atOnce } = voiceOf(sender.person, null);
    await holdPhotosFor(tx, place.id, sent.photos);
    const kept = await keepWaiting(tx, {
      kind: 'new-place',
      placeId: place.id,
      title: nameOf(place),
      summary: `${kindOf(sent.kind).label} in ${place.ground.district}`,
      body: sent,
      key: sent.key,
      reasons: privateContactReasons(sent),
      ...sender,
    });
    if (!atOnce) {
      await compareWaiting(tx, { id: kept.id, body: JSON.stringify(sent) });
      return { reference: kept.reference, outcome: 'waiting', placeId: null };
    }
    const wordOf = () => ({ author, basis: 'checked' as const });
    const { changeId } = await listPlace(tx, { place, sent, author, at: sender.at, wordOf });
    await markShown(tx, kept.id, author, sender.at, changeId);
    return { reference: kept.reference, outcome: 'shown', placeId: place.id };
  });
}

/**
 * Takes an edit of a place. Of those who keep it and of stewards it stands at once; everyone else's waits.
 * @throws FieldProblems with everything that is wrong, each with what to do
 * @throws ChangedMeanwhile where fields no longer say what the editor saw: nothing is kept then
 * @throws NotThere where there is no such place
 */
export async function sendEdit(db: Database, id: string, edit: Edit, sender: Sender): Promise<Sent> {
  return db.transaction(async (tx) => {
    const { placeId, standing } = await standingClaims(tx, id);
    const before = await sentBefore(tx, edit.key, 'edit', placeId);
    if (before !== undefined) return before;
    const values = checkedFields(onceEach(edit).map(({ field, value }) => ({ field, value })));
    await comparedWithNow(tx, standing, edit.changes, values);
    const { author, atOnce } = voiceOf(sender.person, await keeperOf(tx, placeId));
    const year = edit.yearClosed ?? yearOf(sender.at);
    const fields = await fieldsOfEdit(tx, standing, values, year);
    const summary = summaryOf(edit, year);
    const textOf = (field: string) => {
      const value = values.find((each) => each.field === field)?.value;
      return typeof value === 'string' ? value : null;
    };
    const kept = await keepWaiting(tx, {
      kind: 'edit',
      placeId,
      title: String(valueNow(standing, 'name')),
      summary,
      body: edit,
      key: edit.key,
      reasons: [
        ...privateContactReasons({ phone: textOf('phone'), email: textOf('email') }),
        ...values.flatMap(({ field, value }) =>
          field === 'position' ? farMoveReasons(valueNow(standing, 'position'), value) : [],
        ),
      ],
      ...sender,
    });
    if (!atOnce) return { reference: kept.reference, outcome: 'waiting', placeId };
    const wordOf = () => ({ author, basis: 'checked' as const });
    const said = edit.why === null ? summary : `${summary} (${edit.why})`;
    const by = { author, at: sender.at, summary: said, wordOf };
    const changeId = await writeFields(tx, placeId, standing, fields, by);
    await markShown(tx, kept.id, author, sender.at, changeId);
    return { reference: kept.reference, outcome: 'shown', placeId };
  });
}

/** @throws NotNow where a field is named twice: which of the two is meant nobody can know */
function onceEach(edit: Edit): Edit['changes'] {
  const fields = edit.changes.map(({ field }) => field);
  if (new Set(fields).size < fields.length) throw new NotNow('Each field may be changed once in an edit.');
  return edit.changes;
}

/**
 * Says that all that was shown of a place is still right: each field is checked as of today. Fields of which nothing is
 * known are passed over.
 * @throws ChangedMeanwhile where something else stands than was shown
 * @returns the number of the change
 */
export async function confirmPlace(
  db: Database,
  id: string,
  { shown }: Confirmation,
  { person, at }: Pick<Sender, 'person' | 'at'>,
): Promise<number> {
  return db.transaction(async (tx) => {
    const { placeId, standing } = await standingClaims(tx, id);
    const apart = shown.filter(({ field, value }) => !sameValue(field, valueNow(standing, field), value));
    if (apart.length > 0) {
      const rows = apart.map(({ field, value }) => ({ field, value: value ?? null }));
      throw new ChangedMeanwhile(await meanwhileOf(tx, standing, rows));
    }
    const fields = [...new Set(shown.map(({ field }) => field))].flatMap((field) => {
      const value = valueNow(standing, field);
      return value === null ? [] : [{ field, value }];
    });
    if (fields.length === 0) throw new NotNow('Nothing was shown that could be still right.');
    const { author } = voiceOf(person, await keeperOf(tx, placeId));
    const wordOf = () => ({ author, basis: 'checked' as const });
    return writeFields(tx, placeId, standing, fields, { author, at, summary: 'Still right', wordOf });
  });
}

/** What came of the same thing sent before; undefined where it is new. */
async function sentBefore(
  db: Database,
  key: string,
  kind: 'new-place' | 'edit',
  placeId: string | null,
): Promise<Sent | undefined> {
  const row = (await db.select().from(waiting).where(eq(waiting.key, key)))[0];
  if (row === undefined) return undefined;
  if (row.kind !== kind || (placeId !== null && row.placeId !== placeId)) {
    throw new NotNow('This key was used for something else. Make a new one.');
  }
  const shown = row.state === 'accepted';
  const isListed = shown || kind === 'edit';
  return {
    reference: row.reference,
    outcome: shown ? 'shown' : 'waiting',
    placeId: isListed ? row.placeId : null,
  };
}

/** Marks what needed nobody to look at it first. */
async function markShown(
  db: Database,
  id: string,
  author: string,
  at: string,
  changeId: number,
): Promise<void> {
  await db
    .update(waiting)
    .set({ state: 'accepted', decidedAt: at, decidedBy: author, changeId })
    .where(eq(waiting.id, id));
}
