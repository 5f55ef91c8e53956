import type { Patch } from '@kith/core/area/patch';
import { EVERYWHERE, type PatchId } from '@kith/core/area/patches';
import type { Kind } from '@kith/core/place/kinds';
import type { Baseline } from '@kith/core/reach/baseline';
import type { ReachColumns } from '@kith/core/reach/reach-columns';
import type { PlaceQuestion } from '@kith/core/reach/standing';
import type { DataReport } from '@kith/core/source/data-report';
import type { LicenceFamilyId } from '@kith/core/source/licences';
import { type AreaData, createAreaData } from './area-data.ts';
import type { Work } from './beside/work.ts';
import { ClusterIndex, pinsOfKinds } from './cluster-index.ts';
import { type District, districtsOf } from './districts.ts';
import { answersOver, type GroundTask, type GroundTasks } from './ground-answers.ts';
import { createGrounds, questionKey } from './grounds.ts';
import { Kept, once } from './kept.ts';
import { mapsOf } from './maps.ts';
import type { Stores } from './store/stores.ts';
import type { DataVersion } from './store/version-store.ts';

/**
 * What is worked out from the data of one version, each part when it is first asked for. Nothing here is stored:
 * derived numbers are never kept as truth. A map is named by its id, `all` being everything loaded.
 */
export interface Snapshot extends AreaData {
  readonly version: DataVersion;
  maps(): Promise<readonly Patch[]>;
  /** Where an area stands among all. */
  placeOf(code: string): Promise<number | undefined>;
  /** By code. */
  districts(): Promise<readonly District[]>;
  /** What scenarios are played over, of one map that is not `all`. */
  baseline(map: PatchId, kinds: readonly Kind[]): Promise<Baseline>;
  /** Asks something of the ground of a map: worked out here for one council, and beside for `all`. */
  answer<T extends GroundTask>(
    map: PatchId,
    task: T,
    asked: GroundTasks[T]['asked'],
  ): Promise<GroundTasks[T]['answer']>;
  reach(map: PatchId, question: PlaceQuestion, limitMetres: number): Promise<ReachColumns>;
  clusters(map: PatchId, kinds: readonly Kind[] | undefined): Promise<ClusterIndex>;
  report(): Promise<DataReport>;
  families(): Promise<ReadonlyMap<LicenceFamilyId, number>>;
}

/** Grounds, reaches and clusters kept at once: a few maps, a few choices of kinds each. */
const GROUNDS_KEPT = { lands: 12, baselines: 24, lists: 24 };
const MOST_REACHES = 12;
const MOST_CLUSTERS = 6;

/** @param work what takes seconds on all of England, which need not be done where requests are answered */
export function createSnapshot(stores: Stores, version: DataVersion, work: Work): Snapshot {
  const data = createAreaData(stores);
  const { areas } = data;
  const places = once(async () => new Map((await areas()).map(({ code }, at) => [code, at])));
  const maps = once(async () => mapsOf(await stores.patches.list(), await stores.areas.countOfEngland()));
  const districts = once(async () => districtsOf(await areas()));
  const grounds = createGrounds(stores, version.data, data, GROUNDS_KEPT);
  const here = answersOver(grounds);
  const reaches = new Kept<ReachColumns>(MOST_REACHES);
  const clusterings = new Kept<ClusterIndex>(MOST_CLUSTERS);
  const allPins = once(() => work.pins(version.data));
  const report = once(() => work.report(version.data));
  const families = once(() => work.families(version.data));

  const answer: Snapshot['answer'] = (map, task, asked) =>
    map === EVERYWHERE ? work.answer(version.data, task, asked) : here[task](asked);

  return {
    ...data,
    version,
    maps,
    placeOf: async (code) => (await places()).get(code),
    districts,
    baseline: grounds.baseline,
    answer,
    reach: (map, question, limitMetres) =>
      reaches.get(`${map} ${questionKey(question)} ${limitMetres}`, () =>
        answer(map, 'reach', { map, question, limitMetres }),
      ),
    clusters: (map, kinds) =>
      clusterings.get(`${map} ${kinds === undefined ? '' : [...kinds].sort().join(',')}`, async () => {
        if (map !== EVERYWHERE) return new ClusterIndex(await stores.places.pins(map, kinds));
        return new ClusterIndex(pinsOfKinds(await allPins(), kinds));
      }),
    report,
    families,
  };
}
