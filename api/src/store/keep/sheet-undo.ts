import type { Person } from '@kith/core/keep/roles';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { sheetImport, waiting } from '../../db/keeping-schema.ts';
import { claim } from '../../db/schema.ts';
import { addClaims, logChange, type NewClaim } from '../claim-store.ts';
import { allClaimsOf } from '../claims-of.ts';
import { survivorsOf } from '../merges.ts';
import type { Database } from '../open.ts';
import { type LoggedClaim, winningClaim, winningClaims } from '../winning-claim.ts';
import { PEOPLE_LICENCE } from './people-source.ts';
import { leadOn } from './same-as.ts';
import { SheetNotRun } from './sheet-run.ts';
import { type KeptSheet, sheetOf } from './sheet-store.ts';
import { speakerOf } from './sheet-voice.ts';

/**
 * Takes back all that an import said, as one change: each voice says again what it said before, or nothing. New places
 * leave the lists and stay in the log. What anybody has said since stands, the same day too, and so does what a steward has accepted of it;
 * what waits still is turned down in the sender's name.
 * @throws SheetNotRun where nothing was imported or waits, or it was undone before
 */
export async function undoSheet(db: Database, person: Person, id: string, at: string): Promise<void> {
  return db.transaction(async (tx) => {
    // Read here: it may have been taken back since whoever asks looked at it.
    const sheet = await sheetOf(tx, person, id);
    if (sheet === undefined) throw new SheetNotRun('There is no such spreadsheet, or it is not yours.');
    const { changeId } = sheet;
    const author = speakerOf(person, sheet);
    if (sheet.state === 'undone') throw new SheetNotRun('This import has been taken back already.');
    const waited = sheet.state === 'imported' ? await takeBackWaiting(tx, sheet, author, at) : 0;
    if (changeId === null && waited === 0) {
      throw new SheetNotRun('This file has changed nothing, so there is nothing to take back.');
    }
    const undoneBy = changeId === null ? null : await unsay(tx, sheet, changeId, author, at);
    await tx
      .update(sheetImport)
      .set({ state: 'undone', undoneBy, counts: JSON.stringify({ ...sheet.counts, withdrawn: waited }) })
      .where(eq(sheetImport.id, sheet.id));
  });
}

/** What waits for a steward is withdrawn. @returns how much did */
async function takeBackWaiting(db: Database, sheet: KeptSheet, author: string, at: string): Promise<number> {
  const ids = sql`(select value from json_each(${JSON.stringify(sheet.about.sent ?? [])}))`;
  const rows = await db
    .update(waiting)
    .set({
      state: 'rejected',
      decidedAt: at,
      decidedBy: author,
      note: 'Taken back, with the spreadsheet that it came from.',
    })
    .where(and(inArray(waiting.id, ids), eq(waiting.state, 'waiting')))
    .returning({ kind: waiting.kind, placeId: waiting.placeId });
  for (const row of rows) await leadOn(db, row, null, { author, at });
  return rows.length;
}

/** Each voice of a change says again what it said before it. @returns the change that does so */
async function unsay(
  db: Database,
  sheet: KeptSheet,
  changeId: number,
  author: string,
  at: string,
): Promise<number> {
  const rows = await db.all<{ id: number; placeId: string }>(
    sql`select id, place_id as placeId from ${claim} where change_id = ${changeId}`,
  );
  const own = new Set(rows.map(({ id }) => id));
  const survivors = await survivorsOf(db, [...new Set(rows.map(({ placeId }) => placeId))]);
  const claims: NewClaim[] = [];
  for (const placeId of new Set(survivors.values())) {
    claims.push(...takenBack((await allClaimsOf(db, placeId)).claims, own));
  }
  const undone = await logChange(db, {
    kind: 'edit',
    at,
    author,
    summary: `Took back the import of ${sheet.fileName}`,
  });
  await addClaims(db, undone, claims);
  return undone;
}

/**
 * What takes back some claims about one place, so that there stands what would stand without them.
 * @param said all that was said of it, and of what was merged into it
 * @param own the numbers of those that are taken back
 */
function takenBack(said: readonly LoggedClaim[], own: ReadonlySet<number>): NewClaim[] {
  const voice = (each: LoggedClaim) => `${each.placeId}\n${each.source}\n${each.author}\n${each.field}`;
  const last = new Map<string, LoggedClaim>();
  const before = new Map<string, LoggedClaim>();
  for (const each of [...said].sort((one, other) => one.id - other.id)) {
    last.set(voice(each), each);
    if (!own.has(each.id)) before.set(voice(each), each);
  }
  const without = winningClaims(said.filter(({ id }) => !own.has(id)));
  const wanted = new Map(without.map((each) => [each.field, each]));
  return [...last.values()].flatMap((each): NewClaim[] => {
    // Where the same voice has spoken again since, that stands.
    if (!own.has(each.id)) return [];
    const earlier = before.get(voice(each));
    const { placeId, field, source, author } = each;
    if (earlier === undefined || wouldBeat(earlier, wanted.get(field))) {
      const nothing = { sourceDetail: null, asOf: null, basis: 'undated', licence: PEOPLE_LICENCE } as const;
      return [{ placeId, field, value: null, source, author, ...nothing }];
    }
    const { value, asOf, basis, licence, sourceDetail } = earlier;
    return [{ placeId, field, value, source, author, sourceDetail, asOf, basis, licence }];
  });
}

/** Whether a claim, said again now, would stand in place of the one that is to: of one day the last one said does. */
function wouldBeat(earlier: LoggedClaim, wanted: LoggedClaim | undefined): boolean {
  if (wanted === undefined) return earlier.value !== null;
  if (wanted.id === earlier.id) return false;
  const again = { ...earlier, id: Number.POSITIVE_INFINITY };
  return winningClaim([wanted, again]) === again;
}
