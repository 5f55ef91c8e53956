import type { GeoJSONVTFeature } from '@maplibre/geojson-vt';

type Point = [number, number];

/**
 * The features of a tile on a coarser grid. Every corner moves to the nearest line of the grid by itself, so a border
 * that two areas share is still one line; a line simplified for each area by itself would leave slivers. What becomes
 * smaller than a step of the grid is left away.
 */
export function coarser(features: readonly GeoJSONVTFeature[], step: number): GeoJSONVTFeature[] {
  if (step === 1) return [...features];
  return features.flatMap((feature): GeoJSONVTFeature[] => {
    if (feature.type === 1) {
      return [{ ...feature, geometry: feature.geometry.map((each) => onGrid(each, step)) }];
    }
    const rings = coarserRings(feature.geometry, step);
    return rings.length === 0 ? [] : [{ ...feature, geometry: rings }];
  });
}

/** A hole goes with its outer ring: left behind, it would be cut out of the ring before. */
function coarserRings(rings: readonly Point[][], step: number): Point[][] {
  const kept: Point[][] = [];
  let outerKept = false;
  for (const ring of rings) {
    const isHole = twiceArea(ring) < 0;
    if (isHole && !outerKept) continue;
    const made = coarserRing(ring, step);
    const isKept = made.length > 3 && twiceArea(made) !== 0;
    if (!isHole) outerKept = isKept;
    if (isKept) kept.push(made);
  }
  return kept;
}

function coarserRing(ring: readonly Point[], step: number): Point[] {
  const made: Point[] = [];
  for (const point of ring) {
    const [x, y] = onGrid(point, step);
    const last = made.at(-1);
    if (last === undefined || last[0] !== x || last[1] !== y) made.push([x, y]);
  }
  return made;
}

function onGrid([x, y]: Point, step: number): Point {
  return [Math.round(x / step), Math.round(y / step)];
}

/** Twice the area of a ring; above 0 for an outer ring, as tiles count rows downwards. */
function twiceArea(ring: readonly Point[]): number {
  let twice = 0;
  for (let at = 1; at < ring.length; at++) {
    const [x1, y1] = ring[at - 1] ?? [0, 0];
    const [x2, y2] = ring[at] ?? [0, 0];
    twice += x1 * y2 - x2 * y1;
  }
  return twice;
}
