import type { PatchId } from '@kith/core/area/patches';
import type { MoneyRow } from '@kith/core/money/money';
import type { Kind } from '@kith/core/place/kinds';
import type { Baseline } from '@kith/core/reach/baseline';
import { api, read } from './client.ts';

/** A baseline with the question it answers, so that it is never played for another map or other kinds. */
export interface Ground {
  readonly patch: PatchId;
  readonly kinds: readonly Kind[];
  readonly baseline: Baseline;
}

/** Everything that a scenario is played over, asked for once per map and set of kinds. */
export async function askGround(
  patch: PatchId,
  kinds: readonly Kind[],
  signal: AbortSignal,
): Promise<Ground> {
  const query = { patch, kind: kinds.join(',') };
  const baseline = await read(api.api.baseline.$get({ query }, { init: { signal } }));
  return { patch, kinds, baseline };
}

/** What the councils of a patch spent on culture, by year. A year that was not published is absent. */
export async function askMoney(patch: PatchId, signal: AbortSignal): Promise<readonly MoneyRow[]> {
  const answer = await read(api.api.money.$get({ query: { patch } }, { init: { signal } }));
  return answer.rows;
}
