import { createRoute, z } from '@hono/zod-openapi';
import { type Patch, patchSchema } from '@kith/core/area/patch';
import { STARTER_PATCHES } from '@kith/core/area/patches';
import type { Services } from '../services.ts';
import type { AreaRecord } from '../store/area-store.ts';
import type { Shape } from '../store/shape-store.ts';
import { json, named, newRoutes } from './parts.ts';

const patches = createRoute({
  method: 'get',
  path: '/api/patches',
  summary: 'The maps there are',
  responses: {
    200: json(
      z
        .object({
          patches: z.array(named('Patch', patchSchema)),
          geometryVersion: z.string().openapi({ description: 'Part of the address of the shapes' }),
        })
        .openapi('Patches'),
      'Every map, with where it lies and how many people live there',
    ),
  },
});

export function patchRoutes({ stores, snapshot }: Services) {
  return newRoutes().openapi(patches, async (c) => {
    const data = await snapshot();
    const areas = await data.areas();
    const districts = await stores.shapes.districts();
    const loaded = STARTER_PATCHES.flatMap((patch) => {
      const inside = areas.filter((area) => area.patch === patch.id);
      return inside.length === 0 ? [] : [describe(patch, inside, districts)];
    });
    return c.json({ patches: loaded, geometryVersion: data.version.geometry }, 200);
  });
}

function describe(
  patch: (typeof STARTER_PATCHES)[number],
  areas: readonly AreaRecord[],
  shapes: readonly Shape[],
): Patch {
  const names = new Map(areas.map((area) => [area.districtCode, area.district]));
  return {
    id: patch.id,
    name: patch.name,
    shortName: patch.shortName,
    bbox: boxOf(
      shapes.filter((shape) => shape.patch === patch.id),
      areas,
    ),
    areaCount: areas.length,
    residents: areas.reduce((sum, area) => sum + area.residents, 0),
    districts: [...names].map(([code, name]) => ({ code, name })).sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

/** The box round the shapes, or round the middles of the areas where no shape is drawn. */
function boxOf(shapes: readonly Shape[], areas: readonly AreaRecord[]): Patch['bbox'] {
  const points: [number, number][] = shapes.flatMap((shape) => {
    const geometry = JSON.parse(shape.geometry) as { coordinates: number[][][] | number[][][][] };
    const flat = geometry.coordinates.flat(3) as number[];
    return pairs(flat);
  });
  const all = points.length > 0 ? points : areas.map((area): [number, number] => [area.lon, area.lat]);
  const box: Patch['bbox'] = [180, 90, -180, -90];
  for (const [lon, lat] of all) {
    box[0] = Math.min(box[0], lon);
    box[1] = Math.min(box[1], lat);
    box[2] = Math.max(box[2], lon);
    box[3] = Math.max(box[3], lat);
  }
  return box;
}

function pairs(flat: readonly number[]): [number, number][] {
  return Array.from({ length: Math.floor(flat.length / 2) }, (_, at) => [
    flat[2 * at] ?? 0,
    flat[2 * at + 1] ?? 0,
  ]);
}
