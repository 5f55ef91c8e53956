import type { Baseline } from '../reach/baseline.ts';
import { detourByArea, isWithin } from '../reach/detour.ts';
import type { NearestLists } from '../reach/nearest.ts';
import { LENS_IDS, type LensId } from '../risk/lenses.ts';
import { fifthOf } from '../risk/tenths.ts';
import { COUNTED } from './counted.ts';

/** How things stand before any cut, under the middle detour factor. */
export interface Before {
  /** All in the patch, and those within the limit, in the order of `COUNTED`. */
  readonly totals: Float64Array;
  readonly within: Float64Array;
  /** People within the limit by area, in the order of `baseline.areas`. */
  readonly peopleWithinByArea: Float64Array;
  /** All people by lens and fifth of risk, in the order of `FIFTHS`. */
  readonly peopleByFifth: ReadonlyMap<LensId, readonly number[]>;
}

/** The fifths that a report counts, and areas without a score. */
export const FIFTHS = [1, 2, 3, 4, 5, null] as const;

const remembered = new WeakMap<NearestLists, { baseline: Baseline; limitMetres: number; before: Before }>();

/**
 * Counts the state before any cut. The last answer is kept beside its lists, as every scenario tried on the
 * same map with the same limit starts from it.
 */
export function countBefore(baseline: Baseline, lists: NearestLists, limitMetres: number): Before {
  const known = remembered.get(lists);
  if (known?.baseline === baseline && known.limitMetres === limitMetres) return known.before;

  const { areas, homePoints } = baseline;
  const detours = detourByArea(baseline, 'middle');
  const before: Before = {
    totals: new Float64Array(COUNTED.length),
    within: new Float64Array(COUNTED.length),
    peopleWithinByArea: new Float64Array(areas.code.length),
    peopleByFifth: new Map(LENS_IDS.map((lens) => [lens, peopleByFifth(baseline, lens)])),
  };
  homePoints.area.forEach((area, point) => {
    const slot = point * lists.k;
    const reached =
      (lists.place[slot] ?? -1) >= 0 && isWithin(lists.straight[slot] ?? -1, detours[area] ?? 1, limitMetres);
    COUNTED.forEach((column, index) => {
      const count = homePoints[column][point] ?? 0;
      before.totals[index] = (before.totals[index] ?? 0) + count;
      if (reached) before.within[index] = (before.within[index] ?? 0) + count;
    });
    if (reached)
      before.peopleWithinByArea[area] =
        (before.peopleWithinByArea[area] ?? 0) + (homePoints.residents[point] ?? 0);
  });
  remembered.set(lists, { baseline, limitMetres, before });
  return before;
}

function peopleByFifth({ areas }: Baseline, lens: LensId): number[] {
  return FIFTHS.map((fifth) =>
    areas.residents.reduce(
      (sum, people, area) => sum + (fifthOf(areas.tenths[lens][area] ?? null) === fifth ? people : 0),
      0,
    ),
  );
}
