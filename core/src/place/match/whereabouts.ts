/** Where a listing is said to be. */
export interface Spot {
  readonly easting: number | null;
  readonly northing: number | null;
  readonly precision: 'exact' | 'postcode' | 'village' | 'none';
  /** How far off it may be, metres. */
  readonly spreadMetres: number;
  /** Capitals without a space; empty where none is known. */
  readonly postcode: string;
}

/**
 * From nearest to farthest. `spot`: the same postcode, or 60 m. `near`: 250 m. `walk`: 1 km. `village`: as near as
 * one known only to its village can be told. `town`: 3 km, or farther with postcodes that differ by a slip.
 */
export type Nearness = 'spot' | 'near' | 'walk' | 'village' | 'town' | 'far' | 'unknown';

/** 60 m: two mapmakers put the same building's point in its middle or at its door. Errs tight. */
const SPOT_METRES = 60;
/** 250 m: a postcode's point lies within this of nearly all its doors in towns; farther in the country. */
const NEAR_METRES = 250;
const WALK_METRES = 1000;
const TOWN_METRES = 3000;

/** Symmetric. `metres` is null where either has no position. */
export function compareSpots(a: Spot, b: Spot): { nearness: Nearness; metres: number | null } {
  const metres = metresBetween(a, b);
  const same = a.postcode !== '' && a.postcode === b.postcode;
  if (metres === null) return { nearness: byPostcode(a.postcode, b.postcode), metres };
  const spread = a.spreadMetres + b.spreadMetres;
  if (same) return { nearness: metres <= WALK_METRES + spread ? 'spot' : 'town', metres };
  if (spread > 0 && metres <= spread) return { nearness: 'village', metres };
  const nearness = byMetres(metres - spread);
  // Points of two different postcodes may fall together by rounding: that is near, not the same spot.
  if (nearness === 'spot' && a.precision === 'postcode' && b.precision === 'postcode') {
    return { nearness: 'near', metres };
  }
  return { nearness: nearness === 'far' && oneSlip(a.postcode, b.postcode) ? 'town' : nearness, metres };
}

function byMetres(metres: number): Nearness {
  if (metres <= SPOT_METRES) return 'spot';
  if (metres <= NEAR_METRES) return 'near';
  if (metres <= WALK_METRES) return 'walk';
  return metres <= TOWN_METRES ? 'town' : 'far';
}

/** Without positions. A sector (all but the last two letters) is some streets; before the last three, a town. */
function byPostcode(a: string, b: string): Nearness {
  if (a === '' || b === '') return 'unknown';
  if (a === b) return 'spot';
  if (oneSlip(a, b)) return 'walk';
  if (a.slice(0, -2) === b.slice(0, -2)) return 'walk';
  return a.slice(0, -3) === b.slice(0, -3) ? 'town' : 'far';
}

/**
 * True where two postcodes of the same length differ in one character, or in that two have changed places: a slip of
 * the pen, as often as not.
 */
export function oneSlip(a: string, b: string): boolean {
  if (a === '' || a.length !== b.length) return false;
  const differ = [...a].flatMap((letter, at) => (letter === b[at] ? [] : [at]));
  const [one = -1, other = -1] = differ;
  return differ.length === 1 || (differ.length === 2 && a[one] === b[other] && a[other] === b[one]);
}

function metresBetween(a: Spot, b: Spot): number | null {
  if (a.easting === null || a.northing === null || b.easting === null || b.northing === null) return null;
  const east = a.easting - b.easting;
  const north = a.northing - b.northing;
  return Math.sqrt(east * east + north * north);
}
