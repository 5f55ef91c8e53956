import { describe, expect, it } from 'vitest';
import { gridToDegrees } from './national-grid.ts';

/** Points that Ordnance Survey publishes with both coordinates, by the surveyed transformation (OSTN15). */
const PUBLISHED: readonly (readonly [string, number, number, number, number])[] = [
  ["St Mary's, Scilly", 49.9222639373, -6.29977752014, 91_492.146, 11_318.804],
  ['Plymouth', 50.4388582561, -4.10864563561, 250_359.811, 62_016.569],
  ['Lambeth', 51.4893656495, -0.1199255718, 530_624.974, 178_388.464],
  ['North Foreland', 51.3744702555, 1.44454730409, 639_821.835, 169_565.858],
  ['Leeds', 53.8002151963, -1.66379168242, 422_242.186, 433_818.701],
];
/** The published error of the seven-parameter shift, and half a metre for whole metres. */
const ERROR = 5.5;

describe('the National Grid on the map', () => {
  it.each(PUBLISHED)(
    'is within 5 m of what Ordnance Survey publishes: %s',
    (_name, lat, lon, east, north) => {
      const back = gridToDegrees(east, north);
      const metresNorth = (back.lat - lat) * 111_200;
      const metresEast = (back.lon - lon) * 111_200 * Math.cos((lat * Math.PI) / 180);
      expect(Math.hypot(metresNorth, metresEast)).toBeLessThan(ERROR + 1);
    },
  );
});
