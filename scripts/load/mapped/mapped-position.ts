import { type Position, positionInDegrees, positionOnGrid } from '../listing.ts';
import { isNearBritain } from '../openbenches.ts';
import type { Mapping } from './mapping.ts';

/** A position, null where the row gives none; or what is wrong and what to do. */
export type PositionRead = { readonly position: Position | null } | { readonly problem: string };

/** The position a row gives, in degrees or in metres of the National Grid. */
export function readPosition(cells: Readonly<Record<string, string>>, mapping: Mapping): PositionRead {
  const { position } = mapping;
  if (position === undefined) return { position: null };
  if ('longitude' in position)
    return inDegrees(cells[position.longitude] ?? '', cells[position.latitude] ?? '');
  return onGrid(cells[position.easting] ?? '', cells[position.northing] ?? '');
}

export function inDegrees(longitude: string, latitude: string): PositionRead {
  if (longitude.trim() === '' && latitude.trim() === '') return { position: null };
  const [lon, lat] = [numberIn(longitude), numberIn(latitude)];
  if (isNearBritain(lon, lat)) return { position: positionInDegrees(lon, lat) };
  if (isNearBritain(lat, lon)) {
    return {
      problem: 'Longitude and latitude are the wrong way round. Name the other columns in the mapping.',
    };
  }
  if (Math.abs(lon) > 1000) {
    return { problem: 'These are metres, not degrees. Name them "easting" and "northing" in the mapping.' };
  }
  return { problem: 'The longitude and latitude are not those of a place in Great Britain.' };
}

function onGrid(easting: string, northing: string): PositionRead {
  const bare = easting.trim() + northing.trim();
  if (bare === '' || /^0+$/.test(bare)) return { position: null };
  const [east, north] = [numberIn(easting), numberIn(northing)];
  if (isNearBritain(east, north) && (!Number.isInteger(east) || !Number.isInteger(north))) {
    return { problem: 'These are degrees, not metres. Name them "longitude" and "latitude" in the mapping.' };
  }
  if (east > 0 && east < 700_000 && north > 0 && north < 1_300_000)
    return { position: positionOnGrid(east, north) };
  return { problem: 'The easting and northing are not those of a place in Great Britain.' };
}

function numberIn(text: string): number {
  const plain = text.replaceAll(',', '').trim();
  return plain === '' ? Number.NaN : Number(plain);
}
