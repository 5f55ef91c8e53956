import KDBush from 'kdbush';
import type { JoinedLibrary } from '../load/libraries/library-join.ts';
import type { AreaShapes } from './area-shapes.ts';
import { type AreaNames, patchOf } from './lookups.ts';
import { type Position, positionOnGrid } from './national-grid.ts';
import type { LoadedArea } from './people.ts';
import type { Postcode } from './postcodes.ts';

/** Libraries outside count for reach this far from a home point: farther than anyone's walk (method 2). */
const OUTSIDE_METRES = 5000;

/** The later list's postcode, where it has a position; else the Arts Council's, as it was geocoded. */
export function positionOf(
  { ace, schema }: JoinedLibrary,
  grid: ReadonlyMap<string, Postcode>,
): Position | null {
  const known = grid.get(schema?.postcode ?? '') ?? grid.get(ace?.postcode ?? '');
  if (known) return positionOnGrid(known.easting, known.northing);
  return ace?.grid ? positionOnGrid(...ace.grid) : null;
}

/** The code of the district it stands in: that of its postcode where loaded, else by boundary. */
export function districtOf(
  position: Position,
  { ace, schema }: JoinedLibrary,
  grid: ReadonlyMap<string, Postcode>,
  names: ReadonlyMap<string, AreaNames>,
  shapes: AreaShapes,
): string {
  const own = (grid.get(schema?.postcode ?? '') ?? grid.get(ace?.postcode ?? ''))?.districtCode ?? '';
  if (patchOf(own)) return own;
  const area = shapes.areaAtOrByShore(position.easting, position.northing);
  return names.get(area ?? '')?.districtCode ?? own;
}

/** Finds the patch of the nearest home point within `OUTSIDE_METRES`, or null. */
export function homeFinder(areas: readonly LoadedArea[]) {
  const homes = areas.flatMap((area) => area.points.map((point) => ({ ...point, patch: area.patch })));
  const index = new KDBush(homes.length);
  for (const { easting, northing } of homes) index.add(easting, northing);
  index.finish();
  return (position: Position): string | null => {
    const near = index.within(position.easting, position.northing, OUTSIDE_METRES).map((at) => homes[at]);
    const square = (home: (typeof homes)[number] | undefined) =>
      home ? (home.easting - position.easting) ** 2 + (home.northing - position.northing) ** 2 : Infinity;
    return near.reduce((best, home) => (square(home) < square(best) ? home : best), near[0])?.patch ?? null;
  };
}
