import { createHash } from 'node:crypto';
import type { Edit, NewPlace } from '@kith/core/keep/contribution';
import { labelOf } from '@kith/core/keep/fields';
import { privateContactReasons } from '@kith/core/keep/private-contact';
import type { Person } from '@kith/core/keep/roles';
import type { Database } from '../open.ts';
import { newPlaceId } from './new-place-fields.ts';
import type { PlannedRow } from './sheet-plan.ts';
import type { KeptSheet } from './sheet-store.ts';
import { keepWaiting } from './waiting-store.ts';

/**
 * Puts a row before the stewards, as the form would have: they accept it in the same way. Of a row that goes in for the
 * rest, only what somebody has said otherwise since. @returns the id under which it waits
 */
export async function sendOn(
  db: Database,
  sheet: KeptSheet,
  planned: PlannedRow,
  person: Person,
  at: string,
): Promise<string> {
  const { row, position } = planned.placed;
  const key = uuidOf(`${sheet.id}:${row.row}:${row.part}`);
  const where = `From ${sheet.fileName}, row ${row.row}`;
  if (planned.placeId === null) {
    const body: NewPlace = {
      key,
      name: row.name,
      kind: row.kind,
      pin: {
        lon: position.lon,
        lat: position.lat,
        ...(position.spreadMetres > 0 ? { spreadMetres: position.spreadMetres } : {}),
      },
      address: row.address,
      postcode: row.postcode,
      when: row.when,
      openingHours: row.openingHours,
      forWhom: row.forWhom,
      wheelchair: row.wheelchair,
      access: row.access,
      phone: row.phone,
      email: row.email,
      website: row.website,
      operator: row.operator,
      notes: row.notes,
      status: row.status,
      yearClosed: row.yearClosed,
      uprn: row.uprn,
      checkedOn: row.checkedOn,
      photos: [],
    };
    const kept = await keepWaiting(db, {
      kind: 'new-place',
      placeId: newPlaceId(key),
      title: row.name,
      summary: `A new place from a spreadsheet. ${where}.`,
      body,
      key,
      at,
      person,
      address: null,
      reasons: [
        where,
        ...privateContactReasons(row),
        ...(row.status === 'closed'
          ? [`It says that this place has closed${row.yearClosed === null ? '' : ` in ${row.yearClosed}`}`]
          : []),
        ...(row.checkedOn === null ? [] : [`It says that this was checked on ${row.checkedOn}`]),
      ],
    });
    return kept.id;
  }
  const waits = planned.now === 'some' ? planned.changes.filter(({ later }) => later) : planned.changes;
  const gainsaid = waits.filter(({ later }) => later);
  const body: Edit = {
    key,
    changes: waits.map(({ field, was, value }) => ({ field, was, value })),
    why: where,
  };
  const kept = await keepWaiting(db, {
    kind: gainsaid.length > 0 ? 'conflict' : 'edit',
    placeId: planned.placeId,
    title: row.name,
    summary:
      gainsaid.length > 0
        ? `A spreadsheet says otherwise than somebody did later. ${where}.`
        : `A spreadsheet says otherwise. ${where}.`,
    body,
    key,
    at,
    person,
    address: null,
    reasons: [
      where,
      ...gainsaid.map(({ field, later }) => `${labelOf(field)}: ${later?.by} said otherwise on ${later?.on}`),
      ...privateContactReasons({ phone: textOf(waits, 'phone'), email: textOf(waits, 'email') }),
    ],
  });
  return kept.id;
}

function textOf(changes: PlannedRow['changes'], field: 'phone' | 'email'): string | null {
  const value = changes.find((each) => each.field === field)?.value;
  return typeof value === 'string' ? value : null;
}

/** A UUID of version 5 shape from a text: the same row sent again is the same. */
function uuidOf(text: string): string {
  const hash = createHash('sha256').update(text).digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-5${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}
