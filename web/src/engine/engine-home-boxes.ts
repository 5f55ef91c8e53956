import type { Baseline } from '@kith/core/reach/baseline';

/** The box about the home points of each area, as four numbers: see `GroundShown`. */
export function homeBoxes({ areas, homePoints }: Pick<Baseline, 'areas' | 'homePoints'>): Int32Array {
  const boxes = new Int32Array(areas.code.length * 4);
  for (let at = 0; at < boxes.length; at += 4) boxes.set([1, 1, 0, 0], at);
  homePoints.area.forEach((area, home) => {
    const at = area * 4;
    const [east, north] = [homePoints.easting[home] ?? 0, homePoints.northing[home] ?? 0];
    const [west = 1, south = 1, oldEast = 0, oldNorth = 0] = boxes.subarray(at, at + 4);
    if (west > oldEast) boxes.set([east, north, east, north], at);
    else
      boxes.set(
        [Math.min(west, east), Math.min(south, north), Math.max(oldEast, east), Math.max(oldNorth, north)],
        at,
      );
  });
  return boxes;
}
