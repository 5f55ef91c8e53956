import type { Cut } from '@kith/core/scenario/cut';

/** Where a new place stands: whole metres of the National Grid, and how that spot is called. */
export interface NewSpot {
  readonly easting: number;
  readonly northing: number;
  readonly label: string;
}

/** A reference for a new place that none of the cuts has: `new-1`, `new-2`. */
export function nextSite(cuts: readonly Cut[]): string {
  const used = new Set(cuts.flatMap((cut) => (cut.type === 'open' ? [cut.site] : [])));
  let number = 1;
  while (used.has(`new-${number}`)) number += 1;
  return `new-${number}`;
}

/** Metres of the grid as people read them: `443,210 east, 294,300 north`. */
export const gridWords = ({ easting, northing }: Pick<NewSpot, 'easting' | 'northing'>): string =>
  `${easting.toLocaleString('en-GB')} east, ${northing.toLocaleString('en-GB')} north`;
