import { round9 } from '../round9.ts';
import { midRanks } from './transform.ts';

/** One area as the extent of its district needs it. */
export interface ExtentArea {
  readonly district: string;
  /** More is more risk; null where there is no score. */
  readonly score: number | null;
  readonly residents: number;
}

export interface Extent {
  /** Share of people, 0 to 1, to 9 decimals; null where nobody lives in an area with a score. */
  readonly extent: number | null;
  /** People in areas with a score: what the share is of. */
  readonly residents: number;
}

/** People in the tenth of areas with the most risk weigh 1; beyond it the weight falls evenly to its end. */
const WHOLE_TO = 10;
const FIRST = { percentile: 11, weight: 0.95 };
const LAST = { percentile: 30, weight: 0.05 };

/**
 * What one person counts for in the extent, by the percentile of their area (1: most risk, 100: least): 1 to the
 * 10th, .95 at the 11th, falling evenly to .05 at the 30th, then nothing. Source: the English Indices of
 * Deprivation, technical report, "extent" (method 1b). Errs towards districts where risk lies close together: a
 * district that is all a little above the middle has an extent of 0.
 */
export function extentWeight(percentile: number): number {
  if (percentile <= WHOLE_TO) return 1;
  if (percentile > LAST.percentile) return 0;
  const step = (FIRST.weight - LAST.weight) / (LAST.percentile - FIRST.percentile);
  return round9(FIRST.weight - (percentile - FIRST.percentile) * step);
}

/**
 * The extent of risk in each district: how much of its people live in the areas with the most risk among all areas
 * given. Equal scores share the middle of the ranks they cover. Areas without a score are left out on both sides.
 */
export function extentByDistrict(areas: readonly ExtentArea[]): Map<string, Extent> {
  const ranks = midRanks(areas.map(({ score }) => score));
  const count = ranks.filter((rank) => rank !== null).length;
  const sums = new Map<string, { weighted: number; residents: number }>();
  for (const [at, { district, residents }] of areas.entries()) {
    const sum = sums.get(district) ?? { weighted: 0, residents: 0 };
    sums.set(district, sum);
    const rank = ranks[at] ?? null;
    if (rank === null) continue;
    const fromTheTop = count + 1 - rank;
    sum.weighted += residents * extentWeight(Math.ceil((100 * fromTheTop) / count));
    sum.residents += residents;
  }
  return new Map(
    [...sums].map(([district, { weighted, residents }]) => [
      district,
      { extent: residents === 0 ? null : round9(weighted / residents), residents },
    ]),
  );
}
