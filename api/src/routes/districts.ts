import { createRoute, z } from '@hono/zod-openapi';
import { KIND_IDS, kindOf } from '@kith/core/place/kinds';
import { PACE_IDS } from '@kith/core/reach/walk';
import { LENSES } from '@kith/core/risk/lenses';
import {
  type DistrictColumn,
  districtReach,
  districtRisk,
  districtUnit,
  districtValues,
} from '../district-columns.ts';
import { indicatorsOf } from '../risk-columns.ts';
import type { Services } from '../services.ts';
import type { Snapshot } from '../snapshot.ts';
import { kindParam, walkAsked, walkParams } from './asked.ts';
import { behind, indicatorParam, knownIndicator, lensParam } from './columns.ts';
import { json, newRoutes, refusals } from './parts.ts';

const columns = {
  code: z.array(z.string()),
  name: z.array(z.string()),
  patch: z.array(z.string()),
  residents: z.array(z.int()),
  value: z.array(z.number().nullable()),
  class: z.array(z.int().min(1).max(5).nullable()),
  breaks: z.array(z.number()).openapi({ description: 'Upper ends of the first four classes' }),
  unit: z.string(),
  label: z.string(),
  method: z.string(),
  years: z.array(z.string()),
  sources: z.array(z.string()),
};

const description =
  'Columns in step, by code, of every district loaded: what a wide map is coloured by. Classes are fifths of districts. Null is "no data".';

const risk = createRoute({
  method: 'get',
  path: '/api/districts/risk/{lens}',
  summary: 'Risk in each district: the extent of it',
  description,
  request: { params: z.object({ lens: lensParam }) },
  responses: { 200: json(z.object(columns).openapi('DistrictRisk'), 'Percent of people'), ...refusals(400) },
});

const values = createRoute({
  method: 'get',
  path: '/api/districts/values/{indicator}',
  summary: 'One indicator in each district',
  description,
  request: { params: z.object({ indicator: indicatorParam }) },
  responses: {
    200: json(z.object(columns).openapi('DistrictValues'), 'Means, weighted by people or households'),
    ...refusals(404),
  },
});

const reach = createRoute({
  method: 'get',
  path: '/api/districts/reach',
  summary: 'Share of each district’s people who have a place within a limit on foot',
  description,
  request: { query: z.object({ kind: kindParam, ...walkParams }) },
  responses: {
    200: json(
      z
        .object({
          ...columns,
          limitMetres: z.number(),
          minutes: z.int(),
          pace: z.enum(PACE_IDS),
          kinds: z.array(z.enum(KIND_IDS)),
          completeKinds: z.boolean(),
        })
        .openapi('DistrictReach'),
      'Percent of people',
    ),
    ...refusals(400, 429),
  },
});

const RISK_METHOD =
  'The extent of risk, as in the Indices of Deprivation: people in the tenth of areas with the most risk count whole, those of the next fifth for less and less (.95 to .05), others not at all.';
const REACH_METHOD =
  'People within the limit of an open place whose position is known, by the middle detour factor, as a share of all who live there.';

export function districtRoutes({ snapshot }: Services) {
  return newRoutes()
    .openapi(risk, async (c) => {
      const { lens } = c.req.valid('param');
      const data = await snapshot();
      return c.json(
        {
          ...(await shown(data, await districtRisk(data, lens))),
          unit: 'percent-of-people',
          label: `Extent of risk: ${LENSES.find(({ id }) => id === lens)?.label.toLowerCase() ?? lens}`,
          method: RISK_METHOD,
          ...behind(indicatorsOf(lens)),
        },
        200,
      );
    })
    .openapi(values, async (c) => {
      const indicator = knownIndicator(c.req.valid('param').indicator);
      const data = await snapshot();
      const isDecile = indicator.unit === 'decile';
      return c.json(
        {
          ...(await shown(data, await districtValues(data, indicator))),
          unit: districtUnit(indicator),
          label: isDecile ? 'People in the most deprived fifth of areas' : indicator.label,
          method: isDecile
            ? 'People who live in areas of deciles 1 and 2, as a share of all who live there. Class 1 is most deprived, as for areas.'
            : 'The mean of the district’s areas, weighted by people or households.',
          ...behind([indicator.id]),
        },
        200,
      );
    })
    .openapi(reach, async (c) => {
      const asked = walkAsked(c.req.valid('query'));
      const data = await snapshot();
      const { years, sources } = behind(['age-65-over']);
      return c.json(
        {
          ...(await shown(data, await districtReach(data, asked.kinds, asked.limitMetres))),
          unit: 'percent-of-people',
          label: `Within ${asked.minutes} minutes of ${asked.kinds.map((kind) => kindOf(kind).plural.toLowerCase()).join(', ')}`,
          method: REACH_METHOD,
          years,
          sources,
          ...asked,
        },
        200,
      );
    });
}

async function shown(data: Snapshot, column: DistrictColumn) {
  const districts = await data.districts();
  return {
    code: districts.map(({ code }) => code),
    name: districts.map(({ name }) => name),
    patch: districts.map(({ patch }) => patch),
    residents: districts.map(({ residents }) => residents),
    ...column,
  };
}
