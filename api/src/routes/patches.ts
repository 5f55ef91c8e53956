import { createRoute, z } from '@hono/zod-openapi';
import { patchSchema } from '@kith/core/area/patch';
import type { Services } from '../services.ts';
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
      'Every map by name, with where it lies and how many people live there; `all`, the map of all England, comes first where all of it is loaded',
    ),
  },
});

export function patchRoutes({ snapshot }: Services) {
  return newRoutes().openapi(patches, async (c) => {
    const data = await snapshot();
    return c.json({ patches: [...(await data.maps())], geometryVersion: data.version.geometry }, 200);
  });
}
