import type { Database } from '../open.ts';
import type { Acceptance } from './accept.ts';
import { writeFields, yearOf } from './accept-edit.ts';
import { checkedFields, type FieldValue } from './checked-fields.ts';
import { comparedWithNow, fieldsOfEdit, summaryOf } from './edit-fields.ts';
import { NotThere } from './refusals.ts';
import { standingClaims, valueNow } from './standing-claims.ts';
import { bodyOf } from './waiting-body.ts';
import type { WaitingRow } from './waiting-store.ts';

/**
 * Takes a report for true. What the steward puts right goes in as one change, in the steward's words; a place said to
 * have closed is closed. Any other report is only ticked off: it names no value that could be taken over.
 * @returns the number of the change; null where there was nothing to change
 * @throws FieldProblems where a value does not fit
 * @throws ChangedMeanwhile where something else stands by now than the steward saw
 * @throws NotThere where the place has gone
 */
export async function acceptReport(db: Database, row: WaitingRow, by: Acceptance): Promise<number | null> {
  const body = bodyOf(row);
  if (row.placeId === null || body.kind !== 'report') throw new NotThere('This report names no place.');
  const { placeId, standing } = await standingClaims(db, row.placeId);
  const closes = body.reason === 'closed' && valueNow(standing, 'status') !== 'closed';
  const closed: FieldValue[] = closes ? [{ field: 'status', value: 'closed' }] : [];
  const own = by.fields ?? [];
  const asked = [...own, ...closed.filter((each) => !own.some(({ field }) => field === each.field))];
  if (asked.length === 0) return null;
  const values = checkedFields(asked);
  await comparedWithNow(db, standing, own, values);
  const year = yearOf(by.at);
  const changes = values.map(({ field, value }) => ({ field, value, was: null }));
  return writeFields(db, placeId, standing, await fieldsOfEdit(db, standing, values, year), {
    author: by.author,
    at: by.at,
    summary: `${summaryOf({ changes }, year)} (after a report)`,
    wordOf: () => ({ author: by.author, basis: 'checked' }),
  });
}
