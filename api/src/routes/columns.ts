import { createRoute, z } from '@hono/zod-openapi';
import { INDICATORS, indicatorOf } from '@kith/core/area/indicators';
import { fiveClasses } from '@kith/core/risk/five-classes';
import { LENS_IDS, LENSES } from '@kith/core/risk/lenses';
import { weightsOf } from '@kith/core/risk/score';
import { Problem } from '../errors.ts';
import type { Services } from '../services.ts';
import { json, newRoutes, patchParam, refusals } from './parts.ts';

const classSchema = z.int().min(1).max(5).nullable();

const indicators = createRoute({
  method: 'get',
  path: '/api/indicators',
  summary: 'The figures Kith holds per area, and what they mean',
  responses: {
    200: json(
      z
        .object({
          indicators: z.array(
            z
              .object({
                id: z.string(),
                label: z.string(),
                phrase: z.string(),
                unit: z.enum(['percent-of-people', 'percent-of-households', 'decile', 'modelled-percent']),
                source: z.string(),
                year: z.string(),
                fromMsoa: z.boolean(),
                denominator: z.string(),
              })
              .openapi('Indicator'),
          ),
        })
        .openapi('Indicators'),
      'Every indicator with its source and year',
    ),
  },
});

const values = createRoute({
  method: 'get',
  path: '/api/values/{indicator}',
  summary: 'One indicator over the areas of a map',
  description:
    'Classes are fifths over all areas loaded, so that the scale is the same on every map; of a decile, the class is half of it, rounded up. Null is "no data".',
  request: {
    params: z.object({ indicator: z.string().max(60) }),
    query: z.object({ patch: patchParam }),
  },
  responses: {
    200: json(
      z
        .object({
          indicator: z.string(),
          label: z.string(),
          unit: z.string(),
          year: z.string(),
          source: z.string(),
          denominator: z.string(),
          breaks: z.array(z.number()).openapi({ description: 'Upper ends of the first four classes' }),
          areaCount: z.int().openapi({ description: 'Areas loaded, over which the classes are made' }),
          codes: z.array(z.string()),
          values: z.array(z.number().nullable()),
          classes: z.array(classSchema),
          geography: z.array(z.enum(['lsoa', 'msoa'])),
        })
        .openapi('Values'),
      'Columns in step, by area code',
    ),
    ...refusals(400, 404),
  },
});

const risk = createRoute({
  method: 'get',
  path: '/api/risk/{lens}',
  summary: 'Risk of the people who live there, in fifths',
  description: 'A score from indicators, never a measured loneliness. Fifths are over all areas loaded.',
  request: {
    params: z.object({ lens: z.enum(LENS_IDS, { error: `Choose a lens: ${LENS_IDS.join(', ')}.` }) }),
    query: z.object({ patch: patchParam }),
  },
  responses: {
    200: json(
      z
        .object({
          lens: z.enum(LENS_IDS),
          note: z.string(),
          areaCount: z.int(),
          codes: z.array(z.string()),
          fifths: z.array(classSchema),
          drivers: z.array(z.array(z.string())).openapi({
            description: 'Up to three inputs that push each area up most, strongest first: ids of `inputs`',
          }),
          driverShares: z.array(z.array(z.number())),
          inputs: z.array(
            z.object({
              id: z.string(),
              label: z.string(),
              weight: z.number(),
              citation: z.string(),
              errs: z.string(),
            }),
          ),
          method: z.string(),
          years: z.array(z.string()),
          sources: z.array(z.string()),
        })
        .openapi('Risk'),
      'Columns in step, by area code',
    ),
    ...refusals(400),
  },
});

const METHOD =
  'Each input is drawn towards its district where few people or households stand behind it, put in order over all areas loaded, transformed as in the Indices of Deprivation, weighted by the size of its link with loneliness, and added up. Shown in fifths. How sure we are is not worked out yet.';

export function columnRoutes({ snapshot }: Services) {
  return newRoutes()
    .openapi(indicators, (c) =>
      c.json({ indicators: INDICATORS.map(({ column: _column, ...shown }) => ({ ...shown })) }, 200),
    )
    .openapi(values, async (c) => {
      const indicator = indicatorOf(c.req.valid('param').indicator);
      if (indicator === undefined) {
        const known = INDICATORS.map((each) => each.id).join(', ');
        throw new Problem(404, 'unknown-indicator', `There is no such indicator. Choose from: ${known}.`);
      }
      const data = await snapshot();
      const areas = await data.areas();
      const column = (await data.values()).get(indicator.id) ?? [];
      const all = column.map((figure) => figure.value);
      const { breaks, classes } =
        indicator.unit === 'decile'
          ? {
              breaks: [2, 4, 6, 8],
              classes: all.map((decile) => (decile === null ? null : Math.ceil(decile / 2))),
            }
          : fiveClasses(all);
      const shown = rowsOf(areas, c.req.valid('query').patch);
      const { id, label, unit, year, source, denominator } = indicator;
      return c.json(
        {
          indicator: id,
          label,
          unit,
          year,
          source,
          denominator,
          breaks,
          areaCount: areas.length,
          codes: shown.map((at) => areas[at]?.code ?? ''),
          values: shown.map((at) => all[at] ?? null),
          classes: shown.map((at) => classes[at] ?? null),
          geography: shown.map((at) => column[at]?.geography ?? 'lsoa'),
        },
        200,
      );
    })
    .openapi(risk, async (c) => {
      const { lens } = c.req.valid('param');
      const data = await snapshot();
      const areas = await data.areas();
      const scores = await data.risk(lens);
      const shown = rowsOf(areas, c.req.valid('query').patch);
      const inputs = weightsOf(lens);
      const used = new Set(inputs.flatMap(({ input }) => [...input.indicators]));
      const behind = INDICATORS.filter((indicator) => used.has(indicator.id));
      return c.json(
        {
          lens,
          note: LENSES.find((each) => each.id === lens)?.note ?? '',
          areaCount: areas.length,
          codes: shown.map((at) => areas[at]?.code ?? ''),
          fifths: shown.map((at) => scores[at]?.fifth ?? null),
          drivers: shown.map((at) => scores[at]?.drivers.map((driver) => driver.indicator) ?? []),
          driverShares: shown.map(
            (at) => scores[at]?.drivers.map((driver) => Math.round(100 * driver.share) / 100) ?? [],
          ),
          inputs: inputs.map(({ input: { id, label, citation, errs }, weight }) => ({
            id,
            label,
            weight,
            citation,
            errs,
          })),
          method: METHOD,
          years: [...new Set(behind.map((indicator) => indicator.year))],
          sources: [...new Set(behind.map((indicator) => indicator.source))],
        },
        200,
      );
    });
}

/** Positions of a patch's areas among all areas. */
function rowsOf(areas: readonly { patch: string }[], patch: string): number[] {
  return areas.flatMap((area, at) => (area.patch === patch ? [at] : []));
}
