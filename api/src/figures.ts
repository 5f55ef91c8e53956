import type { Figure } from '@kith/core/area/area';
import { INDICATORS, type IndicatorDefinition } from '@kith/core/area/indicators';
import type { AreaRecord, AreaValue } from './store/area-store.ts';

/** An area's figures by indicator, each beside its district's and that of all areas loaded. */
export function figuresOf(
  area: AreaRecord,
  at: number,
  areas: readonly AreaRecord[],
  values: ReadonlyMap<string, readonly AreaValue[]>,
): Record<string, Figure> {
  const figures = INDICATORS.map((indicator): [string, Figure] => {
    const column = values.get(indicator.id) ?? [];
    const own = column[at];
    return [
      indicator.id,
      {
        id: indicator.id,
        label: indicator.label,
        value: own?.value ?? null,
        reason: own?.reason ?? null,
        unit: indicator.unit,
        year: indicator.year,
        source: own?.source ?? indicator.source,
        geography: own?.geography ?? 'lsoa',
        denominator: indicator.denominator,
        district: mean(indicator, areas, column, (other) => other.districtCode === area.districtCode),
        all: mean(indicator, areas, column, () => true),
      },
    ];
  });
  return Object.fromEntries(figures);
}

/**
 * Mean of a percentage over areas, weighted by residents or by households, to one decimal. Residents stand in for
 * the narrower denominators (aged 16 and over, aged 5 and over), which areas do not carry: errs by tenths of a
 * point. A decile has no mean: null.
 */
function mean(
  { unit }: IndicatorDefinition,
  areas: readonly AreaRecord[],
  column: readonly AreaValue[],
  wanted: (area: AreaRecord) => boolean,
): number | null {
  if (unit === 'decile') return null;
  let weight = 0;
  let sum = 0;
  for (const [at, area] of areas.entries()) {
    const value = column[at]?.value ?? null;
    if (value === null || !wanted(area)) continue;
    const people = unit === 'percent-of-households' ? area.households : area.residents;
    weight += people;
    sum += people * value;
  }
  return weight === 0 ? null : Math.round((10 * sum) / weight) / 10;
}
