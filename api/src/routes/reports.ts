import { createRoute, z } from '@hono/zod-openapi';
import { reportSchema } from '@kith/core/place/report';
import { Problem } from '../errors.ts';
import type { RateLimit } from '../rate-limit.ts';
import type { Services } from '../services.ts';
import { acceptJson, addressOf } from './body.ts';
import { json, named, newRoutes, refusals } from './parts.ts';
import { unknownPlace } from './places.ts';

const MOST_BYTES = 10 * 1024;

const report = createRoute({
  method: 'post',
  path: '/api/places/{id}/reports',
  summary: 'Say what is wrong with a listing',
  description:
    'It waits for a steward. No account and no name is asked for. Of the network address a hash is kept that nobody can read, for 30 days.',
  middleware: acceptJson(MOST_BYTES),
  request: {
    params: z.object({ id: z.string().max(100) }),
    body: { content: { 'application/json': { schema: named('Report', reportSchema) } }, required: true },
  },
  responses: {
    201: json(
      z.object({ received: z.literal(true), reference: z.string() }).openapi('Received'),
      'It is kept; the reference may be quoted',
    ),
    ...refusals(400, 404, 413, 415, 429, 503),
  },
});

export function reportRoutes({ stores, now }: Services, limit: RateLimit) {
  return newRoutes().openapi(report, async (c) => {
    const { id } = c.req.valid('param');
    const found = await stores.places.get(id);
    if (found.found === 'nothing') throw unknownPlace();
    const seconds = limit.use(addressOf(c), now().getTime());
    if (seconds > 0) {
      throw new Problem(
        429,
        'too-many',
        `Thank you; that is a lot of reports at once. Try again in ${minutes(seconds)}.`,
        {
          headers: { 'Retry-After': String(seconds) },
        },
      );
    }
    const placeId = found.found === 'moved' ? found.to : id;
    const sender = { person: c.get('person'), address: addressOf(c) };
    const reference = await stores.reports.keep(placeId, c.req.valid('json'), now().toISOString(), sender);
    return c.json({ received: true as const, reference }, 201);
  });
}

function minutes(seconds: number): string {
  const whole = Math.ceil(seconds / 60);
  return whole === 1 ? 'a minute' : `${whole} minutes`;
}
