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

/** Straight metres in a degree of latitude; a degree of longitude is this times the cosine of the latitude. */
const METRES_PER_DEGREE = 111_320;
/** Beyond the outermost homes of an area, so that its shape is seen and not only its houses. */
const EDGE_METRES = 900;

/**
 * What the map must show of a closure: the places closed, and the homes of every area that loses. Homes are measured
 * on the grid from the first place, which holds to some hundred metres at the few kilometres people walk.
 */
export function groundOf(
  { areas, homePoints, places }: Baseline,
  closed: readonly CutPlace[],
  lost: readonly string[],
): Bounds | null {
  const around = boundsAround(closed);
  const at = places.id.indexOf(closed[0]?.id ?? '');
  if (!around || at < 0 || lost.length === 0) return around;
  const [lon, lat] = [places.lon[at] ?? 0, places.lat[at] ?? 0];
  const perLon = METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180);
  const losing = new Set(lost);
  const box = { west: lon, south: lat, east: lon, north: lat };
  homePoints.area.forEach((area, home) => {
    if (!losing.has(areas.code[area] ?? '')) return;
    const east = (homePoints.easting[home] ?? 0) - (places.easting[at] ?? 0);
    const north = (homePoints.northing[home] ?? 0) - (places.northing[at] ?? 0);
    box.west = Math.min(box.west, lon + (east - EDGE_METRES) / perLon);
    box.east = Math.max(box.east, lon + (east + EDGE_METRES) / perLon);
    box.south = Math.min(box.south, lat + (north - EDGE_METRES) / METRES_PER_DEGREE);
    box.north = Math.max(box.north, lat + (north + EDGE_METRES) / METRES_PER_DEGREE);
  });
  const lons = closed.map((place) => place.lon);
  const lats = closed.map((place) => place.lat);
  return [
    Math.min(box.west, ...lons),
    Math.min(box.south, ...lats),
    Math.max(box.east, ...lons),
    Math.max(box.north, ...lats),
  ];
}

export function holds(
  [west, south, east, north]: Bounds,
  { lon, lat }: Pick<CutPlace, 'lon' | 'lat'>,
): boolean {
  return lon >= west && lon <= east && lat >= south && lat <= north;
}
