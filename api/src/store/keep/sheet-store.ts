import { randomUUID } from 'node:crypto';
import { may, type Person } from '@kith/core/keep/roles';
import type { Cells, SheetMapping } from '@kith/core/sheet/understanding';
import { and, desc, eq, isNull, lt, ne, or, type SQL, sql } from 'drizzle-orm';
import { sheetImport } from '../../db/keeping-schema.ts';
import type { Database } from '../open.ts';
import { ORGANISATION, wordsOfAuthors } from './author-words.ts';

/** What is kept of a file that was brought. */
export interface KeptSheet {
  readonly id: string;
  readonly userId: string | null;
  readonly organisationId: string | null;
  readonly fileName: string;
  /** ISO time. */
  readonly at: string;
  /** Empty once it is imported or 30 days old. */
  readonly cells: Cells;
  /** Of a workbook the sheets that are not read: another may be chosen. */
  readonly others: readonly OtherSheet[];
  readonly about: SheetAbout;
  readonly state: 'open' | 'imported' | 'undone';
  readonly counts: SheetCounts | null;
  readonly changeId: number | null;
}

export interface OtherSheet {
  readonly name: string;
  readonly cells: Cells;
}

/** How the file was read, and how it is to be. */
export interface SheetAbout {
  readonly mapping: SheetMapping;
  readonly file: {
    readonly format: 'csv' | 'xlsx';
    readonly encoding: string;
    readonly between: string | null;
    /** The sheet that is read, of a workbook, why it was proposed, and all that hold anything. */
    readonly sheet: string | null;
    readonly why: string | null;
    readonly sheets: readonly { readonly name: string; readonly rows: number }[];
  };
  /** Whether the last file of the same sender with the same header was followed. */
  readonly remembered: boolean;
  /** Once imported: what of it was sent to the stewards, by the ids of the queue. */
  readonly sent?: readonly string[];
  /** Once imported, for 30 days: why rows were left out, the first few hundred. */
  readonly leftOut?: readonly LeftOutRow[];
}

/** A row that did not go in, and why. What its cells said is not kept. */
export interface LeftOutRow {
  /** As the spreadsheet counts, from 1. */
  readonly row: number;
  /** The words of the header of the cell; empty where it is about the whole row. */
  readonly header: string;
  readonly problem: string;
}

/** What came of it. */
export interface SheetCounts {
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  readonly waiting: number;
  readonly leftOut: number;
  /** Once it is taken back: what of the waiting was withdrawn. Not known of what was taken back before this was noted. */
  readonly withdrawn?: number;
}

const KEPT_DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;
/** How a file was read, without why rows of it were left out. */
export const WITHOUT_LEFT_OUT = sql`json_remove(${sheetImport.mapping}, '$.leftOut')`;
/** Files a person may have open: older ones give way. */
const MOST_OPEN = 10;

export async function keepSheet(
  db: Database,
  person: Person,
  sheet: Pick<KeptSheet, 'organisationId' | 'fileName' | 'cells' | 'others' | 'about'>,
  at: string,
): Promise<string> {
  const id = randomUUID();
  await db.transaction(async (tx) => {
    await tx.insert(sheetImport).values({
      id,
      userId: person.id,
      organisationId: sheet.organisationId,
      fileName: sheet.fileName,
      at,
      cells: stored(sheet),
      mapping: JSON.stringify(sheet.about),
      state: 'open',
      counts: 'null',
    });
    await forgetOldCells(tx, at);
    await keepTheLast(tx, person);
  });
  return id;
}

/** Empties files that are 30 days old, and why rows of them were left out: kept no longer than needed. @param at ISO time */
export async function forgetOldCells(db: Database, at: string): Promise<void> {
  const since = new Date(Date.parse(at) - KEPT_DAYS * DAY_MS).toISOString();
  await db
    .update(sheetImport)
    .set({ cells: '[]' })
    .where(and(lt(sheetImport.at, since), ne(sheetImport.cells, '[]')));
  await db
    .update(sheetImport)
    .set({ mapping: WITHOUT_LEFT_OUT })
    .where(and(lt(sheetImport.at, since), sql`json_type(${sheetImport.mapping}, '$.leftOut') is not null`));
}

/** Of one sender no more than ten files are kept at once. */
async function keepTheLast(db: Database, person: Person): Promise<void> {
  const open = await db
    .select({ id: sheetImport.id })
    .from(sheetImport)
    .where(and(ownedBy(person), ne(sheetImport.cells, '[]')))
    .orderBy(desc(sheetImport.at));
  for (const { id } of open.slice(MOST_OPEN)) {
    await db.update(sheetImport).set({ cells: '[]' }).where(eq(sheetImport.id, id));
  }
}

/** Files of their own, and of their organisations: what somebody brought for one that they have left is theirs no more. */
function ownedBy({ id: personId, organisations }: Person): SQL {
  const { userId, organisationId } = sheetImport;
  const own = personId === null ? [] : [and(eq(userId, personId), isNull(organisationId))];
  return or(...own, ...organisations.map(({ id }) => eq(organisationId, id))) ?? sql`false`;
}

function seenBy(person: Person): SQL | undefined {
  return may(person.role, 'steward') ? undefined : ownedBy(person);
}

/** A file that this person may see: their own, their organisation's; stewards see all. Undefined for any other. */
export async function sheetOf(db: Database, person: Person, id: string): Promise<KeptSheet | undefined> {
  const rows = await db
    .select()
    .from(sheetImport)
    .where(and(eq(sheetImport.id, id), seenBy(person)));
  return rows[0] && toSheet(rows[0]);
}

/** A file as lists show it. */
export interface SheetLine extends Pick<KeptSheet, 'id' | 'fileName' | 'at' | 'state' | 'counts'> {
  /** Who brought it, in words: an organisation by its name, a person by what they are to Kith. */
  readonly by: string;
  /** Whoever looks brought it, for no organisation. */
  readonly own: boolean;
  /** It is not imported, and its cells are there still. */
  readonly readable: boolean;
}

/** The last files that this person may see, newest first. Their cells, which may be large, are not read. */
export async function sheetsOf(db: Database, person: Person, limit: number): Promise<SheetLine[]> {
  const { id, fileName, at, state, counts, userId, organisationId } = sheetImport;
  const rows = await db
    .select({
      id,
      fileName,
      at,
      state,
      counts,
      userId,
      organisationId,
      emptied: sql<number>`${sheetImport.cells} = '[]'`,
    })
    .from(sheetImport)
    .where(seenBy(person))
    .orderBy(desc(sheetImport.at))
    .limit(limit);
  const words = await wordsOfAuthors(db, rows.map(broughtBy));
  return rows.map(({ emptied, userId: user, organisationId: organisation, ...row }) => ({
    ...row,
    by: words.get(broughtBy({ userId: user, organisationId: organisation })) ?? '',
    own: organisation === null && user !== null && user === person.id,
    counts: JSON.parse(row.counts) as SheetCounts | null,
    readable: row.state === 'open' && emptied === 0,
  }));
}

/** Who brought a file, as the log names them; of somebody whose account is gone, a person. */
function broughtBy({ userId, organisationId }: Pick<KeptSheet, 'userId' | 'organisationId'>): string {
  return organisationId === null ? `person:${userId ?? ''}` : `${ORGANISATION}${organisationId}`;
}

/**
 * Changes how a file is read, or its cells, in one step: nothing that another changes at the same time is lost.
 * @param change of the file as it is now, undefined where it is none of theirs; what it throws changes nothing
 */
export async function changeSheet(
  db: Database,
  person: Person,
  id: string,
  change: (sheet: KeptSheet | undefined, tx: Database) => Promise<KeptSheet> | KeptSheet,
): Promise<KeptSheet> {
  return db.transaction(async (tx) => {
    const now = await change(await sheetOf(tx, person, id), tx);
    await tx
      .update(sheetImport)
      .set({ cells: stored(now), mapping: JSON.stringify(now.about) })
      .where(and(eq(sheetImport.id, id), eq(sheetImport.state, 'open')));
    return now;
  });
}

/** A CSV file is its cells; of a workbook the other sheets lie beside those that are read. */
function stored({ cells, others }: Pick<KeptSheet, 'cells' | 'others'>): string {
  return JSON.stringify(others.length === 0 ? cells : { cells, others });
}

function toSheet(row: typeof sheetImport.$inferSelect): KeptSheet {
  const { cells: kept, mapping, counts, undoneBy: _, ...rest } = row;
  const cells = JSON.parse(kept) as Cells | { readonly cells: Cells; readonly others: readonly OtherSheet[] };
  return {
    ...rest,
    ...('cells' in cells ? cells : { cells, others: [] }),
    about: JSON.parse(mapping) as SheetAbout,
    counts: JSON.parse(counts) as SheetCounts | null,
  };
}
