import type { Baseline } from '../reach/baseline.ts';
import { type NearestLists, nearestOpen } from '../reach/nearest.ts';
import type { Closed } from './apply-cuts.ts';

/** A home point whose nearest place closes, and where it would have to go instead. Straight metres. */
export interface Displaced {
  readonly homePoint: number;
  readonly fromStraight: number;
  /** The next-nearest open place; -1 when none is left. */
  readonly toPlace: number;
  readonly toStraight: number;
}

/**
 * The home points that a set of closures touches, in order. A home point's reach and walk hang on its nearest
 * place alone, so only those whose nearest closes can change, and the lists know them without a search.
 */
export function displacedBy(baseline: Baseline, lists: NearestLists, closed: Closed): Displaced[] {
  const { start, homePoints } = lists.nearestTo;
  const displaced: Displaced[] = [];
  for (const place of closed) {
    for (let at = start[place] ?? 0; at < (start[place + 1] ?? 0); at++) {
      const homePoint = homePoints[at] ?? 0;
      const next = nearestOpen(baseline, lists, homePoint, closed);
      displaced.push({
        homePoint,
        fromStraight: lists.straight[homePoint * lists.k] ?? -1,
        toPlace: next.place,
        toStraight: next.straight,
      });
    }
  }
  return displaced.sort((a, b) => a.homePoint - b.homePoint);
}
