import { ACE_COLUMNS, type AceLibrary, aceLibraryOf } from '../load/libraries/ace-library.ts';
import {
  OPEN_SCHEMA_COLUMNS,
  type OpenSchemaLibrary,
  openSchemaLibraryOf,
} from '../load/libraries/open-schema-library.ts';
import type { SharedFiles } from './shared-files.ts';

export const ACE_FILE = 'data/places/ace_libraries_england_2023.csv.gz';
export const ACE_GEOCODED_FILE = 'data/places/ace_libraries_england_2023_geocoded.csv.gz';
export const OPEN_SCHEMA_FILE = 'data/places/uk_libraries_open_schema_2025.csv.gz';

/** The Arts Council's list with the position of each postcode beside it (the two files keep one order). */
export function readAce(files: SharedFiles): AceLibrary[] {
  const placed = files.table(ACE_GEOCODED_FILE, ['authority', 'name', 'easting', 'northing']);
  return files.table(ACE_FILE, ACE_COLUMNS).map((row, at) => {
    const spot = placed[at];
    if (spot?.name !== row.name || spot.authority !== row.authority) {
      throw new Error(`the two Arts Council files part at row ${at + 2}: ${row.name}`);
    }
    return aceLibraryOf(row, Number(spot.easting) > 0 ? [Number(spot.easting), Number(spot.northing)] : null);
  });
}

export function readOpenSchema(files: SharedFiles): OpenSchemaLibrary[] {
  return files.table(OPEN_SCHEMA_FILE, OPEN_SCHEMA_COLUMNS).map(openSchemaLibraryOf);
}
