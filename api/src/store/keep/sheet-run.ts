import type { Person } from '@kith/core/keep/roles';
import { headerKey } from '@kith/core/sheet/header-key';
import { and, eq } from 'drizzle-orm';
import { sheetImport } from '../../db/keeping-schema.ts';
import { addClaims, logChange } from '../claim-store.ts';
import type { Database } from '../open.ts';
import { readVersion } from '../version-store.ts';
import { ensurePeopleSource } from './people-source.ts';
import { claimsOfRow } from './sheet-claims.ts';
import { rememberMapping } from './sheet-mappings.ts';
import { type PlannedRow, planSheet, type SheetPlan } from './sheet-plan.ts';
import { sendOn } from './sheet-send.ts';
import type { KeptSheet, SheetCounts } from './sheet-store.ts';
import { speakerOf, voiceOfSheet } from './sheet-voice.ts';

/** What an anchor's file may put before the stewards at once: more would bury what others sent. */
const MOST_WAITING = 500;

/** A file that cannot be imported as it is, with what to do. */
export class SheetNotRun extends Error {}

/** A plan, and what the database held when it was made. */
export interface MadePlan {
  readonly plan: SheetPlan;
  readonly version: string;
}

/** Goes through a file for somebody, noting what the database holds. @param at ISO time */
export async function makePlan(
  db: Database,
  person: Person,
  sheet: KeptSheet,
  at: string,
): Promise<MadePlan> {
  const version = (await readVersion(db)).data;
  const plan = await planSheet(db, sheet, {
    voice: await voiceOfSheet(db, person, sheet),
    today: at.slice(0, 10),
  });
  return { plan, version };
}

/**
 * Imports what a file holds as one change. Stewards' rows at once; an organisation's own at once, but for what somebody
 * else has said later, and the rest to the stewards. Rows that are asked about and not answered are left out. The cells
 * are emptied, and the mapping remembered.
 * @param made before: it holds as long as nothing has changed since, so nobody waits while it is made
 * @throws SheetNotRun where there is nothing to do, or too much for the stewards
 */
export async function runSheet(
  db: Database,
  person: Person,
  sheet: KeptSheet,
  at: string,
  made: MadePlan,
): Promise<SheetCounts> {
  return db.transaction(async (tx) => {
    const author = speakerOf(person, sheet);
    await stillOpen(tx, sheet);
    const holds = (await readVersion(tx)).data === made.version;
    const { rows, said } = holds ? made.plan : (await makePlan(tx, person, sheet, at)).plan;
    const doing = rows.filter(({ outcome }) => outcome === 'new' || outcome === 'changed');
    const now = doing.filter((row) => row.now !== 'none');
    const later = doing.filter((row) => row.now !== 'all');
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
        mapping: JSON.stringify({ ...sheet.about, sent }),
        state: 'imported',
        counts: JSON.stringify(counts),
        changeId,
      })
      .where(eq(sheetImport.id, sheet.id));
    await rememberMapping(tx, author, headerKey(sheet.cells, sheet.about.mapping), sheet.about.mapping, at);
    return counts;
  });
}

/** Pressed twice, or by two at once, a file goes in once. */
async function stillOpen(db: Database, sheet: KeptSheet): Promise<void> {
  const rows = await db
    .select({ id: sheetImport.id })
    .from(sheetImport)
    .where(and(eq(sheetImport.id, sheet.id), eq(sheetImport.state, 'open')));
  if (rows.length === 0) throw new SheetNotRun('This file has been imported already.');
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
