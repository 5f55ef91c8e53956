import { toDegrees, toGrid } from '@kith/api/geo/national-grid';
import { numberIn } from './cell-number.ts';
import type { FoundFile, Reject, SourceFile } from './files/found-file.ts';
import { readHeaderless } from './files/read-table.ts';

export const NAME_TYPES = ['city', 'town', 'village', 'hamlet', 'area', 'other'] as const;
export type NameType = (typeof NAME_TYPES)[number];

/** A populated place of Ordnance Survey's gazetteer. */
export interface NamedPlace {
  readonly name: string;
  /** As the gazetteer has it; may be empty. */
  readonly district: string;
  readonly type: NameType;
  readonly easting: number;
  readonly northing: number;
  readonly lon: number;
  readonly lat: number;
}

/** Columns of the official CSV, which has no header: their places, and how many there are. */
const COLUMNS = 34;
const AT = { name: 2, type: 6, localType: 7, x: 8, y: 9, district: 21, county: 24 } as const;
const LOCAL_TYPES: Readonly<Record<string, NameType>> = {
  city: 'city',
  town: 'town',
  village: 'village',
  hamlet: 'hamlet',
  'suburban area': 'area',
  'other settlement': 'other',
};

/** OS Open Names as Ordnance Survey publishes it: some 800 files of 34 columns. Only populated places are used. */
export const openNames: SourceFile<NamedPlace> = {
  source: 'os-open-names',
  what: 'OS Open Names',
  many: true,
  recognise: (head) => head.format === 'csv' && (isOfficial(head.columns) || isOfficial(head.second)),
  read: readOfficial,
};

function isOfficial(cells: readonly string[]): boolean {
  return cells.length === COLUMNS && /^https?:\/\/data\.ordnancesurvey\.co\.uk\/id\//.test(cells[1] ?? '');
}

async function* readOfficial(file: FoundFile, reject: Reject): AsyncIterable<readonly NamedPlace[]> {
  for await (const batch of readHeaderless(file, reject)) {
    const places: NamedPlace[] = [];
    for (const { row, cells } of batch) {
      if (cells[AT.type]?.toLowerCase() !== 'populatedplace') continue;
      const type = LOCAL_TYPES[cells[AT.localType]?.toLowerCase() ?? ''];
      const [x, y] = [numberIn(cells[AT.x] ?? ''), numberIn(cells[AT.y] ?? '')];
      const name = cells[AT.name] ?? '';
      if (type === undefined) continue;
      if (name === '' || x === null || y === null) {
        reject({ row, column: null, problem: 'A place without a name or a position.' });
        continue;
      }
      const [easting, northing] = [Math.round(x), Math.round(y)];
      const district = cells[AT.district] || cells[AT.county] || '';
      places.push({ name, district, type, easting, northing, ...toDegrees(easting, northing) });
    }
    yield places;
  }
}

const RANKS: Readonly<Record<string, NameType>> = {
  c: 'city',
  t: 'town',
  v: 'village',
  h: 'hamlet',
  a: 'area',
  o: 'other',
};

/** The same places as a tidied list: name, district, type in one letter, latitude, longitude; no header. */
export const rankedNames: SourceFile<NamedPlace> = {
  source: 'os-open-names',
  what: 'the list of populated places made from OS Open Names',
  recognise: (head) => head.format === 'tsv' && (isRanked(head.columns) || isRanked(head.second)),
  read: readRanked,
};

function isRanked(cells: readonly string[]): boolean {
  const [name = '', , type = '', lat = '', lon = ''] = cells;
  return cells.length === 5 && name !== '' && type in RANKS && isDegrees(numberIn(lat), numberIn(lon));
}

function isDegrees(lat: number | null, lon: number | null): boolean {
  return lat !== null && lon !== null && lat > 49 && lat < 61.5 && lon > -9 && lon < 2.5;
}

async function* readRanked(file: FoundFile, reject: Reject): AsyncIterable<readonly NamedPlace[]> {
  for await (const batch of readHeaderless(file, reject)) {
    const places: NamedPlace[] = [];
    for (const { row, cells } of batch) {
      const [name = '', district = '', letter = '', latText = '', lonText = ''] = cells;
      const [lat, lon] = [numberIn(latText), numberIn(lonText)];
      if (name === '' || lat === null || lon === null || !isDegrees(lat, lon)) {
        // Its header, where someone has given it one.
        if (row > 1)
          reject({ row, column: null, problem: 'A place without a name, or not in Great Britain.' });
        continue;
      }
      places.push({ name, district, type: RANKS[letter] ?? 'other', ...toGrid(lon, lat), lon, lat });
    }
    yield places;
  }
}
