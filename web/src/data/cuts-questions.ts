import type { PatchId } from '@kith/core/area/patches';
import type { MoneyRow } from '@kith/core/money/money';
import type { Kind } from '@kith/core/place/kinds';
import { api, read, readBytes } from './client.ts';

/** One name for one ground: a map and the kinds of places on it. */
export const groundKey = (patch: PatchId, kinds: readonly Kind[]): string => `${patch} ${kinds.join()}`;

/** Everything that a scenario is played over, as it is sent: the worker that plays it reads it, and not the page. */
export function askGround(
  patch: PatchId,
  kinds: readonly Kind[],
  signal?: AbortSignal,
): Promise<ArrayBuffer> {
  const query = { patch, kind: kinds.join(',') };
  return readBytes(api.api.baseline.$get({ query }, signal ? { init: { signal } } : {}));
}

/** What the councils of a patch spent on culture, by year. A year that was not published is absent. */
export async function askMoney(patch: PatchId, signal: AbortSignal): Promise<readonly MoneyRow[]> {
  const answer = await read(api.api.money.$get({ query: { patch } }, { init: { signal } }));
  return answer.rows;
}
