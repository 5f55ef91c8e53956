import type { PlaceDetail, PlaceSummary } from '@kith/core/place/place';
import { type SQL, sql } from 'drizzle-orm';
import { place } from '../db/schema.ts';
import { freshnessToday } from './keep/freshness.ts';

/** The columns a summary is made from. */
export const summaryColumns = {
  id: place.id,
  name: place.name,
  kind: place.kind,
  status: place.status,
  precision: place.precision,
  lon: place.lon,
  lat: place.lat,
  address: place.address,
  postcode: place.postcode,
  district: place.district,
  patch: place.patch,
  outside: place.outside,
  mobile: place.mobile,
  whenWords: place.whenWords,
  openingHours: place.openingHours,
  forWhom: place.forWhom,
  runBy: place.runBy,
  operator: place.operator,
  yearClosed: place.yearClosed,
  asOf: place.asOf,
  basis: place.basis,
  sourceName: place.sourceName,
  goneSince: place.goneSince,
  checkedOn: place.checkedOn,
} as const;

type SummaryKey = keyof typeof summaryColumns;
const SUMMARY_KEYS = Object.keys(summaryColumns) as SummaryKey[];

/** The columns of a summary as one JSON list: taking apart rows of many cells one by one takes longer than finding them. */
export const summaryCells: SQL = sql`json_array(${sql.join(Object.values(summaryColumns), sql`, `)})`;

/** A summary's row of its JSON list. */
export function rowOfCells(cells: readonly unknown[]): SummaryRow {
  const row = Object.fromEntries(SUMMARY_KEYS.map((key, at) => [key, cells[at]])) as unknown as SummaryRow;
  return { ...row, outside: Boolean(row.outside), mobile: Boolean(row.mobile) };
}

type Row = typeof place.$inferSelect;
export type SummaryRow = Pick<Row, keyof typeof summaryColumns>;

/**
 * Row to domain. Kinds, statuses and bases were checked when their claims were logged.
 * @param today ISO day; null where nobody asks how fresh it is
 */
export function toSummary(
  row: SummaryRow,
  straightMetres: number | null,
  today: string | null,
): PlaceSummary {
  return {
    id: row.id,
    name: row.name,
    kind: row.kind as PlaceSummary['kind'],
    status: row.status as PlaceSummary['status'],
    precision: row.precision as PlaceSummary['precision'],
    address: row.address,
    postcode: row.postcode,
    district: row.district,
    patch: row.patch,
    outside: row.outside,
    mobile: row.mobile,
    when: row.whenWords,
    openingHours: row.openingHours,
    forWhom: row.forWhom,
    runBy: row.runBy,
    operator: row.operator,
    yearClosed: row.yearClosed,
    asOf: row.asOf,
    basis: row.basis as PlaceSummary['basis'],
    sourceName: row.sourceName,
    goneSince: row.goneSince,
    checkedOn: row.checkedOn,
    freshness: today === null ? null : freshnessToday(row, today),
    straightMetres,
  };
}

/** What a place's page shows besides its row. */
export type DetailParts = Pick<PlaceDetail, 'claims' | 'listings' | 'keeper' | 'photos'>;

/** One place whole, with the claim that settles each field. `areaCode` is added by whoever knows the home points. */
export function toDetail(
  row: Row,
  { claims, listings, keeper, photos }: DetailParts,
  today: string | null,
): Omit<PlaceDetail, 'areaCode'> {
  return {
    ...toSummary(row, null, today),
    lon: row.lon,
    lat: row.lat,
    easting: row.easting,
    northing: row.northing,
    spreadMetres: row.spreadMetres,
    phone: row.phone,
    email: row.email,
    website: row.website,
    yearOpened: row.yearOpened,
    statutory: row.statutory,
    yearLeftStatutory: row.yearLeftStatutory,
    coLocatedWith: row.coLocatedWith,
    notes: row.notes,
    listings,
    claims,
    keeper,
    photos,
  };
}
