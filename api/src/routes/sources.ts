import { createRoute, z } from '@hono/zod-openapi';
import { moneyRowSchema } from '@kith/core/money/money';
import { sourceSchema } from '@kith/core/source/source';
import { narrowedTo } from '../maps.ts';
import { moneyGaps } from '../money-gaps.ts';
import type { Services } from '../services.ts';
import { anyPatchParam, json, newRoutes, refusals } from './parts.ts';

const sources = createRoute({
  method: 'get',
  path: '/api/sources',
  summary: 'Where everything comes from, and under which licence',
  responses: {
    200: json(
      z
        .object({
          sources: z.array(
            sourceSchema
              .extend({ facts: z.int().openapi({ description: 'Statements and figures that name it' }) })
              .openapi('Source'),
          ),
          held: z.array(z.object({ what: z.string(), rows: z.int() })),
        })
        .openapi('Sources'),
      'Sources in their order of trust',
    ),
  },
});

const money = createRoute({
  method: 'get',
  path: '/api/money',
  summary: 'What councils spent on culture, by year',
  description:
    'Net current spend in cash; libraries are not split out. A year that was not published has no row.',
  request: { query: z.object({ patch: anyPatchParam.optional() }) },
  responses: {
    200: json(
      z
        .object({
          rows: z.array(moneyRowSchema),
          years: z.array(z.string()),
          gaps: z
            .array(z.string())
            .openapi({ description: 'Years between the first and the last that were not published' }),
        })
        .openapi('Money'),
      'Rows by council and year',
    ),
    ...refusals(400),
  },
});

export function sourceRoutes({ stores }: Services) {
  return newRoutes()
    .openapi(sources, async (c) => {
      return c.json({ sources: await stores.sources.list(), held: await stores.sources.held() }, 200);
    })
    .openapi(money, async (c) => {
      const rows = await stores.money.list(narrowedTo(c.req.valid('query').patch));
      const years = [...new Set(rows.map((row) => row.year))].sort();
      return c.json({ rows, years, gaps: moneyGaps(years) }, 200);
    });
}
