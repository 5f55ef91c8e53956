import { EVERYWHERE } from '@kith/core/area/patches';
import type { Kind } from '@kith/core/place/kinds';
import type { Baseline } from '@kith/core/reach/baseline';
import { createAreaData } from './area-data.ts';
import { createGrounds } from './grounds.ts';
import type { Stores } from './store/stores.ts';

/**
 * Everything in a database as one baseline, the very one that `/api/baseline?patch=all` sends: for benches and checks,
 * which then measure what people are told and not a copy of how it is made.
 */
export function wholeBaseline(stores: Stores, version: string, kinds: readonly Kind[]): Promise<Baseline> {
  const kept = { lands: 1, baselines: 1, lists: 1 };
  return createGrounds(stores, version, createAreaData(stores), kept).baseline(EVERYWHERE, kinds);
}
