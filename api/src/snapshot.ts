import { INDICATORS, type IndicatorDefinition, indicatorOf } from '@kith/core/area/indicators';
import type { Patch } from '@kith/core/area/patch';
import { EVERYWHERE, type PatchId } from '@kith/core/area/patches';
import type { Kind } from '@kith/core/place/kinds';
import type { Baseline } from '@kith/core/reach/baseline';
import { buildNearest, type NearestLists } from '@kith/core/reach/nearest';
import { reachByArea } from '@kith/core/reach/reach-by-area';
import type { ReachColumns } from '@kith/core/reach/reach-columns';
import type { LensId } from '@kith/core/risk/lenses';
import type { DataReport } from '@kith/core/source/data-report';
import type { LicenceFamilyId } from '@kith/core/source/licences';
import { baselineOf } from './baseline-of.ts';
import type { Work } from './beside/work.ts';
import { ClusterIndex, pinsOfKinds } from './cluster-index.ts';
import { type District, districtsOf } from './districts.ts';
import { type HomeColumns, homeColumnsOf } from './home-columns.ts';
import { Kept, once } from './kept.ts';
import { isOnMap, mapsOf } from './maps.ts';
import { type Means, meansOf } from './means.ts';
import { indicatorsOf, RiskColumns } from './risk-columns.ts';
import type { AreaRecord } from './store/area-store.ts';
import type { Stores } from './store/stores.ts';
import type { DataVersion } from './store/version-store.ts';
import { ValueColumn } from './value-column.ts';

export interface Ground {
  readonly baseline: Baseline;
  readonly lists: NearestLists;
}

/**
 * What is worked out from the data of one version, each part when it is first asked for. Nothing here is stored:
 * derived numbers are never kept as truth. A map is named by its id, `all` being everything loaded.
 */
export interface Snapshot {
  readonly version: DataVersion;
  maps(): Promise<readonly Patch[]>;
  /** By code. What follows is in this order. */
  areas(): Promise<readonly AreaRecord[]>;
  /** Where an area stands among all. */
  placeOf(code: string): Promise<number | undefined>;
  /** Where the areas of a map stand among all, by code. */
  rows(map: PatchId): Promise<readonly number[]>;
  /** By code. */
  districts(): Promise<readonly District[]>;
  column(indicator: string): Promise<ValueColumn>;
  means(indicator: string): Promise<Means>;
  risk(lens: LensId): Promise<RiskColumns>;
  homes(): Promise<HomeColumns>;
  /** A baseline with its nearest lists, of one map that is not `all`. */
  ground(map: PatchId, kinds: readonly Kind[]): Promise<Ground>;
  reach(map: PatchId, kinds: readonly Kind[], limitMetres: number): Promise<ReachColumns>;
  clusters(map: PatchId, kinds: readonly Kind[] | undefined): Promise<ClusterIndex>;
  report(): Promise<DataReport>;
  families(): Promise<ReadonlyMap<LicenceFamilyId, number>>;
}

/** Grounds, reaches and clusters kept at once: a few maps, a few choices of kinds each. */
const MOST_GROUNDS = 24;
const MOST_REACHES = 12;
const MOST_CLUSTERS = 6;

/** @param work what takes seconds on all of England, which need not be done where requests are answered */
export function createSnapshot(stores: Stores, version: DataVersion, work: Work): Snapshot {
  const areas = once(() => stores.areas.list());
  const places = once(async () => new Map((await areas()).map(({ code }, at) => [code, at])));
  const homes = once(async () => homeColumnsOf(await areas(), await stores.areas.homePoints()));
  const maps = once(async () => mapsOf(await stores.patches.list(), await stores.areas.countOfEngland()));
  const districts = once(async () => districtsOf(await areas()));
  const rowsByMap = new Kept<readonly number[]>(500);
  const columns = new Kept<ValueColumn>(INDICATORS.length);
  const meansByIndicator = new Kept<Means>(INDICATORS.length);
  const risks = new Kept<RiskColumns>(3);
  const grounds = new Kept<Ground>(MOST_GROUNDS);
  const reaches = new Kept<ReachColumns>(MOST_REACHES);
  const clusterings = new Kept<ClusterIndex>(MOST_CLUSTERS);
  const allPins = once(() => work.pins(version.data));
  const report = once(() => work.report(version.data));
  const families = once(() => work.families(version.data));

  const rows = (map: PatchId) =>
    rowsByMap.get(map, async () =>
      (await areas()).flatMap(({ patch }, at) => (isOnMap(patch, map) ? [at] : [])),
    );
  const column = (id: string) =>
    columns.get(
      id,
      async () => new ValueColumn(definitionOf(id), await areas(), await stores.areas.column(id)),
    );
  const means = (id: string) =>
    meansByIndicator.get(id, async () => meansOf(definitionOf(id), await areas(), await column(id)));
  const risk = (lens: LensId) =>
    risks.get(lens, async () => {
      const used = new Map<string, ValueColumn>();
      for (const id of indicatorsOf(lens)) used.set(id, await column(id));
      return new RiskColumns(lens, await areas(), used);
    });

  const baseline = async (map: PatchId, kinds: readonly Kind[]): Promise<Baseline> => {
    const parts = {
      version: version.data,
      areas: await areas(),
      rows: await rows(map),
      homes: await homes(),
      places: await stores.places.forBaseline(map, kinds),
    };
    const households = async (id: string) => ({ column: await column(id), means: await means(id) });
    return baselineOf({
      ...parts,
      patch: map,
      risk: { older: await risk('older'), young: await risk('young'), all: await risk('all') },
      livingAlone: await households('one-person'),
      noCar: await households('no-car'),
    });
  };

  const ground = (map: PatchId, kinds: readonly Kind[]) =>
    grounds.get(`${map} ${sorted(kinds)}`, async () => {
      const made = await baseline(map, kinds);
      return { baseline: made, lists: buildNearest(made, { kinds }) };
    });

  return {
    version,
    maps,
    areas,
    placeOf: async (code) => (await places()).get(code),
    rows,
    districts,
    column,
    means,
    risk,
    homes,
    ground,
    reach: (map, kinds, limitMetres) =>
      reaches.get(`${map} ${sorted(kinds)} ${limitMetres}`, async () => {
        if (map === EVERYWHERE) return work.reach(version.data, [...kinds].sort(), limitMetres);
        const { baseline: made, lists } = await ground(map, kinds);
        return reachByArea(made, lists, limitMetres);
      }),
    clusters: (map, kinds) =>
      clusterings.get(`${map} ${kinds === undefined ? '' : sorted(kinds)}`, async () => {
        if (map !== EVERYWHERE) return new ClusterIndex(await stores.places.pins(map, kinds));
        return new ClusterIndex(pinsOfKinds(await allPins(), kinds));
      }),
    report,
    families,
  };
}

function sorted(kinds: readonly Kind[]): string {
  return [...kinds].sort().join(',');
}

function definitionOf(id: string): IndicatorDefinition {
  const found = indicatorOf(id);
  if (found === undefined) throw new Error(`There is no indicator ${id}.`);
  return found;
}
