import { createHash } from 'node:crypto';
import type { Edit, NewPlace } from '@kith/core/keep/contribution';
import type { Person } from '@kith/core/keep/roles';
import type { Claim, PlaceField } from '@kith/core/place/place';
import { headerKey } from '@kith/core/sheet/header-key';
import { eq } from 'drizzle-orm';
import { sheetImport } from '../../db/keeping-schema.ts';
import { addClaims, logChange, type NewClaim } from '../claim-store.ts';
import type { Database } from '../open.ts';
import { placesKeptBy } from './keeper-store.ts';
import { newPlaceId } from './new-place-fields.ts';
import { ensurePeopleSource, saidBy } from './people-source.ts';
import { type PlannedRow, planSheet } from './sheet-plan.ts';
import { type KeptSheet, rememberMapping, type SheetCounts, senderOfSheet } from './sheet-store.ts';
import { keepWaiting } from './waiting-store.ts';

/** What an anchor's file may put before the stewards at once: more would bury what others sent. */
const MOST_WAITING = 500;

/** A file that cannot be imported as it is, with what to do. */
export class SheetNotRun extends Error {}

/**
 * Imports what a file holds as one change. Stewards' rows at once; an organisation's own at once and the rest to the
 * stewards. Rows that are asked about and not answered are left out. The cells are emptied, and the mapping remembered.
 * @throws SheetNotRun where there is nothing to do, or too much for the stewards
 */
export async function runSheet(
  db: Database,
  person: Person,
  sheet: KeptSheet,
  at: string,
): Promise<SheetCounts> {
  return db.transaction(async (tx) => {
    const author = senderOfSheet(person);
    const { rows, said } = await planSheet(tx, sheet);
    const atOnce = await whatIsAtOnce(tx, person);
    const doing = rows.filter(({ outcome }) => outcome === 'new' || outcome === 'changed');
    const now = doing.filter(atOnce);
    const later = doing.filter((row) => !atOnce(row));
    if (rows.length === 0)
      throw new SheetNotRun(
        'No row can go in yet. Put right what the list of problems says, or choose what the columns hold.',
      );
    if (later.length > MOST_WAITING) {
      throw new SheetNotRun(
        `${later.length} rows would wait for a steward, and 500 at once are the most. Bring the file in parts, or ask a steward to bring it.`,
      );
    }
    const changeId = now.length === 0 ? null : await writeNow(tx, sheet, now, author, at);
    for (const row of later) await sendOn(tx, sheet, row, person, at);
    const count = (outcome: PlannedRow['outcome'], some: readonly PlannedRow[] = rows) =>
      some.filter((row) => row.outcome === outcome).length;
    const counts: SheetCounts = {
      added: count('new', now),
      changed: count('changed', now),
      same: count('same'),
      waiting: later.length,
      leftOut: said - new Set(rows.filter(({ outcome }) => outcome !== 'ask').map(({ row }) => row)).size,
    };
    await tx
      .update(sheetImport)
      .set({ cells: '[]', state: 'imported', counts: JSON.stringify(counts), changeId })
      .where(eq(sheetImport.id, sheet.id));
    await rememberMapping(tx, author, headerKey(sheet.cells, sheet.about.mapping), sheet.about.mapping, at);
    return counts;
  });
}

async function whatIsAtOnce(db: Database, person: Person): Promise<(row: PlannedRow) => boolean> {
  if (person.role === 'steward' || person.role === 'administrator') return () => true;
  const kept = new Set(
    await placesKeptBy(
      db,
      person.organisations.map(({ id }) => id),
    ),
  );
  return ({ placeId }) => placeId !== null && kept.has(placeId);
}

async function writeNow(
  db: Database,
  sheet: KeptSheet,
  rows: readonly PlannedRow[],
  author: string,
  at: string,
): Promise<number> {
  await ensurePeopleSource(db);
  const added = rows.filter(({ outcome }) => outcome === 'new').length;
  const summary = `Imported ${sheet.fileName}: ${added} new, ${rows.length - added} changed`;
  const changeId = await logChange(db, { kind: 'edit', at, author, summary });
  const claims = rows.flatMap((row) => claimsOfRow(sheet, row, author, at));
  await addClaims(db, changeId, claims);
  return changeId;
}

function claimsOfRow(sheet: KeptSheet, planned: PlannedRow, author: string, at: string): NewClaim[] {
  const { row, position, ground } = planned.placed;
  const placeId = planned.placeId ?? newPlaceId(`${sheet.id}:${row.row}:${row.part}`);
  const checked = row.checkedOn !== null && row.checkedOn <= at.slice(0, 10);
  // A list says what somebody wrote down; only a row with the day on which it was checked says that it was.
  const basis: Claim['basis'] = checked ? 'checked' : 'published';
  const say = (field: PlaceField, value: unknown): NewClaim => ({
    ...saidBy(author, at, placeId, field, value, {
      basis,
      sourceDetail: `${sheet.fileName}, row ${row.row}`,
    }),
    ...(checked ? { asOf: row.checkedOn } : {}),
  });
  if (planned.placeId !== null) return planned.changes.map(({ field, value }) => say(field, value));
  const fields: readonly (readonly [PlaceField, unknown])[] = [
    ['name', row.name],
    ['kind', row.kind],
    ['status', row.status],
    ['position', position],
    ['address', row.address],
    ['postcode', row.postcode],
    ['district', ground.district],
    ['patch', ground.patch],
    ['when', row.when],
    ['openingHours', row.openingHours],
    ['forWhom', row.forWhom],
    ['wheelchair', row.wheelchair],
    ['access', row.access],
    ['phone', row.phone],
    ['email', row.email],
    ['website', row.website],
    ['operator', row.operator],
    ['notes', row.notes],
    ['uprn', row.uprn],
    ['yearClosed', row.yearClosed],
  ];
  return fields.filter(([, value]) => value !== null).map(([field, value]) => say(field, value));
}

/** Puts a row before the stewards, as the form would have: they accept it in the same way. */
async function sendOn(
  db: Database,
  sheet: KeptSheet,
  planned: PlannedRow,
  person: Person,
  at: string,
): Promise<void> {
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
      photos: [],
    };
    await keepWaiting(db, {
      kind: 'new-place',
      placeId: newPlaceId(key),
      title: row.name,
      summary: `A new place from a spreadsheet. ${where}.`,
      body,
      key,
      at,
      person,
      address: null,
      reasons: [where],
    });
    return;
  }
  const body: Edit = { key, changes: planned.changes.map((change) => ({ ...change })), why: where };
  await keepWaiting(db, {
    kind: 'edit',
    placeId: planned.placeId,
    title: row.name,
    summary: `A spreadsheet says otherwise. ${where}.`,
    body,
    key,
    at,
    person,
    address: null,
    reasons: [where],
  });
}

/** A UUID of version 5 shape from a text: the same row sent again is the same. */
function uuidOf(text: string): string {
  const hash = createHash('sha256').update(text).digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-5${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}
