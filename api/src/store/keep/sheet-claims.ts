import type { Claim, PlaceField } from '@kith/core/place/place';
import type { NewClaim } from '../claim-store.ts';
import { newPlaceId } from './new-place-fields.ts';
import { saidBy } from './people-source.ts';
import { SAID_FIELDS } from './said-fields.ts';
import type { PlannedRow } from './sheet-plan.ts';
import type { KeptSheet } from './sheet-store.ts';

/** What a row says, less what waits: of a new place all of it, of one that is there what differs. */
export function claimsOfRow(sheet: KeptSheet, planned: PlannedRow, at: string): NewClaim[] {
  const { row, position, ground } = planned.placed;
  const placeId = planned.placeId ?? newPlaceId(`${sheet.id}:${row.row}:${row.part}`);
  const checked = row.checkedOn !== null && row.checkedOn <= at.slice(0, 10);
  // A list says what somebody wrote down; only a row with the day on which it was checked says that it was.
  const basis: Claim['basis'] = checked ? 'checked' : 'published';
  const say = (field: PlaceField, value: unknown): NewClaim => ({
    ...saidBy(planned.author, at, placeId, field, value, {
      basis,
      sourceDetail: `${sheet.fileName}, row ${row.row}`,
    }),
    ...(checked ? { asOf: row.checkedOn } : {}),
  });
  if (planned.placeId !== null) {
    return planned.changes.flatMap(({ field, value, later }) =>
      later === undefined ? [say(field, value)] : [],
    );
  }
  const fields: readonly (readonly [PlaceField, unknown])[] = [
    ...SAID_FIELDS.map((field) => [field, row[field]] as const),
    ['position', position],
    ['district', ground.district],
    ['patch', ground.patch],
    ['uprn', row.uprn],
    ['yearClosed', row.yearClosed],
  ];
  return fields.filter(([, value]) => value !== null).map(([field, value]) => say(field, value));
}
