import { createRoute, z } from '@hono/zod-openapi';
import type { Services } from '../services.ts';
import { askedSchema, countingParams, kindParam, questionAsked, questionParams } from './asked.ts';
import { anyPatchParam, json, newRoutes, refusals } from './parts.ts';

const { when: _when, ...asked } = askedSchema;
const { metres, minutes, pace } = questionParams;

const EVERY_HOUR =
  'This answers for every hour of the week at once. Leave out when, and take the hours you want from people.';
/** Named so that it is refused: passed over in silence, the answer would look like one to it. */
const noWhen = z
  .string()
  .refine(() => false, EVERY_HOUR)
  .optional()
  .openapi({ description: 'Refused here: the answer is of every hour of the week', deprecated: true });

const week = createRoute({
  method: 'get',
  path: '/api/week',
  summary: 'How many people have an open place within a limit on foot, in every hour of the week',
  request: {
    query: z.object({
      patch: anyPatchParam,
      kind: kindParam,
      minutes,
      pace,
      metres,
      when: noWhen,
      ...countingParams,
    }),
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
    const { when: _none, ...question } = questionAsked({ ...query, when: undefined });
    const { kinds, someWeeks, checkedSince, limitMetres } = question;
    const found = await (await snapshot()).answer(query.patch, 'week', {
      map: query.patch,
      question: { kinds, someWeeks, checkedSince, limitMetres },
    });
    return c.json({ ...question, ...found, method: METHOD }, 200);
  });
}
