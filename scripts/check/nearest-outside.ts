import type { Row } from './tables.ts';

/** The areas whose nearest open library, in a straight line from the official centroid, is outside the patches. */
export function nearestOutside(areas: readonly Row[], libraries: readonly Row[]): string[] {
  const open = libraries.filter((row) => row.status === 'open' && row.easting !== '');
  return areas.flatMap((area) => {
    let best: Row | undefined;
    let bestSquare = Infinity;
    for (const library of open) {
      const east = Number(library.easting) - Number(area.centroid_easting);
      const north = Number(library.northing) - Number(area.centroid_northing);
      const square = east * east + north * north;
      if (square < bestSquare) {
        bestSquare = square;
        best = library;
      }
    }
    return best?.outside === 'yes' ? [area.name ?? ''] : [];
  });
}
