import type { KeptField } from '@kith/core/keep/fields';
import type { Kind } from '@kith/core/place/kinds';
import type { Meaning } from '@kith/core/sheet/meanings';
import { readRows } from '@kith/core/sheet/read-rows';
import type { RowProblem, SheetRow } from '@kith/core/sheet/understanding';
import { weekOf } from '../../hours/week-of.ts';
import type { Database } from '../open.ts';
import { type PlacedRow, placeRows } from './sheet-ground.ts';
import { type FoundSame, sameAs } from './sheet-matches.ts';
import type { KeptSheet } from './sheet-store.ts';
import { type Standing, sameValue, standingClaims, valueNow } from './standing-claims.ts';

export interface SheetChange {
  readonly field: KeptField;
  readonly was: unknown;
  readonly value: unknown;
}

/** What importing would do with one row. */
export interface PlannedRow {
  readonly row: number;
  readonly part: number;
  readonly name: string;
  readonly kind: Kind;
  /** `ask`: it may be a place that is there, and somebody has to say. */
  readonly outcome: 'new' | 'changed' | 'same' | 'ask';
  /** The place it is; null of a new one and while it is asked. */
  readonly placeId: string | null;
  readonly changes: readonly SheetChange[];
  readonly candidates: readonly FoundSame[];
  readonly placed: PlacedRow;
}

export interface SheetPlan {
  readonly rows: readonly PlannedRow[];
  readonly problems: readonly RowProblem[];
  /** Rows under the header that say something. */
  readonly said: number;
}

/** Fields of a row that are said of a place that is there. Its name, its kind and where it is stay as they are. */
const SAID_OF_KNOWN = [
  'status',
  'when',
  'openingHours',
  'forWhom',
  'wheelchair',
  'access',
  'phone',
  'email',
  'website',
  'operator',
  'notes',
] as const satisfies readonly (KeptField & keyof SheetRow)[];
/** Said only where nobody has said any yet. */
const FILLED_IN: readonly (KeptField & keyof SheetRow)[] = ['address', 'postcode'];

/** Goes through a whole file without changing anything. */
export async function planSheet(db: Database, sheet: KeptSheet): Promise<SheetPlan> {
  const { mapping } = sheet.about;
  const read = readRows(sheet.cells, mapping);
  const { placed, problems } = await placeRows(db, read.rows, (meaning) => columnOf(sheet, meaning));
  const rows: PlannedRow[] = [];
  const notes: RowProblem[] = [];
  const taken = new Set<string>();
  for (const each of placed) {
    const checked = withHours(each, (problem, todo) => {
      notes.push({
        row: each.row.row,
        ...columnOf(sheet, 'when'),
        value: each.row.when ?? '',
        problem,
        todo,
        weight: 'note',
      });
    });
    const planned = await planRow(db, checked, mapping.same[String(each.row.row)], taken);
    if (planned.placeId !== null) taken.add(planned.placeId);
    rows.push(planned);
  }
  const all = [...read.problems, ...problems, ...notes].sort((one, other) => one.row - other.row);
  return { rows, problems: all, said: read.said };
}

/** Hours that the clock cannot read stay in words. */
function withHours(placed: PlacedRow, say: (problem: string, todo: string) => void): PlacedRow {
  const { row } = placed;
  if (row.openingHours === null || weekOf(row.openingHours) !== null) return placed;
  say(
    'The opening times are kept as words: they cannot be read.',
    'Nothing to do. To have them count, write them as Tue 10:00-12:00.',
  );
  return { ...placed, row: { ...row, openingHours: null, when: row.when ?? row.openingHours } };
}

async function planRow(
  db: Database,
  placed: PlacedRow,
  answer: string | undefined,
  taken: ReadonlySet<string>,
): Promise<PlannedRow> {
  const { row } = placed;
  const base = { row: row.row, part: row.part, name: row.name, kind: row.kind, placed };
  const fresh = { ...base, outcome: 'new', placeId: null, changes: [], candidates: [] } as const;
  if (answer === 'new') return fresh;
  const candidates = await sameAs(db, placed);
  const said = answer === undefined ? undefined : candidates.find(({ placeId }) => placeId === answer);
  const [best, rival] = candidates;
  const sure =
    best?.likeness.verdict === 'certain' && rival?.likeness.verdict !== 'certain' && !taken.has(best.placeId);
  const same = said ?? (sure ? best : undefined);
  if (same === undefined) {
    return candidates.length === 0 ? fresh : { ...fresh, outcome: 'ask', candidates: candidates.slice(0, 5) };
  }
  const { standing, placeId } = await standingClaims(db, same.placeId);
  const changes = changesOf(row, standing);
  return {
    ...base,
    outcome: changes.length === 0 ? 'same' : 'changed',
    placeId,
    changes,
    candidates: [same],
  };
}

function changesOf(row: SheetRow, standing: Standing): SheetChange[] {
  const changes: SheetChange[] = [];
  for (const field of [...SAID_OF_KNOWN, ...FILLED_IN]) {
    const value = row[field as keyof SheetRow];
    if (value === null || value === undefined) continue;
    const was = valueNow(standing, field) ?? null;
    if (FILLED_IN.includes(field as (typeof FILLED_IN)[number]) && was !== null) continue;
    // A list that does not speak of closing says nothing of a place that is shut for a while.
    if (field === 'status' && value === 'open') continue;
    if (!sameValue(field, was, value)) changes.push({ field, was, value });
  }
  return changes;
}

/** Columns that may say the same where there is none of its own. */
const INSTEAD: Partial<Record<Meaning, readonly Meaning[]>> = {
  latitude: ['easting', 'coordinates'],
  town: ['address'],
  postcode: ['address'],
};

/** The column that holds something, from 1, and its header. */
function columnOf(sheet: KeptSheet, meaning: Meaning): { column: number | null; header: string } {
  const { columns, headerRow, headerRows } = sheet.about.mapping;
  const others: readonly Meaning[] = [meaning, ...(INSTEAD[meaning] ?? []), 'name'];
  const at = others.map((each) => columns.indexOf(each)).find((each) => each >= 0);
  if (at === undefined) return { column: null, header: '' };
  return {
    column: at + 1,
    header: headerRows === 0 ? '' : (sheet.cells[headerRow + headerRows - 2]?.[at] ?? ''),
  };
}
