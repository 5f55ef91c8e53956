import { createRoute, z } from '@hono/zod-openapi';
import { sentSchema } from '@kith/core/keep/contribution';
import { need, notAllowed } from '../auth/need.ts';
import type { Services } from '../services.ts';
import { askedToKeepSchema } from '../store/keep/accept-keep.ts';
import { acceptJson } from './body.ts';
import { senderIn } from './contributions.ts';
import { json, named, newRoutes, refusals } from './parts.ts';

const MOST_BYTES = 4 * 1024;
const idParam = z.object({ id: z.string().max(100) });

const ask = createRoute({
  method: 'post',
  path: '/api/places/{id}/keep',
  summary: 'Ask to keep a listing, for an organisation',
  description:
    'A steward decides. Then the organisation’s members change the listing at once, and are reminded to check it. Asked again by the same person, or by another of the organisation, it is the same. A key asks for its own organisation.',
  middleware: [need('sign-off'), acceptJson(MOST_BYTES)] as const,
  request: {
    params: idParam,
    body: {
      content: { 'application/json': { schema: named('AskedToKeep', askedToKeepSchema) } },
      required: true,
    },
  },
  responses: {
    201: json(named('Sent', sentSchema), 'It waits for a steward'),
    ...refusals(400, 401, 403, 404, 409, 413, 415, 429, 503),
  },
});

const end = createRoute({
  method: 'delete',
  path: '/api/places/{id}/keep',
  summary: 'Keep a listing no longer',
  description: 'For those who keep it, and stewards. What they said of it stays.',
  middleware: need('keep'),
  request: { params: idParam },
  responses: {
    204: { description: 'Nobody keeps it now' },
    ...refusals(401, 403, 404, 409, 429, 503),
  },
});

export function keeperRoutes({ stores, now }: Services) {
  return newRoutes()
    .openapi(ask, async (c) => {
      const { id } = c.req.valid('param');
      return c.json(await stores.keepers.ask(id, c.req.valid('json'), senderIn(c, now)), 201);
    })
    .openapi(end, async (c) => {
      const ended = await stores.keepers.end(c.req.valid('param').id, senderIn(c, now));
      if (!ended) throw notAllowed('Only those who keep this listing, and stewards, may end that.');
      return c.body(null, 204);
    });
}
