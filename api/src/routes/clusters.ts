import { createRoute, z } from '@hono/zod-openapi';
import { EVERYWHERE } from '@kith/core/area/patches';
import { KIND_IDS } from '@kith/core/place/kinds';
import { narrowedTo } from '../maps.ts';
import type { Services } from '../services.ts';
import { anyPatchParam, boxParam, json, kindsParam, newRoutes, refusals, wholeParam } from './parts.ts';
import { pinColumnsSchema } from './pins.ts';

const MOST_ZOOM = 24;

const clusters = createRoute({
  method: 'get',
  path: '/api/clusters',
  summary: 'Places in a box, drawn together where they would lie on one another',
  description:
    'For wide maps. Closed places are left out: a count speaks of now. A box with too many marks for one answer is answered at a coarser zoom, which `zoom` says.',
  request: {
    query: z.object({
      bbox: boxParam,
      zoom: wholeParam(0, MOST_ZOOM, 'zoom').openapi({
        description: 'Zoom of the map, rounded down to a whole number, with tiles of 512 pixels',
      }),
      kind: kindsParam.optional().openapi({ description: 'Left out: every kind' }),
      patch: anyPatchParam.optional().openapi({ description: 'Left out: everything loaded' }),
    }),
  },
  responses: {
    200: json(
      z
        .object({
          version: z.string(),
          zoom: z.int().openapi({ description: 'The zoom it is drawn for' }),
          clusters: z
            .object({
              lon: z.array(z.number()),
              lat: z.array(z.number()),
              count: z.array(z.int()),
              kind: z
                .array(z.enum(KIND_IDS).nullable())
                .openapi({ description: 'Null where kinds are mixed' }),
              expandsAt: z.array(z.int()).openapi({ description: 'The zoom at which it comes apart' }),
            })
            .openapi('ClusterColumns'),
          places: z
            .object(pinColumnsSchema)
            .openapi('ClusterPlaces', { description: 'Places that stand alone at this zoom, by id' }),
        })
        .openapi('Clusters'),
      'Two sets of columns in step: clusters, and places that stand alone',
    ),
    ...refusals(400),
  },
});

export function clusterRoutes({ snapshot }: Services) {
  return newRoutes().openapi(clusters, async (c) => {
    const { bbox, zoom, kind, patch } = c.req.valid('query');
    const data = await snapshot();
    const index = await data.clusters(narrowedTo(patch) ?? EVERYWHERE, kind);
    return c.json({ version: data.version.data, ...index.within(bbox, zoom) }, 200);
  });
}
