import { toDegrees } from '@kith/api/geo/national-grid';
import type { Shape } from '@kith/api/store/shape-store';
import type { AreaSummary, HomePoint } from '@kith/core/area/area';
import { homeCells } from './home-cells.ts';
import { Outlines, type Rings } from './outlines.ts';

/**
 * Areas drawn around where people live: dissolved Voronoi cells of home points, kept near the homes. They are not
 * the official boundaries, which are not carried here. Each patch is drawn by itself.
 */
export function drawShapes(
  areas: readonly AreaSummary[],
  points: readonly HomePoint[],
): { areas: Shape[]; districts: Shape[] } {
  const patches = [...new Set(areas.map((area) => area.patch))];
  const drawn = patches.map((patch) => {
    const inside = areas.filter((area) => area.patch === patch);
    const codes = new Set(inside.map((area) => area.code));
    return drawPatch(
      inside,
      points.filter((point) => codes.has(point.area)),
    );
  });
  return { areas: drawn.flatMap((each) => each.areas), districts: drawn.flatMap((each) => each.districts) };
}

function drawPatch(areas: readonly AreaSummary[], points: readonly HomePoint[]) {
  const labelOf = new Map(areas.map((area, label) => [area.code, label]));
  const cells = homeCells(
    points,
    points.map((point) => labelOf.get(point.area) ?? -1),
  );
  const outlines = new Outlines(cells);
  const districts = [...new Map(areas.map((area) => [area.districtCode, area])).values()];
  const districtOf = areas.map((area) =>
    districts.findIndex((district) => district.districtCode === area.districtCode),
  );
  const shapes = outlines.ringsByRegion((label) => label);
  const borders = outlines.ringsByRegion((label) => districtOf[label] ?? -1);
  return {
    areas: areas.flatMap((area, label) => {
      const rings = shapes.get(label);
      if (rings === undefined) return [];
      return [{ code: area.code, name: area.name, patch: area.patch, geometry: geometryOf(rings) }];
    }),
    districts: districts.flatMap((area, at) => {
      const rings = borders.get(at);
      if (rings === undefined) return [];
      return [
        { code: area.districtCode, name: area.district, patch: area.patch, geometry: geometryOf(rings) },
      ];
    }),
  };
}

type Ring = [number, number][];

/** Rings on the grid as GeoJSON text in degrees: outer rings anticlockwise, each with the holes inside it. */
function geometryOf(rings: Rings): string {
  const outer = rings.filter((ring) => areaOf(ring) > 0);
  const holes = rings.filter((ring) => areaOf(ring) < 0);
  const polygons = outer.map((ring) => [
    degrees(ring),
    ...holes.filter((hole) => holder(hole, outer) === ring).map(degrees),
  ]);
  const whole = polygons.filter((polygon) => (polygon[0]?.length ?? 0) > 3);
  return JSON.stringify(
    whole.length === 1
      ? { type: 'Polygon', coordinates: whole[0] }
      : { type: 'MultiPolygon', coordinates: whole },
  );
}

/** The smallest outer ring that a hole lies in. */
function holder(hole: Rings[number], outer: Rings): Rings[number] | undefined {
  const at = hole[0] ?? [0, 0];
  return outer.filter((ring) => isInside(at, ring)).sort((a, b) => areaOf(a) - areaOf(b))[0];
}

function isInside([x, y]: readonly [number, number], ring: Rings[number]): boolean {
  let inside = false;
  for (let at = 1; at < ring.length; at++) {
    const [x1, y1] = ring[at - 1] ?? [0, 0];
    const [x2, y2] = ring[at] ?? [0, 0];
    if (y1 > y !== y2 > y && x < x1 + ((y - y1) * (x2 - x1)) / (y2 - y1)) inside = !inside;
  }
  return inside;
}

/** Square metres; negative when the ring runs clockwise. */
function areaOf(ring: Rings[number]): number {
  let twice = 0;
  for (let at = 1; at < ring.length; at++) {
    const [x1, y1] = ring[at - 1] ?? [0, 0];
    const [x2, y2] = ring[at] ?? [0, 0];
    twice += x1 * y2 - x2 * y1;
  }
  return twice / 2;
}

function degrees(ring: Rings[number]): Ring {
  const points: Ring = [];
  for (const [easting, northing] of ring) {
    const { lon, lat } = toDegrees(easting, northing);
    const last = points.at(-1);
    if (last === undefined || last[0] !== lon || last[1] !== lat) points.push([lon, lat]);
  }
  return points;
}
