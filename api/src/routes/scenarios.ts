import { createRoute, z } from '@hono/zod-openapi';
import { EVERYWHERE } from '@kith/core/area/patches';
import { type Baseline, baselineSchema } from '@kith/core/reach/baseline';
import { type Comparison, compareReports } from '@kith/core/scenario/compare-reports';
import type { CutProblem } from '@kith/core/scenario/cut';
import { type Scenario, scenarioReportSchema, scenarioSchema } from '@kith/core/scenario/report';
import { invalidInput, Problem } from '../errors.ts';
import type { Played } from '../ground-answers.ts';
import type { Services } from '../services.ts';
import { acceptJson } from './body.ts';
import { comparisonSchema } from './comparison-schema.ts';
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

const EXAMPLE = {
  patch: 'leicestershire',
  kinds: ['library'],
  minutes: 15,
  pace: 'planner',
  lens: 'older',
  when: { days: ['tu'], from: 17, to: 20 },
  cuts: [
    { type: 'close', place: 'f2966012-a04e-5cfb-91eb-b901057fd80e' },
    {
      type: 'open',
      site: 'new-1',
      name: 'Reading room',
      kind: 'library',
      easting: 458000,
      northing: 304000,
      week: null,
    },
  ],
};

/** Of its own name in the document once: two routes take it. */
const scenario = named('Scenario', scenarioSchema);
const report = named('ScenarioReport', scenarioReportSchema);

const preview = createRoute({
  method: 'post',
  path: '/api/scenarios/preview',
  summary: 'Play a scenario: who loses reach and who gains it when places close, open or keep fewer hours',
  description:
    'On one map or, with `all`, on all of England. Counts people who lose reach, never loneliness. What is left out is filled in, and the whole question comes back with a hash of it and of the data.',
  middleware: acceptJson(MOST_SCENARIO_BYTES),
  request: {
    body: { content: { 'application/json': { schema: scenario, example: EXAMPLE } }, required: true },
  },
  responses: {
    200: json(report, 'Who loses reach, by group and by area'),
    ...refusals(400, 413, 415, 422, 429),
  },
});

const both = createRoute({
  method: 'post',
  path: '/api/scenarios/compare',
  summary: 'Play two scenarios of one map and set them side by side',
  description: 'Every difference is that of `b` less `a`. Nothing is said of which is better.',
  middleware: acceptJson(2 * MOST_SCENARIO_BYTES),
  request: {
    body: {
      content: {
        'application/json': {
          schema: z
            .object({ a: scenario, b: scenario }, 'Give two scenarios as a JSON object with a and b.')
            .openapi('TwoScenarios'),
          example: { a: EXAMPLE, b: { ...EXAMPLE, cuts: EXAMPLE.cuts.slice(0, 1) } },
        },
      },
      required: true,
    },
  },
  responses: {
    200: json(
      z.object({ a: report, b: report, comparison: comparisonSchema }).openapi('TwoReports'),
      'Both reports, and where they differ',
    ),
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
      const asked = withKindsOnce(c.req.valid('json'));
      const played = await (await snapshot()).answer(asked.patch, 'play', asked);
      if ('problems' in played) throw cutsNotPossible(played.problems);
      return c.json(played.report, 200);
    })
    .openapi(both, async (c) => {
      const asked = c.req.valid('json');
      if (asked.a.patch !== asked.b.patch) {
        const message = 'Both scenarios must be of one map. Choose the map of the first for the second too.';
        throw invalidInput([{ path: ['b', 'patch'], message }], 'json');
      }
      const data = await snapshot();
      const [a, b] = await Promise.all(
        [asked.a, asked.b].map((each) => data.answer(each.patch, 'play', withKindsOnce(each))),
      );
      if (a === undefined || b === undefined || 'problems' in a || 'problems' in b) {
        throw cutsNotPossible([...problemsOf('a', a), ...problemsOf('b', b)]);
      }
      const comparison = compareReports(a.report, b.report);
      return c.json({ a: a.report, b: b.report, comparison: copyOf(comparison) }, 200);
    });
}

/** The same with lists that may be written to, as a typed answer has them. */
function copyOf(comparison: Comparison) {
  const { differs, rows, areas, areasGaining, onlyA, onlyB } = comparison;
  return {
    ...comparison,
    differs: [...differs],
    rows: [...rows],
    areas: [...areas],
    areasGaining: [...areasGaining],
    onlyA: [...onlyA],
    onlyB: [...onlyB],
  };
}

/** The problems of one of two scenarios, each with which it is of. */
function problemsOf(scenario: 'a' | 'b', played: Played | undefined) {
  if (played === undefined || !('problems' in played)) return [];
  return played.problems.map((problem) => ({ scenario, ...problem }));
}

function withKindsOnce(asked: Scenario): Scenario {
  return { ...asked, kinds: [...new Set(asked.kinds)] };
}

function cutsNotPossible(problems: readonly CutProblem[]): Problem {
  const message =
    problems.length === 1
      ? (problems[0]?.message ?? '')
      : `${problems.length} things in the list of cuts need putting right.`;
  return new Problem(422, 'cuts-not-possible', message, { details: problems });
}
