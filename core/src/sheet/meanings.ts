/** What a column of a spreadsheet may hold, in the order that a list to choose from shows it. */
export const MEANINGS = [
  { id: 'name', label: 'Name' },
  { id: 'kind', label: 'What it is' },
  { id: 'address', label: 'Address' },
  { id: 'town', label: 'Town or village' },
  { id: 'postcode', label: 'Postcode' },
  { id: 'latitude', label: 'Latitude' },
  { id: 'longitude', label: 'Longitude' },
  { id: 'easting', label: 'Easting' },
  { id: 'northing', label: 'Northing' },
  { id: 'coordinates', label: 'Both coordinates in one cell' },
  { id: 'when', label: 'Opening times' },
  { id: 'opens', label: 'Opens at' },
  { id: 'closes', label: 'Closes at' },
  { id: 'mo', label: 'Monday' },
  { id: 'tu', label: 'Tuesday' },
  { id: 'we', label: 'Wednesday' },
  { id: 'th', label: 'Thursday' },
  { id: 'fr', label: 'Friday' },
  { id: 'sa', label: 'Saturday' },
  { id: 'su', label: 'Sunday' },
  { id: 'forWhom', label: 'Who it is for' },
  { id: 'phone', label: 'Phone' },
  { id: 'email', label: 'Email' },
  { id: 'website', label: 'Website' },
  { id: 'operator', label: 'Who runs it' },
  { id: 'wheelchair', label: 'Wheelchair access' },
  { id: 'access', label: 'Access in words' },
  { id: 'notes', label: 'Notes' },
  { id: 'status', label: 'Open or closed' },
  { id: 'closed', label: 'Date or year closed' },
  { id: 'checked', label: 'Date last checked' },
  { id: 'uprn', label: 'Property number (UPRN)' },
  { id: 'sourceId', label: 'Your own number for it' },
  { id: 'ignore', label: 'Leave this column out' },
] as const;
export type Meaning = (typeof MEANINGS)[number]['id'];
export const MEANING_IDS = MEANINGS.map((each) => each.id) as [Meaning, ...Meaning[]];
export const DAY_MEANINGS = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'] as const satisfies readonly Meaning[];

/** Columns of which a file may have several: an address is often three, hours staffed and unstaffed. */
export const MAY_REPEAT: ReadonlySet<Meaning> = new Set([
  'address',
  'when',
  ...DAY_MEANINGS,
  'notes',
  'ignore',
]);

export function meaningLabel(id: Meaning): string {
  return MEANINGS.find((each) => each.id === id)?.label ?? id;
}

/** How the coordinates of a file are to be read. `swapped`: what it calls latitude is the longitude. */
export const COORDINATE_SYSTEMS = [
  { id: 'none', label: 'No coordinates: postcodes or villages say where' },
  { id: 'degrees', label: 'Latitude and longitude (WGS84)' },
  { id: 'swapped', label: 'Latitude and longitude, the wrong way round' },
  { id: 'grid', label: 'Eastings and northings (British National Grid)' },
  { id: 'grid-swapped', label: 'Eastings and northings, the wrong way round' },
] as const;
export type CoordinateSystem = (typeof COORDINATE_SYSTEMS)[number]['id'];
export const COORDINATE_SYSTEM_IDS = COORDINATE_SYSTEMS.map((each) => each.id) as [
  CoordinateSystem,
  ...CoordinateSystem[],
];

export const DATE_ORDERS = [
  { id: 'day-first', label: 'Day first: 03/04/2026 is 3 April' },
  { id: 'month-first', label: 'Month first: 03/04/2026 is March 4' },
] as const;
export type DateOrder = (typeof DATE_ORDERS)[number]['id'];

/** How sure a guess is. `certain` is not asked about, `likely` is shown, `unsure` is asked. */
export type Sure = 'certain' | 'likely' | 'unsure';
