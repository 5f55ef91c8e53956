import { createRoute, z } from '@hono/zod-openapi';
import { type AreaDetail, type AreaSummary, areaDetailSchema, areaSummarySchema } from '@kith/core/area/area';
import { LENS_IDS } from '@kith/core/risk/lenses';
import { Problem } from '../errors.ts';
import { figuresOf } from '../figures.ts';
import type { Services } from '../services.ts';
import type { Snapshot } from '../snapshot.ts';
import type { AreaRecord } from '../store/area-store.ts';
import { json, named, newRoutes, patchParam, refusals } from './parts.ts';

const list = createRoute({
  method: 'get',
  path: '/api/areas',
  summary: 'The areas of a map',
  request: { query: z.object({ patch: patchParam }) },
  responses: {
    200: json(
      z.object({ areas: z.array(named('AreaSummary', areaSummarySchema)) }).openapi('Areas'),
      'Areas by code',
    ),
    ...refusals(400),
  },
});

const one = createRoute({
  method: 'get',
  path: '/api/areas/{code}',
  summary: 'One area with its figures, each with unit, year and source',
  request: { params: z.object({ code: z.string().max(20) }) },
  responses: {
    200: json(named('AreaDetail', areaDetailSchema), 'The area, beside its district and all areas loaded'),
    ...refusals(404),
  },
});

export function areaRoutes({ snapshot }: Services) {
  return newRoutes()
    .openapi(list, async (c) => {
      const { patch } = c.req.valid('query');
      const data = await snapshot();
      const areas = await data.areas();
      const shown = (await data.rows(patch)).flatMap((at) => areas[at] ?? []);
      return c.json({ areas: shown.map(toSummary) }, 200);
    })
    .openapi(one, async (c) => {
      const data = await snapshot();
      const at = await data.placeOf(c.req.valid('param').code.toUpperCase());
      const area = at === undefined ? undefined : (await data.areas())[at];
      if (at === undefined || area === undefined) {
        throw new Problem(
          404,
          'unknown-area',
          'There is no area with that code here. Codes look like E01025611; only the areas of the maps are loaded.',
        );
      }
      return c.json(await toDetail(data, area, at), 200);
    });
}

function toSummary(area: AreaRecord): AreaSummary {
  const { code, name, ward, district, districtCode, patch, ruralUrban, residents, households, edgeMetres } =
    area;
  return { code, name, ward, district, districtCode, patch, ruralUrban, residents, households, edgeMetres };
}

async function toDetail(data: Snapshot, area: AreaRecord, at: number): Promise<AreaDetail> {
  const risk = await Promise.all(
    LENS_IDS.map(async (lens) => {
      const scores = await data.risk(lens);
      return { lens, fifth: scores.fifth(at), drivers: scores.drivers(at) };
    }),
  );
  return {
    ...toSummary(area),
    lon: area.lon,
    lat: area.lat,
    indicators: await figuresOf(data, area, at),
    risk,
  };
}
