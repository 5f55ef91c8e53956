import type { Baseline } from '@kith/core/reach/baseline';
import type { NearestLists } from '@kith/core/reach/nearest';
import { nearestChanges } from '@kith/core/reach/nearest-changes';
import { kdbushDistances } from './kdbush-nearest.ts';
import { median, timed } from './timing.ts';

/** A closure of a few places takes some microseconds, so it is worked out this often to be timed once. */
const ROUNDS = 20;

export interface DistanceTimes {
  /** Milliseconds for each closure: only the distances that change; and all of them by kdbush, from nothing. */
  readonly changed: readonly number[];
  readonly kdbush: readonly number[];
}

/**
 * The distances that a closure changes, from the lists, beside every distance from scratch by kdbush: the same
 * closures, on the same points, in turn.
 *
 * @throws Error where the two do not agree to the last digit.
 */
export function timeDistances(
  world: Baseline,
  lists: NearestLists,
  closures: readonly ReadonlySet<number>[],
): DistanceTimes {
  const counting = [...lists.exact.index];
  const changed: number[] = [];
  const kdbush: number[] = [];
  for (const closed of closures) {
    const rounds = Array.from({ length: ROUNDS }, () => timed(() => nearestChanges(world, lists, closed)));
    changed.push(median(rounds.map((round) => round.ms)));
    const left = counting.filter((place) => !closed.has(place));
    const scratch = timed(() => kdbushDistances(world, left));
    kdbush.push(scratch.ms);
    const expected = lists.straight.filter((_, slot) => slot % lists.k === 0);
    const { homePoint, straight } = nearestChanges(world, lists, closed);
    for (const [row, point] of homePoint.entries()) expected[point] = straight[row] ?? -1;
    if (!expected.every((metres, point) => metres === scratch.value[point]))
      throw new Error('The lists and kdbush found different distances.');
  }
  return { changed, kdbush };
}
