import { createRoute, z } from '@hono/zod-openapi';
import { FOR_EVER, mustBeCurrentGeometry } from '../geometry-address.ts';
import type { Services } from '../services.ts';
import type { Shape } from '../store/shape-store.ts';
import { json, newRoutes, patchParam, refusals } from './parts.ts';

const request = {
  params: z.object({ version: z.string().max(40) }),
  query: z.object({ patch: patchParam }),
};

const shapesSchema = z
  .object({
    type: z.literal('FeatureCollection'),
    features: z.array(
      z.object({
        type: z.literal('Feature'),
        id: z.string(),
        geometry: z.union([
          z.object({ type: z.literal('Polygon'), coordinates: z.array(z.array(z.array(z.number()))) }),
          z.object({
            type: z.literal('MultiPolygon'),
            coordinates: z.array(z.array(z.array(z.array(z.number())))),
          }),
        ]),
        properties: z.object({ code: z.string(), name: z.string(), patch: z.string() }),
      }),
    ),
  })
  .openapi('Shapes');

const namesSchema = z
  .object({
    type: z.literal('FeatureCollection'),
    features: z.array(
      z.object({
        type: z.literal('Feature'),
        id: z.int(),
        geometry: z.object({ type: z.literal('Point'), coordinates: z.tuple([z.number(), z.number()]) }),
        properties: z.object({ name: z.string(), type: z.string(), patch: z.string() }),
      }),
    ),
  })
  .openapi('Names');

const description =
  'The official boundaries, made simpler, where official data is loaded; in the starter, drawn around where people live. The version is in /api/patches, and what lies at one address never changes.';

const areas = createRoute({
  method: 'get',
  path: '/api/geometry/{version}/areas',
  summary: 'Shapes of areas',
  description,
  request,
  responses: { 200: json(shapesSchema, 'GeoJSON, joined to values on `code`'), ...refusals(400, 404) },
});

const districts = createRoute({
  method: 'get',
  path: '/api/geometry/{version}/districts',
  summary: 'Outlines of districts',
  description,
  request,
  responses: { 200: json(shapesSchema, 'GeoJSON, by district code'), ...refusals(400, 404) },
});

const names = createRoute({
  method: 'get',
  path: '/api/geometry/{version}/names',
  summary: 'Names of towns, villages and the like, for labels',
  description,
  request,
  responses: { 200: json(namesSchema, 'GeoJSON points'), ...refusals(400, 404) },
});

const codes = createRoute({
  method: 'get',
  path: '/api/geometry/{version}/codes',
  summary: 'Codes of all areas loaded, in the order of every column of the map `all`',
  description: 'For columns that are asked for with codes=no.',
  request: { params: request.params },
  responses: {
    200: json(z.object({ codes: z.array(z.string()) }).openapi('Codes'), 'Codes in order'),
    ...refusals(404),
  },
});

export function geometryRoutes({ stores, snapshot }: Services) {
  const mustBeCurrent = (version: string) => mustBeCurrentGeometry(snapshot, version);
  return newRoutes()
    .openapi(areas, async (c) => {
      await mustBeCurrent(c.req.valid('param').version);
      const shapes = await stores.shapes.areas(c.req.valid('query').patch);
      c.header('Cache-Control', FOR_EVER);
      return c.json(collection(shapes), 200);
    })
    .openapi(districts, async (c) => {
      await mustBeCurrent(c.req.valid('param').version);
      const shapes = await stores.shapes.districts(c.req.valid('query').patch);
      c.header('Cache-Control', FOR_EVER);
      return c.json(collection(shapes), 200);
    })
    .openapi(codes, async (c) => {
      await mustBeCurrent(c.req.valid('param').version);
      const all = await (await snapshot()).areas();
      c.header('Cache-Control', FOR_EVER);
      return c.json({ codes: all.map(({ code }) => code) }, 200);
    })
    .openapi(names, async (c) => {
      await mustBeCurrent(c.req.valid('param').version);
      const found = await stores.search.allNames(c.req.valid('query').patch);
      c.header('Cache-Control', FOR_EVER);
      const features = found.map(({ id, name, type, patch, lon, lat }) => ({
        type: 'Feature' as const,
        id,
        geometry: { type: 'Point' as const, coordinates: [lon, lat] as [number, number] },
        properties: { name, type, patch },
      }));
      return c.json({ type: 'FeatureCollection' as const, features }, 200);
    });
}

type Geometry = z.output<typeof shapesSchema>['features'][number]['geometry'];

function collection(shapes: readonly Shape[]) {
  const features = shapes.map((shape) => ({
    type: 'Feature' as const,
    id: shape.code,
    geometry: JSON.parse(shape.geometry) as Geometry,
    properties: { code: shape.code, name: shape.name ?? shape.code, patch: shape.patch },
  }));
  return { type: 'FeatureCollection' as const, features };
}
