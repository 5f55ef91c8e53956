import type { Baseline } from '@kith/core/reach/baseline';
import type { GroundShown } from '../../engine/engine-types.ts';
import type { Bounds, Pins } from '../../map/types.ts';
import type { CutPlace } from './cut-places.ts';

/** The places of a ground that can be gone to now, as pins: those outside the map too, as they count for reach. */
export function pinsOf({ version, places }: Pick<Baseline, 'version' | 'places'>): Pins {
  const shown = places.id.flatMap((_, at) => (places.status[at] === 'open' ? [at] : []));
  return pinsAt(version, places, shown);
}

/** The same of those that an address or a scenario names, wherever there are too many for pins. */
export function pinsNamed(
  { version, places }: Pick<Baseline, 'version' | 'places'>,
  at: readonly number[],
): Pins {
  return pinsAt(version, places, at);
}

function pinsAt(version: string, places: Baseline['places'], shown: readonly number[]): Pins {
  const column = <T>(values: readonly T[], otherwise: T): T[] => shown.map((at) => values[at] ?? otherwise);
  return {
    version,
    id: column(places.id, ''),
    name: column(places.name, ''),
    kind: column<string>(places.kind, 'other'),
    status: column<string>(places.status, 'unknown'),
    lon: column(places.lon, 0),
    lat: column(places.lat, 0),
    precision: shown.map((at) => ((places.spreadMetres[at] ?? 0) > 0 ? 'village' : 'postcode')),
    outside: column(places.outside, false),
  };
}

/** About 2.5 km to each side at our latitudes: beyond the walk, so that where people would go is in sight. */
const MARGIN_DEGREES = { lon: 0.037, lat: 0.022 };

/** What the map must show to show all of these places with the ground about them; null for none. */
export function boundsAround(places: readonly Pick<CutPlace, 'lon' | 'lat'>[]): Bounds | null {
  if (places.length === 0) return null;
  const lons = places.map((place) => place.lon);
  const lats = places.map((place) => place.lat);
  return [
    Math.min(...lons) - MARGIN_DEGREES.lon,
    Math.min(...lats) - MARGIN_DEGREES.lat,
    Math.max(...lons) + MARGIN_DEGREES.lon,
    Math.max(...lats) + MARGIN_DEGREES.lat,
  ];
}

/** Beyond the outermost homes of an area, so that its shape is seen and not only its houses. */
const EDGE_METRES = 900;

/** Where a spot of the National Grid lies, in degrees. */
type ToDegrees = (easting: number, northing: number) => { readonly lon: number; readonly lat: number };

/**
 * What the map must show of a scenario: the places of its cuts, and the homes of every area that changes.
 * @param areaNumbers positions in `areas` by code
 */
export function groundOf(
  { homeBoxes }: Pick<GroundShown, 'homeBoxes'>,
  areaNumbers: ReadonlyMap<string, number>,
  places: readonly Pick<CutPlace, 'lon' | 'lat'>[],
  changed: readonly string[],
  toDegrees: ToDegrees,
): Bounds | null {
  if (changed.length === 0) return boundsAround(places);
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  const hold = ({ lon, lat }: Pick<CutPlace, 'lon' | 'lat'>): void => {
    box.west = Math.min(box.west, lon);
    box.east = Math.max(box.east, lon);
    box.south = Math.min(box.south, lat);
    box.north = Math.max(box.north, lat);
  };
  for (const code of changed) {
    const at = (areaNumbers.get(code) ?? -1) * 4;
    const [west = 1, south = 0, east = 0, north = 0] = at < 0 ? [] : homeBoxes.subarray(at, at + 4);
    if (west > east) continue;
    hold(toDegrees(west - EDGE_METRES, south - EDGE_METRES));
    hold(toDegrees(east + EDGE_METRES, north + EDGE_METRES));
  }
  for (const place of places) hold(place);
  return box.west > box.east ? boundsAround(places) : [box.west, box.south, box.east, box.north];
}

export function holds(
  [west, south, east, north]: Bounds,
  { lon, lat }: Pick<CutPlace, 'lon' | 'lat'>,
): boolean {
  return lon >= west && lon <= east && lat >= south && lat <= north;
}
