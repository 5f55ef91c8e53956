import { createRoute, z } from '@hono/zod-openapi';
import { NEAREST_KEPT } from '@kith/core/reach/nearest';
import { invalidInput } from '../errors.ts';
import type { Services } from '../services.ts';
import { askedSchema, placeQuestion, questionAsked, questionParams } from './asked.ts';
import { anyPatchParam, json, newRoutes, refusals, wholeParam } from './parts.ts';

/** Every place within the limit is looked at from every home point: for all of England some seconds at this limit. */
const MOST_METRES = 5_000;
const NEAREST_LEFT_OUT = 2;

const kParam = wholeParam(1, NEAREST_KEPT, 'k')
  .optional()
  .openapi({
    description: `How many of the nearest places the walk is given to. Left out: ${NEAREST_LEFT_OUT}`,
    example: 3,
  });
const peopleBy = (description: string) => z.array(z.int()).openapi({ description });

const measures = createRoute({
  method: 'get',
  path: '/api/measures',
  summary: 'How much people in each area have within a limit on foot, and how far the k nearest places are',
  description: `The middle detour factor alone: /api/reach has the band. Up to ${MOST_METRES} metres.`,
  request: { query: z.object({ patch: anyPatchParam, ...questionParams, k: kParam }) },
  responses: {
    200: json(
      z
        .object({
          ...askedSchema,
          k: z.int(),
          codes: z.array(z.string()),
          residents: peopleBy('Yes, perhaps and no together'),
          yes: peopleBy('People within the limit of a place that counts'),
          perhaps: peopleBy('Others, who have a place within the limit that may count'),
          no: peopleBy('People who have neither'),
          placesPerPerson: z.array(z.number().nullable()).openapi({
            description:
              'Mean number of places that count within the limit, over the people of the area; null where nobody lives',
          }),
          nearestMetres: z.array(z.array(z.int().nullable())).openapi({
            description:
              'One list for each of the k nearest places, the nearest first: the mean walk in whole metres, by area, however far; null where nobody lives or there are not so many places',
          }),
          method: z.string(),
        })
        .openapi('Measures'),
      'Columns in step, by area code',
    ),
    ...refusals(400, 429),
  },
});

const METHOD =
  'From the points where people live, each weighed by its people: straight lines times 1.3 in towns and 1.4 in the country. Places are counted, not how good or how full they are. `perhaps` is beside the count and never in it. Near a border it errs low, where places beyond it are not loaded.';

export function measureRoutes({ snapshot }: Services) {
  return newRoutes().openapi(measures, async (c) => {
    const { k = NEAREST_LEFT_OUT, ...query } = c.req.valid('query');
    const asked = questionAsked(query);
    if (asked.limitMetres > MOST_METRES) {
      const message = `Places are counted up to ${MOST_METRES.toLocaleString('en-GB')} metres on foot. Ask for fewer metres.`;
      throw invalidInput([{ path: ['metres'], message }], 'query');
    }
    const found = await (await snapshot()).answer(query.patch, 'measures', {
      map: query.patch,
      question: placeQuestion(asked),
      limitMetres: asked.limitMetres,
    });
    const { codes, residents, yes, perhaps, no, placesPerPerson, nearestMetres } = found;
    const columns = {
      codes: [...codes],
      residents: [...residents],
      yes: [...yes],
      perhaps: [...perhaps],
      no: [...no],
      placesPerPerson: [...placesPerPerson],
      nearestMetres: nearestMetres.slice(0, k).map((each) => [...each]),
    };
    return c.json({ ...asked, k, ...columns, method: METHOD }, 200);
  });
}
