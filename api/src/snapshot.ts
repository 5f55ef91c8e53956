import type { HomePoint } from '@kith/core/area/area';
import { INDICATORS } from '@kith/core/area/indicators';
import type { PatchId } from '@kith/core/area/patches';
import type { Kind } from '@kith/core/place/kinds';
import type { Baseline } from '@kith/core/reach/baseline';
import { buildNearest, type NearestLists } from '@kith/core/reach/nearest';
import type { LensId } from '@kith/core/risk/lenses';
import { type AreaScore, type RiskArea, score } from '@kith/core/risk/score';
import { baselineOf } from './baseline-of.ts';
import type { AreaRecord, AreaValue } from './store/area-store.ts';
import type { Stores } from './store/stores.ts';
import type { DataVersion } from './store/version-store.ts';

/**
 * What is worked out from the data of one version, each part when it is first asked for. Nothing here is stored:
 * derived numbers are never kept as truth.
 */
export interface Snapshot {
  readonly version: DataVersion;
  areas(): Promise<readonly AreaRecord[]>;
  area(code: string): Promise<AreaRecord | undefined>;
  /** Figures by indicator, each in the order of `areas`. */
  values(): Promise<ReadonlyMap<string, readonly AreaValue[]>>;
  homePoints(): Promise<readonly HomePoint[]>;
  /** Scores by lens, each in the order of `areas`. */
  risk(lens: LensId): Promise<readonly AreaScore[]>;
  baseline(patch: PatchId, kinds: readonly Kind[]): Promise<Baseline>;
  /** A baseline with its nearest lists. */
  ground(patch: PatchId, kinds: readonly Kind[]): Promise<{ baseline: Baseline; lists: NearestLists }>;
}

/** Grounds kept at once: three patches, a few choices of kinds each. */
const MOST_GROUNDS = 24;

export function createSnapshot(stores: Stores, version: DataVersion): Snapshot {
  const areas = once(() => stores.areas.list());
  const homePoints = once(() => stores.areas.homePoints());
  const byCode = once(async () => new Map((await areas()).map((area) => [area.code, area])));
  const values = once(async () => byIndicator(await areas(), await stores.areas.values()));
  const scores = once(async () => scoresByLens(await areas(), await values()));
  const grounds = new Map<string, Promise<{ baseline: Baseline; lists: NearestLists }>>();

  const baseline = async (patch: PatchId, kinds: readonly Kind[]) =>
    baselineOf({
      version: version.data,
      patch,
      areas: await areas(),
      homePoints: await homePoints(),
      values: await values(),
      scores: await scores(),
      places: await stores.places.forBaseline(patch, kinds),
    });

  const ground = (patch: PatchId, kinds: readonly Kind[]) => {
    const key = `${patch} ${[...kinds].sort().join(',')}`;
    const known = grounds.get(key);
    if (known !== undefined) return known;
    const made = baseline(patch, kinds).then((each) => ({
      baseline: each,
      lists: buildNearest(each, { kinds }),
    }));
    made.catch(() => grounds.delete(key));
    grounds.set(key, made);
    const oldest = grounds.keys().next().value;
    if (grounds.size > MOST_GROUNDS && oldest !== undefined) grounds.delete(oldest);
    return made;
  };

  return {
    version,
    areas,
    area: async (code) => (await byCode()).get(code),
    values,
    homePoints,
    risk: async (lens) => (await scores())[lens],
    baseline,
    ground,
  };
}

/** Works something out the first time, and remembers it; a failure is not remembered. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    if (made === undefined) {
      made = make();
      made.catch(() => {
        made = undefined;
      });
    }
    return made;
  };
}

function byIndicator(
  areas: readonly AreaRecord[],
  rows: readonly AreaValue[],
): ReadonlyMap<string, readonly AreaValue[]> {
  const found = new Map(rows.map((row) => [`${row.indicator} ${row.area}`, row]));
  return new Map(
    INDICATORS.map(({ id, source, year }) => [
      id,
      areas.map(
        (area): AreaValue =>
          found.get(`${id} ${area.code}`) ?? {
            area: area.code,
            indicator: id,
            value: null,
            reason: 'No figure is published for this area.',
            geography: 'lsoa',
            source,
            year,
          },
      ),
    ]),
  );
}

function scoresByLens(
  areas: readonly AreaRecord[],
  values: ReadonlyMap<string, readonly AreaValue[]>,
): Record<LensId, readonly AreaScore[]> {
  const inputs = areas.map((area, at): RiskArea => {
    const figures = INDICATORS.map(({ id }) => [id, values.get(id)?.[at]] as const);
    return {
      code: area.code,
      district: area.districtCode,
      residents: area.residents,
      households: area.households,
      percents: Object.fromEntries(figures.map(([id, figure]) => [id, figure?.value ?? null])),
      wider: figures.filter(([, figure]) => figure?.geography === 'msoa').map(([id]) => id),
    };
  });
  return { older: score('older', inputs), young: score('young', inputs), all: score('all', inputs) };
}
