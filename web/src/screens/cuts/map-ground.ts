import type { Baseline } from '@kith/core/reach/baseline';
import type { Bounds, Pins } from '../../map/types.ts';
import type { CutPlace } from './cut-places.ts';

/** The places of a baseline that can be gone to now, as pins: those outside the map too, as they count for reach. */
export function pinsOf({ version, places }: Baseline): Pins {
  const shown = places.id.flatMap((_, at) => (places.status[at] === 'open' ? [at] : []));
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

export function holds(
  [west, south, east, north]: Bounds,
  { lon, lat }: Pick<CutPlace, 'lon' | 'lat'>,
): boolean {
  return lon >= west && lon <= east && lat >= south && lat <= north;
}
