import { createRoute, z } from '@hono/zod-openapi';
import { INDICATORS, indicatorOf } from '@kith/core/area/indicators';
import { EVERYWHERE } from '@kith/core/area/patches';
import {
  coverageSchema,
  dataReportSchema,
  doubleSchema,
  rejectedRowSchema,
} from '@kith/core/source/data-report';
import { doubleOf } from '../double-of.ts';
import { Problem } from '../errors.ts';
import { publishedRow } from '../published.ts';
import type { Services } from '../services.ts';
import { anyPatchParam, json, named, newRoutes, refusals, wholeParam } from './parts.ts';

/** One name in the document, for the address and for the file to download. */
export const reportSchema = named('DataReport', dataReportSchema);

const report = createRoute({
  method: 'get',
  path: '/api/data-report',
  summary: 'What is held, where from, how old, and what is missing',
  description:
    'Counts by source, figure and district. The columns of `byDistrict` are in step with `districts`.',
  responses: { 200: json(reportSchema, 'The report on the data as it stands') },
});

const coverage = createRoute({
  method: 'get',
  path: '/api/data-report/coverage/{indicator}',
  summary: 'Whose figure each area of a map has',
  description: 'own: of the area; wider: of the wider area of about 8,000 people; none: there is no figure.',
  request: {
    params: z.object({ indicator: z.string().max(60) }),
    query: z.object({ patch: anyPatchParam }),
  },
  responses: {
    200: json(named('Coverage', coverageSchema), 'Columns in step, by area code'),
    ...refusals(400, 404),
  },
});

const rejected = createRoute({
  method: 'get',
  path: '/api/data-report/rejected',
  summary: 'Rows that could not be used, and why',
  request: {
    query: z.object({
      source: z
        .string()
        .max(80)
        .optional()
        .openapi({ description: 'Id of a source; every source without it' }),
      cursor: wholeParam(0, 9_999_999, 'cursor')
        .optional()
        .openapi({ description: '`next` of the page before' }),
      limit: wholeParam(1, 500, 'limit').optional(),
    }),
  },
  responses: {
    200: json(
      z
        .object({
          rows: z.array(named('RejectedRow', rejectedRowSchema)),
          next: z.int().nullable().openapi({ description: 'Give it as `cursor` for the page that follows' }),
        })
        .openapi('RejectedRows'),
      'A page of rows in the order they were met; at most 1,000 of one file are kept',
    ),
    ...refusals(400, 404),
  },
});

const queue = createRoute({
  method: 'get',
  path: '/api/data-report/merge-queue',
  summary: 'Pairs of listings that may be one place, for a person to decide',
  description:
    'Likeliest first. `npm run merges` decides them; an undone or kept-apart pair does not come back.',
  request: {
    query: z.object({
      cursor: wholeParam(0, 9_999_999, 'cursor')
        .optional()
        .openapi({ description: '`next` of the page before' }),
      limit: wholeParam(1, 100, 'limit').optional(),
    }),
  },
  responses: {
    200: json(
      z
        .object({
          total: z.int(),
          doubles: z.array(named('Double', doubleSchema)),
          next: z.int().nullable().openapi({ description: 'Give it as `cursor` for the page that follows' }),
        })
        .openapi('MergeQueue'),
      'A page of the queue, both sides shown',
    ),
    ...refusals(400),
  },
});

const PAGE = 100;
const QUEUE_PAGE = 20;

export function dataRoutes({ stores, snapshot }: Services) {
  return newRoutes()
    .openapi(report, async (c) => c.json(await (await snapshot()).report(), 200))
    .openapi(coverage, async (c) => {
      const indicator = indicatorOf(c.req.valid('param').indicator);
      if (indicator === undefined) {
        const known = INDICATORS.map((each) => each.id).join(', ');
        throw new Problem(404, 'unknown-indicator', `There is no such indicator. Choose from: ${known}.`);
      }
      const { patch } = c.req.valid('query');
      const found = await stores.data.coverage(indicator.id, patch === EVERYWHERE ? undefined : patch);
      return c.json(
        {
          indicator: indicator.id,
          label: indicator.label,
          codes: found.map(({ code }) => code),
          states: found.map(({ state }) => state),
        },
        200,
      );
    })
    .openapi(rejected, async (c) => {
      const { source, cursor = 0, limit = PAGE } = c.req.valid('query');
      if (source !== undefined && !(await stores.sources.list()).some(({ id }) => id === source)) {
        throw new Problem(
          404,
          'unknown-source',
          'There is no such source. /api/sources lists what there is.',
        );
      }
      const { rows, next } = await stores.data.rejected(source, cursor, limit);
      return c.json({ rows: rows.map(publishedRow), next }, 200);
    })
    .openapi(queue, async (c) => {
      const { cursor = 0, limit = QUEUE_PAGE } = c.req.valid('query');
      const { total, candidates } = await stores.data.candidates(limit, cursor);
      const next = cursor + limit < total ? cursor + limit : null;
      return c.json({ total, doubles: candidates.map(doubleOf), next }, 200);
    });
}
