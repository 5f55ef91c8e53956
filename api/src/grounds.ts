import type { PatchId } from '@kith/core/area/patches';
import type { Kind } from '@kith/core/place/kinds';
import type { Baseline } from '@kith/core/reach/baseline';
import { buildNearest, type NearestLists } from '@kith/core/reach/nearest';
import type { PlaceQuestion } from '@kith/core/reach/standing';
import type { AreaData } from './area-data.ts';
import { bareLandOf, type Land, landOf } from './baseline-of.ts';
import { weekColumns } from './hours/weeks-by-text.ts';
import { Kept } from './kept.ts';
import { narrowedTo } from './maps.ts';
import type { BaselinePlaces } from './store/baseline-store.ts';
import type { Stores } from './store/stores.ts';

/** What is asked about, and how places lie to it for one question. */
export interface Ground {
  readonly baseline: Baseline;
  readonly lists: NearestLists;
}

/** Baselines of one version of the data, with their nearest lists, the last few of each kept. */
export interface Grounds {
  /** Places by id, whatever the order of the kinds. */
  baseline(map: PatchId, kinds: readonly Kind[]): Promise<Baseline>;
  /** What scenarios are played over. */
  ground(map: PatchId, question: PlaceQuestion): Promise<Ground>;
  /** The same lists over a baseline without groups and tenths: ready sooner, and enough for reach. */
  bare(map: PatchId, question: PlaceQuestion): Promise<Ground>;
}

/** How many are kept at once. Lists of all England take 20 MB each, those of one council next to nothing. */
export interface GroundsKept {
  readonly lands: number;
  readonly baselines: number;
  readonly lists: number;
}

export function createGrounds(
  stores: Pick<Stores, 'places'>,
  version: string,
  data: AreaData,
  most: GroundsKept,
): Grounds {
  const lands = new Kept<Land>(most.lands);
  const bareLands = new Kept<Land>(most.lands);
  const places = new Kept<BaselinePlaces>(most.baselines);
  const baselines = new Kept<Baseline>(most.baselines);
  const bares = new Kept<Ground>(most.lists);

  const bareParts = async (map: PatchId) => ({
    areas: await data.areas(),
    rows: await data.rows(map),
    homes: await data.homes(),
  });
  const bareLand = (map: PatchId) => bareLands.get(map, async () => bareLandOf(await bareParts(map)));
  const land = (map: PatchId) =>
    lands.get(map, async () => {
      const households = async (id: string) => ({
        column: await data.column(id),
        means: await data.means(id),
      });
      return landOf({
        ...(await bareParts(map)),
        risk: {
          older: await data.risk('older'),
          young: await data.risk('young'),
          all: await data.risk('all'),
        },
        livingAlone: await households('one-person'),
        noCar: await households('no-car'),
      });
    });

  const placesOf = (map: PatchId, kinds: readonly Kind[]) =>
    places.get(`${map} ${sorted(kinds)}`, () => stores.places.forBaseline(narrowedTo(map), kinds));

  const over = async (
    on: Land,
    map: PatchId,
    kinds: readonly Kind[],
    withWeeks: boolean,
  ): Promise<Baseline> => {
    const { openingHours, ...shown } = await placesOf(map, kinds);
    const { week, weeks } = await weekColumns(withWeeks ? openingHours : openingHours.map(() => null));
    return { version, patch: map, ...on, places: { ...shown, week }, weeks };
  };
  const baseline = (map: PatchId, kinds: readonly Kind[]) =>
    baselines.get(`${map} ${sorted(kinds)}`, async () => over(await land(map), map, kinds, true));

  const bare = (map: PatchId, question: PlaceQuestion) =>
    bares.get(`${map} ${questionKey(question)}`, async () => {
      const { kinds, when = null } = question;
      const made = await over(await bareLand(map), map, kinds, when !== null);
      return { baseline: made, lists: buildNearest(made, { ...question, kinds: [...kinds].sort() }) };
    });

  return {
    baseline,
    bare,
    ground: async (map, question) => ({
      baseline: await baseline(map, question.kinds),
      lists: (await bare(map, question)).lists,
    }),
  };
}

/** The same for questions that say the same, in whatever order. */
export function questionKey({ kinds, when, someWeeks, checkedSince }: PlaceQuestion): string {
  const time = when ? `${[...when.days].sort().join('.')},${when.from}-${when.to}` : '';
  return [sorted(kinds), time, when && someWeeks ? 'some' : '', checkedSince ?? ''].join(' ');
}

function sorted(kinds: readonly Kind[]): string {
  return [...kinds].sort().join(',');
}
