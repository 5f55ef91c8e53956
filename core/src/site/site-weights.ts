import type { Baseline } from '../reach/baseline.ts';
import { homeArrays } from '../reach/columns.ts';
import { GROUPS } from '../reach/groups.ts';
import type { LensId } from '../risk/lenses.ts';

/** Whom new places are for: everybody, people in the fifth of areas with the highest risk, or a group. */
export type SiteWeight = 'people' | 'at-risk' | (typeof GROUPS)[number]['id'];

/** The least tenth of the highest fifth of risk. */
const HIGHEST_FIFTH = 9;

/** How many count at each home point. Areas without a score of risk are not in its highest fifth. */
export function demandWeights(baseline: Baseline, weight: SiteWeight, lens: LensId): Int32Array {
  const homes = homeArrays(baseline);
  if (weight === 'people') return homes.residents;
  if (weight !== 'at-risk') return homes[weight];
  const tenths = baseline.areas.tenths[lens];
  return homes.residents.map((people, point) =>
    (tenths[homes.area[point] ?? 0] ?? 0) >= HIGHEST_FIFTH ? people : 0,
  );
}

/** Living alone and no car are households, never added to people. */
export function unitOf(weight: SiteWeight): 'people' | 'households' {
  return GROUPS.find(({ id }) => id === weight)?.unit ?? 'people';
}
