import { largestRemainder } from './largest-remainder.ts';
import { type GridPoint, meanMiss, tiltShares } from './tilt-shares.ts';

/** Up to six clusters of an area's postcodes (method 2): enough that a postcode is some 80 m from its own. */
export const MOST_CLUSTERS = 6;
/** Tilting stops here: positions are whole metres, so nearer means nothing. */
const MEETS_METRES = 1;
/** Farther than this and the centroid itself becomes a home point (method 2). */
const TOO_FAR_METRES = 50;
/** With the centroid as a home point, tilt no more than brings the mean this near: the aim of the issue. */
const AIM_METRES = 10;

export interface Cluster extends GridPoint {
  /** How many of the points belong to it. */
  readonly size: number;
}

export interface AreaHomePoint extends GridPoint {
  readonly residents: number;
  /** `centroid`: not a cluster of postcodes but the official population-weighted centroid. */
  readonly kind: 'cluster' | 'centroid';
}

export interface AreaHomePoints {
  readonly points: readonly AreaHomePoint[];
  /** Metres from the weighted mean to the official centroid: with shares of postcodes, and as given. */
  readonly missBeforeMetres: number;
  readonly missAfterMetres: number;
}

/**
 * Groups points into at most `most` clusters, the same way every time (fast global k-means): starting from the
 * mean, the point that would take most off the squares of the distances becomes a new centre, and all centres
 * settle before the next is added. Ties go to the lower index.
 * Clusters are given at whole metres, ordered by easting then northing; two that round to one place merge.
 */
export function clusterPoints(points: readonly GridPoint[], most: number = MOST_CLUSTERS): Cluster[] {
  if (points.length === 0) return [];
  let centres = [mean(points)];
  while (centres.length < most) {
    const next = bestNewCentre(points, centres);
    if (next === null) break;
    centres = settle(points, [...centres, next]);
  }
  const owners = points.map((point) => nearest(centres, point));
  const merged = new Map<string, Cluster>();
  centres.forEach((centre, index) => {
    const size = owners.filter((owner) => owner === index).length;
    if (size === 0) return;
    const easting = Math.round(centre.easting);
    const northing = Math.round(centre.northing);
    const key = `${easting},${northing}`;
    merged.set(key, { easting, northing, size: size + (merged.get(key)?.size ?? 0) });
  });
  return [...merged.values()].sort((a, b) => a.easting - b.easting || a.northing - b.northing);
}

/**
 * Shares an area's residents over home points (method 2): clusters of its postcodes, tilted to the official
 * population-weighted centroid, whole people by largest remainder. An area without postcodes has its
 * centroid as only home point. Assumes that each postcode stands for as many people as the next:
 * errs where flats and farms share an area, which the tilt mends on average but not one by one.
 *
 * @param postcodes positions of the area's postcodes, whole metres.
 * @param centroid the official centroid, metres.
 * @param residents whole people; they add up exactly over the points.
 */
export function homePointsOf(
  postcodes: readonly GridPoint[],
  centroid: GridPoint,
  residents: number,
): AreaHomePoints {
  const clusters = clusterPoints(postcodes);
  const middle = { easting: Math.round(centroid.easting), northing: Math.round(centroid.northing) };
  if (clusters.length === 0) {
    const missMetres = meanMiss([middle], [1], centroid);
    const points = [{ ...middle, residents, kind: 'centroid' as const }];
    return { points, missBeforeMetres: missMetres, missAfterMetres: missMetres };
  }

  const sizes = clusters.map((cluster) => cluster.size);
  const missBeforeMetres = meanMiss(clusters, sizes, centroid);
  let kept: { point: GridPoint; kind: 'cluster' | 'centroid' }[] = clusters.map((point) => ({
    point,
    kind: 'cluster',
  }));
  let tilted = tiltShares(clusters, sizes, centroid, MEETS_METRES);
  if (tilted.missMetres > TOO_FAR_METRES) {
    kept = [...kept, { point: middle, kind: 'centroid' }];
    const typical = postcodes.length / clusters.length;
    tilted = tiltShares(
      kept.map(({ point }) => point),
      [...sizes, typical],
      centroid,
      AIM_METRES,
    );
  }
  const people = largestRemainder(residents, tilted.shares);
  const points = kept.map(({ point, kind }, index) => ({
    easting: point.easting,
    northing: point.northing,
    residents: people[index] ?? 0,
    kind,
  }));
  const weights = residents > 0 ? people : tilted.shares;
  return { points, missBeforeMetres, missAfterMetres: meanMiss(points, weights, centroid) };
}

/** The point that, as one more centre, takes most off the squared distances; null where none takes any off. */
function bestNewCentre(points: readonly GridPoint[], centres: readonly GridPoint[]): GridPoint | null {
  const squares: number[] = [];
  for (const point of points) squares.push(squareTo(centres[nearest(centres, point)] as GridPoint, point));
  let best: GridPoint | null = null;
  let bestGain = 0;
  for (const candidate of points) {
    let gain = 0;
    for (let at = 0; at < points.length; at += 1) {
      const saved = (squares[at] as number) - squareTo(candidate, points[at] as GridPoint);
      if (saved > 0) gain += saved;
    }
    if (gain > bestGain) {
      bestGain = gain;
      best = candidate;
    }
  }
  return best;
}

/** Moves each centre to the mean of the points nearest to it, until none changes hands (k-means). */
function settle(points: readonly GridPoint[], start: readonly GridPoint[]): GridPoint[] {
  let centres = [...start];
  const owners: number[] = new Array(points.length).fill(-1);
  for (let round = 0; round < 100; round += 1) {
    let moved = false;
    for (let at = 0; at < points.length; at += 1) {
      const owner = nearest(centres, points[at] as GridPoint);
      if (owner !== owners[at]) moved = true;
      owners[at] = owner;
    }
    if (!moved) break;
    centres = centres.map((centre, index) => meanOfOwned(points, owners, index) ?? centre);
  }
  return centres;
}

function nearest(centres: readonly GridPoint[], point: GridPoint): number {
  let best = 0;
  let bestSquare = Infinity;
  for (let index = 0; index < centres.length; index += 1) {
    const square = squareTo(centres[index] as GridPoint, point);
    if (square < bestSquare) {
      bestSquare = square;
      best = index;
    }
  }
  return best;
}

function squareTo(a: GridPoint, b: GridPoint): number {
  const east = a.easting - b.easting;
  const north = a.northing - b.northing;
  return east * east + north * north;
}

function mean(points: readonly GridPoint[]): GridPoint {
  let [easting, northing] = [0, 0];
  for (const point of points) {
    easting += point.easting;
    northing += point.northing;
  }
  return { easting: easting / points.length, northing: northing / points.length };
}

/** The mean of the points that one centre owns; null where it owns none. */
function meanOfOwned(
  points: readonly GridPoint[],
  owners: readonly number[],
  owner: number,
): GridPoint | null {
  let [easting, northing, count] = [0, 0, 0];
  for (let at = 0; at < points.length; at += 1) {
    if (owners[at] !== owner) continue;
    easting += (points[at] as GridPoint).easting;
    northing += (points[at] as GridPoint).northing;
    count += 1;
  }
  return count === 0 ? null : { easting: easting / count, northing: northing / count };
}
