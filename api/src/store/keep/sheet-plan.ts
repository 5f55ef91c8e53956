import { setImmediate } from 'node:timers/promises';
import type { KeptField } from '@kith/core/keep/fields';
import type { Kind } from '@kith/core/place/kinds';
import { readRows } from '@kith/core/sheet/read-rows';
import type { RowProblem, SheetMapping } from '@kith/core/sheet/understanding';
import { weekOf } from '../../hours/week-of.ts';
import type { Database } from '../open.ts';
import { changesOf, type FieldDiffers } from './sheet-changes.ts';
import { type CellsOf, cellsOf, problemAt, type SheetToRead } from './sheet-columns.ts';
import { type SaidLater, whoSaid } from './sheet-conflicts.ts';
import { type PlacedRow, placeRows } from './sheet-ground.ts';
import { type FoundSame, sameAs } from './sheet-matches.ts';
import { outdatedProblem, roughly, saidOnce } from './sheet-notes.ts';
import { standingOfMany } from './sheet-standing.ts';
import { authorOfRow, isAtOnce, type SheetVoice } from './sheet-voice.ts';

export interface SheetChange {
  readonly field: KeptField;
  readonly was: unknown;
  readonly value: unknown;
  /** Who says otherwise, later than the row was checked: a steward decides between the two. */
  readonly later?: SaidLater;
}

/** What importing would do with one row. */
export interface PlannedRow {
  readonly row: number;
  readonly part: number;
  readonly name: string;
  readonly kind: Kind;
  /** `ask`: it may be a place that is there, and somebody has to say. */
  readonly outcome: 'new' | 'changed' | 'same' | 'ask';
  /** Whether a steward looks first: `none` of it goes in now, or `some` of a row that is gainsaid in part. */
  readonly now: 'all' | 'some' | 'none';
  /** The place it is; null of a new one and while it is asked. */
  readonly placeId: string | null;
  /** As whose word it goes in, as the log names them. */
  readonly author: string;
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

/**
 * Rows that are asked about together: where they are, and which places they may be. Others are served between two such
 * lots. Finding out where rows are reads all homes round them, so that is done in few.
 */
const LOTS = { placed: 5_000, compared: 500 };
const CANDIDATES = 5;

/** How a file is gone through. */
export interface SheetPlanning {
  readonly voice: SheetVoice;
  /** ISO day. */
  readonly today: string;
  /** Rows at once, where not as many as is quickest. The plan is the same whatever they are. */
  readonly lots?: typeof LOTS;
  /** False within a transaction: others would be served who wait for it. */
  readonly pauses?: boolean;
}

/** Goes through a whole file without changing anything. */
export async function planSheet(
  db: Database,
  sheet: SheetToRead,
  planning: SheetPlanning,
): Promise<SheetPlan> {
  const read = readRows(sheet.cells, sheet.mapping, planning.today);
  const cells = cellsOf(sheet);
  const rows: PlannedRow[] = [];
  const problems: RowProblem[] = [...read.problems];
  const taken = new Set<string>();
  const readable = hoursReader();
  const lots = planning.lots ?? LOTS;
  for (const some of inLots(read.rows, lots.placed)) {
    const found = await placeRows(db, some, cells);
    problems.push(...found.problems);
    for (const placed of inLots(found.placed, lots.compared)) {
      const timed = placed.map((each) =>
        withHours(each, readable, (problem, todo) => {
          problems.push(problemAt(cells(each.row.row), 'when', problem, todo, 'note'));
        }),
      );
      rows.push(...(await planRows(db, timed, sheet.mapping.same, cells, planning, taken, problems)));
      if (planning.pauses !== false) await setImmediate();
    }
  }
  return { rows, problems: saidOnce(problems).sort((one, other) => one.row - other.row), said: read.said };
}

function* inLots<T>(all: readonly T[], size: number): Generator<readonly T[]> {
  for (let at = 0; at < all.length; at += size) yield all.slice(at, at + size);
}

/** Whether the clock can read opening hours; the same words are read once. */
function hoursReader(): (hours: string) => boolean {
  const known = new Map<string, boolean>();
  return (hours) => {
    const is = known.get(hours) ?? weekOf(hours) !== null;
    known.set(hours, is);
    return is;
  };
}

/** Hours that the clock cannot read stay in words. */
function withHours(
  placed: PlacedRow,
  readable: (hours: string) => boolean,
  say: (problem: string, todo: string) => void,
): PlacedRow {
  const { row } = placed;
  if (row.openingHours === null || readable(row.openingHours)) return placed;
  say(
    'The opening times are kept as words: they cannot be read.',
    'Nothing to do. To have them count, write them as Tue 10:00-12:00.',
  );
  return { ...placed, row: { ...row, openingHours: null, when: row.when ?? row.openingHours } };
}

/**
 * @param taken places that rows before these are; those that these are are added
 * @param problems to which is added what changes nothing, and what is placed only roughly
 */
async function planRows(
  db: Database,
  placed: readonly PlacedRow[],
  answers: SheetMapping['same'],
  cells: CellsOf,
  { voice, today }: SheetPlanning,
  taken: Set<string>,
  problems: RowProblem[],
): Promise<PlannedRow[]> {
  const found = await sameAs(db, placed);
  const decided = placed.map((each, at) => {
    const candidates = found[at] ?? [];
    const same = samePlace(candidates, answers[String(each.row.row)], taken);
    if (same !== 'new' && same !== 'ask') taken.add(same.placeId);
    return { each, candidates, same };
  });
  const ids = decided.flatMap(({ same }) => (same === 'new' || same === 'ask' ? [] : [same.placeId]));
  const standings = await standingOfMany(db, ids);
  const drafts = decided.map(({ each, candidates, same }) => {
    const { row } = each;
    const base = { row: row.row, part: row.part, name: row.name, kind: row.kind, placed: each };
    const there = typeof same === 'string' ? undefined : standings.get(same.placeId);
    if (typeof same === 'string' || there === undefined) {
      if (each.middleOf !== null) problems.push(roughly(cells(row.row), each, each.middleOf));
      const asked = same === 'ask' ? candidates.slice(0, CANDIDATES) : [];
      const outcome = same === 'ask' ? ('ask' as const) : ('new' as const);
      return { base, outcome, placeId: null, differs: [], candidates: asked };
    }
    const apart = changesOf(row, there, voice, today);
    const differs = apart.filter(({ outdated }) => outdated === null);
    const outdated = apart.filter((change) => change.outdated !== null);
    if (outdated.length > 0) problems.push(outdatedProblem(cells(row.row), outdated));
    const outcome = differs.length === 0 ? ('same' as const) : ('changed' as const);
    return { base, outcome, placeId: there.placeId, differs, candidates: [same] };
  });
  const words = await whoSaid(
    db,
    drafts.flatMap(({ differs }) => differs.flatMap(({ gainsaid }) => gainsaid ?? [])),
  );
  return drafts.map(({ base, differs, ...draft }) => ({
    ...base,
    ...draft,
    author: authorOfRow(voice, draft.placeId),
    now: whatGoesIn(draft.placeId, differs, voice),
    changes: differs.map(({ gainsaid, outdated: _, ...change }) => {
      const later = gainsaid === null ? undefined : words.get(gainsaid.id);
      return later === undefined ? change : { ...change, later };
    }),
  }));
}

/** Which place a row is: as somebody answered, or where that is certain. No two rows are one place unasked. */
function samePlace(
  candidates: readonly FoundSame[],
  answer: string | undefined,
  taken: ReadonlySet<string>,
): FoundSame | 'new' | 'ask' {
  if (answer === 'new') return 'new';
  const said = answer === undefined ? undefined : candidates.find(({ placeId }) => placeId === answer);
  const [best, rival] = candidates;
  if (said !== undefined) return said;
  if (best === undefined) return 'new';
  const certain = best.likeness.verdict === 'certain' && rival?.likeness.verdict !== 'certain';
  return certain && !taken.has(best.placeId) ? best : 'ask';
}

function whatGoesIn(placeId: string | null, differs: readonly FieldDiffers[], voice: SheetVoice) {
  if (!isAtOnce(voice, placeId)) return 'none' as const;
  const waits = differs.filter(({ gainsaid }) => gainsaid !== null).length;
  if (waits === 0) return 'all' as const;
  return waits < differs.length ? ('some' as const) : ('none' as const);
}
