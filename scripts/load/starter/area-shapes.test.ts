import { join } from 'node:path';
import { toGrid } from '@kith/api/geo/national-grid';
import type { AreaSummary, HomePoint } from '@kith/core/area/area';
import { describe, expect, it } from 'vitest';
import { drawShapes } from './area-shapes.ts';
import { readAreas } from './areas.ts';
import { readHomePoints } from './home-points.ts';
import { starterFiles } from './starter-files.ts';

type Ring = [number, number][];

function areaNamed(code: string, districtCode = 'E07000129'): AreaSummary {
  return {
    code,
    name: code,
    ward: 'W',
    district: districtCode,
    districtCode,
    patch: 'leicestershire',
    ruralUrban: 'urban',
    residents: 100,
    households: 40,
    edgeMetres: null,
  };
}
const home = (area: string, easting: number, northing: number): HomePoint => ({
  area,
  easting,
  northing,
  residents: 1,
});

function ringsOf(geometry: string): Ring[] {
  const { type, coordinates } = JSON.parse(geometry) as { type: string; coordinates: Ring[] | Ring[][] };
  return type === 'Polygon' ? (coordinates as Ring[]) : (coordinates as Ring[][]).flat();
}

/** Every side of every ring, from corner to corner. */
function sidesOf(geometry: string): string[] {
  return ringsOf(geometry).flatMap((ring) =>
    ring.slice(1).map((to, at) => `${ring[at]?.join()} ${to.join()}`),
  );
}
const turned = (side: string) => side.split(' ').reverse().join(' ');

/** Square metres of a ring on the grid; negative when it runs clockwise. */
function squareMetres(ring: Ring): number {
  const points = ring.map(([lon, lat]) => toGrid(lon, lat));
  const twice = points.slice(1).map((to, at) => {
    const from = points[at] ?? to;
    return from.easting * to.northing - to.easting * from.northing;
  });
  return twice.reduce((sum, each) => sum + each, 0) / 2;
}

describe('the shape of one home by itself', () => {
  it('is round, and no wider than 1.8 km either way', () => {
    const { areas } = drawShapes([areaNamed('A')], [home('A', 456_000, 297_000)]);
    const ring = ringsOf(areas[0]?.geometry ?? '')[0] ?? [];
    const away = ring.map(([lon, lat]) => {
      const at = toGrid(lon, lat);
      return Math.hypot(at.easting - 456_000, at.northing - 297_000);
    });
    expect(Math.max(...away)).toBeLessThan(1_800 * 1.05);
    expect(Math.min(...away)).toBeGreaterThan(1_800 * 0.95);
    expect(squareMetres(ring)).toBeGreaterThan(0);
  });
});

describe('two homes', () => {
  it('side by side share one line, which runs halfway', () => {
    const points = [home('A', 456_000, 297_000), home('B', 457_000, 297_000)];
    const { areas } = drawShapes([areaNamed('A'), areaNamed('B')], points);
    const [a, b] = areas.map((area) => sidesOf(area.geometry));
    const shared = (a ?? []).filter((side) => b?.includes(turned(side)));
    expect(shared.length).toBeGreaterThan(0);
    for (const side of shared) {
      for (const corner of side.split(' ')) {
        const [lon = 0, lat = 0] = corner.split(',').map(Number);
        expect(Math.abs(toGrid(lon, lat).easting - 456_500)).toBeLessThanOrEqual(2);
      }
    }
  });

  it('far apart are two islands of one area', () => {
    const points = [home('A', 456_000, 297_000), home('A', 476_000, 297_000)];
    const geometry = JSON.parse(drawShapes([areaNamed('A')], points).areas[0]?.geometry ?? '{}') as {
      type: string;
    };
    expect(geometry.type).toBe('MultiPolygon');
  });

  it('on the very same metre both get a shape', () => {
    const points = [home('A', 456_000, 297_000), home('B', 456_000, 297_000), home('B', 456_800, 297_000)];
    expect(drawShapes([areaNamed('A'), areaNamed('B')], points).areas.map((area) => area.code)).toEqual([
      'A',
      'B',
    ]);
  });
});

describe('empty ground', () => {
  it('with homes all round it is given to them; what lies open stays empty', () => {
    const ring = Array.from({ length: 24 }, (_, at) => {
      const angle = (at * Math.PI) / 12;
      return home(
        'A',
        Math.round(456_000 + 3_000 * Math.cos(angle)),
        Math.round(297_000 + 3_000 * Math.sin(angle)),
      );
    });
    const whole = ringsOf(drawShapes([areaNamed('A')], ring).areas[0]?.geometry ?? '');
    expect(whole).toHaveLength(1);
    const open = ring.slice(0, 16);
    const half = ringsOf(drawShapes([areaNamed('A')], open).areas[0]?.geometry ?? '');
    expect(half.reduce((sum, each) => sum + squareMetres(each), 0)).toBeLessThan(
      whole.reduce((sum, each) => sum + squareMetres(each), 0) * 0.9,
    );
  });

  it('an area inside another is a hole in it, with the very same line', () => {
    const outer = Array.from({ length: 12 }, (_, at) => {
      const angle = (at * Math.PI) / 6;
      return home(
        'A',
        Math.round(456_000 + 1_000 * Math.cos(angle)),
        Math.round(297_000 + 1_000 * Math.sin(angle)),
      );
    });
    const { areas } = drawShapes([areaNamed('A'), areaNamed('B')], [...outer, home('B', 456_000, 297_000)]);
    const [a, b] = areas.map((area) => ringsOf(area.geometry));
    expect(a).toHaveLength(2);
    expect(squareMetres(a?.[1] ?? [])).toBeCloseTo(-squareMetres(b?.[0] ?? []), 5);
  });
});

describe('the shapes of the starter', () => {
  const files = starterFiles({});
  const { areas } = readAreas(join(files.folder, 'areas.csv'));
  const points = readHomePoints(join(files.folder, 'home-points.csv'));
  const drawn = drawShapes(areas, points);

  it('are one for every area and district', () => {
    expect(drawn.areas.map((each) => each.code).sort()).toEqual(areas.map((each) => each.code).sort());
    expect(drawn.districts).toHaveLength(11);
  });

  it('meet exactly: a side belongs to two areas, once each way, or is the shore', () => {
    const seen = new Map<string, number>();
    for (const { geometry } of drawn.areas) {
      for (const side of sidesOf(geometry)) seen.set(side, (seen.get(side) ?? 0) + 1);
    }
    expect(Math.max(...seen.values())).toBe(1);
    const shore = [...seen.keys()].filter((side) => !seen.has(turned(side)));
    const outline = new Set(drawn.districts.flatMap(({ geometry }) => sidesOf(geometry)));
    // What has no neighbour is on the outline of a district, and the outline of a district is made of such sides.
    expect(shore.filter((side) => !outline.has(side))).toEqual([]);
    expect([...outline].filter((side) => !seen.has(side))).toEqual([]);
    expect(shore.length).toBeGreaterThan(500);
  });

  it('are closed, and outer rings run anticlockwise', () => {
    for (const { geometry } of drawn.areas) {
      for (const ring of ringsOf(geometry)) expect(ring.at(-1)).toEqual(ring[0]);
      expect(squareMetres(ringsOf(geometry)[0] ?? [])).toBeGreaterThan(0);
    }
  });

  it('hold nearly all the homes of their area', () => {
    const geometry = new Map(drawn.areas.map((each) => [each.code, ringsOf(each.geometry)]));
    const inside = points.filter((point) => {
      const rings = (geometry.get(point.area) ?? []).map((ring) =>
        ring.map(([lon, lat]) => {
          const at = toGrid(lon, lat);
          return [at.easting, at.northing] as const;
        }),
      );
      const crossings = rings.flatMap((ring) =>
        ring.slice(1).filter(([x2, y2], at) => {
          const [x1, y1] = ring[at] ?? [0, 0];
          const { easting, northing } = point;
          return y1 > northing !== y2 > northing && easting < x1 + ((northing - y1) * (x2 - x1)) / (y2 - y1);
        }),
      );
      return crossings.length % 2 === 1;
    });
    // Rounding a line can leave a home that stands beside it on the other side.
    expect(inside.length / points.length).toBeGreaterThan(0.99);
  });
});
