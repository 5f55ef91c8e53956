import { createRoute, z } from '@hono/zod-openapi';
import { reachColumnsSchema } from '@kith/core/reach/reach-columns';
import type { Services } from '../services.ts';
import { askedSchema, placeQuestion, questionAsked, questionParams } from './asked.ts';
import { anyPatchParam, codesParam, json, newRoutes, refusals } from './parts.ts';

const reach = createRoute({
  method: 'get',
  path: '/api/reach',
  summary: 'What people in each area can get to on foot within a limit',
  description:
    'At any time, or on the days and hours of `when`. Hours that nobody knows are not taken as closed: who may have such a place is counted in `perhaps`. Bank holidays are left out.',
  request: { query: z.object({ patch: anyPatchParam, ...questionParams, codes: codesParam }) },
  responses: {
    200: json(
      reachColumnsSchema.extend({ ...askedSchema, method: z.string() }).openapi('Reach'),
      'Columns in step, by area code; with codes=no, codes, nearestMetres, secondMetres and nearestPlace are empty',
    ),
    ...refusals(400, 429),
  },
});

const METHOD =
  'People within the limit of an open place that counts, from the points where they live: straight lines times 1.3 in towns and 1.4 in the country, with the least and most of the three factors tried. `perhaps` are people who have only a place known to its village, or one whose hours or last check are not known: beside the count and never in it.';

/** Columns that no map is coloured by, and the heaviest: left out with the codes. */
const NOT_COLOURED = { codes: [], nearestMetres: [], secondMetres: [], nearestPlace: [] };

export function reachRoutes({ snapshot }: Services) {
  return newRoutes().openapi(reach, async (c) => {
    const query = c.req.valid('query');
    const asked = questionAsked(query);
    const data = await snapshot();
    const columns = await data.reach(query.patch, placeQuestion(asked), asked.limitMetres);
    const without = query.codes === 'no' ? NOT_COLOURED : {};
    return c.json({ ...columns, ...without, ...asked, method: METHOD }, 200);
  });
}
