import { FARTHEST_EDGE_METRES } from '@kith/core/reach/edge';
import KDBush from 'kdbush';

interface GridPoint {
  readonly easting: number;
  readonly northing: number;
}

/** Points as columns of numbers. */
export interface GridColumns {
  readonly easting: ArrayLike<number>;
  readonly northing: ArrayLike<number>;
}

/**
 * Straight metres from the nearest of an area's home points to the nearest point outside what is loaded (its
 * postcodes); null where that is farther than `FARTHEST_EDGE_METRES`.
 */
export function edgeFinder(outside: GridColumns): (points: readonly GridPoint[]) => number | null {
  const index = new KDBush(outside.easting.length, 64, Int32Array);
  for (let at = 0; at < outside.easting.length; at += 1) {
    index.add(outside.easting[at] as number, outside.northing[at] as number);
  }
  index.finish();
  return (points) => {
    let best = Infinity;
    for (const { easting, northing } of points) {
      for (let reach = 250; reach < 2 * FARTHEST_EDGE_METRES && best > reach / 2; reach *= 2) {
        for (const at of index.within(easting, northing, Math.min(reach, FARTHEST_EDGE_METRES))) {
          const east = (outside.easting[at] as number) - easting;
          const north = (outside.northing[at] as number) - northing;
          best = Math.min(best, Math.sqrt(east * east + north * north));
        }
        if (best <= reach) break;
      }
    }
    return best <= FARTHEST_EDGE_METRES ? Math.round(best) : null;
  };
}
