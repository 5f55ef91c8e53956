import type { Waiting } from '@kith/core/keep/queue';
import { WAITING_KINDS, type WaitingKind } from '@kith/core/keep/waiting-kinds';
import { type SQL, sql } from 'drizzle-orm';
import { waiting } from '../../db/keeping-schema.ts';
import { mergeCandidate, place } from '../../db/schema.ts';
import type { Database } from '../open.ts';
import { PARTS, type Part, type QueueFilter, readQueueCursor, writeQueueCursor } from './queue-cursor.ts';
import type { WaitingRow } from './waiting-store.ts';
import { toWaiting, withSendersWords } from './waiting-words.ts';

export interface QueuePage {
  readonly waiting: readonly Waiting[];
  /** Null at the end. */
  readonly next: string | null;
}

/**
 * A page of what waits. What is set apart comes after all else, so a flood of it never stands before an honest note.
 * @returns undefined when the cursor is not good for this question
 */
export async function listWaiting(
  db: Database,
  filter: QueueFilter,
  limit: number,
  cursor?: string,
): Promise<QueuePage | undefined> {
  const from = cursor === undefined ? null : readQueueCursor(filter, cursor);
  if (from === undefined) return undefined;
  const found: { part: Part; keys: readonly (string | number)[]; line: Waiting }[] = [];
  for (const part of PARTS.slice(from === null ? 0 : PARTS.indexOf(from.part))) {
    if (found.length > limit) break;
    const after = from?.part === part ? from.keys : null;
    const more = limit + 1 - found.length;
    const rows =
      part === 'twins'
        ? await twinsPage(db, filter, after, more)
        : await sentPage(db, filter, part, after, more);
    found.push(...rows.map((row) => ({ part, ...row })));
  }
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return {
    waiting: page.map(({ line }) => line),
    next: found.length > limit && last !== undefined ? writeQueueCursor(filter, last.part, last.keys) : null,
  };
}

async function sentPage(
  db: Database,
  filter: QueueFilter,
  part: 'sent' | 'apart',
  after: readonly (string | number)[] | null,
  limit: number,
) {
  const { kind, apart, copiesOf } = filter;
  const isApart = part === 'apart';
  if (kind === 'twins' || (apart !== undefined && apart !== isApart)) return [];
  const rows = await db.all<WaitingRow & { number: number }>(sql`
    select rowid as number, id, reference, kind, place_id as placeId, title, summary, body, key, at, role,
      user_id as userId, sender_hash as senderHash, doubt, apart, copy_of as copyOf, reasons, state,
      decided_at as decidedAt, decided_by as decidedBy, note, same_as as sameAs, change_id as changeId
    from ${waiting}
    where state = 'waiting' and apart = ${isApart ? 1 : 0}
      and ${kind === undefined ? sql`true` : sql`kind = ${kind}`}
      and ${copiesOf === undefined ? sql`true` : sql`copy_of = ${copiesOf}`}
      and ${after === null ? sql`true` : sql`(at, rowid) > (${after[0]}, ${after[1]})`}
    order by at, rowid limit ${limit}`);
  const lines = await toWaiting(db, rows);
  return rows.map((row, at) => ({
    keys: [row.at, row.number],
    line: withSendersWords(row, lines[at] as Waiting),
  }));
}

async function twinsPage(
  db: Database,
  filter: QueueFilter,
  after: readonly (string | number)[] | null,
  limit: number,
) {
  const { kind, apart, copiesOf } = filter;
  if ((kind !== undefined && kind !== 'twins') || apart === true || copiesOf !== undefined) return [];
  const beyond =
    after === null
      ? sql`true`
      : sql`(-c.score, c.from_id, c.to_id) > (${after[0]}, ${after[1]}, ${after[2]})`;
  const rows = await twinRows(db, beyond, limit);
  return rows.map((row) => ({ keys: [-row.score, row.fromId, row.toId], line: twinLine(row) }));
}

interface TwinRow {
  readonly fromId: string;
  readonly toId: string;
  readonly score: number;
  readonly reasons: string;
  readonly fromName: string;
  readonly toName: string;
  /** ISO time of the last load, which found the pair. */
  readonly at: string;
}

function twinRows(db: Database, where: SQL, limit: number): Promise<TwinRow[]> {
  return db.all<TwinRow>(sql`
    select c.from_id as fromId, c.to_id as toId, c.score, c.reasons, f.name as fromName, t.name as toName,
      coalesce((select max(at) from change where kind = 'load'), '') as at
    from ${mergeCandidate} c join ${place} f on f.id = c.from_id join ${place} t on t.id = c.to_id
    where ${where} order by -c.score, c.from_id, c.to_id limit ${limit}`);
}

function twinLine(row: TwinRow): Waiting {
  const percent = Math.round(row.score * 100);
  return {
    id: twinId(row),
    reference: null,
    kind: 'twins',
    title: row.fromName,
    summary:
      row.fromName === row.toName
        ? `Two listings of this name may be one place (${percent}% likely)`
        : `May be the same place as ${row.toName} (${percent}% likely)`,
    placeId: row.toId,
    at: row.at,
    from: { role: 'visitor', words: 'Kith, comparing its lists' },
    doubt: 0,
    apart: false,
    reasons: JSON.parse(row.reasons) as string[],
    copyOf: null,
    copies: 0,
  };
}

export function twinId(pair: { readonly fromId: string; readonly toId: string }): string {
  return `twins:${pair.fromId}:${pair.toId}`;
}

/** The pair that an id of the queue names; null where it names none. */
export function twinsOf(id: string): { fromId: string; toId: string } | null {
  const [twins, fromId, toId, more] = id.split(':');
  if (twins !== 'twins' || !fromId || !toId || more !== undefined) return null;
  return { fromId, toId };
}

/** One likely duplicate as a line of the queue; undefined where it does not wait any more. */
export async function getTwins(
  db: Database,
  pair: { fromId: string; toId: string },
): Promise<Waiting | undefined> {
  const rows = await twinRows(db, sql`c.from_id = ${pair.fromId} and c.to_id = ${pair.toId}`, 1);
  return rows[0] && twinLine(rows[0]);
}

/** How much waits. */
export interface QueueCounts {
  /** Without what is set apart. */
  readonly total: number;
  readonly apart: number;
  readonly byKind: Readonly<Record<WaitingKind, number>>;
  /** ISO time of what has waited longest, set apart or not; null where nothing does. */
  readonly oldest: string | null;
}

export async function countWaiting(db: Database): Promise<QueueCounts> {
  const rows = await db.all<{ kind: WaitingKind; apart: number; n: number; oldest: string | null }>(sql`
    select kind, apart, count(*) as n, min(at) as oldest from ${waiting} where state = 'waiting' group by kind, apart
    union all
    select 'twins', 0, count(*), null from ${mergeCandidate} c
      join ${place} f on f.id = c.from_id join ${place} t on t.id = c.to_id`);
  const sum = (some: typeof rows) => some.reduce((all, { n }) => all + n, 0);
  const honest = rows.filter(({ apart }) => apart === 0);
  const oldest = rows.flatMap((row) => (row.oldest === null ? [] : [row.oldest])).sort();
  const byKind = Object.fromEntries(
    WAITING_KINDS.map(({ id }) => [id, sum(honest.filter(({ kind }) => kind === id))]),
  ) as Record<WaitingKind, number>;
  return { total: sum(honest), apart: sum(rows) - sum(honest), byKind, oldest: oldest[0] ?? null };
}
