import type { Kind } from '@kith/core/place/kinds';
import type { Report } from '@kith/core/place/report';
import { countAreas, listAreas, listValues } from './area-store.ts';
import { listBaselinePlaces } from './baseline-store.ts';
import { listHomePoints } from './home-point-store.ts';
import { listMoney } from './money-store.ts';
import type { Database } from './open.ts';
import type { PlaceFilter } from './place-query.ts';
import { countAllPlaces, countByKind, getPlace, listPins, listPlaces } from './place-store.ts';
import { keepReport, listReports } from './report-store.ts';
import { findListings, findNames, findSectors, listNames } from './search-store.ts';
import { listAreaShapes, listDistrictShapes } from './shape-store.ts';
import { countHeld, listSources } from './source-store.ts';
import { readVersion } from './version-store.ts';

/** Everything the routes ask of the database, bound to one. Routes know this and not SQL. */
export function createStores(db: Database) {
  return {
    version: () => readVersion(db),
    places: {
      list: (filter: PlaceFilter, limit: number, cursor?: string) => listPlaces(db, filter, limit, cursor),
      get: (id: string) => getPlace(db, id),
      pins: (patch?: string, kinds?: readonly Kind[]) => listPins(db, patch, kinds),
      countByKind: (patch?: string) => countByKind(db, patch),
      countAll: () => countAllPlaces(db),
      forBaseline: (patch: string, kinds: readonly Kind[]) => listBaselinePlaces(db, patch, kinds),
    },
    areas: {
      list: (patch?: string) => listAreas(db, patch),
      count: () => countAreas(db),
      values: () => listValues(db),
      homePoints: () => listHomePoints(db),
    },
    shapes: {
      areas: (patch?: string) => listAreaShapes(db, patch),
      districts: (patch?: string) => listDistrictShapes(db, patch),
    },
    search: {
      allNames: (patch?: string) => listNames(db, patch),
      sectors: (prefix: string, limit: number) => findSectors(db, prefix, limit),
      names: (words: string, patch: string | undefined, limit: number) => findNames(db, words, patch, limit),
      listings: (words: string, patch: string | undefined, limit: number) =>
        findListings(db, words, patch, limit),
    },
    sources: { list: () => listSources(db), held: () => countHeld(db) },
    money: { list: (patch?: string) => listMoney(db, patch) },
    reports: {
      keep: (placeId: string, report: Report, at: string) => keepReport(db, placeId, report, at),
      list: () => listReports(db),
    },
  };
}
export type Stores = ReturnType<typeof createStores>;
