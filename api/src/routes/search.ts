import { createRoute, z } from '@hono/zod-openapi';
import { narrowedTo } from '../maps.ts';
import { searchEverything } from '../search-everything.ts';
import type { Services } from '../services.ts';
import { anyPatchParam, json, newRoutes, refusals, wholeParam } from './parts.ts';

const USUAL_RESULTS = 8;

const search = createRoute({
  method: 'get',
  path: '/api/search',
  summary: 'Find a town, a postcode or a place by what people type',
  request: {
    query: z.object({
      q: z
        .string()
        .max(100, 'Use 100 letters or fewer.')
        .openapi({ description: 'A name, or a postcode or the beginning of one', example: 'LE10 0' }),
      patch: anyPatchParam
        .optional()
        .openapi({ description: 'The map looked at: what is on it comes first' }),
      limit: wholeParam(1, 50, 'limit').optional(),
    }),
  },
  responses: {
    200: json(
      z
        .object({
          results: z.array(
            z
              .object({
                type: z.enum(['postcode', 'postcode-sector', 'postcode-district', 'place-name', 'place']),
                label: z.string(),
                detail: z.string(),
                lon: z.number().nullable(),
                lat: z.number().nullable(),
                patch: z.string(),
                id: z.string().optional().openapi({ description: 'Only of a listed place' }),
                kind: z.string().optional().openapi({ description: 'Only of a listed place' }),
              })
              .openapi('Found'),
          ),
        })
        .openapi('SearchResults'),
      'Postcodes first, then towns and villages, then listed places',
    ),
    ...refusals(400),
  },
});

export function searchRoutes({ stores, snapshot }: Services) {
  return newRoutes().openapi(search, async (c) => {
    const { q, patch, limit = USUAL_RESULTS } = c.req.valid('query');
    const maps = new Map((await (await snapshot()).maps()).map(({ id, shortName }) => [id, shortName]));
    const results = await searchEverything(stores.search, q, narrowedTo(patch), limit, maps);
    return c.json({ results }, 200);
  });
}
