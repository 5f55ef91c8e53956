import { editSchema } from '@kith/core/keep/contribution';
import type { Claim } from '@kith/core/place/place';
import { addClaims, logChange } from '../claim-store.ts';
import type { Database } from '../open.ts';
import type { Acceptance, Accepted } from './accept.ts';
import { senderOf } from './author-words.ts';
import { checkedFields } from './checked-fields.ts';
import { comparedWithNow, type FieldClaim, fieldsOfEdit, summaryOf } from './edit-fields.ts';
import { ensurePeopleSource, saidBy } from './people-source.ts';
import { NotThere } from './refusals.ts';
import { type Standing, sameValue, standingClaims, valueNow } from './standing-claims.ts';
import type { WaitingRow } from './waiting-store.ts';

/** Does what an edit asks: see `acceptWaiting`. What stands is compared again with what its sender saw. */
export async function acceptEdit(db: Database, row: WaitingRow, by: Acceptance): Promise<Accepted> {
  if (row.placeId === null) throw new NotThere('This edit names no place.');
  const edit = editSchema.parse(JSON.parse(row.body));
  const { placeId, standing } = await standingClaims(db, row.placeId);
  const amended = new Map(by.fields?.map(({ field, value }) => [field, value]));
  const untouched = edit.changes.filter(({ field }) => !amended.has(field));
  const sent = checkedFields(untouched.map(({ field, value }) => ({ field, value })));
  const own = checkedFields([...amended].map(([field, value]) => ({ field, value })));
  await comparedWithNow(db, standing, [...untouched, ...(by.fields ?? [])], [...sent, ...own]);
  const year = edit.yearClosed ?? yearOf(by.at);
  const summary = summaryOf({ changes: [...untouched, ...(by.fields ?? [])].map(asChange) }, year);
  const fields = await fieldsOfEdit(db, standing, [...sent, ...own], year);
  const changeId = await writeFields(db, placeId, standing, fields, {
    author: by.author,
    at: by.at,
    summary: edit.why === null ? summary : `${summary} (${edit.why})`,
    wordOf: (field) =>
      amended.has(field as never)
        ? { author: by.author, basis: 'checked' }
        : { author: senderOf(row), basis: 'published' },
  });
  return { changeId, placeId };
}

const asChange = <T extends { readonly value?: unknown }>(change: T) => ({
  ...change,
  was: null,
  value: change.value,
});

export function yearOf(at: string): number {
  return Number(at.slice(0, 4));
}

/** Who writes fields of a place, and in whose words. */
export interface FieldsBy {
  /** Of the change. */
  readonly author: string;
  /** ISO time. */
  readonly at: string;
  readonly summary: string;
  readonly wordOf: (field: string) => { readonly author: string; readonly basis: Claim['basis'] };
}

/**
 * Writes fields of one place as one change. A value that stands already is said again, which checks it: it keeps the
 * licence it had, since who confirms a list's words does not set them free.
 */
export async function writeFields(
  db: Database,
  placeId: string,
  standing: Standing,
  fields: readonly FieldClaim[],
  by: FieldsBy,
): Promise<number> {
  await ensurePeopleSource(db);
  const { author, at, summary, wordOf } = by;
  const changeId = await logChange(db, { kind: 'edit', at, author, summary });
  const claims = fields.map(({ field, value }) => {
    const word = wordOf(field);
    const stands = standing.get(field);
    const same = stands !== undefined && sameValue(field, valueNow(standing, field), value);
    return saidBy(word.author, at, placeId, field, same ? stands.value : value, {
      basis: word.basis,
      ...(same ? { licence: stands.licence } : {}),
    });
  });
  await addClaims(db, changeId, claims);
  return changeId;
}
