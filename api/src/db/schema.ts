import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * The tables. Private to api: nothing outside api/src/store sees a column name, and every row is turned into a
 * domain object by hand there. The R*Tree, the full-text table and the triggers are in the migration that
 * follows the tables, because Drizzle has no words for them.
 */

/** Small facts about the database itself: versions of the starter, of the geometry. */
export const meta = sqliteTable('meta', {
  key: text('key').primaryKey(),
  value: text('value').notNull(),
});

export const source = sqliteTable('source', {
  id: text('id').primaryKey(),
  title: text('title').notNull(),
  publisher: text('publisher').notNull(),
  /** Null where facts were read from many pages. */
  url: text('url'),
  licence: text('licence').notNull(),
  licenceUrl: text('licence_url').notNull(),
  attribution: text('attribution').notNull(),
  vintage: text('vintage').notNull(),
  caution: text('caution').notNull(),
  sha256: text('sha256'),
  /** Lower is trusted more, between claims of the same date and basis. */
  priority: integer('priority').notNull(),
});

/** Append-only: who changed what, when and why. Also the history and the undo. */
export const change = sqliteTable(
  'change',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    at: text('at').notNull(),
    kind: text('kind', { enum: ['load', 'edit', 'merge', 'report'] }).notNull(),
    author: text('author').notNull(),
    summary: text('summary').notNull(),
  },
  (table) => [check('change_kind', sql`${table.kind} in ('load', 'edit', 'merge', 'report')`)],
);

/** Append-only: what someone said about one field of one place. `value` is JSON; JSON null withdraws. */
export const claim = sqliteTable(
  'claim',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    placeId: text('place_id').notNull(),
    field: text('field').notNull(),
    value: text('value').notNull(),
    source: text('source')
      .notNull()
      .references(() => source.id),
    sourceDetail: text('source_detail'),
    asOf: text('as_of'),
    basis: text('basis', { enum: ['checked', 'published', 'undated'] }).notNull(),
    licence: text('licence').notNull(),
    author: text('author').notNull(),
    changeId: integer('change_id')
      .notNull()
      .references(() => change.id),
  },
  (table) => [
    index('claim_by_place').on(table.placeId, table.field),
    check('claim_basis', sql`${table.basis} in ('checked', 'published', 'undated')`),
    check('claim_value_is_json', sql`json_valid(${table.value})`),
  ],
);

/** What the winning claims say. Derived from `claim` and nothing else: it can be thrown away and made again. */
export const place = sqliteTable(
  'place',
  {
    /** Joins the R*Tree and the full-text table, which know rows by number. */
    key: integer('key').primaryKey({ autoIncrement: true }),
    id: text('id').notNull().unique(),
    name: text('name').notNull(),
    /** The name folded to plain small letters, for order. */
    sortName: text('sort_name').notNull(),
    kind: text('kind').notNull(),
    /** The kind in words, singular and plural, for search. */
    kindWords: text('kind_words').notNull(),
    status: text('status').notNull(),
    lon: real('lon'),
    lat: real('lat'),
    easting: integer('easting'),
    northing: integer('northing'),
    precision: text('precision').notNull(),
    spreadMetres: integer('spread_metres').notNull(),
    address: text('address'),
    postcode: text('postcode'),
    district: text('district'),
    patch: text('patch').notNull(),
    outside: integer('outside', { mode: 'boolean' }).notNull(),
    mobile: integer('mobile', { mode: 'boolean' }).notNull(),
    phone: text('phone'),
    email: text('email'),
    website: text('website'),
    whenWords: text('when_words'),
    openingHours: text('opening_hours'),
    forWhom: text('for_whom'),
    runBy: text('run_by'),
    operator: text('operator'),
    yearOpened: integer('year_opened'),
    yearClosed: integer('year_closed'),
    statutory: integer('statutory', { mode: 'boolean' }),
    yearLeftStatutory: integer('year_left_statutory'),
    uprn: text('uprn'),
    coLocatedWith: text('co_located_with'),
    notes: text('notes'),
    asOf: text('as_of'),
    basis: text('basis').notNull(),
    sourceName: text('source_name').notNull(),
  },
  (table) => [
    index('place_by_name').on(table.sortName, table.id),
    index('place_by_patch_kind').on(table.patch, table.kind, table.status),
  ],
);

/** A merged place's id answers for ever with the id it was merged into. */
export const placeRedirect = sqliteTable('place_redirect', {
  fromId: text('from_id').primaryKey(),
  toId: text('to_id').notNull(),
  changeId: integer('change_id')
    .notNull()
    .references(() => change.id),
});

export const area = sqliteTable(
  'area',
  {
    code: text('code').primaryKey(),
    name: text('name').notNull(),
    ward: text('ward').notNull(),
    district: text('district').notNull(),
    districtCode: text('district_code').notNull(),
    patch: text('patch').notNull(),
    ruralUrban: text('rural_urban', { enum: ['urban', 'rural'] }).notNull(),
    rucClass: text('ruc_class').notNull(),
    residents: integer('residents').notNull(),
    households: integer('households').notNull(),
    aged65Over: integer('aged_65_over').notNull(),
    disabled: integer('disabled').notNull(),
    edgeMetres: integer('edge_metres'),
    easting: integer('easting').notNull(),
    northing: integer('northing').notNull(),
    lon: real('lon').notNull(),
    lat: real('lat').notNull(),
  },
  (table) => [index('area_by_patch').on(table.patch, table.code)],
);

/** One figure of one area. A null value is "no data", with the reason; it is never 0. */
export const areaValue = sqliteTable(
  'area_value',
  {
    area: text('area')
      .notNull()
      .references(() => area.code),
    indicator: text('indicator').notNull(),
    value: real('value'),
    reason: text('reason'),
    geography: text('geography', { enum: ['lsoa', 'msoa'] }).notNull(),
    source: text('source').notNull(),
    year: text('year').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.indicator, table.area] }),
    index('area_value_by_area').on(table.area),
  ],
);

/** A place where a share of an area's people live, in whole metres of the National Grid. */
export const homePoint = sqliteTable(
  'home_point',
  {
    id: integer('id').primaryKey(),
    area: text('area')
      .notNull()
      .references(() => area.code),
    easting: integer('easting').notNull(),
    northing: integer('northing').notNull(),
    residents: integer('residents').notNull(),
    /** `cluster` of postcodes, or `centroid` where tilting could not meet it. */
    kind: text('kind').notNull(),
  },
  (table) => [index('home_point_by_area').on(table.area)],
);

/** Shapes are kept apart from values and meet them on the code. `geometry` is GeoJSON text. */
export const areaShape = sqliteTable(
  'area_shape',
  {
    area: text('area')
      .primaryKey()
      .references(() => area.code),
    patch: text('patch').notNull(),
    geometry: text('geometry').notNull(),
    version: text('version').notNull(),
  },
  (table) => [index('area_shape_by_patch').on(table.patch)],
);

export const districtShape = sqliteTable('district_shape', {
  code: text('code').primaryKey(),
  name: text('name').notNull(),
  patch: text('patch').notNull(),
  geometry: text('geometry').notNull(),
  version: text('version').notNull(),
});

export const placeName = sqliteTable(
  'place_name',
  {
    id: integer('id').primaryKey(),
    name: text('name').notNull(),
    /** Folded to plain small letters, for search. */
    folded: text('folded').notNull(),
    district: text('district').notNull(),
    /** city, town, village, hamlet, area or other. */
    type: text('type').notNull(),
    patch: text('patch').notNull(),
    lon: real('lon').notNull(),
    lat: real('lat').notNull(),
    easting: integer('easting').notNull(),
    northing: integer('northing').notNull(),
  },
  (table) => [index('place_name_by_folded').on(table.folded)],
);

export const postcodeSector = sqliteTable('postcode_sector', {
  /** As written: `LE10 0`. */
  sector: text('sector').primaryKey(),
  /** Without the space: `LE100`. */
  folded: text('folded').notNull(),
  patch: text('patch').notNull(),
  lon: real('lon').notNull(),
  lat: real('lat').notNull(),
  easting: integer('easting').notNull(),
  northing: integer('northing').notNull(),
  postcodes: integer('postcodes').notNull(),
});

export const money = sqliteTable(
  'money',
  {
    authority: text('authority').notNull(),
    authorityCode: text('authority_code').notNull(),
    patch: text('patch').notNull(),
    year: text('year').notNull(),
    netCurrentGbpThousand: integer('net_current_gbp_thousand').notNull(),
  },
  (table) => [primaryKey({ columns: [table.authorityCode, table.year] })],
);

/** What someone said is wrong with a listing, kept for a steward. Nothing about the person is kept. */
export const problemReport = sqliteTable('problem_report', {
  id: integer('id').primaryKey({ autoIncrement: true }),
  reference: text('reference').notNull().unique(),
  placeId: text('place_id').notNull(),
  reason: text('reason').notNull(),
  detail: text('detail'),
  at: text('at').notNull(),
  changeId: integer('change_id')
    .notNull()
    .references(() => change.id),
});
