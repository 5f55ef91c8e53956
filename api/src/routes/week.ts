import { createRoute, z } from '@hono/zod-openapi';
import type { Services } from '../services.ts';
import { askedSchema, countingParams, kindParam, questionAsked, questionParams } from './asked.ts';
import { anyPatchParam, json, newRoutes, refusals } from './parts.ts';

const { when: _when, ...asked } = askedSchema;
const { metres, minutes, pace } = questionParams;

const week = createRoute({
  method: 'get',
  path: '/api/week',
  summary: 'How many people have an open place within a limit on foot, in every hour of the week',
  request: {
    query: z.object({ patch: anyPatchParam, kind: kindParam, minutes, pace, metres, ...countingParams }),
  },
  responses: {
    200: json(
      z
        .object({
          ...asked,
          people: z.array(z.int()).length(168).openapi({
            description:
              'People within reach in each hour: 24 of Monday from 00:00, 24 of Tuesday, and so on',
          }),
          notKnown: z.int().openapi({
            description: 'People who have places within the limit, but none whose hours are known',
          }),
          residents: z.int().openapi({ description: 'All people on the map' }),
          method: z.string(),
        })
        .openapi('WeekOfReach'),
      'People by hour of the week',
    ),
    ...refusals(400, 429),
  },
});

const METHOD =
  'People within the limit of a place that is open at some time in that hour, by the middle detour factor. Hours that nobody knows are counted in no hour and are not taken as closed: see notKnown. Sessions of some weeks only count where someWeeks says so. Bank holidays are left out.';

export function weekRoutes({ snapshot }: Services) {
  return newRoutes().openapi(week, async (c) => {
    const query = c.req.valid('query');
    const { when: _none, ...question } = questionAsked(query);
    const { kinds, someWeeks, checkedSince, limitMetres } = question;
    const found = await (await snapshot()).answer(query.patch, 'week', {
      map: query.patch,
      question: { kinds, someWeeks, checkedSince, limitMetres },
    });
    return c.json({ ...question, ...found, method: METHOD }, 200);
  });
}
