import { z } from 'zod';
import { patchIdSchema } from '../area/patch.ts';
import { KIND_IDS } from '../place/kinds.ts';
import { DATE_BASES } from '../place/place.ts';
import { LICENCE_FAMILY_IDS } from './licences.ts';
import { sourceSchema } from './source.ts';

/**
 * What Kith holds, where from, how old, and what is missing: for whoever must stand by a figure. Counts only; the rows
 * behind them are in the downloads.
 */
const count = z.int().nonnegative();

/** A row that could not be used. The header is row 1; null where the whole file is at fault. */
export const rejectedRowSchema = z.object({
  source: z.string(),
  file: z.string(),
  row: z.int().nullable(),
  column: z.string().nullable(),
  problem: z.string(),
});
export type RejectedRow = z.infer<typeof rejectedRowSchema>;

/** Rows of one source that could not be used for one reason, with a few of them. */
export const rejectedGroupSchema = z.object({
  /** How many files they are in. */
  files: count,
  column: z.string().nullable(),
  /** The reason, with what differs from row to row left out (`...`). */
  problem: z.string(),
  count,
  examples: z.array(z.object({ file: z.string(), row: z.int().nullable(), problem: z.string() })),
});
export type RejectedGroup = z.infer<typeof rejectedGroupSchema>;

/** One file that loads read, with what came of it. */
export const loadedFileSchema = z.object({
  /** The parts that were made of it. */
  part: z.string(),
  scope: z.string(),
  file: z.string(),
  bytes: count,
  sha256: z.string(),
  rowsRead: count,
  rowsKept: count,
  /** Good rows about places that were not asked for. */
  rowsElsewhere: count,
  rowsRejected: count,
  at: z.string(),
});
export type LoadedFile = z.infer<typeof loadedFileSchema>;

/** The dates of statements of one basis, oldest and newest; null where they carry none. */
const datesSchema = z.object({
  basis: z.enum(DATE_BASES),
  count,
  oldest: z.string().nullable(),
  newest: z.string().nullable(),
});

export const sourceReportSchema = sourceSchema.extend({
  licenceFamily: z.enum(LICENCE_FAMILY_IDS),
  gave: z.object({
    /** Places it says anything about now. */
    places: count,
    /** Statements about fields of places, the newest of each. */
    statements: count,
    areaFigures: count,
    /** Rows of other tables, in words: "home points", "postcodes". */
    other: z.array(z.object({ what: z.string(), rows: count })),
  }),
  /** Districts loaded in which it has a place, named where they are few. Null where it has no place in any of them. */
  reaches: z.object({ districts: count, names: z.array(z.string()) }).nullable(),
  files: z.array(loadedFileSchema),
  /** Places on its list now, and those that were on it once. Null where its list is not followed. */
  listings: z.object({ now: count, gone: count }).nullable(),
  dates: z.array(datesSchema),
  rejected: z.object({ total: count, kept: count, groups: z.array(rejectedGroupSchema) }),
});
export type SourceReport = z.infer<typeof sourceReportSchema>;

/** How far the areas loaded have a figure of their own. Columns are in step with the report's `districts`. */
export const indicatorReportSchema = z.object({
  id: z.string(),
  label: z.string(),
  year: z.string(),
  source: z.string(),
  fromMsoa: z.boolean(),
  own: count,
  /** The figure is that of the wider MSOA, about 8,000 people. */
  wider: count,
  none: count,
  reasons: z.array(z.object({ reason: z.string(), count })),
  byDistrict: z.object({ own: z.array(count), wider: z.array(count), none: z.array(count) }),
});
export type IndicatorReport = z.infer<typeof indicatorReportSchema>;

/** How old what is shown of places is: by kind, by the year of the claim that settles each. */
export const freshnessSchema = z.object({
  kind: z.enum(KIND_IDS),
  places: count,
  undated: count,
  years: z.array(z.object({ year: z.string(), checked: count, published: count })),
  /** Dates of the oldest and newest of those that were checked by someone answerable. */
  oldestCheck: z.string().nullable(),
  newestCheck: z.string().nullable(),
});
export type Freshness = z.infer<typeof freshnessSchema>;

/** One thing that must hold of the data, and how to mend it where it does not. */
export const dataCheckSchema = z.object({
  id: z.string(),
  holds: z.boolean(),
  /** How many are at fault. */
  count,
  /** What holds; or what does not, to be read after the count. */
  says: z.string(),
  mend: z.string().nullable(),
  examples: z.array(z.string()),
});
export type DataCheck = z.infer<typeof dataCheckSchema>;

export const dataReportSchema = z.object({
  version: z.string(),
  held: z.object({
    areas: count,
    residents: count,
    districts: count,
    places: count,
    closedPlaces: count,
    gonePlaces: count,
    statements: count,
    areaFigures: count,
    homePoints: count,
    areasWithoutHomePoints: count,
    postcodes: count,
    postcodeSectors: count,
    placeNames: count,
    yearsOfSpending: count,
  }),
  /** The latest load of each kind. The starter's has no scope. `of` is the scope in words: "Rutland". */
  loads: z.array(
    z.object({
      part: z.string(),
      scope: z.string(),
      of: z.string(),
      at: z.string(),
      seconds: z.number().nullable(),
    }),
  ),
  licences: z.array(
    z.object({
      family: z.enum(LICENCE_FAMILY_IDS),
      name: z.string(),
      shareAlike: z.boolean(),
      sources: count,
      statements: count,
    }),
  ),
  sources: z.array(sourceReportSchema),
  districts: z.array(
    z.object({ code: z.string(), name: z.string(), patch: patchIdSchema, areas: count, residents: count }),
  ),
  indicators: z.array(indicatorReportSchema),
  freshness: z.array(freshnessSchema),
  merges: z.object({
    /** Listings shown as part of another place now. */
    merged: count,
    byLoad: count,
    byPeople: count,
    queue: count,
    undone: count,
    keptApart: count,
  }),
  checks: z.array(dataCheckSchema),
});
export type DataReport = z.infer<typeof dataReportSchema>;

/** For the map: whose figure each area has. */
export const COVERAGE_STATES = ['own', 'wider', 'none'] as const;
export type CoverageState = (typeof COVERAGE_STATES)[number];

export const coverageSchema = z.object({
  indicator: z.string(),
  label: z.string(),
  codes: z.array(z.string()),
  states: z.array(z.enum(COVERAGE_STATES)),
});
export type Coverage = z.infer<typeof coverageSchema>;

/** One side of a possible double. */
export const doubleSideSchema = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.string(),
  status: z.string(),
  address: z.string().nullable(),
  postcode: z.string().nullable(),
  district: z.string().nullable(),
  asOf: z.string().nullable(),
  sources: z.array(z.string()),
});
export type DoubleSide = z.infer<typeof doubleSideSchema>;

/** What one side says of a field, in words, and who says so. */
const saidSchema = z.object({ value: z.string(), source: z.string(), asOf: z.string().nullable() });

/** Two listings that may be one place. A person decides. */
export const doubleSchema = z.object({
  /** How alike they are, 0 to 1. */
  score: z.number(),
  reasons: z.array(z.string()),
  straightMetres: z.number().nullable(),
  from: doubleSideSchema,
  to: doubleSideSchema,
  /** Fields on which they differ; null where one says nothing. */
  differs: z.array(z.object({ field: z.string(), from: saidSchema.nullable(), to: saidSchema.nullable() })),
});
export type Double = z.infer<typeof doubleSchema>;
