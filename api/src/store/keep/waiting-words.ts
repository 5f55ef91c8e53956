import type { Waiting } from '@kith/core/keep/queue';
import type { Role } from '@kith/core/keep/roles';
import { MANY_FROM_ONE } from '@kith/core/keep/spam';
import { sql } from 'drizzle-orm';
import { waiting } from '../../db/keeping-schema.ts';
import type { Database } from '../open.ts';
import { likelyAlike } from './waiting-alike.ts';
import { readableBody } from './waiting-body.ts';
import type { WaitingRow } from './waiting-store.ts';

/** What is certain of near-copies of something else is not certain that they are spam: so much at least. */
const COPY_DOUBT = 0.9;

/** Rows of the queue as stewards read them, in the same order. */
export async function toWaiting(db: Database, rows: readonly WaitingRow[]): Promise<Waiting[]> {
  const copies = await copiesOf(
    db,
    rows.map(({ id }) => id),
  );
  const organisations = await organisationsOfSenders(db, rows);
  const alike = await likelyAlike(
    db,
    rows.flatMap(({ id, kind }) => (kind === 'new-place' ? [id] : [])),
  );
  return rows.map((row) => {
    const role = row.role as Role;
    const organisation = row.userId === null ? undefined : organisations.get(row.userId);
    const stands = copies.get(row.id) ?? 0;
    const other = alike.get(row.id);
    return {
      id: row.id,
      reference: row.reference,
      kind: row.kind,
      title: row.title,
      summary: row.summary,
      placeId: row.placeId,
      at: row.at,
      from: { role, words: senderWords(role, organisation) },
      doubt: row.copyOf === null ? row.doubt : Math.max(row.doubt, COPY_DOUBT),
      apart: Boolean(row.apart),
      reasons: [
        ...(JSON.parse(row.reasons) as string[]).filter((reason) => row.apart || reason !== MANY_FROM_ONE),
        ...(other === undefined ? [] : [alsoSent(row.title, other)]),
        ...(row.copyOf === null ? [] : ['nearly the same as another of a flood']),
        ...(stands === 0 ? [] : [standsFor(stands)]),
      ],
      copyOf: row.copyOf,
      copies: stands,
    };
  });
}

const MOST_WORDS = 110;

/** A report says in lists what its sender wrote: many are "something else", and are told apart by that alone. */
export function withSendersWords<T extends { readonly summary: string }>(
  { kind, body }: Pick<WaitingRow, 'kind' | 'body'>,
  line: T,
): T {
  const read = readableBody({ kind, body });
  const words = read.kind === 'report' ? (read.detail ?? '').replace(/\s+/g, ' ').trim() : '';
  if (words === '') return line;
  const short = words.length > MOST_WORDS ? `${words.slice(0, MOST_WORDS).trimEnd()}…` : words;
  return { ...line, summary: `${line.summary}: ${short}` };
}

function alsoSent(title: string, other: string): string {
  return other === title
    ? 'another new place of this name waits: they may be one'
    : `may be the same as another new place that waits: ${other}`;
}

function standsFor(copies: number): string {
  return copies === 1
    ? 'stands for 1 near-copy that is set apart'
    : `stands for ${copies} near-copies that are set apart`;
}

function senderWords(role: Role, organisation: string | undefined): string {
  if (organisation !== undefined) return `Someone of ${organisation}`;
  if (role === 'visitor') return 'Someone who did not sign in';
  if (role === 'anchor') return 'An organisation';
  if (role === 'contributor') return 'Someone who signed in';
  return role === 'commissioner' ? 'A commissioner' : 'A steward';
}

/** How many that wait are near-copies of each of these. */
async function copiesOf(db: Database, ids: readonly string[]): Promise<Map<string, number>> {
  const rows = await db.all<{ id: string; n: number }>(sql`
    select copy_of as id, count(*) as n from ${waiting}
    where state = 'waiting' and copy_of in (select value from json_each(${JSON.stringify(ids)})) group by copy_of`);
  return new Map(rows.map(({ id, n }) => [id, n]));
}

async function organisationsOfSenders(
  db: Database,
  rows: readonly WaitingRow[],
): Promise<Map<string, string>> {
  const ids = rows.flatMap(({ userId }) => (userId === null ? [] : [userId]));
  if (ids.length === 0) return new Map();
  const found = await db.all<{ id: string; name: string }>(sql`
    select m.user_id as id, min(o.name) as name from organisation_member m join organisation o on o.id = m.organisation_id
    where m.user_id in (select value from json_each(${JSON.stringify(ids)})) group by m.user_id`);
  return new Map(found.map(({ id, name }) => [id, name]));
}
