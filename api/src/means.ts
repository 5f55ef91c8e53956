import type { IndicatorDefinition } from '@kith/core/area/indicators';
import type { AreaRecord } from './store/area-store.ts';
import type { ValueColumn } from './value-column.ts';

/** Means of one indicator, not rounded; null where no area has a figure. */
export interface Means {
  readonly byDistrict: ReadonlyMap<string, number | null>;
  readonly all: number | null;
}

/**
 * Mean of a percentage over each district and over all areas, weighted by residents or by households. Residents stand
 * in for the narrower denominators (aged 16 and over, aged 5 and over), which areas do not carry: errs by tenths of a
 * point. A decile has no mean: null.
 */
export function meansOf(
  { unit }: IndicatorDefinition,
  areas: readonly AreaRecord[],
  column: ValueColumn,
): Means {
  const all = { weight: 0, sum: 0 };
  const districts = new Map<string, { weight: number; sum: number }>();
  for (const [at, area] of areas.entries()) {
    const own = districts.get(area.districtCode) ?? { weight: 0, sum: 0 };
    districts.set(area.districtCode, own);
    const value = column.value(at);
    if (value === null || unit === 'decile') continue;
    const weight = unit === 'percent-of-households' ? area.households : area.residents;
    for (const total of [own, all]) {
      total.weight += weight;
      total.sum += weight * value;
    }
  }
  const mean = ({ weight, sum }: { weight: number; sum: number }) => (weight === 0 ? null : sum / weight);
  return {
    byDistrict: new Map([...districts].map(([code, total]) => [code, mean(total)])),
    all: mean(all),
  };
}

/** To one decimal, as it is shown. */
export function toTenth(value: number | null | undefined): number | null {
  return value === null || value === undefined ? null : Math.round(10 * value) / 10;
}
