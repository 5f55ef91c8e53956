import { createRoute, z } from '@hono/zod-openapi';
import { KIND_IDS, type Kind, kindOf } from '@kith/core/place/kinds';
import { baselineSchema } from '@kith/core/reach/baseline';
import { reachColumnsSchema } from '@kith/core/reach/reach-columns';
import { limitMetres, PACE_IDS, type PaceId } from '@kith/core/reach/walk';
import { checkCuts } from '@kith/core/scenario/check-cuts';
import { compare } from '@kith/core/scenario/compare';
import { type Scenario, scenarioReportSchema, scenarioSchema } from '@kith/core/scenario/report';
import { Problem } from '../errors.ts';
import type { Services } from '../services.ts';
import { acceptJson } from './body.ts';
import {
  anyPatchParam,
  codesParam,
  json,
  kindsParam,
  named,
  newRoutes,
  patchParam,
  refusals,
  wholeParam,
} from './parts.ts';

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

const baseline = createRoute({
  method: 'get',
  path: '/api/baseline',
  summary: 'Everything a scenario is played over',
  request: { query: z.object({ patch: patchParam, kind: kindsParam.optional() }) },
  responses: {
    200: json(named('Baseline', baselineSchema), 'Areas, home points and places, as columns'),
    ...refusals(400),
  },
});

/** 500 cuts of one place each, with room to spare. */
const MOST_SCENARIO_BYTES = 64 * 1024;

const preview = createRoute({
  method: 'post',
  path: '/api/scenarios/preview',
  summary: 'Play a scenario: who loses reach when places go',
  middleware: acceptJson(MOST_SCENARIO_BYTES),
  request: {
    body: { content: { 'application/json': { schema: named('Scenario', scenarioSchema) } }, required: true },
  },
  responses: {
    200: json(named('ScenarioReport', scenarioReportSchema), 'Who loses reach, by group and by area'),
    ...refusals(400, 413, 415, 422),
  },
});

/** Columns that no map is coloured by, and the heaviest: left out with the codes. */
const NOT_COLOURED = { codes: [], nearestMetres: [], secondMetres: [], nearestPlace: [] };

export function reachRoutes({ snapshot }: Services) {
  return newRoutes()
    .openapi(reach, async (c) => {
      const query = c.req.valid('query');
      const asked = reachAsked(query);
      const columns = await (await snapshot()).reach(query.patch, asked.kinds, asked.limitMetres);
      const without = query.codes === 'no' ? NOT_COLOURED : {};
      return c.json({ ...columns, ...without, ...asked }, 200);
    })
    .openapi(baseline, async (c) => {
      const { patch, kind: kinds = [...LIBRARIES] } = c.req.valid('query');
      return c.json((await (await snapshot()).ground(patch, kinds)).baseline, 200);
    })
    .openapi(preview, async (c) => {
      const asked = c.req.valid('json');
      const scenario: Scenario = { ...asked, kinds: [...new Set(asked.kinds)] };
      const { baseline: ground, lists } = await (await snapshot()).ground(scenario.patch, scenario.kinds);
      const problems = checkCuts(ground, scenario.cuts);
      if (problems.length > 0) {
        const message =
          problems.length === 1
            ? (problems[0]?.message ?? '')
            : `${problems.length} things in the list of cuts need putting right.`;
        throw new Problem(422, 'cuts-not-possible', message, { details: problems });
      }
      return c.json(compare(ground, lists, scenario), 200);
    });
}
