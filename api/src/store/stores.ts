import type { Kind } from '@kith/core/place/kinds';
import type { Report } from '@kith/core/place/report';
import type { LicenceFamilyId } from '@kith/core/source/licences';
import { countAreas, countAreasOfEngland, listAreas, listColumn } from './area-store.ts';
import { listBaselinePlaces } from './baseline-store.ts';
import { claimFamilies, countFigureRows, exportClaims, exportFigures } from './claim-export-store.ts';
import { coverageByArea } from './coverage-store.ts';
import { readDataReport } from './data-report-store.ts';
import { listHomePoints } from './home-point-store.ts';
import { accountStores } from './keep/account-stores.ts';
import { contributionStores } from './keep/contribution-stores.ts';
import { queueStores } from './keep/queue-stores.ts';
import { runningStores } from './keep/running-stores.ts';
import { sheetStores } from './keep/sheet-stores.ts';
import { listCandidates } from './merge-queue-store.ts';
import { listMoney } from './money-store.ts';
import type { Database } from './open.ts';
import { listPatches } from './patch-store.ts';
import type { PlaceFilter } from './place-query.ts';
import { countAllPlaces, countByKind, getPlace, listPins, listPlaces } from './place-store.ts';
import { findPostcodeDistricts, findPostcodes, findSectors } from './postcode-store.ts';
import { listRejected } from './rejected-store.ts';
import { keepReport, listReports, type ReportSender } from './report-store.ts';
import { findListings, findNames, listNames } from './search-store.ts';
import { listAreaShapes, listDistrictShapes } from './shape-store.ts';
import { countHeld, listSources } from './source-store.ts';
import { readTile } from './tile-store.ts';
import { readVersion } from './version-store.ts';

/**
 * Everything the routes ask of the database, bound to one. Routes know this and not SQL.
 * @param today the ISO day (UTC) by which places are fresh or stale
 */
export function createStores(db: Database, today: () => string = utcDay) {
  return {
    ...accountStores(db),
    ...runningStores(db),
    ...sheetStores(db),
    ...contributionStores(db),
    ...queueStores(db),
    version: () => readVersion(db, today()),
    places: {
      list: (filter: PlaceFilter, limit: number, cursor?: string) =>
        listPlaces(db, filter, limit, cursor, today()),
      get: (id: string) => getPlace(db, id, today()),
      pins: (patch?: string, kinds?: readonly Kind[]) => listPins(db, patch, kinds),
      countByKind: (patch?: string) => countByKind(db, patch),
      countAll: () => countAllPlaces(db),
      forBaseline: (patch: string | undefined, kinds: readonly Kind[]) =>
        listBaselinePlaces(db, patch, kinds, today()),
    },
    areas: {
      list: (patch?: string) => listAreas(db, patch),
      count: () => countAreas(db),
      countOfEngland: () => countAreasOfEngland(db),
      column: (indicator: string) => listColumn(db, indicator),
      homePoints: () => listHomePoints(db),
    },
    patches: { list: () => listPatches(db) },
    tiles: {
      get: (patch: string, z: number, x: number, y: number) => readTile(db, patch, { z, x, y }),
    },
    shapes: {
      areas: (patch?: string) => listAreaShapes(db, patch),
      districts: (patch?: string) => listDistrictShapes(db, patch),
    },
    search: {
      allNames: (patch?: string) => listNames(db, patch),
      postcodes: (prefix: string, limit: number) => findPostcodes(db, prefix, limit),
      sectors: (prefix: string, limit: number) => findSectors(db, prefix, limit),
      postcodeDistricts: (prefix: string, limit: number) => findPostcodeDistricts(db, prefix, limit),
      names: (words: string, patch: string | undefined, limit: number) => findNames(db, words, patch, limit),
      listings: (words: string, patch: string | undefined, limit: number) =>
        findListings(db, words, patch, limit),
    },
    sources: { list: () => listSources(db), held: () => countHeld(db) },
    data: {
      report: () => readDataReport(db, today()),
      coverage: (indicator: string, patch?: string) => coverageByArea(db, indicator, patch),
      rejected: (source: string | undefined, after: number, limit: number) =>
        listRejected(db, source, after, limit),
      candidates: (limit: number, offset: number) => listCandidates(db, limit, offset),
      families: () => claimFamilies(db),
      claims: (family: LicenceFamilyId) => exportClaims(db, family),
      figures: () => exportFigures(db),
      figureRows: () => countFigureRows(db),
    },
    money: { list: (patch?: string) => listMoney(db, patch) },
    reports: {
      keep: (placeId: string, report: Report, at: string, sender: ReportSender) =>
        keepReport(db, placeId, report, at, sender),
      list: () => listReports(db),
    },
  };
}

function utcDay(): string {
  return new Date().toISOString().slice(0, 10);
}

export type Stores = ReturnType<typeof createStores>;
