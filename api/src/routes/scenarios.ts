import { createRoute, z } from '@hono/zod-openapi';
import { EVERYWHERE } from '@kith/core/area/patches';
import { type Baseline, baselineSchema } from '@kith/core/reach/baseline';
import type { CutProblem } from '@kith/core/scenario/cut';
import { type Scenario, scenarioReportSchema, scenarioSchema } from '@kith/core/scenario/report';
import { Problem } from '../errors.ts';
import type { Services } from '../services.ts';
import { acceptJson } from './body.ts';
import { anyPatchParam, json, kindsParam, madeJson, named, newRoutes, refusals } from './parts.ts';

const baseline = createRoute({
  method: 'get',
  path: '/api/baseline',
  summary: 'Everything a scenario is played over',
  request: { query: z.object({ patch: anyPatchParam, kind: kindsParam.optional() }) },
  responses: {
    200: json(named('Baseline', baselineSchema), 'Areas, home points and places, as columns'),
    ...refusals(400, 429),
  },
});

/** 500 cuts, each of one place and a week of hours, with room to spare. */
const MOST_SCENARIO_BYTES = 256 * 1024;

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
    ...refusals(400, 413, 415, 422, 429),
  },
});

export function scenarioRoutes({ snapshot }: Services) {
  return newRoutes()
    .openapi(baseline, async (c) => {
      const { patch, kind: kinds = ['library'] } = c.req.valid('query');
      const data = await snapshot();
      if (patch !== EVERYWHERE) return c.json(await data.baseline(patch, kinds), 200);
      return madeJson<Baseline>(c, await data.answer(patch, 'body', { map: patch, kinds }));
    })
    .openapi(preview, async (c) => {
      const scenario = withKindsOnce(c.req.valid('json'));
      const played = await (await snapshot()).answer(scenario.patch, 'play', scenario);
      if ('problems' in played) throw cutsNotPossible(played.problems);
      return c.json(played.report, 200);
    });
}

function withKindsOnce(scenario: Scenario): Scenario {
  return { ...scenario, kinds: [...new Set(scenario.kinds)] };
}

function cutsNotPossible(problems: readonly CutProblem[]): Problem {
  const message =
    problems.length === 1
      ? (problems[0]?.message ?? '')
      : `${problems.length} things in the list of cuts need putting right.`;
  return new Problem(422, 'cuts-not-possible', message, { details: problems });
}
