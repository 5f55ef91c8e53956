import { INDICATORS, type IndicatorDefinition, indicatorOf } from '@kith/core/area/indicators';
import type { PatchId } from '@kith/core/area/patches';
import type { LensId } from '@kith/core/risk/lenses';
import { type HomeColumns, homeColumnsOf } from './home-columns.ts';
import { Kept, once } from './kept.ts';
import { isOnMap } from './maps.ts';
import { type Means, meansOf } from './means.ts';
import { indicatorsOf, RiskColumns } from './risk-columns.ts';
import type { AreaRecord } from './store/area-store.ts';
import type { Stores } from './store/stores.ts';
import { ValueColumn } from './value-column.ts';

/** What is known of areas in one version of the data, each part read or worked out when it is first asked for. */
export interface AreaData {
  /** By code. What follows is in this order. */
  areas(): Promise<readonly AreaRecord[]>;
  /** Where the areas of a map stand among all, by code. */
  rows(map: PatchId): Promise<readonly number[]>;
  column(indicator: string): Promise<ValueColumn>;
  means(indicator: string): Promise<Means>;
  risk(lens: LensId): Promise<RiskColumns>;
  homes(): Promise<HomeColumns>;
}

const MOST_MAPS = 500;

export function createAreaData(stores: Pick<Stores, 'areas'>): AreaData {
  const areas = once(() => stores.areas.list());
  const homes = once(async () => homeColumnsOf(await areas(), await stores.areas.homePoints()));
  const rowsByMap = new Kept<readonly number[]>(MOST_MAPS);
  const columns = new Kept<ValueColumn>(INDICATORS.length);
  const meansByIndicator = new Kept<Means>(INDICATORS.length);
  const risks = new Kept<RiskColumns>(3);

  const column = (id: string) =>
    columns.get(
      id,
      async () => new ValueColumn(definitionOf(id), await areas(), await stores.areas.column(id)),
    );
  return {
    areas,
    homes,
    rows: (map) =>
      rowsByMap.get(map, async () =>
        (await areas()).flatMap(({ patch }, at) => (isOnMap(patch, map) ? [at] : [])),
      ),
    column,
    means: (id) =>
      meansByIndicator.get(id, async () => meansOf(definitionOf(id), await areas(), await column(id))),
    risk: (lens) =>
      risks.get(lens, async () => {
        const used = new Map<string, ValueColumn>();
        for (const id of indicatorsOf(lens)) used.set(id, await column(id));
        return new RiskColumns(lens, await areas(), used);
      }),
  };
}

function definitionOf(id: string): IndicatorDefinition {
  const found = indicatorOf(id);
  if (found === undefined) throw new Error(`There is no indicator ${id}.`);
  return found;
}
