import { createRoute, z } from '@hono/zod-openapi';
import { KIND_IDS, type Kind, kindOf } from '@kith/core/place/kinds';
import { reachColumnsSchema } from '@kith/core/reach/reach-columns';
import { limitMetres, PACE_IDS, type PaceId } from '@kith/core/reach/walk';
import type { Services } from '../services.ts';
import { anyPatchParam, codesParam, json, kindsParam, newRoutes, refusals, wholeParam } from './parts.ts';

const LIBRARIES = ['library'] as const;

/** What reach is asked about, for areas and for districts alike. */
export const reachParams = {
  kind: kindsParam.optional().openapi({ description: 'Left out: libraries' }),
  minutes: wholeParam(1, 60, 'minutes').optional().openapi({ description: 'Left out: 15' }),
  pace: z
    .enum(PACE_IDS, { error: `Choose a pace: ${PACE_IDS.join(', ')}.` })
    .optional()
    .openapi({ description: 'Left out: planner' }),
};

/** The same with what was left out filled in. */
export function reachAsked(query: {
  kind?: Kind[] | undefined;
  minutes?: number | undefined;
  pace?: PaceId | undefined;
}) {
  const { kind: kinds = [...LIBRARIES], minutes = 15, pace = 'planner' } = query;
  return {
    kinds,
    minutes,
    pace,
    limitMetres: limitMetres(minutes, pace),
    completeKinds: kinds.every((kind) => kindOf(kind).complete),
  };
}

const reach = createRoute({
  method: 'get',
  path: '/api/reach',
  summary: 'What people in each area can get to on foot within a limit',
  request: {
    query: z.object({
      patch: anyPatchParam,
      ...reachParams,
      codes: codesParam,
    }),
  },
  responses: {
    200: json(
      reachColumnsSchema
        .extend({
          limitMetres: z.number(),
          minutes: z.int(),
          pace: z.enum(PACE_IDS),
          kinds: z.array(z.enum(KIND_IDS)),
          completeKinds: z.boolean().openapi({
            description:
              'Whether the lists of all kinds asked about are whole: if not, none listed is not none there',
          }),
        })
        .openapi('Reach'),
      'Columns in step, by area code; with codes=no, codes, nearestMetres, secondMetres and nearestPlace are empty',
    ),
    ...refusals(400, 429),
  },
});

/** Columns that no map is coloured by, and the heaviest: left out with the codes. */
const NOT_COLOURED = { codes: [], nearestMetres: [], secondMetres: [], nearestPlace: [] };

export function reachRoutes({ snapshot }: Services) {
  return newRoutes().openapi(reach, async (c) => {
    const query = c.req.valid('query');
    const asked = reachAsked(query);
    const columns = await (await snapshot()).reach(query.patch, { kinds: asked.kinds }, asked.limitMetres);
    const without = query.codes === 'no' ? NOT_COLOURED : {};
    return c.json({ ...columns, ...without, ...asked }, 200);
  });
}
