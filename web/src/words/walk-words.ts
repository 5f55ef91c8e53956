import { DETOUR, PACES, type PaceId } from '@kith/core/reach/walk';

/** Beyond an hour on foot minutes say nothing useful: only the distance is given. */
const LONGEST_WALK_MINUTES = 60;

/** Walking metres for a straight line: streets by the middle factor for towns. Errs short in the country (1.4). */
export const walkMetres = (straightMetres: number): number => straightMetres * DETOUR.urban.middle;

/** "600 m" to the nearest 50 m, "1.4 km" from one kilometre. Never "0 m". */
export function distanceWords(metres: number): string {
  if (metres < 975) return `${Math.max(50, Math.round(metres / 50) * 50)} m`;
  const km = metres / 1000;
  return `${km < 9.95 ? km.toFixed(1) : Math.round(km)} km`;
}

export interface WalkWords {
  /** Null when it is too far to think of as a walk. */
  readonly minutes: number | null;
  readonly distance: string;
}

/** A walk in whole minutes (rounded up: a walk takes no less) at a pace, and how far it is. */
export function walkWords(straightMetres: number, pace: PaceId): WalkWords {
  const metres = walkMetres(straightMetres);
  const metresIn15 = PACES.find((each) => each.id === pace)?.metresIn15 ?? 1000;
  const minutes = Math.max(1, Math.ceil((metres * 15) / metresIn15));
  return { minutes: minutes > LONGEST_WALK_MINUTES ? null : minutes, distance: distanceWords(metres) };
}
