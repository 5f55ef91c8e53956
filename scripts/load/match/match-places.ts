import { listApart, listMatchables } from '@kith/api/store/match-store';
import { replaceCandidates } from '@kith/api/store/merge-queue-store';
import { applyMerges } from '@kith/api/store/merge-store';
import type { Database } from '@kith/api/store/open';
import { matchAll } from './assign.ts';

export interface PlacesMatched {
  /** Places that were looked at: all but benches. */
  readonly places: number;
  /** Made one with another, by this call. */
  readonly merged: number;
  /** Pairs that wait for a person. */
  readonly queued: number;
}

/**
 * Makes one record of every place that several lists hold: certain pairs are merged, likely ones queued for a person.
 * Merges there are stand; what a person parted is not touched. Call it inside the transaction that loaded the
 * listings, after them.
 * @param changeId of the load: its author must be `load`
 */
export async function matchPlaces(db: Database, changeId: number): Promise<PlacesMatched> {
  const places = await listMatchables(db);
  const { merges, candidates } = matchAll(places, await listApart(db));
  await applyMerges(db, changeId, merges);
  await replaceCandidates(db, candidates);
  return { places: places.length, merged: merges.length, queued: candidates.length };
}
