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
  /** How many of each list became one with a place of another, by source. */
  readonly mergedOf: ReadonlyMap<string, number>;
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
  const listsOf = new Map(places.map(({ id, lists }) => [id, lists]));
  const mergedOf = new Map<string, number>();
  for (const { fromId } of merges) {
    for (const source of listsOf.get(fromId) ?? []) mergedOf.set(source, (mergedOf.get(source) ?? 0) + 1);
  }
  return { places: places.length, merged: merges.length, mergedOf, queued: candidates.length };
}
