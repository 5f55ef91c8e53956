import { type LastBackup, lastBackupSchema, type StoredState } from '@kith/core/keep/admin-state';
import { eq, type SQL, sql } from 'drizzle-orm';
import { place } from '../../db/schema.ts';
import { survivorsOf } from '../merges.ts';
import type { Database } from '../open.ts';
import { readMeta, writeMeta } from '../version-store.ts';
import { freshnessCounts } from './freshness.ts';
import { countWaiting } from './waiting-list.ts';

/** How much there is of everything, and when what happened last. @param now by which links are too old, and places stale */
export async function readAdminState(db: Database, now: Date): Promise<StoredState> {
  const at = now.toISOString();
  const rows = await db.all<Record<string, number | string | null>>(sql`
    select (select count(*) from place) as places,
      (select count(*) from place where status = 'closed') as closed,
      (select count(*) from area) as areas,
      (select coalesce(max(id), 0) from claim) as statements,
      (select count(*) from user) as people,
      (select count(*) from organisation) as organisations,
      (select count(*) from keeper where until is null) as kept,
      (select count(*) from photo where state = 'shown') as photos,
      (select count(*) from waiting where state = 'waiting' and apart = 0) as honest,
      (select count(*) from waiting where state = 'waiting' and apart = 1) as apart,
      (select min(at) from waiting where state = 'waiting' and apart = 0) as oldest,
      (select count(*) from reminder where used_at is null and expires_at > ${at}) as open,
      (select max(sent_at) from reminder) as lastSent`);
  const row = rows[0] ?? {};
  const n = (key: string) => Number(row[key] ?? 0);
  const text = (key: string) => (row[key] === null || row[key] === undefined ? null : String(row[key]));
  return {
    counts: {
      places: n('places'),
      closed: n('closed'),
      areas: n('areas'),
      statements: n('statements'),
      people: n('people'),
      organisations: n('organisations'),
      kept: n('kept'),
      photos: n('photos'),
    },
    waiting: {
      honest: n('honest'),
      twins: (await countWaiting(db)).byKind.twins,
      apart: n('apart'),
      oldest: text('oldest'),
    },
    freshness: await freshnessCounts(db, at.slice(0, 10)),
    reminders: { open: n('open'), lastSent: text('lastSent') },
    lastLoad: happened(await lastOf(db, sql`kind = 'load'`)),
    lastChange: await lastChange(db),
    lastBackup: await readLastBackup(db),
  };
}

interface Happened {
  readonly id: number;
  readonly at: string;
  readonly summary: string;
}

async function lastOf(db: Database, which: SQL): Promise<Happened | null> {
  const rows = await db.all<Happened>(
    sql`select id, at, summary from change where ${which} order by id desc limit 1`,
  );
  return rows[0] ?? null;
}

function happened(change: Happened | null) {
  return change && { at: change.at, summary: change.summary };
}

async function lastChange(db: Database): Promise<StoredState['lastChange']> {
  const last = await lastOf(db, sql`kind in ('edit', 'merge') and author not in ('load', 'starter')`);
  return last && { at: last.at, summary: last.summary, place: await placeOf(db, last.id) };
}

/**
 * The one place that a change is about, by its name of now. Claims have no index by change: of a change all lie
 * together, and are looked for from the end.
 */
async function placeOf(db: Database, change: number): Promise<{ id: string; name: string } | null> {
  const rows = await db.all<{ id: string }>(sql`
    select place_id as id from claim where change_id = ${change}
      and id > coalesce((select id from claim where change_id < ${change} order by id desc limit 1), 0)
    union select to_id from merge_event where change_id = ${change}
    limit 2`);
  const [one] = rows;
  if (one === undefined || rows.length > 1) return null;
  const id = (await survivorsOf(db, [one.id])).get(one.id) ?? one.id;
  const named = await db.select({ id: place.id, name: place.name }).from(place).where(eq(place.id, id));
  return named[0] ?? null;
}

const LAST_BACKUP = 'last-backup';

/** Notes a backup that was made and checked, in the database it was made of. */
export function noteBackup(db: Database, backup: LastBackup): Promise<void> {
  return writeMeta(db, LAST_BACKUP, JSON.stringify(backup));
}

async function readLastBackup(db: Database): Promise<LastBackup | null> {
  const noted = await readMeta(db, LAST_BACKUP);
  return noted === undefined ? null : lastBackupSchema.parse(JSON.parse(noted));
}
