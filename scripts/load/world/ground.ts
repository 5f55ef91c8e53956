import type { PatchId } from '@kith/core/area/patches';
import KDBush from 'kdbush';
import type { Geography } from './geography.ts';

export interface GroundArea {
  readonly code: string;
  /** The name of its district. */
  readonly district: string;
  readonly districtCode: string;
  readonly patch: PatchId;
}

/** What is loaded, for whoever has to know where a place lies. Metres of the National Grid throughout. */
export interface Ground {
  /** The loaded area a point lies in; off the shore, the nearest within 300 m. Null where it lies in none. */
  areaAt(easting: number, northing: number): GroundArea | null;
  /** Straight metres to the nearest home point of a loaded area, and its map; null beyond the limit. */
  nearHome(
    easting: number,
    northing: number,
    limitMetres: number,
  ): { readonly metres: number; readonly patch: PatchId } | null;
}

export interface Home {
  readonly easting: number;
  readonly northing: number;
  readonly patch: PatchId;
}

/**
 * @param isLoaded by code of district: loaded before or in this run
 * @param homes home points of all areas loaded
 */
export function groundOf(
  { areas, index, beyond }: Geography,
  isLoaded: (districtCode: string) => boolean,
  homes: readonly Home[],
): Ground {
  const near = new KDBush(homes.length, 64, Int32Array);
  for (const { easting, northing } of homes) near.add(easting, northing);
  near.finish();
  const known = new Map<number, GroundArea>();
  const loadedArea = (at: number): GroundArea | null => {
    const area = areas[at];
    if (area === undefined || !isLoaded(area.districtCode)) return null;
    const { code, district, districtCode, patch } = area;
    const found = known.get(at) ?? { code, district, districtCode, patch };
    known.set(at, found);
    return found;
  };
  return {
    areaAt(easting, northing) {
      const inside = index.at(easting, northing);
      if (inside >= 0) return loadedArea(inside);
      // Across the border of Wales or Scotland is not off the shore.
      if (beyond.at(easting, northing) >= 0) return null;
      return loadedArea(index.atOrByShore(easting, northing));
    },
    nearHome(easting, northing, limitMetres) {
      let nearest: Home | null = null;
      let metres = Infinity;
      for (const at of near.within(easting, northing, limitMetres)) {
        const home = homes[at] as Home;
        const [east, north] = [home.easting - easting, home.northing - northing];
        const away = Math.sqrt(east * east + north * north);
        // Of two as near, the lower name of a map, so that the order of the homes never decides.
        if (away > metres || (away === metres && nearest !== null && home.patch >= nearest.patch)) continue;
        nearest = home;
        metres = away;
      }
      return nearest === null ? null : { metres, patch: nearest.patch };
    },
  };
}
