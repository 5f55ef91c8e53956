import { createRoute, z } from '@hono/zod-openapi';
import { INDICATORS, indicatorOf } from '@kith/core/area/indicators';
import { fiveClasses } from '@kith/core/risk/five-classes';
import { LENS_IDS, LENSES } from '@kith/core/risk/lenses';
import { weightsOf } from '@kith/core/risk/score';
import { Problem } from '../errors.ts';
import { indicatorsOf } from '../risk-columns.ts';
import type { Services } from '../services.ts';
import { anyPatchParam, codesParam, json, newRoutes, refusals } from './parts.ts';

const classSchema = z.int().min(1).max(5).nullable();
const UNITS = ['percent-of-people', 'percent-of-households', 'decile', 'modelled-percent'] as const;

export const indicatorParam = z.string().max(60);
export const lensParam = z.enum(LENS_IDS, { error: `Choose a lens: ${LENS_IDS.join(', ')}.` });

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
                unit: z.enum(UNITS),
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
    params: z.object({ indicator: indicatorParam }),
    query: z.object({ patch: anyPatchParam, codes: codesParam }),
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
      'Columns in step, by area code; with codes=no, codes are empty',
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
    params: z.object({ lens: lensParam }),
    query: z.object({ patch: anyPatchParam, codes: codesParam }),
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
      'Columns in step, by area code; with codes=no, codes, drivers and driverShares are empty',
    ),
    ...refusals(400),
  },
});

const METHOD =
  'Each input is drawn towards its district where few people or households stand behind it, put in order over all areas loaded, transformed as in the Indices of Deprivation, weighted by the size of its link with loneliness, and added up. Shown in fifths. How sure we are is not worked out yet.';

/** The indicator asked about, or a refusal that names those there are. */
export function knownIndicator(id: string) {
  const indicator = indicatorOf(id);
  if (indicator !== undefined) return indicator;
  const known = INDICATORS.map((each) => each.id).join(', ');
  throw new Problem(404, 'unknown-indicator', `There is no such indicator. Choose from: ${known}.`);
}

export function columnRoutes({ snapshot }: Services) {
  return newRoutes()
    .openapi(indicators, (c) =>
      c.json({ indicators: INDICATORS.map(({ column: _column, ...shown }) => ({ ...shown })) }, 200),
    )
    .openapi(values, async (c) => {
      const { id, label, unit, year, source, denominator } = knownIndicator(c.req.valid('param').indicator);
      const { patch, codes } = c.req.valid('query');
      const data = await snapshot();
      const areas = await data.areas();
      const column = await data.column(id);
      const all = column.values();
      const { breaks, classes } = unit === 'decile' ? halves(all) : fiveClasses(all);
      const shown = await data.rows(patch);
      const named = codes === 'no' ? [] : shown;
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
          codes: named.map((at) => areas[at]?.code ?? ''),
          values: shown.map((at) => all[at] ?? null),
          classes: shown.map((at) => classes[at] ?? null),
          geography: shown.map((at) => column.geography(at)),
        },
        200,
      );
    })
    .openapi(risk, async (c) => {
      const { lens } = c.req.valid('param');
      const { patch, codes } = c.req.valid('query');
      const data = await snapshot();
      const areas = await data.areas();
      const scores = await data.risk(lens);
      const shown = await data.rows(patch);
      const named = codes === 'no' ? [] : shown;
      const drivers = named.map((at) => scores.drivers(at));
      return c.json(
        {
          lens,
          note: LENSES.find((each) => each.id === lens)?.note ?? '',
          areaCount: areas.length,
          codes: named.map((at) => areas[at]?.code ?? ''),
          fifths: shown.map((at) => scores.fifth(at)),
          drivers: drivers.map((each) => each.map((driver) => driver.indicator)),
          driverShares: drivers.map((each) => each.map((driver) => Math.round(100 * driver.share) / 100)),
          inputs: weightsOf(lens).map(({ input: { id, label, citation, errs }, weight }) => ({
            id,
            label,
            weight,
            citation,
            errs,
          })),
          method: METHOD,
          ...behind(indicatorsOf(lens)),
        },
        200,
      );
    });
}

/** Years and sources of some indicators, each once. */
export function behind(ids: readonly string[]): { years: string[]; sources: string[] } {
  const used = INDICATORS.filter(({ id }) => ids.includes(id));
  return {
    years: [...new Set(used.map(({ year }) => year))],
    sources: [...new Set(used.map(({ source }) => source))],
  };
}

/** Two deciles make a class. */
function halves(deciles: readonly (number | null)[]) {
  return {
    breaks: [2, 4, 6, 8],
    classes: deciles.map((decile) => (decile === null ? null : Math.ceil(decile / 2))),
  };
}
