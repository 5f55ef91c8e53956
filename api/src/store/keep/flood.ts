import { type LateNote, NoteLinks } from '@kith/core/keep/note-links';
import type { Role } from '@kith/core/keep/roles';
import { APART_FROM, doubtOf } from '@kith/core/keep/spam';
import { sql } from 'drizzle-orm';
import { place } from '../../db/schema.ts';
import type { Database } from '../open.ts';
import { placeWordsOf, spamTextOf, wholeTextOf } from './spam-text.ts';
import type { WaitingRow } from './waiting-store.ts';
import { WITHDRAWN } from './withdrawn.ts';

/** Near-copies are looked for among so many of the last, and no older than this. */
const MOST_LATE = 2_000;
const DAYS = 3;
const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

/** Whoever is known by what they keep or do is not taken for a flood. */
const TRUSTED: readonly Role[] = ['anchor', 'commissioner', 'steward', 'administrator'];

/** What has been compared is remembered as long as the process runs. */
const links = new NoteLinks();

type Sent = Pick<
  WaitingRow,
  'id' | 'kind' | 'body' | 'title' | 'placeId' | 'at' | 'role' | 'userId' | 'senderHash'
>;

interface LateRow {
  readonly id: string;
  readonly number: number;
  readonly kind: WaitingRow['kind'];
  readonly body: string;
  readonly doubt: number;
  readonly sender: string | null;
  readonly role: Role;
  readonly state: WaitingRow['state'];
  readonly apart: number;
  readonly copyOf: string | null;
  /** 1: a steward turned it down, and not for being the same as another: that one is honest. */
  readonly turnedDown: number;
}

/**
 * Judges what has just been put into the queue, and anew what is nearly the same: which of a flood stands for all may
 * change as it goes on. What was decided stays decided. Call it in the transaction that put it there.
 */
export async function judge(db: Database, sent: Sent): Promise<void> {
  // Nothing of theirs is doubted, and a spreadsheet of theirs sends hundreds at once.
  if (TRUSTED.includes(sent.role as Role)) return;
  const rows = await lateRows(db, sent.at);
  const mine = rows.find(({ id }) => id === sent.id);
  if (mine === undefined) return;
  const window = rows.map(lateNote);
  links.link(window);
  const known = new Map(rows.map((row) => [row.id, row]));
  const turnedDown = [...links.copiesOf(sent.id).keys()].filter((id) => known.get(id)?.turnedDown === 1);
  const { doubt, reasons } = await doubtIn(db, sent, turnedDown.length);
  await db.run(sql`
    update waiting set doubt = ${doubt}, apart = ${doubt >= APART_FROM ? 1 : 0},
      reasons = (select json_group_array(value) from (
        select value from json_each(waiting.reasons) union all select value from json_each(${JSON.stringify(reasons)})))
    where id = ${sent.id}`);
  known.set(sent.id, { ...mine, doubt, apart: doubt >= APART_FROM ? 1 : 0 });
  const judged = links.judge(sent.id, [...known.values()].map(lateNote));
  for (const [id, copyOf] of judged) {
    const row = known.get(id);
    if (row === undefined || row.state !== 'waiting' || TRUSTED.includes(row.role)) continue;
    const apart = copyOf !== null || row.doubt >= APART_FROM ? 1 : 0;
    if (row.copyOf === copyOf && row.apart === apart) continue;
    await db.run(
      sql`update waiting set copy_of = ${copyOf}, apart = ${apart} where id = ${id} and state = 'waiting'`,
    );
  }
}

async function doubtIn(db: Database, sent: Sent, turnedDown: number) {
  if (sent.kind === 'conflict') return { doubt: 0, reasons: [] };
  const about =
    sent.placeId === null
      ? undefined
      : (
          await db.all<{ words: string }>(sql`
            select concat_ws(' ', name, address, postcode, district, operator, website, notes) as words from ${place}
            where id = ${sent.placeId}`)
        )[0];
  const since = new Date(Date.parse(sent.at) - HOUR_MS).toISOString();
  const lately =
    sent.senderHash === null
      ? undefined
      : (
          await db.all<{ n: number }>(
            sql`select count(*) as n from waiting where sender_hash = ${sent.senderHash} and at > ${since} and id <> ${sent.id}`,
          )
        )[0];
  const context = {
    place: [...placeWordsOf(sent), about?.words ?? ''],
    sentLately: lately?.n ?? 0,
    turnedDown,
  };
  return doubtOf(spamTextOf(sent), context);
}

async function lateRows(db: Database, at: string): Promise<LateRow[]> {
  const since = new Date(Date.parse(at) - DAYS * DAY_MS).toISOString();
  const found = await db.all<{ rows: string }>(sql`
    select json_group_array(json_object('id', id, 'number', number, 'kind', kind, 'body', body, 'doubt', doubt,
      'sender', sender, 'role', role, 'state', state, 'apart', apart, 'copyOf', copy_of,
      'turnedDown', turned_down)) as rows
    from (select rowid as number, *, coalesce(user_id, sender_hash) as sender,
        state = 'rejected' and same_as is null and not ${WITHDRAWN} as turned_down from waiting
      where at > ${since} and kind <> 'conflict' order by at desc, rowid desc limit ${MOST_LATE})`);
  return JSON.parse(found[0]?.rows ?? '[]') as LateRow[];
}

function lateNote(row: LateRow): LateNote {
  return {
    id: row.id,
    text: () => wholeTextOf(row),
    doubt: row.doubt,
    sender: row.sender,
    order: row.number,
  };
}
