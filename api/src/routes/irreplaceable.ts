import { createRoute, z } from '@hono/zod-openapi';
import { KIND_IDS } from '@kith/core/place/kinds';
import { GROUPS } from '@kith/core/reach/groups';
import type { Services } from '../services.ts';
import { askedSchema, placeQuestion, questionAsked, questionParams } from './asked.ts';
import { anyPatchParam, json, newRoutes, refusals, wholeParam } from './parts.ts';

const MOST_PLACES = 5_000;

const irreplaceable = createRoute({
  method: 'get',
  path: '/api/irreplaceable',
  summary: 'Places that cannot be done without: who has no other within the limit',
  request: {
    query: z.object({
      patch: anyPatchParam,
      ...questionParams,
      limit: wholeParam(1, MOST_PLACES, 'limit')
        .optional()
        .openapi({
          description: `Places to send, those of most people first. Left out: ${MOST_PLACES}`,
        }),
    }),
  },
  responses: {
    200: json(
      z
        .object({
          ...askedSchema,
          places: z.array(
            z.object({
              id: z.string(),
              name: z.string(),
              kind: z.enum(KIND_IDS),
              district: z.string().nullable(),
              outside: z.boolean().openapi({
                description: 'Lies beside the map: it counts as somewhere to go and cannot be cut here',
              }),
              people: z.int().openapi({ description: 'Who would have none within the limit without it' }),
              least: z.int().openapi({
                description:
                  'The least of the same count as streets run straighter or less: three detour factors',
              }),
              most: z.int().openapi({ description: 'The most of the same count' }),
              groups: z
                .object({
                  aged65Over: z.int(),
                  disabled: z.int(),
                  livingAlone: z.int(),
                  noCar: z.int(),
                })
                .openapi({
                  description: `The same by group, never to be added up: ${GROUPS.map(({ id, unit }) => `${id} in ${unit}`).join(', ')}`,
                }),
            }),
          ),
          total: z.int().openapi({ description: 'All such places, however many are sent' }),
          method: z.string(),
        })
        .openapi('Irreplaceable'),
      'Places by the people who have no other, most first; places that nobody depends on alone are not in it',
    ),
    ...refusals(400, 429),
  },
});

const METHOD =
  'People who live within the limit of this place and of no second one that counts, by the middle detour factor: those who would lose reach if it alone closed. The least and the most are of the same count under the low, middle and high factor; groups are by the middle one. Closing two places can take reach from people whom neither alone would: play a scenario for that.';

export function irreplaceableRoutes({ snapshot }: Services) {
  return newRoutes().openapi(irreplaceable, async (c) => {
    const query = c.req.valid('query');
    const asked = questionAsked(query);
    const { places, total } = await (await snapshot()).answer(query.patch, 'irreplaceable', {
      map: query.patch,
      question: placeQuestion(asked),
      limitMetres: asked.limitMetres,
      most: query.limit ?? MOST_PLACES,
    });
    return c.json({ ...asked, places: [...places], total, method: METHOD }, 200);
  });
}
