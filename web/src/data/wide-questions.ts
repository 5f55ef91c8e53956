import type { PatchId } from '@kith/core/area/patches';
import type { Kind } from '@kith/core/place/kinds';
import type { PaceId } from '@kith/core/reach/walk';
import type { LensId } from '@kith/core/risk/lenses';
import type { Clusters } from '../map/types.ts';
import { api, read } from './client.ts';

/** What maps too wide for single areas and pins ask: figures of whole districts, and clusters of places. */

/** One figure over the districts of everything loaded: columns in step, by code. */
export interface DistrictColumns {
  readonly code: readonly string[];
  readonly name: readonly string[];
  readonly patch: readonly string[];
  readonly residents: readonly number[];
  readonly value: readonly (number | null)[];
  /** Fifths of districts; null is "no data". */
  readonly class: readonly (number | null)[];
  /** Upper ends of the first four classes. */
  readonly breaks: readonly number[];
  readonly label: string;
  readonly unit: string;
  readonly method: string;
  readonly years: readonly string[];
  readonly sources: readonly string[];
}

const stopBy = (signal?: AbortSignal): { init?: RequestInit } => (signal ? { init: { signal } } : {});

export const askDistrictRisk = (lens: LensId, signal?: AbortSignal): Promise<DistrictColumns> =>
  read(api.api.districts.risk[':lens'].$get({ param: { lens } }, stopBy(signal)));

export const askDistrictValues = (indicator: string, signal?: AbortSignal): Promise<DistrictColumns> =>
  read(api.api.districts.values[':indicator'].$get({ param: { indicator } }, stopBy(signal)));

export interface DistrictReachQuestion {
  readonly kinds: readonly Kind[];
  readonly minutes: number;
  readonly pace: PaceId;
}
export interface DistrictReach extends DistrictColumns {
  readonly limitMetres: number;
  readonly completeKinds: boolean;
}
export const askDistrictReach = (
  { kinds, minutes, pace }: DistrictReachQuestion,
  signal?: AbortSignal,
): Promise<DistrictReach> => {
  const query = { kind: kinds.join(','), minutes: String(minutes), pace };
  return read(api.api.districts.reach.$get({ query }, stopBy(signal)));
};

export interface ClustersQuestion {
  readonly patch: PatchId;
  readonly kinds: readonly Kind[];
  readonly bbox: readonly [number, number, number, number];
  readonly zoom: number;
}
export const askClusters = (
  { patch, kinds, bbox, zoom }: ClustersQuestion,
  signal?: AbortSignal,
): Promise<Clusters> => {
  const query = {
    patch,
    kind: kinds.join(','),
    bbox: bbox.map((edge) => edge.toFixed(5)).join(','),
    zoom: String(zoom),
  };
  return read(api.api.clusters.$get({ query }, stopBy(signal)));
};
