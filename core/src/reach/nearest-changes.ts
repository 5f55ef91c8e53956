import type { Baseline } from './baseline.ts';
import { type NearestLists, nearestOpen } from './nearest.ts';

/** What becomes of the home points whose nearest place goes: columns in step, one row for each of them. */
export interface NearestChanges {
  readonly homePoint: Int32Array;
  /** The nearest place that is left; -1 where none is. */
  readonly place: Int32Array;
  /** Straight metres to it; -1 where there is none. */
  readonly straight: Float64Array;
}

/**
 * The new nearest place of every home point whose nearest place goes, and of no other: theirs stays as it was. The
 * lists know both who they are and where they go next, so nothing is searched for but where a whole list is gone.
 */
export function nearestChanges(
  baseline: Baseline,
  lists: NearestLists,
  gone: ReadonlySet<number>,
): NearestChanges {
  const { k } = lists;
  const { start, homePoints } = lists.nearestTo;
  let count = 0;
  for (const each of gone) count += (start[each + 1] ?? 0) - (start[each] ?? 0);
  const homePoint = new Int32Array(count);
  const place = new Int32Array(count);
  const straight = new Float64Array(count);
  let row = 0;
  for (const each of gone) {
    const end = start[each + 1] ?? 0;
    for (let at = start[each] ?? 0; at < end; at++, row++) {
      const point = homePoints[at] ?? 0;
      const last = (point + 1) * k;
      // The first of the list is the place that goes.
      let slot = point * k + 1;
      while (slot < last && gone.has(lists.place[slot] ?? -1)) slot++;
      homePoint[row] = point;
      if (slot < last) {
        place[row] = lists.place[slot] ?? -1;
        straight[row] = lists.straight[slot] ?? -1;
      } else {
        const next = nearestOpen(baseline, lists, point, gone);
        place[row] = next.place;
        straight[row] = next.straight;
      }
    }
  }
  return { homePoint, place, straight };
}
