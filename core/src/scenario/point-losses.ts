import type { Baseline } from '../reach/baseline.ts';
import { isWithin, wholeWalkMetres } from '../reach/detour.ts';
import { type Nearest, type NearestLists, nearestOpen } from '../reach/nearest.ts';
import { DETOUR } from '../reach/walk.ts';
import type { Closed } from './apply-cuts.ts';

/** What closures do to one home point. Metres are whole, under the middle detour factor. */
export interface PointLoss {
  readonly homePoint: number;
  /** Loses reach under the low, middle and high detour factor. */
  readonly lost: readonly [low: boolean, middle: boolean, high: boolean];
  /** Keeps reach, under the middle factor. */
  readonly kept: boolean;
  /** Where it would go; -1 when nothing is left. */
  readonly toPlace: number;
  readonly walkMetres: number;
  readonly extraMetres: number;
}

/**
 * What closures do to each home point they touch. A home point's reach and walk hang on its nearest place alone,
 * so only those whose nearest closes can change, and the lists know them without a search.
 */
export function pointLosses(
  baseline: Baseline,
  lists: NearestLists,
  closed: Closed,
  limitMetres: number,
): PointLoss[] {
  const { start, homePoints } = lists.nearestTo;
  const losses: PointLoss[] = [];
  for (const place of closed) {
    for (let at = start[place] ?? 0; at < (start[place + 1] ?? 0); at++)
      losses.push(pointLoss(baseline, lists, homePoints[at] ?? 0, closed, limitMetres));
  }
  return losses;
}

function pointLoss(
  baseline: Baseline,
  lists: NearestLists,
  homePoint: number,
  closed: Closed,
  limitMetres: number,
): PointLoss {
  const area = baseline.homePoints.area[homePoint] ?? 0;
  const { low, middle, high } = DETOUR[baseline.areas.ruralUrban[area] ?? 'urban'];
  const from = lists.straight[homePoint * lists.k] ?? -1;
  const to = nearestOpen(baseline, lists, homePoint, closed);
  const kept = hasWithin(to, middle, limitMetres);
  const walkMetres = wholeWalkMetres(to.straight, middle);
  return {
    homePoint,
    lost: [
      isWithin(from, low, limitMetres) && !hasWithin(to, low, limitMetres),
      isWithin(from, middle, limitMetres) && !kept,
      isWithin(from, high, limitMetres) && !hasWithin(to, high, limitMetres),
    ],
    kept,
    toPlace: to.place,
    walkMetres,
    extraMetres: walkMetres - wholeWalkMetres(from, middle),
  };
}

function hasWithin(to: Nearest, detour: number, limitMetres: number): boolean {
  return to.place >= 0 && isWithin(to.straight, detour, limitMetres);
}
