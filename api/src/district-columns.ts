import type { IndicatorDefinition } from '@kith/core/area/indicators';
import { EVERYWHERE } from '@kith/core/area/patches';
import type { Kind } from '@kith/core/place/kinds';
import { extentByDistrict } from '@kith/core/risk/extent';
import { fiveClasses } from '@kith/core/risk/five-classes';
import type { LensId } from '@kith/core/risk/lenses';
import { toTenth } from './means.ts';
import type { Snapshot } from './snapshot.ts';

/** One number for each district, by its code, with its class of five over all districts; null is "no data". */
export interface DistrictColumn {
  value: (number | null)[];
  class: (number | null)[];
  /** Upper ends of the first four classes. */
  breaks: number[];
}

/** Percent of people, weighted by the extent of risk: see docs/method.md, "How risk is scored". */
export async function districtRisk(data: Snapshot, lens: LensId): Promise<DistrictColumn> {
  const scores = await data.risk(lens);
  const areas = (await data.areas()).map(({ districtCode, residents }, at) => ({
    district: districtCode,
    score: scores.score(at),
    residents,
  }));
  const extents = extentByDistrict(areas);
  return classed((await data.districts()).map(({ code }) => percent(extents.get(code)?.extent ?? null)));
}

/**
 * The mean of an indicator over a district's people or households; of a decile, the percentage of people who live in
 * the two lowest. The class of that runs the other way, as it does for areas: 1 is most deprived.
 */
export async function districtValues(
  data: Snapshot,
  indicator: IndicatorDefinition,
): Promise<DistrictColumn> {
  const districts = await data.districts();
  if (indicator.unit !== 'decile') {
    const { byDistrict } = await data.means(indicator.id);
    return classed(districts.map(({ code }) => toTenth(byDistrict.get(code))));
  }
  const areas = await data.areas();
  const column = await data.column(indicator.id);
  const made = classed(
    districts.map(({ rows }) => {
      const known = rows.filter((at) => column.value(at) !== null);
      const people = (of: readonly number[]) => of.reduce((sum, at) => sum + (areas[at]?.residents ?? 0), 0);
      const low = known.filter((at) => (column.value(at) ?? 0) <= LOWEST_DECILES);
      return people(known) === 0 ? null : percent(people(low) / people(known));
    }),
  );
  return { ...made, class: made.class.map((each) => (each === null ? null : 6 - each)) };
}

const LOWEST_DECILES = 2;

/** Percent of a district's people who have a place of these kinds within the limit. */
export async function districtReach(
  data: Snapshot,
  kinds: readonly Kind[],
  limitMetres: number,
): Promise<DistrictColumn> {
  const reach = await data.reach(EVERYWHERE, { kinds }, limitMetres);
  const sum = (column: readonly number[], rows: readonly number[]) =>
    rows.reduce((total, at) => total + (column[at] ?? 0), 0);
  return classed(
    (await data.districts()).map(({ rows }) => {
      const residents = sum(reach.residents, rows);
      return residents === 0 ? null : percent(sum(reach.within, rows) / residents);
    }),
  );
}

/** What the value of a district is a percentage of, in words. */
export function districtUnit({ unit }: IndicatorDefinition): string {
  return unit === 'decile' ? 'percent-of-people' : unit;
}

function classed(value: (number | null)[]): DistrictColumn {
  const { breaks, classes } = fiveClasses(value);
  return { value, class: classes, breaks };
}

function percent(share: number | null): number | null {
  return share === null ? null : toTenth(100 * share);
}
