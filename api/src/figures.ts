import type { Figure } from '@kith/core/area/area';
import { INDICATORS } from '@kith/core/area/indicators';
import { toTenth } from './means.ts';
import type { Snapshot } from './snapshot.ts';
import type { AreaRecord } from './store/area-store.ts';

/** An area's figures by indicator, each beside its district's and that of all areas loaded. */
export async function figuresOf(
  data: Snapshot,
  area: AreaRecord,
  at: number,
): Promise<Record<string, Figure>> {
  const figures: Record<string, Figure> = {};
  for (const { id, label, unit, year, denominator } of INDICATORS) {
    const column = await data.column(id);
    const means = await data.means(id);
    figures[id] = {
      id,
      label,
      value: column.value(at),
      reason: column.reason(at),
      unit,
      year,
      source: column.source(at),
      geography: column.geography(at),
      denominator,
      district: toTenth(means.byDistrict.get(area.districtCode)),
      all: toTenth(means.all),
    };
  }
  return figures;
}
