import { createRoute, z } from '@hono/zod-openapi';
import { historyEntrySchema } from '@kith/core/keep/history';
import { need } from '../auth/need.ts';
import type { Services } from '../services.ts';
import { authorOf } from '../store/keep/keeper-store.ts';
import { acceptJson } from './body.ts';
import { json, named, newRoutes, refusals } from './parts.ts';

const MOST_BYTES = 1024;
const idParam = z.object({ id: z.string().max(100) });

const read = createRoute({
  method: 'get',
  path: '/api/places/{id}/history',
  summary: 'What has been done to a place, newest first',
  description:
    'Loads, edits, merges and restorings, each with who did it in words. Loads that changed nothing are left out. Notes that it is at risk, and that they were taken back, are in it for whoever may read them.',
  request: { params: idParam },
  responses: {
    200: json(z.object({ history: z.array(named('HistoryEntry', historyEntrySchema)) }), 'Its history'),
    ...refusals(404),
  },
});

const restore = createRoute({
  method: 'post',
  path: '/api/places/{id}/restore',
  summary: 'Bring back how a place stood after a change',
  description: 'As a new change of the history, which can itself be taken back the same way.',
  middleware: [need('steward'), acceptJson(MOST_BYTES)] as const,
  request: {
    params: idParam,
    body: {
      content: { 'application/json': { schema: z.object({ changeId: z.int('Say which change.') }) } },
      required: true,
    },
  },
  responses: {
    200: json(z.object({ changeId: z.int() }), 'It stands like that again'),
    ...refusals(400, 401, 403, 404, 409, 413, 415, 503),
  },
});

export function historyRoutes({ stores, now }: Services) {
  return newRoutes()
    .openapi(read, async (c) => {
      const history = await stores.history.of(c.req.valid('param').id, c.get('person'));
      return c.json({ history }, 200);
    })
    .openapi(restore, async (c) => {
      const by = { author: authorOf(c.get('person')), at: now().toISOString() };
      const changeId = await stores.history.restore(
        c.req.valid('param').id,
        c.req.valid('json').changeId,
        by,
      );
      return c.json({ changeId }, 200);
    });
}
