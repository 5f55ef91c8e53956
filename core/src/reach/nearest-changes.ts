import type { Baseline } from './baseline.ts';
import { type NearestLists, nearestOfAll } from './nearest.ts';

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
  const { k, place: listed, straight: metres } = lists;
  const { start, homePoints } = lists.nearestTo;
  const isGone = marksFor(lists, baseline.places.id.length);
  let count = 0;
  for (const each of gone) {
    isGone[each] = 1;
    count += (start[each + 1] ?? 0) - (start[each] ?? 0);
  }
  const homePoint = new Int32Array(count);
  const place = new Int32Array(count);
  const straight = new Float64Array(count);
  let row = 0;
  for (const each of gone) {
    const end = start[each + 1] ?? 0;
    for (let at = start[each] ?? 0; at < end; at++, row++) {
      const point = homePoints[at] ?? 0;
      const last = (point + 1) * k;
      // The first of the list is the place that goes. One that is not there (-1) is not marked either.
      let slot = point * k + 1;
      while (slot < last && isGone[listed[slot] ?? -1] === 1) slot++;
      homePoint[row] = point;
      if (slot < last) {
        place[row] = listed[slot] ?? -1;
        straight[row] = metres[slot] ?? -1;
      } else {
        const next = nearestOfAll(baseline, lists, point, gone);
        place[row] = next.place;
        straight[row] = next.straight;
      }
    }
  }
  for (const each of gone) isGone[each] = 0;
  return { homePoint, place, straight };
}

const marks = new WeakMap<NearestLists, Uint8Array>();

/** A mark for each place, all 0: kept beside the lists, as making it anew takes longer than a small closure. */
function marksFor(lists: NearestLists, placeCount: number): Uint8Array {
  const known = marks.get(lists);
  if (known !== undefined) return known;
  const made = new Uint8Array(placeCount);
  marks.set(lists, made);
  return made;
}
