import type { Done } from '@kith/core/keep/queue';
import type { WaitingKind } from '@kith/core/keep/waiting-kinds';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { waiting, waitingPutBack } from '../../db/keeping-schema.ts';
import { mergeEvent, place, placeRedirect } from '../../db/schema.ts';
import { survivorsOf } from '../merges.ts';
import type { Database } from '../open.ts';
import { wordsOfAuthors } from './author-words.ts';
import { withSendersWords } from './waiting-words.ts';
import { WITHDRAWN } from './withdrawn.ts';

export interface DonePage {
  readonly done: readonly Done[];
  /** Null at the end. */
  readonly next: string | null;
}

interface DoneRow {
  readonly id: string;
  readonly reference: string | null;
  readonly kind: WaitingKind;
  readonly title: string;
  readonly summary: string;
  readonly outcome: Done['outcome'];
  readonly placeId: string | null;
  readonly at: string;
  readonly author: string;
  readonly note: string | null;
  readonly undo: string | null;
  /** 1: it was taken back since. */
  readonly undone: number;
  /** 1: by its sender, and not by a steward. */
  readonly withdrawn: number;
  /** Of what was sent, as it was sent. */
  readonly body: string | null;
}

const cursorShape = z.tuple([z.string().max(40), z.string().max(80)]);

/**
 * What stewards decided, newest first: what was sent, and which listings are one place. What a load merged by itself is
 * not among it: the history of a place tells of that.
 * @returns undefined when the cursor is not one of ours
 */
export async function listDone(
  db: Database,
  limit: number,
  cursor?: string,
  /** Whoever reads it, as the log names them: what they did themselves is said to be theirs. */
  reader?: string,
): Promise<DonePage | undefined> {
  const from = cursor === undefined ? null : readCursor(cursor);
  if (from === undefined) return undefined;
  const name = (id: string) =>
    sql.raw(
      `coalesce((select json_extract(value, '$') from claim where place_id = e.${id} and field = 'name' order by id desc limit 1), '')`,
    );
  const putBackId = (which: 'back' | 'was') => sql.raw(`'${which}:' || b.id || ':' || w.id`);
  const rows = await db.all<DoneRow>(sql`
    select * from (
      select id, reference, kind, title, summary, state as outcome, place_id as placeId, decided_at as at,
        decided_by as author, note, null as undo, 0 as undone, ${WITHDRAWN} as withdrawn, body
      from ${waiting} where state <> 'waiting' and decided_at is not null
      union all
      select ${putBackId('back')}, w.reference, w.kind, w.title, w.summary, 'put-back', w.place_id, b.at, b.by, null, null, 0, 0, w.body
      from ${waitingPutBack} b join ${waiting} w on w.id = b.waiting_id
      union all
      select ${putBackId('was')}, w.reference, w.kind, w.title, w.summary, 'rejected', w.place_id, b.rejected_at, b.rejected_by,
        b.note, null, 1, 0, w.body
      from ${waitingPutBack} b join ${waiting} w on w.id = b.waiting_id
      union all
      select 'merge:' || e.id, null, 'twins', ${name('from_id')},
        case e.kind when 'apart' then 'Kept apart from ' else 'Merged into ' end || ${name('to_id')},
        case e.kind when 'apart' then 'rejected' else 'accepted' end, e.to_id, c.at, c.author, null,
        (select r.from_id from ${placeRedirect} r
          where r.from_id = e.from_id and r.to_id = e.to_id and r.change_id = e.change_id),
        e.kind <> 'apart' and exists (select 1 from ${mergeEvent} u
          where u.kind = 'undo' and u.from_id = e.from_id and u.to_id = e.to_id and u.id > e.id), 0, null
      from ${mergeEvent} e join change c on c.id = e.change_id
      where e.kind <> 'undo' and c.author like 'person:%'
    ) as done
    where ${from === null ? sql`true` : sql`(at, id) < (${from[0]}, ${from[1]})`}
    order by at desc, id desc limit ${limit + 1}`);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    done: await inWords(db, page, reader),
    next: rows.length > limit && last !== undefined ? writeCursor(last) : null,
  };
}

async function inWords(db: Database, rows: readonly DoneRow[], reader?: string): Promise<Done[]> {
  const words = await wordsOfAuthors(
    db,
    rows.map(({ author }) => author),
  );
  const ids = rows.flatMap(({ placeId }) => (placeId === null ? [] : [placeId]));
  const survivors = await survivorsOf(db, ids);
  const now = (id: string) => survivors.get(id) ?? id;
  const found = await db.all<{ id: string }>(
    sql`select id from ${place} where id in (select value from json_each(${JSON.stringify(ids.map(now))}))`,
  );
  const listed = new Set(found.map(({ id }) => id));
  return rows.map(({ author, placeId, body, undone, withdrawn, ...row }) => ({
    ...(body === null || row.kind === 'twins' ? row : withSendersWords({ kind: row.kind, body }, row)),
    placeId: placeId !== null && listed.has(now(placeId)) ? now(placeId) : null,
    undone: undone === 1,
    withdrawn: withdrawn === 1,
    by: author === reader ? 'you' : byAnother(words.get(author)),
  }));
}

/** Of several stewards one that is not the reader. */
function byAnother(words = 'a steward'): string {
  return words === 'a steward' ? 'another steward' : words;
}

function writeCursor({ at, id }: DoneRow): string {
  return Buffer.from(JSON.stringify([at, id])).toString('base64url');
}

function readCursor(cursor: string): [string, string] | undefined {
  try {
    return cursorShape.safeParse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))).data;
  } catch {
    return undefined;
  }
}
