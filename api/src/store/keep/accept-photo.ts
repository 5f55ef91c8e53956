import { z } from 'zod';
import { logChange } from '../claim-store.ts';
import type { Database } from '../open.ts';
import type { Acceptance, Accepted } from './accept.ts';
import { showPhotosOf } from './photo-store.ts';
import { NotThere } from './refusals.ts';
import { standingClaims } from './standing-claims.ts';
import type { WaitingRow } from './waiting-store.ts';

const photoSentSchema = z.object({ photoId: z.uuid(), alt: z.string() });

/** Shows a photo of a place that is listed: see `acceptWaiting`. */
export async function acceptPhoto(db: Database, row: WaitingRow, by: Acceptance): Promise<Accepted> {
  if (row.placeId === null) throw new NotThere('This photo is of no place.');
  const { photoId } = photoSentSchema.parse(JSON.parse(row.body));
  const { placeId } = await standingClaims(db, row.placeId);
  if ((await showPhotosOf(db, row.placeId, [photoId])) === 0)
    throw new NotThere('The photo is not there any more.');
  const summary = 'A photo was added';
  const changeId = await logChange(db, { kind: 'edit', at: by.at, author: by.author, summary });
  return { changeId, placeId };
}
