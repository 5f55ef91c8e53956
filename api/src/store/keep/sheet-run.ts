import type { Person } from '@kith/core/keep/roles';
import { columnsAsRead, unsureName } from '@kith/core/sheet/choose-columns';
import { headerKey } from '@kith/core/sheet/header-key';
import { understand } from '@kith/core/sheet/understand';
import type { RowProblem } from '@kith/core/sheet/understanding';
import { eq } from 'drizzle-orm';
import { sheetImport } from '../../db/keeping-schema.ts';
import { addClaims, logChange } from '../claim-store.ts';
import type { Database } from '../open.ts';
import { readVersion } from '../version-store.ts';
import { ensurePeopleSource } from './people-source.ts';
import { claimsOfRow } from './sheet-claims.ts';
import { rowsLeftOut } from './sheet-left-out.ts';
import { mostWaiting, tooManyWaiting } from './sheet-limit.ts';
import { rememberMapping } from './sheet-mappings.ts';
import { type PlannedRow, planSheet, type SheetPlan } from './sheet-plan.ts';
import { sendOn, whatWaits } from './sheet-send.ts';
import { type KeptSheet, type SheetCounts, sheetOf } from './sheet-store.ts';
import { speakerOf, voiceOfSheet } from './sheet-voice.ts';

/** A file that cannot be imported as it is, with what to do. */
export class SheetNotRun extends Error {}
/** Nobody has said yet that the column taken for the names holds them. */
export class NamesNotSeen extends SheetNotRun {}

/** A plan, and what the database held when it was made. */
export interface MadePlan {
  readonly plan: SheetPlan;
  readonly version: string;
}

/** How often a file is planned anew because something was written meanwhile, before nobody else may write for so long. */
const MOST_TRIES = 4;

/** Goes through a file for somebody, noting what the database holds. @param at ISO time */
export async function makePlan(
  db: Database,
  person: Person,
  sheet: KeptSheet,
  at: string,
  pauses = true,
): Promise<MadePlan> {
  const version = (await readVersion(db)).data;
  const voice = await voiceOfSheet(db, person, sheet);
  const read = { cells: sheet.cells, mapping: sheet.about.mapping };
  const plan = await planSheet(db, read, { voice, today: at.slice(0, 10), pauses });
  return { plan: withoutWaiting(plan, await whatWaits(db)), version };
}

/** Rows that ask what waits already are left out, and said to be. */
function withoutWaiting({ rows, problems, said }: SheetPlan, waits: (row: PlannedRow) => boolean): SheetPlan {
  const again = new Set(
    rows.filter(
      (row) => (row.outcome === 'new' || row.outcome === 'changed') && row.now === 'none' && waits(row),
    ),
  );
  const told = [...again].map(
    ({ placed: { row } }): RowProblem => ({
      row: row.row,
      column: null,
      header: '',
      value: row.name,
      problem: 'The same was sent before, and waits for a steward.',
      todo: 'Nothing to do. It is not sent twice.',
      weight: 'out',
      sentBefore: true,
    }),
  );
  return {
    rows: rows.filter((row) => !again.has(row)),
    problems: [...problems, ...told].sort((one, other) => one.row - other.row),
    said,
  };
}

/**
 * Imports what a file holds as one change. Stewards' rows at once; an organisation's own at once, but for what somebody
 * else has said later, and the rest to the stewards. Rows that are asked about and not answered are left out. The cells
 * are emptied, and the mapping remembered. It is planned before anything is written, so that nobody waits meanwhile, and
 * anew where others wrote; where they never stop, at last while they wait.
 * @param planFor plans a file as it is
 * @throws NamesNotSeen before anybody looked at names that were guessed; SheetNotRun where there is nothing to do, or too much for the stewards
 */
export async function runSheet(
  db: Database,
  person: Person,
  id: string,
  at: string,
  planFor: (sheet: KeptSheet) => Promise<MadePlan>,
): Promise<SheetCounts> {
  for (let tries = 1; ; tries += 1) {
    const sheet = await openSheet(db, person, id);
    namesSeen(sheet);
    const made = await planFor(sheet);
    const counts = await db.transaction(async (tx) => {
      const now = await openSheet(tx, person, id);
      const holds = (await readVersion(tx)).data === made.version && asRead(now) === asRead(sheet);
      if (holds) return writeSheet(tx, person, now, at, made.plan);
      if (tries < MOST_TRIES) return null;
      namesSeen(now);
      return writeSheet(tx, person, now, at, (await makePlan(tx, person, now, at, false)).plan);
    });
    if (counts !== null) return counts;
  }
}

/** Pressed twice, or by two at once, a file goes in once. */
async function openSheet(db: Database, person: Person, id: string): Promise<KeptSheet> {
  const sheet = await sheetOf(db, person, id);
  if (sheet?.state === 'open') return sheet;
  throw new SheetNotRun('This file has been imported already.');
}

/** @throws NamesNotSeen where the names were guessed by the look of a column alone, and nobody looked */
function namesSeen({ cells, about: { mapping } }: KeptSheet): void {
  const column = unsureName(columnsAsRead(understand(cells).columns, mapping));
  if (column === null || mapping.nameColumn === column.column) return;
  throw new NamesNotSeen(
    `Column ${column.letter} is taken for the names (${column.examples.join(', ')}), but nothing in the file says so. Say that it holds them, or choose another column, and then import.`,
  );
}

function asRead({ cells, about }: KeptSheet): string {
  return JSON.stringify([cells, about.mapping]);
}

async function writeSheet(
  tx: Database,
  person: Person,
  sheet: KeptSheet,
  at: string,
  { rows, problems, said }: SheetPlan,
): Promise<SheetCounts> {
  const author = speakerOf(person, sheet);
  const doing = rows.filter(({ outcome }) => outcome === 'new' || outcome === 'changed');
  const now = doing.filter((row) => row.now !== 'none');
  const later = doing.filter((row) => row.now !== 'all');
  if (rows.length === 0)
    throw new SheetNotRun(
      'No row can go in yet. Put right what the list of problems says, or choose what the columns hold.',
    );
  const tooMany = tooManyWaiting(later.length, 0, mostWaiting(person));
  if (tooMany !== null) throw new SheetNotRun(tooMany.words);
  const changeId = now.length === 0 ? null : await writeNow(tx, sheet, now, author, at);
  const sent: string[] = [];
  for (const row of later) sent.push(await sendOn(tx, sheet, row, person, at));
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
    .set({
      cells: '[]',
      mapping: JSON.stringify({ ...sheet.about, sent, leftOut: rowsLeftOut({ rows, problems }) }),
      state: 'imported',
      counts: JSON.stringify(counts),
      changeId,
    })
    .where(eq(sheetImport.id, sheet.id));
  await rememberMapping(tx, author, headerKey(sheet.cells, sheet.about.mapping), sheet.about.mapping, at);
  return counts;
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
  const claims = rows.flatMap((row) => claimsOfRow(sheet, row, at));
  await addClaims(db, changeId, claims);
  return changeId;
}
