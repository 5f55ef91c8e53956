import { createRoute, z } from '@hono/zod-openapi';
import type { Services } from '../services.ts';
import { json, newRoutes } from './parts.ts';

const healthSchema = z
  .object({
    status: z.literal('ok'),
    version: z.string(),
    dataVersion: z.string(),
    areas: z.int(),
    places: z.int(),
    uptimeSeconds: z.int(),
  })
  .openapi('Health');

const health = createRoute({
  method: 'get',
  path: '/api/health',
  summary: 'Whether Kith is up, and what it holds',
  responses: { 200: json(healthSchema, 'It is up and its database answers') },
});

const config = createRoute({
  method: 'get',
  path: '/api/config',
  summary: 'What the page needs to know about this installation',
  responses: {
    200: json(
      z.object({ basemap: z.url().nullable(), version: z.string() }).openapi('PageConfig'),
      'The street style to draw under the map, if one is set',
    ),
  },
});

export function healthRoutes({ stores, config: settings, now }: Services) {
  const started = now().getTime();
  return newRoutes()
    .openapi(health, async (c) => {
      c.header('Cache-Control', 'no-store');
      const [version, areas, places] = await Promise.all([
        stores.version(),
        stores.areas.count(),
        stores.places.countAll(),
      ]);
      return c.json(
        {
          status: 'ok' as const,
          version: settings.version,
          dataVersion: version.data,
          areas,
          places,
          uptimeSeconds: Math.floor((now().getTime() - started) / 1000),
        },
        200,
      );
    })
    .openapi(config, (c) => c.json({ basemap: settings.basemap, version: settings.version }, 200));
}
