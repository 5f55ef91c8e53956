import { sql } from 'drizzle-orm';
import { blob, check, index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';

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
  (table) => [
    check('change_kind', sql`${table.kind} in ('load', 'edit', 'merge', 'report')`),
    // What people did: few among many loads.
    index('change_by_person')
      .on(table.id)
      .where(sql`kind in ('edit', 'merge') and author not in ('load', 'starter')`),
  ],
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
    /** The same after 0 where hours are known, 1 where times are in words, 2 where there are none: for order too. */
    timesName: text('times_name').notNull().default(''),
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
    /** The day from which no source that listed it lists it any more; null while one does. */
    goneSince: text('gone_since'),
    /** ISO day of the last check by a person of what settles whether it is there; null: nobody has. */
    checkedOn: text('checked_on'),
    /** No file says of it that it is there: it stands on what people said alone. */
    peopleOnly: integer('people_only', { mode: 'boolean' }).notNull().default(false),
  },
  (table) => [
    index('place_by_name').on(table.sortName, table.id),
    index('place_by_times').on(table.timesName, table.id),
    index('place_by_patch_kind').on(table.patch, table.kind, table.status, table.outside),
    // Answers how many there are with a position without looking at the places.
    index('place_placed')
      .on(table.patch, table.kind, table.status, table.outside)
      .where(sql`easting is not null`),
    // The few that somebody checked: how fresh they are is asked all the time.
    index('place_checked').on(table.checkedOn, table.kind, table.status).where(sql`checked_on is not null`),
  ],
);

/** A merged place's id answers with the id it was merged into. Derived from the merges that stand in `merge_event`. */
export const placeRedirect = sqliteTable(
  'place_redirect',
  {
    fromId: text('from_id').primaryKey(),
    toId: text('to_id').notNull(),
    changeId: integer('change_id')
      .notNull()
      .references(() => change.id),
  },
  (table) => [index('place_redirect_by_to').on(table.toId)],
);

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
    /** `official` areas come from publishers' files: a reload of the starter leaves them alone. */
    origin: text('origin', { enum: ['starter', 'official'] })
      .notNull()
      .default('starter'),
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
  (table) => [index('place_name_by_folded').on(table.folded), index('place_name_by_patch').on(table.patch)],
);

/**
 * Place names by each of their words: `words` is the name from that word on, so whatever a person begins to type is
 * one range of it. What orders the finds lies beside it. WITHOUT ROWID.
 */
export const placeNameWord = sqliteTable(
  'place_name_word',
  {
    words: text('words').notNull(),
    nameId: integer('name_id').notNull(),
    /** 0 where it is the whole name, 1 where words of the name come before. */
    later: integer('later').notNull(),
    /** 0 city, 1 town, 2 village, 3 area, 4 hamlet, 5 other. */
    size: integer('size').notNull(),
    patch: text('patch').notNull(),
    folded: text('folded').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.words, table.nameId, table.later] }),
    index('place_name_word_by_name').on(table.nameId),
  ],
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

/** The part of the country that one map shows: made from the areas loaded. */
export const patch = sqliteTable('patch', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  shortName: text('short_name').notNull(),
  west: real('west').notNull(),
  south: real('south').notNull(),
  east: real('east').notNull(),
  north: real('north').notNull(),
  areaCount: integer('area_count').notNull(),
  residents: integer('residents').notNull(),
});

/** One row per postcode unit, by its letters without a space (`LE100AA`). `area` is the area it lies in, where loaded. */
export const postcode = sqliteTable('postcode', {
  folded: text('folded').primaryKey(),
  easting: integer('easting').notNull(),
  northing: integer('northing').notNull(),
  area: text('area'),
});

/**
 * Vector tiles, gzipped as they are sent. `patch` is the map whose areas a tile holds: '' for all areas, '-' for none.
 * A tile that is not here is that of '-', and one that has none of that is that of ''. With no '' it is empty.
 */
export const tile = sqliteTable(
  'tile',
  {
    patch: text('patch').notNull(),
    z: integer('z').notNull(),
    x: integer('x').notNull(),
    y: integer('y').notNull(),
    data: blob('data', { mode: 'buffer' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.z, table.x, table.y, table.patch] })],
);

/** What a source lists: one row per source and key. A key that is no longer listed is marked, never deleted. */
export const listing = sqliteTable(
  'listing',
  {
    source: text('source')
      .notNull()
      .references(() => source.id),
    key: text('key').notNull(),
    placeId: text('place_id').notNull(),
    /** SHA-256 (16 hex digits) of what was claimed, so that an unchanged row is passed over. */
    fingerprint: text('fingerprint').notNull(),
    /** The change that first brought it, and the last that altered it. */
    firstChange: integer('first_change').notNull(),
    lastChange: integer('last_change').notNull(),
    /** ISO day of the load that no longer found it; null while it is listed. */
    goneSince: text('gone_since'),
  },
  (table) => [
    primaryKey({ columns: [table.source, table.key] }),
    index('listing_by_place').on(table.placeId),
  ],
);

/** Append-only: that two listings are one place, that they are not, or that a merge was undone; by whom and why. */
export const mergeEvent = sqliteTable(
  'merge_event',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    kind: text('kind', { enum: ['merge', 'undo', 'apart'] }).notNull(),
    fromId: text('from_id').notNull(),
    toId: text('to_id').notNull(),
    /** 0 to 1; null where a person decided without one. */
    score: real('score'),
    /** JSON list of reasons in words. */
    reasons: text('reasons').notNull(),
    changeId: integer('change_id')
      .notNull()
      .references(() => change.id),
  },
  (table) => [
    index('merge_event_by_from').on(table.fromId),
    index('merge_event_by_to').on(table.toId),
    check('merge_event_kind', sql`${table.kind} in ('merge', 'undo', 'apart')`),
  ],
);

/** Pairs that may be one place, for a person to decide. Made again by each load; a decided pair does not come back. */
export const mergeCandidate = sqliteTable(
  'merge_candidate',
  {
    fromId: text('from_id').notNull(),
    toId: text('to_id').notNull(),
    score: real('score').notNull(),
    reasons: text('reasons').notNull(),
  },
  (table) => [primaryKey({ columns: [table.fromId, table.toId] })],
);

/** What each part of a load was made from, so that an unchanged part is passed over. */
export const loadPart = sqliteTable(
  'load_part',
  {
    part: text('part').notNull(),
    /** What was asked for: `england`, `E06000017`, ... */
    scope: text('scope').notNull(),
    /** Codes of the districts that it was loaded for, a JSON list; '' where that was not written down. */
    districts: text('districts').notNull().default(''),
    /** SHA-256 over the files, the scope and the version of the loaders; words before it say that it does not stand. */
    fingerprint: text('fingerprint').notNull(),
    at: text('at').notNull(),
    seconds: real('seconds').notNull(),
  },
  (table) => [primaryKey({ columns: [table.part, table.scope] })],
);

/** Each file that was read, with what came of it. */
export const loadFile = sqliteTable(
  'load_file',
  {
    part: text('part').notNull(),
    scope: text('scope').notNull(),
    source: text('source').notNull(),
    file: text('file').notNull(),
    sha256: text('sha256').notNull(),
    bytes: integer('bytes').notNull(),
    rowsRead: integer('rows_read').notNull(),
    rowsKept: integer('rows_kept').notNull(),
    rowsElsewhere: integer('rows_elsewhere').notNull(),
    rowsRejected: integer('rows_rejected').notNull(),
    at: text('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.part, table.scope, table.source, table.file] })],
);

/** Rows that could not be used, and why. Never what a row says beyond the value at fault. */
export const rejectedRow = sqliteTable(
  'rejected_row',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    part: text('part').notNull(),
    scope: text('scope').notNull(),
    source: text('source').notNull(),
    file: text('file').notNull(),
    /** The header is row 1. Null where the whole file is at fault. */
    row: integer('row'),
    column: text('column'),
    problem: text('problem').notNull(),
  },
  (table) => [index('rejected_row_by_part').on(table.part, table.scope)],
);
