import { randomUUID } from 'node:crypto';
import { and, asc, eq, inArray, isNull, lt, sql } from 'drizzle-orm';
import { photo } from '../../db/keeping-schema.ts';
import type { Database } from '../open.ts';

export type PhotoType = 'image/jpeg' | 'image/png' | 'image/webp';

/** A photo as it came, looked at: see api/src/photo. */
export interface NewPhoto {
  readonly type: PhotoType;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
  readonly data: Buffer;
}

/** A photo of a place as its page names it. */
export interface ShownPhoto {
  readonly id: string;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
}

/** A photo that belongs to nothing yet is let go after this many days: what it was sent for never came. So is one that was turned down. */
const LOOSE_DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Keeps a photo for a steward to see.
 * @param key made by chance on the sender's device, once for this photo: its id, unless another photo has it
 * @returns its id, which cannot be guessed
 */
export async function keepPhoto(
  db: Database,
  placeId: string | null,
  { type, width, height, alt, data }: NewPhoto,
  at: string,
  key: string | null = null,
): Promise<string> {
  const old = new Date(Date.parse(at) - LOOSE_DAYS * DAY_MS).toISOString();
  await db.delete(photo).where(and(isNull(photo.placeId), lt(photo.at, old)));
  const isFree = key !== null && (await getPhoto(db, key)) === null;
  const id = isFree ? key : randomUUID();
  await db.insert(photo).values({ id, placeId, type, width, height, alt, data, at, state: 'waiting' });
  return id;
}

export interface KeptPhoto extends NewPhoto {
  readonly id: string;
  readonly placeId: string | null;
  readonly state: 'waiting' | 'shown' | 'removed';
}

export async function getPhoto(db: Database, id: string): Promise<KeptPhoto | null> {
  const row = (await db.select().from(photo).where(eq(photo.id, id)))[0];
  return row === undefined ? null : { ...row, data: Buffer.from(row.data) };
}

/**
 * Lets go of photos that came with what was turned down 30 days ago or more. One that was shown and then taken from
 * sight is kept: only a privacy request removes it.
 * @param at ISO time
 */
export async function forgetTurnedDown(db: Database, at: string): Promise<void> {
  const old = new Date(Date.parse(at) - LOOSE_DAYS * DAY_MS).toISOString();
  await db.run(sql`
    delete from ${photo} where state = 'removed' and id in (
      select json_extract(body, '$.photoId') from waiting
        where kind = 'photo' and state = 'rejected' and decided_at < ${old}
      union all
      select sent.value from waiting, json_each(waiting.body, '$.photos') as sent
        where waiting.kind = 'new-place' and waiting.state = 'rejected' and waiting.decided_at < ${old})`);
}

/** Sets loose photos aside for the place they were sent with. Those of other places stay as they are. */
export async function holdPhotosFor(db: Database, placeId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await db
    .update(photo)
    .set({ placeId })
    .where(and(inArray(photo.id, [...ids]), isNull(photo.placeId)));
}

/** Shows photos of a place that waited. @returns how many */
export async function showPhotosOf(db: Database, placeId: string, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const shown = await db
    .update(photo)
    .set({ state: 'shown' })
    .where(and(inArray(photo.id, [...ids]), eq(photo.placeId, placeId), eq(photo.state, 'waiting')))
    .returning({ id: photo.id });
  return shown.length;
}

/** Takes from sight photos of a place that waited. */
export async function dropPhotosOf(db: Database, placeId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await db
    .update(photo)
    .set({ state: 'removed' })
    .where(and(inArray(photo.id, [...ids]), eq(photo.placeId, placeId), eq(photo.state, 'waiting')));
}

/** Holds again what `dropPhotosOf` took from sight, as far as it has not been let go since. */
export async function holdDroppedPhotos(
  db: Database,
  placeId: string,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await db
    .update(photo)
    .set({ state: 'waiting' })
    .where(and(inArray(photo.id, [...ids]), eq(photo.placeId, placeId), eq(photo.state, 'removed')));
}

/** Photos that came with something that waits, whatever became of them, in the order in which it names them. */
export async function photosSent(
  db: Database,
  placeId: string | null,
  ids: readonly string[],
): Promise<ShownPhoto[]> {
  if (placeId === null || ids.length === 0) return [];
  const rows = await db
    .select({ id: photo.id, alt: photo.alt, width: photo.width, height: photo.height })
    .from(photo)
    .where(and(inArray(photo.id, [...ids]), eq(photo.placeId, placeId)));
  return ids.flatMap((id) => rows.filter((row) => row.id === id));
}

/**
 * The photos of a place that everyone may see, in the order in which they came.
 * @param ids its own id, and those of all merged into it
 */
export async function shownPhotos(db: Database, ids: readonly string[]): Promise<ShownPhoto[]> {
  return db
    .select({ id: photo.id, alt: photo.alt, width: photo.width, height: photo.height })
    .from(photo)
    .where(
      and(
        inArray(photo.placeId, sql`(select value from json_each(${JSON.stringify(ids)}))`),
        eq(photo.state, 'shown'),
      ),
    )
    .orderBy(asc(photo.at), asc(photo.id));
}

/** Takes a photo from sight. What is on it is kept: only a privacy request removes it for good. @returns whether it was there */
export async function removePhoto(db: Database, id: string): Promise<boolean> {
  const rows = await db
    .update(photo)
    .set({ state: 'removed' })
    .where(and(eq(photo.id, id), inArray(photo.state, ['shown', 'waiting'])))
    .returning({ id: photo.id });
  return rows.length > 0;
}
