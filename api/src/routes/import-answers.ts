import { labelOf } from '@kith/core/keep/fields';
import type { Person } from '@kith/core/keep/roles';
import { columnsAsRead, coordinatesOf, unsureName } from '@kith/core/sheet/choose-columns';
import { understand } from '@kith/core/sheet/understand';
import type { RowProblem } from '@kith/core/sheet/understanding';
import { filledRows } from '@kith/core/sheet/which-sheet';
import { mostWaiting, tooManyRows, tooManyWaiting } from '../store/keep/sheet-limit.ts';
import type { PlannedRow, SheetPlan } from '../store/keep/sheet-plan.ts';
import type { KeptSheet } from '../store/keep/sheet-store.ts';
import type { DryOutcome } from './import-schemas.ts';

const PREVIEW_ROWS = 12;
const FIRST = 10;
const MOST_LISTED = 500;

/** A file as lists show it. */
export function lineOf(sheet: KeptSheet) {
  const { id, fileName, at, state, counts } = sheet;
  return { id, fileName, at, state, counts, readable: state === 'open' && sheet.cells.length > 0 };
}

/** A file with the guesses of its cells, and what was chosen instead of them. */
export function understood(sheet: KeptSheet, person: Person) {
  const { mapping, file, remembered, leftOut = [] } = sheet.about;
  const guessed = understand(sheet.cells);
  const columns = columnsAsRead(guessed.columns, mapping);
  return {
    ...lineOf(sheet),
    file: { ...file, sheets: file.sheets.map((each) => ({ ...each })) },
    remembered,
    rows: sheet.cells.length,
    tooMany: tooManyRows(rowsUnder(sheet), mostWaiting(person)),
    mapping,
    header: guessed.header,
    columns: columns.map((each) => ({ ...each, examples: [...each.examples] })),
    unsureName: unsureName(columns)?.column ?? null,
    coordinates: { ...coordinatesOf(sheet.cells, mapping), system: mapping.coordinates },
    dates: { ...guessed.dates, order: mapping.dates },
    kind: { ...guessed.kind, kind: mapping.kind },
    leftOut: sheet.state === 'imported' ? leftOut.map((each) => ({ ...each })) : [],
    preview: sheet.cells
      .slice(0, mapping.headerRow + PREVIEW_ROWS)
      .map((cells, at) => ({ row: at + 1, cells: [...cells] })),
  };
}

function rowsUnder({ cells, about: { mapping } }: KeptSheet): number {
  return filledRows(cells.slice(mapping.headerRow - 1 + mapping.headerRows));
}

/** A dry run: counts, and the first rows of each outcome. */
export function shownPlan(plan: SheetPlan, person: Person) {
  const { rows, problems, said } = plan;
  const of = (outcome: PlannedRow['outcome']) => rows.filter((row) => row.outcome === outcome);
  const gone = new Set(problems.filter(({ weight }) => weight === 'out').map(({ row }) => row));
  const first = (outcome: PlannedRow['outcome']) => of(outcome).slice(0, FIRST).map(shownRow);
  const changing = rows.filter(({ outcome }) => outcome === 'new' || outcome === 'changed');
  const counts = {
    rows: said,
    new: of('new').length,
    changed: of('changed').length,
    same: of('same').length,
    ask: of('ask').length,
    duplicate: problems.filter(({ twice }) => twice).length,
    noPlaces: new Set(problems.flatMap(({ noPlace, row }) => (noPlace ? [row] : []))).size,
    sentBefore: problems.filter(({ sentBefore }) => sentBefore).length,
    leftOut: gone.size,
    notes: problems.filter(({ weight }) => weight === 'note').length,
    waiting: changing.filter(({ now }) => now !== 'all').length,
    conflicts: changing.filter(({ changes }) => changes.some(({ later }) => later)).length,
  };
  const wrong = counts.leftOut - counts.duplicate - counts.noPlaces - counts.sentBefore;
  return {
    counts,
    tooMany: tooManyWaiting(counts.waiting, counts.ask + wrong, mostWaiting(person)),
    first: { new: first('new'), changed: first('changed'), same: first('same') },
    asks: of('ask').slice(0, MOST_LISTED).map(askedRow),
    problems: listed(problems).map(shownProblem),
    unlisted: Math.max(0, problems.length - MOST_LISTED),
  };
}

/** A page of the rows of one outcome. `next` is null at the end. */
export function shownRows(
  plan: SheetPlan,
  { outcome, from, limit }: { readonly outcome: DryOutcome; readonly from: number; readonly limit: number },
) {
  const problems = plan.problems.filter(({ twice }) => outcome === (twice ? 'duplicate' : 'problem'));
  const rows = plan.rows.filter((row) => row.outcome === outcome);
  const to = from + limit;
  return {
    rows: rows.slice(from, to).map(askedRow),
    problems: problems.slice(from, to).map(shownProblem),
    next: to < Math.max(rows.length, problems.length) ? to : null,
  };
}

/** As many as are listed at once: first what keeps a row out. */
function listed(problems: readonly RowProblem[]): readonly RowProblem[] {
  const out = problems.filter(({ weight }) => weight === 'out');
  const notes = problems.filter(({ weight }) => weight === 'note');
  return [...out, ...notes].slice(0, MOST_LISTED).sort((one, other) => one.row - other.row);
}

function shownProblem({ also, ...problem }: RowProblem) {
  return { ...problem, ...(also === undefined ? {} : { also: [...also] }) };
}

function askedRow(row: PlannedRow) {
  const asked = row.outcome === 'ask' ? row.candidates : [];
  return {
    ...shownRow(row),
    candidates: asked.map(({ placeId, name, kind, address, likeness }) => ({
      placeId,
      name,
      kind,
      address,
      likeness: likeness.score,
      reasons: [...likeness.reasons],
    })),
  };
}

const WAITS = { all: 'no', some: 'in part', none: 'yes' } as const;

function shownRow({ row, name, kind, placeId, changes, placed, now, outcome }: PlannedRow) {
  const { lon, lat, precision } = placed.position;
  const { address, postcode, when, openingHours } = placed.row;
  return {
    row,
    name,
    kind,
    address,
    postcode,
    lon,
    lat,
    precision,
    placeId,
    when,
    openingHours,
    waits: outcome === 'new' || outcome === 'changed' ? WAITS[now] : ('no' as const),
    changes: changes.map(({ field, ...change }) => ({ field, label: labelOf(field), ...change })),
  };
}
