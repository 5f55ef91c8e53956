import type { SiteCandidate } from './site-candidates.ts';

export const NOWHERE =
  'There is no spot to choose from: choose other kinds of place, or the places where people live.';
export const TOO_MANY =
  'That is more than this can weigh up at once: choose the map of one council, or one spot for each neighbourhood.';

export interface Described {
  readonly candidates: readonly SiteCandidate[];
  readonly perArea: number | null;
  readonly unit: string;
  readonly weight: number;
  readonly leftOut: number;
  readonly keepExisting: boolean;
  readonly kept: number | null;
}

/** What was looked at, a plain sentence each. */
export function describeGround({
  candidates,
  perArea,
  unit,
  weight,
  leftOut,
  keepExisting,
  kept,
}: Described): string[] {
  const said = [`${candidates.length} spots were looked at, for ${weight} ${unit}.`];
  if (perArea !== null)
    said.push(
      `Of each neighbourhood the ${perArea === 1 ? 'point' : `${perArea} points`} where most people live: all would be too many to weigh up at once.`,
    );
  if (leftOut > 0) said.push(`${leftOut} ${unit} live too far from every spot, and are left out.`);
  if (keepExisting && kept === null) said.push('No place counts now, so none is kept.');
  return said;
}
