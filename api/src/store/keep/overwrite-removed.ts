import { eq, sql } from 'drizzle-orm';
import { meta } from '../../db/schema.ts';
import type { Database } from '../open.ts';
import { readMeta, writeMeta } from '../version-store.ts';

/** There while something that was removed may still lie in parts of the file that nothing reads. */
const LEFT = 'removed-lies-in-file';

/**
 * Call it in the transaction of a removal, before anything else in it: what it frees in the file is overwritten, and
 * the rest is marked for `overwriteRemoved`. A database on a server is left to whoever runs that: its files are not ours.
 */
export async function markRemoved(db: Database): Promise<void> {
  const ours = await db.run(sql`pragma secure_delete = on`).then(
    () => true,
    () => false,
  );
  if (ours) await writeMeta(db, LEFT, 'yes');
}

/**
 * Makes the file anew without what was removed from it. Words stay in the index of words until its parts are made one;
 * what was changed before the removal left its old bytes between rows; the journal holds pages as they were. Does
 * nothing where nothing was removed since the last time. The file of all England takes some five seconds, in which
 * nothing else is answered.
 * @throws where somebody else writes or reads all the while: the mark stays, so it is done when it is called again
 */
export async function overwriteRemoved(db: Database): Promise<void> {
  if ((await readMeta(db, LEFT)) === undefined) return;
  await db.run(sql`insert into place_words (place_words) values ('optimize')`);
  await db.run(sql`vacuum`);
  const [journal] = await db.all<{ busy: number }>(sql`pragma wal_checkpoint(truncate)`);
  if (journal?.busy !== 0) throw new Error('The journal of the database is being read.');
  await db.delete(meta).where(eq(meta.key, LEFT));
}
