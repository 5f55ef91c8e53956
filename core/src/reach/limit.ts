import { limitMetres, type PaceId } from './walk.ts';

/** How far is near enough: walking metres, or minutes at a pace. It includes its end. */
export type Limit = { readonly metres: number } | { readonly minutes: number; readonly pace: PaceId };

/** A limit in walking metres. */
export function metresOf(limit: Limit): number {
  return 'metres' in limit ? limit.metres : limitMetres(limit.minutes, limit.pace);
}
