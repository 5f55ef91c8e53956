import type { PatchId } from '@kith/core/area/patches';
import type { Coverage, DataReport, Double, RejectedRow } from '@kith/core/source/data-report';
import { api, read } from './client.ts';

/** What the Data screen asks of the API. */

const withSignal = (signal?: AbortSignal): { init?: RequestInit } => (signal ? { init: { signal } } : {});

export const askDataReport = (signal?: AbortSignal): Promise<DataReport> =>
  read(api.api['data-report'].$get({}, withSignal(signal)));

/** Whose figure each area of a map has. */
export const askCoverage = (indicator: string, patch: PatchId, signal?: AbortSignal): Promise<Coverage> =>
  read(
    api.api['data-report'].coverage[':indicator'].$get(
      { param: { indicator }, query: { patch } },
      withSignal(signal),
    ),
  );

export interface RejectedRows {
  readonly rows: readonly RejectedRow[];
  /** Give it back for the rows that follow; null at the end. */
  readonly next: number | null;
}
export const askRejected = (source: string, after: number | null): Promise<RejectedRows> =>
  read(
    api.api['data-report'].rejected.$get({
      query: { source, ...(after === null ? {} : { cursor: String(after) }) },
    }),
  );

export interface Doubles {
  readonly doubles: readonly Double[];
  readonly next: number | null;
  readonly total: number;
}
export const askDoubles = (after: number | null): Promise<Doubles> =>
  read(
    api.api['data-report']['merge-queue'].$get({ query: after === null ? {} : { cursor: String(after) } }),
  );

export interface Download {
  readonly name: string;
  readonly href: string;
  readonly title: string;
  readonly what: string;
  readonly licence: string;
  /** Below its header; null where it is no table. */
  readonly rows: number | null;
}
export interface Downloads {
  readonly files: readonly Download[];
  /** The address of one zip with all of them. */
  readonly all: string;
}
export const askDownloads = (): Promise<Downloads> => read(api.api.exports.$get());
