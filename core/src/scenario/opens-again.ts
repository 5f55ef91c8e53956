import type { Kind } from '../place/kinds.ts';
import type { Cut, OpenCut } from './cut.ts';

/** Where a closed place stood: whole metres of the British National Grid. */
export interface ClosedSpot {
  readonly kind: Kind;
  readonly easting: number;
  readonly northing: number;
}

/** Whether a new place is a closed one that opens again: of the same kind, on the very spot. */
export function opensAgainAt(closed: readonly ClosedSpot[]): (cut: OpenCut) => boolean {
  const spots = new Set(closed.map(spotKey));
  return (cut) => spots.has(spotKey(cut));
}

/** The new places of a scenario that are closed ones which open again, by their reference. */
export function sitesOpenAgain(cuts: readonly Cut[], again: (cut: OpenCut) => boolean): ReadonlySet<string> {
  return new Set(cuts.flatMap((cut) => (cut.type === 'open' && again(cut) ? [cut.site] : [])));
}

const spotKey = ({ kind, easting, northing }: ClosedSpot): string => `${kind} ${easting} ${northing}`;
