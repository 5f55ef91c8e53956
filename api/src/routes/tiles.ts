import { gunzipSync } from 'node:zlib';
import { createRoute, z } from '@hono/zod-openapi';
import { matches } from '../body-cache.ts';
import { takesGzip } from '../compressed.ts';
import { FOR_EVER, mustBeCurrentGeometry } from '../geometry-address.ts';
import type { Services } from '../services.ts';
import { ALL_AREAS } from '../store/tile-store.ts';
import { newRoutes, patchParam, refusals, wholeParam } from './parts.ts';

const TILE_TYPE = 'application/vnd.mapbox-vector-tile';
const MOST_ZOOM = 24;
const MOST_TILE = 2 ** 23 - 1;

const tile = createRoute({
  method: 'get',
  path: '/api/geometry/{version}/tiles/{z}/{x}/{y}',
  summary: 'One vector tile of areas, districts and names',
  description:
    'Mapbox Vector Tile 2. Layers: `districts` (code, name, patch) from zoom 4, `areas` (code, patch) from zoom 7, and of all maps together from 8, `names` (name, type, patch). There are tiles to zoom 10; a map enlarges those beyond. With `patch` the areas are those of that map alone, as it draws them; without it they are all areas. The version is in /api/patches, and what lies at one address never changes.',
  request: {
    params: z.object({
      version: z.string().max(40),
      z: wholeParam(0, MOST_ZOOM, 'z'),
      x: wholeParam(0, MOST_TILE, 'x'),
      y: wholeParam(0, MOST_TILE, 'y'),
    }),
    query: z.object({ patch: patchParam.optional() }),
  },
  responses: {
    200: {
      content: { [TILE_TYPE]: { schema: z.string().openapi({ format: 'binary' }) } },
      description: 'The tile, gzipped',
    },
    204: { description: 'Nothing is drawn there' },
    ...refusals(400, 404),
  },
});

/** Tiles go out as they lie in the database: nothing is kept in memory, and nothing is compressed again. */
export function tileRoutes({ stores, snapshot }: Services) {
  return newRoutes().openapi(tile, async (c) => {
    const { version, z, x, y } = c.req.valid('param');
    await mustBeCurrentGeometry(snapshot, version);
    const { patch = ALL_AREAS } = c.req.valid('query');
    const stored = await stores.tiles.get(patch, z, x, y);
    c.header('Cache-Control', FOR_EVER);
    if (stored === undefined) return c.body(null, 204);
    const isGzip = takesGzip(c.req.header('Accept-Encoding'));
    const tag = `${version}-${z}-${x}-${y}${patch === ALL_AREAS ? '' : `-${patch}`}`;
    c.header('ETag', `"${tag}${isGzip ? '-gzip' : ''}"`);
    c.header('Vary', 'Accept-Encoding');
    if (matches(c.req.header('If-None-Match'), tag)) return c.body(null, 304) as never;
    c.header('Content-Type', TILE_TYPE);
    if (isGzip) c.header('Content-Encoding', 'gzip');
    const bytes = new Uint8Array(isGzip ? stored : gunzipSync(stored));
    c.header('Content-Length', String(bytes.byteLength));
    return c.body(bytes, 200);
  });
}
