import { createRoute, z } from '@hono/zod-openapi';
import { KIND_IDS } from '@kith/core/place/kinds';
import { PLACE_STATUSES, PRECISIONS } from '@kith/core/place/place';
import type { Services } from '../services.ts';
import { json, kindsParam, newRoutes, patchParam, refusals } from './parts.ts';

/** The columns that a place with a position is drawn from. */
export const pinColumnsSchema = {
  id: z.array(z.string()),
  name: z.array(z.string()),
  kind: z.array(z.enum(KIND_IDS)),
  status: z.array(z.enum(PLACE_STATUSES)),
  lon: z.array(z.number()),
  lat: z.array(z.number()),
  precision: z.array(z.enum(PRECISIONS)),
  outside: z.array(z.boolean()),
};

const pins = createRoute({
  method: 'get',
  path: '/api/pins',
  summary: 'Every place with a position, as columns for a map',
  description: 'Closed places and places outside the map are in it, marked so.',
  request: { query: z.object({ patch: patchParam, kind: kindsParam.optional() }) },
  responses: {
    200: json(
      z
        .object({
          version: z.string(),
          ...pinColumnsSchema,
        })
        .openapi('Pins'),
      'Columns in step, by id',
    ),
    ...refusals(400),
  },
});

export function pinRoutes({ stores, snapshot }: Services) {
  return newRoutes().openapi(pins, async (c) => {
    const { patch, kind } = c.req.valid('query');
    const { version } = await snapshot();
    return c.json({ version: version.data, ...(await stores.places.pins(patch, kind)) }, 200);
  });
}
