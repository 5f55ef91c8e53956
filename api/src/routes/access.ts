import { createRoute, z } from '@hono/zod-openapi';
import { EVERYWHERE } from '@kith/core/area/patches';
import { DECAY_IDS, decayFor } from '../decays.ts';
import { invalidInput } from '../errors.ts';
import type { Services } from '../services.ts';
import { askedSchema, placeQuestion, questionAsked, questionParams } from './asked.ts';
import { anyPatchParam, json, newRoutes, refusals } from './parts.ts';

/** Every home point is paired with every place within the limit: more pairs than these limits give do not fit in memory. */
const MOST_METRES = 5_000;
const MOST_METRES_EVERYWHERE = 2_000;

const decayParam = z
  .enum(DECAY_IDS, { error: `Choose a decay: ${DECAY_IDS.join(', ')}.` })
  .optional()
  .openapi({
    description:
      'How much less a place counts the further it is. steps: 1, .68 and .22 in the three thirds of the limit; gaussian: sigma is a third of the limit; gravity: the square of nearness. Left out: steps',
    example: 'gaussian',
  });

const access = createRoute({
  method: 'get',
  path: '/api/access',
  summary: 'Places per head within a limit on foot, by area: two-step floating catchment',
  description: `Each place is shared over the people who have it within the limit, and each person adds up their shares. Up to ${MOST_METRES} metres, or ${MOST_METRES_EVERYWHERE} for all of England at once.`,
  request: { query: z.object({ patch: anyPatchParam, ...questionParams, decay: decayParam }) },
  responses: {
    200: json(
      z
        .object({
          ...askedSchema,
          decay: z.enum(DECAY_IDS),
          codes: z.array(z.string()),
          access: z.array(z.number().nullable()).openapi({
            description: 'Mean places per head over the people of the area; null where nobody lives',
          }),
          total: z.number().openapi({
            description: 'Sum of people x access: the places that someone on the map has within the limit',
          }),
          method: z.string(),
        })
        .openapi('Access'),
      'Columns in step, by area code',
    ),
    ...refusals(400, 429),
  },
});

const METHOD =
  'Two-step floating catchment. Every place has 1 to give, shared over all people within the limit, each weighted by how near they live; what a person has is the sum of their shares. It says nothing of how good or how full a place is. Near a border it errs high: people beyond the map share nothing.';

export function accessRoutes({ snapshot }: Services) {
  return newRoutes().openapi(access, async (c) => {
    const query = c.req.valid('query');
    const asked = questionAsked(query);
    const decay = query.decay ?? 'steps';
    refuseTooFar(query.patch, asked.limitMetres);
    const found = await (await snapshot()).answer(query.patch, 'access', {
      map: query.patch,
      question: placeQuestion(asked),
      limitMetres: asked.limitMetres,
      decay: decayFor(decay, asked.limitMetres),
    });
    return c.json({ ...asked, decay, ...found, method: METHOD }, 200);
  });
}

/** @throws Problem 400 where there would be too many pairs of homes and places */
function refuseTooFar(map: string, limitMetres: number): void {
  const most = map === EVERYWHERE ? MOST_METRES_EVERYWHERE : MOST_METRES;
  if (limitMetres <= most) return;
  const instead = map === EVERYWHERE ? ', or choose one map' : '';
  const message = `This is worked out up to ${most.toLocaleString('en-GB')} metres on foot. Ask for fewer minutes or metres${instead}.`;
  throw invalidInput([{ path: ['metres'], message }], 'query');
}
