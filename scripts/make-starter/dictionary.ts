import { csvText } from './csv-text.ts';
import { SOURCES } from './source-list.ts';

/** What a column means, its unit, and the sources it comes from (ids joined by `+`). */
type Column = readonly [meaning: string, unit: string, source: string];
type Columns = Readonly<Record<string, Column>>;

const LOOKUP = 'ons-lookups-2024';
const BOTH_LISTS = 'ace-libraries-2023+libraries-open-schema-2025';
const PERCENT = 'census-2021-percent';
const HOMES = 'codepoint-open-2014+ons-lsoa21-boundaries+ons-lsoa21-centroids+census-2021-disability';
const PATCH = 'Part of the country that one map shows: leicestershire, kirklees or brighton-and-hove';
const DEGREES = 'degrees, WGS84';
const METRES = 'metres, British National Grid';

const position = (what: string, source: string): Columns => ({
  lon: [`Longitude of ${what}`, DEGREES, source],
  lat: [`Latitude of ${what}`, DEGREES, source],
  easting: [`Easting of ${what}`, METRES, source],
  northing: [`Northing of ${what}`, METRES, source],
});

const fromMsoa = (meaning: string, unit: string): Column => [
  `${meaning}. The area's own or its MSOA's figure, as census_from says`,
  unit,
  PERCENT,
];

/** Every column of every file of data/starter/. A test fails on a column that has no entry here. */
export const DICTIONARY: Readonly<Record<string, Columns>> = {
  'areas.csv': {
    code: ['Code of the area (LSOA 2021)', 'code', LOOKUP],
    name: ['Name of the area; its last letter taken off, the name of its MSOA', 'text', LOOKUP],
    ward: ['Ward in which most of the area lies', 'text', LOOKUP],
    district: ['Local authority district', 'text', LOOKUP],
    district_code: ['Code of the district', 'code', LOOKUP],
    patch: [PATCH, 'slug', LOOKUP],
    rural_urban: ['Whether the area counts as urban or rural', 'urban or rural', 'ons-ruc21'],
    ruc_class: ['Rural-urban class in the official words', 'text', 'ons-ruc21'],
    residents: ['Usual residents: the total of TS038', 'people', 'census-2021-disability'],
    households: ['Households: the total of TS054', 'households', 'census-2021-tenure'],
    aged_65_over: ['Residents aged 65 or over', 'people', 'census-2021-age'],
    disabled: ['Residents who are disabled under the Equality Act', 'people', 'census-2021-disability'],
    age_16_24_pct: ['Residents aged 16 to 24', 'percent of residents', 'census-2021-age'],
    age_65_over_pct: ['Residents aged 65 or over', 'percent of residents', 'census-2021-age'],
    one_person_pct: fromMsoa('Households of one person', 'percent of households'),
    not_married_pct: fromMsoa(
      'People not married and not in a civil partnership',
      'percent of residents aged 16 or over',
    ),
    fair_health_pct: fromMsoa('People in fair health, as they say themselves', 'percent of residents'),
    bad_health_pct: fromMsoa(
      'People in bad or very bad health, as they say themselves',
      'percent of residents',
    ),
    disabled_pct: [
      'Residents who are disabled under the Equality Act',
      'percent of residents',
      'census-2021-disability',
    ],
    rented_pct: [
      'Households that rent from a council, housing association or private landlord; rent free and shared ownership not counted',
      'percent of households',
      'census-2021-tenure',
    ],
    unpaid_care_pct: fromMsoa(
      'People who give unpaid care: all but those who give none',
      'percent of residents aged 5 or over',
    ),
    no_car_pct: fromMsoa('Households without a car or van', 'percent of households'),
    census_from: [
      "Whether one_person_pct, not_married_pct, fair_health_pct, bad_health_pct, unpaid_care_pct and no_car_pct are the area's own (lsoa) or those of its wider MSOA (msoa)",
      'lsoa or msoa',
      PERCENT,
    ],
    iod_2025_decile: ['Decile of deprivation in England, 1 the most deprived', '1 to 10', 'iod-2025'],
    modelled_lonely_pct: [
      'Modelled share of people who feel lonely at least some of the time; a model of the pandemic year, for comparison',
      'percent of adults',
      'brc-loneliness-2020-21',
    ],
    centroid_easting: ['Easting of the population-weighted centroid', METRES, 'ons-lsoa21-centroids'],
    centroid_northing: ['Northing of the population-weighted centroid', METRES, 'ons-lsoa21-centroids'],
    edge_metres: [
      'Straight line from the nearest home point to the nearest postcode of a district that is not loaded; empty beyond 16,000. The sea has no postcodes and is no edge',
      'metres',
      'codepoint-open-2014',
    ],
  },
  'home-points.csv': {
    area: ['Code of the area (LSOA 2021)', 'code', LOOKUP],
    easting: ['Easting of the home point', METRES, HOMES],
    northing: ['Northing of the home point', METRES, HOMES],
    residents: [
      'Residents of the area taken to live here; they add up to the residents of the area. 0 where the centroid leaves none for a cluster',
      'people',
      HOMES,
    ],
    kind: [
      'cluster: middle of a cluster of postcodes; centroid: the official centroid, added where the clusters cannot meet it within 50 m',
      'cluster or centroid',
      HOMES,
    ],
  },
  'libraries.csv': {
    key: ['Name that stays the same on every load', 'key', BOTH_LISTS],
    name: ['Name, with "Library" where the list leaves it out', 'text', BOTH_LISTS],
    authority: ['Council whose library it is or was', 'text', BOTH_LISTS],
    district: [
      'District it stands in; empty for a mobile library',
      'text',
      `codepoint-open-2014+ons-lsoa21-boundaries+${LOOKUP}`,
    ],
    district_code: ['Code of that district', 'code', `codepoint-open-2014+ons-lsoa21-boundaries+${LOOKUP}`],
    patch: [`${PATCH}; for a library outside, the nearest`, 'slug', LOOKUP],
    outside: [
      'yes: of a council that is not loaded, within 5 km of a home point; counts for reach, not offered for cuts',
      'yes or no',
      'ace-libraries-2023',
    ],
    mobile: [
      'yes: a mobile library, which has no position and is never measured from',
      'yes or no',
      'ace-libraries-2023',
    ],
    status: [
      'open, closed, temporarily-closed or unknown, from the list with the later year',
      'word',
      BOTH_LISTS,
    ],
    year_closed: ['Year it closed', 'year', BOTH_LISTS],
    year_opened: ['Year it opened, where a list gives one', 'year', BOTH_LISTS],
    statutory_2010: [
      "Whether it counted towards the council's legal duty in 2010; empty where it was not there or is not known",
      'yes or no',
      'ace-libraries-2023',
    ],
    statutory_2023: [
      "Whether it counted towards the council's legal duty in 2023",
      'yes or no',
      'ace-libraries-2023',
    ],
    year_left_statutory: [
      'First year of the list (2010, 2016, 2019, 2021, 2022, 2023) in which it no longer counted, or the year it closed if earlier; it may have left up to six years before',
      'year',
      'ace-libraries-2023',
    ],
    run_by: [
      'Who runs it, or ran it when it closed: council, commissioned, community or independent',
      'word',
      BOTH_LISTS,
    ],
    operator: ['The body that runs it, where a list names it', 'text', BOTH_LISTS],
    address: ['Address without its postcode; empty for a mobile library', 'text', BOTH_LISTS],
    postcode: ['Postcode; of two, the one of the later list', 'postcode', BOTH_LISTS],
    ...position('its postcode', 'codepoint-open-2014+ace-libraries-2023'),
    opening_hours: [
      'Clock hours of the week, only where they are certain and the two lists agree on the days',
      'OpenStreetMap opening_hours',
      'libraries-open-schema-2025',
    ],
    days: ['Days and parts of the day on which it is open, in words', 'text', 'ace-libraries-2023'],
    hours_per_week: ['Hours open in a week, with staff or without', 'hours', 'ace-libraries-2023'],
    staffed_hours_per_week: ['Hours open in a week with staff', 'hours', 'ace-libraries-2023'],
    co_located_with: ['What it shares its building with', 'text', BOTH_LISTS],
    email: ["Mailbox of the library or council; any that may be a person's is left out", 'email', BOTH_LISTS],
    website: ['Page of the library', 'URL', 'libraries-open-schema-2025'],
    uprn: ["Unique property reference number; councils' own short codes are left out", 'UPRN', BOTH_LISTS],
    source: ['Which of the two lists it is in', 'source ids joined by +', BOTH_LISTS],
    hours_source: [
      'Where the hours come from: clock hours, or days in words where there are none',
      'source id',
      BOTH_LISTS,
    ],
    ace_year: ['Year of the Arts Council list, where it is in it', 'year', 'ace-libraries-2023'],
    open_schema_year: [
      'Year of the open-schema list, where it is in it',
      'year',
      'libraries-open-schema-2025',
    ],
    notes: ['Where the lists part, and which is followed', 'text', BOTH_LISTS],
  },
  'benches.csv': {
    key: ['Number of the bench on openbenches.org', 'number', 'openbenches-2026-05'],
    name: [
      '"Bench near" the nearest place name or the ward; what is written on it is left out',
      'text',
      `os-open-names+${LOOKUP}`,
    ],
    patch: [PATCH, 'slug', `ons-lsoa21-boundaries+${LOOKUP}`],
    district: ['District it stands in', 'text', `ons-lsoa21-boundaries+${LOOKUP}`],
    ...position('the bench', 'openbenches-2026-05'),
  },
  'venues.csv': {
    key: ['Name that stays the same on every load', 'key', 'kith-venue-facts-2026'],
    name: ['Name of the venue or group', 'text', 'kith-venue-facts-2026'],
    kind: ['Kind of place (core/src/place/kinds.ts)', 'slug', 'kith-venue-facts-2026'],
    status: [
      'open; closed: its words say that it is over; unknown: its words or its page leave in doubt whether it is there (the rule is in scripts/make-starter/venue-status.ts). Only open counts for reach',
      'word',
      'kith-venue-facts-2026',
    ],
    patch: [PATCH, 'slug', 'kith-venue-facts-2026'],
    district: [
      'District it is in; empty for one that works across a county',
      'text',
      'kith-venue-facts-2026',
    ],
    address: ['Address, as far as the page gives one', 'text', 'kith-venue-facts-2026'],
    postcode: ['Postcode, where the page gives one', 'postcode', 'kith-venue-facts-2026'],
    ...position(
      'its postcode, or of its village or neighbourhood (see precision); empty where it is at no one spot',
      'codepoint-open-2014+os-open-names',
    ),
    precision: [
      'postcode: within about 100 m; village: somewhere in that village or neighbourhood, up to 600 m off; none: it works across a county or district and is at no one spot',
      'word',
      'kith-venue-facts-2026',
    ],
    when: ['When it is open or meets, in words as found', 'text', 'kith-venue-facts-2026'],
    year: [
      "Year of the page, where the words or the page's address make it certain",
      'year',
      'kith-venue-facts-2026',
    ],
    opening_hours: [
      'Weekly clock times, only where they are certain',
      'OpenStreetMap opening_hours',
      'kith-venue-facts-2026',
    ],
    for_whom: ['Who it is for, in words as found', 'text', 'kith-venue-facts-2026'],
    phone: ['Number of the organisation, where the page gives one', 'telephone', 'kith-venue-facts-2026'],
    website: ['Website of the venue or group', 'URL', 'kith-venue-facts-2026'],
    source: [
      'The page or document that the facts were read from',
      'URL or citation',
      'kith-venue-facts-2026',
    ],
  },
  'place-names.csv': {
    name: ['Name of a place', 'text', 'os-open-names'],
    district: ['District it is in', 'text', `ons-lsoa21-boundaries+${LOOKUP}`],
    type: ['city, town, village, hamlet, area (part of a town) or other', 'word', 'os-open-names'],
    patch: [PATCH, 'slug', `ons-lsoa21-boundaries+${LOOKUP}`],
    ...position('the place', 'os-open-names'),
  },
  'postcode-sectors.csv': {
    sector: [
      'Postcode sector: a postcode without its last two letters',
      'postcode sector',
      'codepoint-open-2014',
    ],
    patch: [PATCH, 'slug', 'codepoint-open-2014'],
    ...position("the mean of the sector's postcodes in the patch", 'codepoint-open-2014'),
    postcodes: ['Postcodes of the sector in the patch', 'postcodes', 'codepoint-open-2014'],
  },
  'money.csv': {
    authority: ['Council', 'text', 'mhclg-culture-spending'],
    authority_code: ['Code of the council', 'code', 'mhclg-culture-spending'],
    patch: [PATCH, 'slug', 'mhclg-culture-spending'],
    year: [
      'Financial year; years that were not published have no row',
      'financial year',
      'mhclg-culture-spending',
    ],
    net_current_gbp_thousand: [
      'Net current spend on cultural and related services, cash; libraries are not split out of it',
      'thousand pounds',
      'mhclg-culture-spending',
    ],
  },
};

/** data/dictionary.csv: licence and vintage are those of the sources, in their order. */
export function dictionaryCsv(): string {
  const known = new Map(SOURCES.map((source) => [source.id, source]));
  const rows = Object.entries(DICTIONARY).flatMap(([file, columns]) =>
    Object.entries(columns).map(([column, [meaning, unit, source]]) => {
      const sources = source.split('+').map((id) => {
        const found = known.get(id);
        if (!found) throw new Error(`${file} ${column} names a source unknown: ${id}`);
        return found;
      });
      const once = (values: readonly string[]) => [...new Set(values)].join(' + ');
      const licence = once(sources.map((each) => each.licence));
      const vintage = once(sources.map((each) => each.vintage));
      return { file, column, meaning, unit, source, licence, vintage };
    }),
  );
  return csvText(['file', 'column', 'meaning', 'unit', 'source', 'licence', 'vintage'], rows);
}
