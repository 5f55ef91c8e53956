import KDBush from 'kdbush';

/** A name of the gazetteer with its point on the grid. */
export interface NamedPoint {
  readonly name: string;
  /** city, town, village, hamlet, area or other. */
  readonly type: string;
  readonly easting: number;
  readonly northing: number;
}

/** Farther than this from any name, or nearest to the name of a whole city, a place is not called after a name. */
const NAMED_WITHIN_METRES = 3000;

/** Finds what a place without a name can be called after: `Bench near Oadby`. Of two as near, the first in the list. */
export function nearestName(
  names: readonly NamedPoint[],
): (at: { readonly easting: number; readonly northing: number }) => string | null {
  const named = names.filter((name) => name.type !== 'other');
  const index = new KDBush(named.length);
  for (const { easting, northing } of named) index.add(easting, northing);
  index.finish();
  return ({ easting, northing }) => {
    let best: NamedPoint | null = null;
    let bestSquare = NAMED_WITHIN_METRES * NAMED_WITHIN_METRES;
    for (const at of index.within(easting, northing, NAMED_WITHIN_METRES).sort((a, b) => a - b)) {
      const name = named[at] as NamedPoint;
      const [east, north] = [name.easting - easting, name.northing - northing];
      const square = east * east + north * north;
      if (square < bestSquare) {
        bestSquare = square;
        best = name;
      }
    }
    return best === null || best.type === 'city' ? null : best.name;
  };
}
