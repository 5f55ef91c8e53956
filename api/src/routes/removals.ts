import { createRoute, z } from '@hono/zod-openapi';
import { removableSchema, removalSchema } from '@kith/core/keep/removal';
import { need } from '../auth/need.ts';
import { Problem } from '../errors.ts';
import type { Services } from '../services.ts';
import { authorOf } from '../store/keep/keeper-store.ts';
import { acceptJson } from './body.ts';
import { json, named, newRoutes, refusals } from './parts.ts';

const MOST_BYTES = 1024;
const administer = need('administer');

const find = createRoute({
  method: 'get',
  path: '/api/removals',
  summary: 'What may be removed for good where a person asks for it',
  middleware: administer,
  request: {
    query: z.object({
      about: z.string().trim().min(1, 'Say what it is about.').max(400).openapi({
        description:
          'The reference of something sent, or a place or a photo: its id, or an address that holds it',
        example: 'K7QX-2MPA-9RTB',
      }),
    }),
  },
  responses: {
    200: json(
      z.object({ things: z.array(named('RemovableThing', removableSchema)) }),
      'All that is kept of it',
    ),
    ...refusals(400, 401, 403, 404, 503),
  },
});

const remove = createRoute({
  method: 'post',
  path: '/api/removals',
  summary: 'Remove something for good, on a privacy request',
  description:
    'The only hard delete. Something sent goes with who sent it, a photo with its bytes, a note of risk with its words, an organisation’s name with its contact; of what stands in the log the value goes, and the history says “Removed on request”. Backups made before still hold it.',
  middleware: [administer, acceptJson(MOST_BYTES)] as const,
  request: {
    body: { content: { 'application/json': { schema: named('Removal', removalSchema) } }, required: true },
  },
  responses: {
    200: json(z.object({ removed: z.literal(true) }), 'It is gone'),
    ...refusals(400, 401, 403, 404, 409, 413, 415, 429, 503),
  },
});

/** For administrators: what a person asks to have removed. */
export function removalRoutes({ stores, now }: Services) {
  return newRoutes()
    .openapi(find, async (c) => {
      const things = await stores.removals.find(c.req.valid('query').about);
      if (things === null) {
        throw new Problem(
          404,
          'unknown-thing',
          'Nothing is known by that. Give a reference such as K7QX-2MPA-9RTB, or the address of a place’s page.',
        );
      }
      return c.json({ things }, 200);
    })
    .openapi(remove, async (c) => {
      const by = { author: authorOf(c.get('person')), at: now().toISOString() };
      await stores.removals.remove(c.req.valid('json'), by);
      return c.json({ removed: true as const }, 200);
    });
}
