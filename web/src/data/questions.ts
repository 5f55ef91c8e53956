import type { AreaDetail, AreaSummary } from '@kith/core/area/area';
import type { Patch } from '@kith/core/area/patch';
import { EVERYWHERE, type PatchId } from '@kith/core/area/patches';
import type { Kind, KindDefinition } from '@kith/core/place/kinds';
import type { PlaceDetail, PlaceStatus, PlaceSummary } from '@kith/core/place/place';
import type { Report } from '@kith/core/place/report';
import type { ReachColumns } from '@kith/core/reach/reach-columns';
import type { PaceId } from '@kith/core/reach/walk';
import type { LensId } from '@kith/core/risk/lenses';
import type { Source } from '@kith/core/source/source';
import type { Pins } from '../map/types.ts';
import { shortTitle } from '../words/source-words.ts';
import { api, read } from './client.ts';

/** Every question that the screens ask the API, in one place and typed by the contract in core. */

const withSignal = (signal?: AbortSignal): { init?: RequestInit } => (signal ? { init: { signal } } : {});

/** Answers that cannot change while the page is open are asked for once. A failure is not kept. */
function once<T>(kept: Map<string, Promise<T>>, key: string, ask: () => Promise<T>): Promise<T> {
  const known = kept.get(key);
  if (known) return known;
  const asked = ask();
  kept.set(key, asked);
  asked.catch(() => kept.delete(key));
  return asked;
}

export interface Config {
  /** Address of a street style to lie under the map, or null for Kith's own plain map. */
  readonly basemap: string | null;
}
const configs = new Map<string, Promise<Config>>();
export const askConfig = (): Promise<Config> => once(configs, 'config', () => read(api.api.config.$get()));

export interface Patches {
  readonly patches: readonly Patch[];
  readonly geometryVersion: string;
}
const patchLists = new Map<string, Promise<Patches>>();
/** Kept while the page is open; `anew` where the shapes turn out to have been drawn anew. */
export const askPatches = ({ anew = false } = {}): Promise<Patches> => {
  if (anew) patchLists.clear();
  return once(patchLists, 'patches', () => read(api.api.patches.$get()));
};

export interface KindCount extends Omit<KindDefinition, 'id' | 'osmTags' | 'openReferralTerm'> {
  readonly id: Kind;
  readonly count: number;
  readonly closedCount: number;
}
export const askKinds = (patch: PatchId, signal?: AbortSignal): Promise<readonly KindCount[]> =>
  read(api.api.kinds.$get({ query: { patch } }, withSignal(signal))).then((answer) => answer.kinds);

/** A question for the list of places: everything given must hold. */
export interface PlacesQuestion {
  readonly patch?: PatchId;
  readonly kinds: readonly Kind[];
  /** West, south, east, north. */
  readonly bbox?: readonly [number, number, number, number];
  readonly near?: { readonly lon: number; readonly lat: number };
  readonly withinMetres?: number;
  readonly q?: string;
  readonly statuses?: readonly PlaceStatus[];
  /** Without a point or words: those whose times are known first. */
  readonly sort?: 'times';
  readonly limit?: number;
  readonly cursor?: string;
}
export interface ListedPlace {
  /** Null for a place with no position (a mobile library). */
  readonly geometry: { readonly type: 'Point'; readonly coordinates: readonly number[] } | null;
  readonly properties: PlaceSummary;
}
export interface PlacesPage {
  readonly features: readonly ListedPlace[];
  /** Give it back as `cursor` for the places that follow; null at the end. */
  readonly next: string | null;
  readonly total: number;
  /** How many of them stand outside the map. */
  readonly outside: number;
}
export function askPlaces(question: PlacesQuestion, signal?: AbortSignal): Promise<PlacesPage> {
  const { bbox, near, kinds, statuses, withinMetres, limit, ...rest } = question;
  const query = {
    ...rest,
    kind: kinds.join(','),
    // What stands just outside the patch is on its map, and so in the list of a map, of a walk and of a search;
    // a list of the patch itself holds only what stands in it, as the counts of kinds do.
    outside: bbox || near || rest.q ? ('include' as const) : ('exclude' as const),
    ...(bbox ? { bbox: bbox.map((edge) => edge.toFixed(5)).join(',') } : {}),
    ...(near ? { near: `${near.lon.toFixed(5)},${near.lat.toFixed(5)}` } : {}),
    ...(withinMetres !== undefined ? { withinMetres: String(Math.round(withinMetres)) } : {}),
    ...(statuses ? { status: statuses.join(',') } : {}),
    ...(limit !== undefined ? { limit: String(limit) } : {}),
  };
  return read(api.api.places.$get({ query }, withSignal(signal)));
}

export const askPlace = (id: string, signal?: AbortSignal): Promise<PlaceDetail> =>
  read(api.api.places[':id'].$get({ param: { id } }, withSignal(signal)));

/** Tells the stewards what is wrong with a listing. */
/** @returns the reference under which its sender reads what became of it */
export const sendReport = (id: string, report: Report): Promise<{ readonly reference: string }> =>
  read(api.api.places[':id'].reports.$post({ param: { id }, json: report }));

export const askPins = (patch: PatchId, kinds: readonly Kind[], signal?: AbortSignal): Promise<Pins> =>
  read(api.api.pins.$get({ query: { patch, kind: kinds.join(',') } }, withSignal(signal)));

export const askAreas = (patch: PatchId, signal?: AbortSignal): Promise<readonly AreaSummary[]> =>
  read(api.api.areas.$get({ query: { patch } }, withSignal(signal))).then((answer) => answer.areas);

const areaDetails = new Map<string, Promise<AreaDetail>>();
export const askArea = (code: string): Promise<AreaDetail> =>
  once(areaDetails, code, () => read(api.api.areas[':code'].$get({ param: { code } })));

const codeLists = new Map<string, Promise<readonly string[]>>();
/** The codes of all areas loaded, in the order of every column over them. Kept by the browser for ever. */
const askCodes = async (): Promise<readonly string[]> => {
  const { geometryVersion: version } = await askPatches();
  return once(codeLists, version, async () => {
    const answer = await read(api.api.geometry[':version'].codes.$get({ param: { version } }));
    return answer.codes;
  });
};

/**
 * Columns over all England come without their codes, which are most of their weight and never change; they are put
 * back from the one list of them. The columns of a council carry their own.
 */
async function withCodes<T extends { readonly codes: readonly string[] }>(
  patch: PatchId,
  ask: (query: { patch: PatchId; codes?: 'no' }) => Promise<T>,
): Promise<T> {
  if (patch !== EVERYWHERE) return ask({ patch });
  const [columns, codes] = await Promise.all([ask({ patch, codes: 'no' }), askCodes()]);
  return { ...columns, codes };
}

/** One indicator over the areas of a patch, classed over all areas loaded. */
export interface Values {
  readonly indicator: string;
  readonly label: string;
  readonly unit: string;
  readonly year: string;
  readonly source: string;
  readonly denominator: string;
  /** Upper ends of the first four classes. */
  readonly breaks: readonly number[];
  readonly areaCount: number;
  readonly codes: readonly string[];
  readonly values: readonly (number | null)[];
  readonly classes: readonly (number | null)[];
  readonly geography: readonly ('lsoa' | 'msoa')[];
}
export const askValues = (indicator: string, patch: PatchId, signal?: AbortSignal): Promise<Values> =>
  withCodes(patch, (query) =>
    read(api.api.values[':indicator'].$get({ param: { indicator }, query }, withSignal(signal))),
  );

export interface RiskColumns {
  readonly lens: LensId;
  readonly areaCount: number;
  readonly codes: readonly string[];
  readonly fifths: readonly (number | null)[];
  /** Ids of the indicators that push each area up most. */
  readonly drivers: readonly (readonly string[])[];
  readonly method: string;
  readonly years: readonly string[];
  readonly sources: readonly string[];
}
export const askRisk = (lens: LensId, patch: PatchId, signal?: AbortSignal): Promise<RiskColumns> =>
  withCodes(patch, (query) =>
    read(api.api.risk[':lens'].$get({ param: { lens }, query }, withSignal(signal))),
  );

export interface ReachQuestion {
  readonly patch: PatchId;
  readonly kinds: readonly Kind[];
  readonly minutes: number;
  readonly pace: PaceId;
}
export interface Reach extends ReachColumns {
  readonly limitMetres: number;
  /** Whether the lists of all the kinds asked about are whole. */
  readonly completeKinds: boolean;
}
export const askReach = (question: ReachQuestion, signal?: AbortSignal): Promise<Reach> => {
  const { patch, kinds, minutes, pace } = question;
  const asked = { kind: kinds.join(','), minutes: String(minutes), pace };
  return withCodes(patch, (query) =>
    read(api.api.reach.$get({ query: { ...query, ...asked } }, withSignal(signal))),
  );
};

/**
 * Where the tiles of the ground lie, with {z}, {x} and {y} to be filled in by the map. The version of the shapes is
 * in it, so that the browser keeps for ever what it has fetched. A map of one patch fetches no areas of others.
 */
export const tilesAddress = (version: string, patch: string): string =>
  `${location.origin}/api/geometry/${version}/tiles/{z}/{x}/{y}${patch === EVERYWHERE ? '' : `?patch=${patch}`}`;

export interface Found {
  readonly type: string;
  readonly label: string;
  readonly detail: string;
  readonly lon: number | null;
  readonly lat: number | null;
  readonly patch: string;
  /** Only for a listed place. */
  readonly id?: string | undefined;
  readonly kind?: string | undefined;
}
export const askSearch = (q: string, patch: PatchId, signal?: AbortSignal): Promise<readonly Found[]> =>
  read(api.api.search.$get({ query: { q, patch } }, withSignal(signal))).then((answer) => answer.results);

const sourceLists = new Map<string, Promise<readonly Source[]>>();
export const askSources = (): Promise<readonly Source[]> =>
  once(sourceLists, 'sources', () => read(api.api.sources.$get()).then((answer) => answer.sources));

/** Sources by id as they are called in a line. Without the list of them their short names stand in. */
export const askSourceNames = (): Promise<ReadonlyMap<string, string>> =>
  askSources().then(
    (sources) =>
      new Map(sources.map(({ id, title, publisher }) => [id, `${shortTitle(title)}, ${publisher}`])),
    () => new Map<string, string>(),
  );
