import { NAME_TYPES, type NameType } from '../open-names.ts';

/** Two entries of one name this near are one place, listed twice. */
export const SAME_PLACE_METRES = 3000;

interface Named {
  readonly name: string;
  readonly type: string;
  readonly easting: number;
  readonly northing: number;
}

/** Plain order of characters by name, then the larger kind of place first, then from west to east. */
export function byName(a: Named, b: Named): number {
  return compare(a.name, b.name) || rank(a) - rank(b) || a.easting - b.easting || a.northing - b.northing;
}

/** Places in order, each once: of two with one name and near each other, the first. */
export function onceEach<Place extends Named>(ordered: readonly Place[]): Place[] {
  const kept = new Map<string, Place[]>();
  return ordered.filter((place) => {
    const name = place.name.toLowerCase();
    const others = kept.get(name) ?? [];
    if (others.some((other) => isNear(other, place))) return false;
    kept.set(name, [...others, place]);
    return true;
  });
}

/** The gazetteer lists postcode districts ("LE10") too: postcodes are found by themselves. */
export function isPostcodeDistrict(name: string): boolean {
  return /^[A-Z]{1,2}\d{1,2}$/.test(name);
}

function isNear(a: Named, b: Named): boolean {
  const [east, north] = [a.easting - b.easting, a.northing - b.northing];
  return east * east + north * north <= SAME_PLACE_METRES * SAME_PLACE_METRES;
}

function rank({ type }: Named): number {
  return NAME_TYPES.indexOf(type as NameType);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
