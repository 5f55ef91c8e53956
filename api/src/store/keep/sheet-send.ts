import { createHash } from 'node:crypto';
import { dayInWords } from '@kith/core/keep/calendar';
import type { Edit, NewPlace } from '@kith/core/keep/contribution';
import { labelOf } from '@kith/core/keep/fields';
import { privateContactReasons } from '@kith/core/keep/private-contact';
import type { Person } from '@kith/core/keep/roles';
import { canonicalJson } from '@kith/core/scenario/hash';
import { and, eq, inArray } from 'drizzle-orm';
import { waiting } from '../../db/keeping-schema.ts';
import type { Database } from '../open.ts';
import { newPlaceId } from './new-place-fields.ts';
import type { PlannedRow } from './sheet-plan.ts';
import type { KeptSheet } from './sheet-store.ts';
import { keepWaiting } from './waiting-store.ts';

/** What a row asks of the stewards: of a place that is there, only what does not go in at once. */
function bodyOf(planned: PlannedRow, key: string, why: string): NewPlace | Edit {
  const { row, position } = planned.placed;
  if (planned.placeId !== null) {
    return { key, changes: waitsOf(planned).map(({ field, was, value }) => ({ field, was, value })), why };
  }
  const { row: _row, part: _part, town: _town, at: _at, sourceId: _sourceId, ...said } = row;
  const { lon, lat, spreadMetres } = position;
  return { ...said, key, pin: { lon, lat, ...(spreadMetres > 0 ? { spreadMetres } : {}) }, photos: [] };
}

function waitsOf({ now, changes }: PlannedRow): PlannedRow['changes'] {
  return now === 'some' ? changes.filter(({ later }) => later) : changes;
}

/** What is asked, whatever file and row it is from: two that say the same are the same, in whatever order. */
function contentOf(body: NewPlace | Edit): string {
  if (!('changes' in body)) return canonicalJson({ ...body, key: '' });
  return body.changes.map(canonicalJson).sort().join();
}

/** Whether a row asks what waits for a steward already: the same file brought again is not looked at twice. */
export async function whatWaits(db: Database): Promise<(planned: PlannedRow) => boolean> {
  const rows = await db
    .select({ kind: waiting.kind, placeId: waiting.placeId, body: waiting.body })
    .from(waiting)
    .where(and(eq(waiting.state, 'waiting'), inArray(waiting.kind, ['new-place', 'edit', 'conflict'])));
  const asked = new Set(
    rows.map(({ kind, placeId, body }) => {
      const content = contentOf(JSON.parse(body) as NewPlace | Edit);
      return kind === 'new-place' ? content : `${placeId} ${content}`;
    }),
  );
  return (planned) => {
    const content = contentOf(bodyOf(planned, '', ''));
    return asked.has(planned.placeId === null ? content : `${planned.placeId} ${content}`);
  };
}

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
  const { row } = planned.placed;
  const key = uuidOf(`${sheet.id}:${row.row}:${row.part}`);
  const where = `From ${sheet.fileName}, row ${row.row}`;
  const sent = { title: row.name, body: bodyOf(planned, key, where), key, at, person, address: null };
  if (planned.placeId === null) {
    const kept = await keepWaiting(db, {
      ...sent,
      kind: 'new-place',
      placeId: newPlaceId(key),
      summary: `A new place from a spreadsheet. ${where}.`,
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
  const waits = waitsOf(planned);
  const gainsaid = waits.filter(({ later }) => later);
  const kept = await keepWaiting(db, {
    ...sent,
    kind: gainsaid.length > 0 ? 'conflict' : 'edit',
    placeId: planned.placeId,
    summary:
      gainsaid.length > 0
        ? `A spreadsheet says otherwise than somebody did later. ${where}.`
        : `A spreadsheet says otherwise. ${where}.`,
    reasons: [
      where,
      ...gainsaid.flatMap(({ field, later }) =>
        later ? [`${labelOf(field)}: ${later.by} said otherwise on ${dayInWords(later.on)}`] : [],
      ),
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
