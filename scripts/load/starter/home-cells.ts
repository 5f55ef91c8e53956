import { Delaunay } from 'd3-delaunay';
import { emptyGround, type Point } from './empty-ground.ts';

/**
 * The plane cut into one cell per home point. A corner is where three cells meet; `corners` are its coordinates,
 * `labels` the areas of the three cells (-1 is empty ground). `edges` are the sides between cells of different
 * labels, each listed once per side: going from corner to corner, `left` lies to the left.
 */
export interface HomeCells {
  readonly corners: readonly (readonly [number, number])[];
  readonly labels: readonly (readonly [number, number, number])[];
  readonly edges: readonly {
    readonly from: number;
    readonly to: number;
    readonly left: number;
    readonly right: number;
  }[];
}

const EMPTY = -1;

/**
 * Voronoi cells of home points, kept near the homes by points of empty ground. Cells share their corners, so
 * neighbours meet exactly. Empty ground that homes close in on all sides is given to them.
 * @param labels the area of each home point, as a number
 */
export function homeCells(homes: readonly Point[], labels: readonly number[]): HomeCells {
  const spread = apart(homes);
  const empty = [...emptyGround(spread), ...farCorners(spread)];
  const first = triangulate(spread, labels, empty);
  const enclosed = enclosedGround(first, spread.length, empty.length);
  return cellsOf(
    triangulate(
      spread,
      labels,
      empty.filter((_, at) => !enclosed.has(at)),
    ),
  );
}

interface Net {
  readonly delaunay: Delaunay<Delaunay.Point>;
  readonly labels: readonly number[];
}

function triangulate(homes: readonly Point[], labels: readonly number[], empty: readonly Point[]): Net {
  const delaunay = Delaunay.from(
    [...homes, ...empty],
    (point) => point.easting,
    (point) => point.northing,
  );
  return { delaunay, labels: [...labels, ...empty.map(() => EMPTY)] };
}

/** Empty points that cannot be walked out of, from one empty cell to the next, without crossing homes. */
function enclosedGround({ delaunay }: Net, homeCount: number, emptyCount: number): Set<number> {
  const open = new Set<number>();
  const toVisit = [homeCount + emptyCount - 1];
  while (toVisit.length > 0) {
    const at = toVisit.pop() ?? 0;
    if (open.has(at)) continue;
    open.add(at);
    for (const next of delaunay.neighbors(at)) if (next >= homeCount && !open.has(next)) toVisit.push(next);
  }
  return new Set(Array.from({ length: emptyCount }, (_, at) => at).filter((at) => !open.has(homeCount + at)));
}

function cellsOf({ delaunay, labels }: Net): HomeCells {
  const { triangles, halfedges } = delaunay;
  const { circumcenters } = delaunay.voronoi([-1e7, -1e7, 1e7, 1e7]);
  const corners = Array.from(
    { length: triangles.length / 3 },
    (_, at) => [circumcenters[2 * at] ?? 0, circumcenters[2 * at + 1] ?? 0] as const,
  );
  const labelOf = (edge: number) => labels[triangles[edge] ?? 0] ?? EMPTY;
  const edges: { from: number; to: number; left: number; right: number }[] = [];
  for (let edge = 0; edge < halfedges.length; edge++) {
    const twin = halfedges[edge] ?? -1;
    if (twin < 0) continue;
    const one = labelOf(edge);
    const other = labelOf(edge % 3 === 2 ? edge - 2 : edge + 1);
    if (one !== other) {
      edges.push({ from: Math.floor(edge / 3), to: Math.floor(twin / 3), left: one, right: other });
    }
  }
  return {
    corners,
    labels: corners.map((_, at) => [labelOf(3 * at), labelOf(3 * at + 1), labelOf(3 * at + 2)] as const),
    edges,
  };
}

/** Two homes on the very same metre would share a cell: the later one steps aside. */
function apart(homes: readonly Point[]): Point[] {
  const taken = new Set<string>();
  return homes.map(({ easting, northing }) => {
    let east = easting;
    while (taken.has(`${east} ${northing}`)) east += 1;
    taken.add(`${east} ${northing}`);
    return { easting: east, northing };
  });
}

/** Four points far outside, so that every home's cell is closed. The last is where the outside begins. */
function farCorners(homes: readonly Point[]): Point[] {
  const easts = homes.map((home) => home.easting);
  const norths = homes.map((home) => home.northing);
  const [west, east] = [Math.min(...easts) - 30_000, Math.max(...easts) + 30_000];
  const [south, north] = [Math.min(...norths) - 30_000, Math.max(...norths) + 30_000];
  return [
    { easting: west, northing: south },
    { easting: east, northing: south },
    { easting: east, northing: north },
    { easting: west, northing: north },
  ];
}
