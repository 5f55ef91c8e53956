import { createRoute, z } from '@hono/zod-openapi';
import { organisationKeySchema } from '@kith/core/keep/organisation';
import { Problem } from '../errors.ts';
import type { Services } from '../services.ts';
import { authorOf } from '../store/keep/keeper-store.ts';
import { acceptJson } from './body.ts';
import { organisationParam, unknownOrganisation } from './organisations.ts';
import { json, named, newRoutes, refusals } from './parts.ts';
import { ofOrganisation } from './who-asks.ts';

const MOST_BYTES = 1024;
/** More than an organisation has programs. */
const MOST_KEYS = 20;

const list = createRoute({
  method: 'get',
  path: '/api/organisations/{id}/tokens',
  summary: 'The keys of an organisation that work',
  middleware: ofOrganisation,
  request: { params: organisationParam },
  responses: {
    200: json(z.object({ tokens: z.array(named('OrganisationKey', organisationKeySchema)) }), 'Newest first'),
    ...refusals(401, 403, 404, 503),
  },
});

const make = createRoute({
  method: 'post',
  path: '/api/organisations/{id}/tokens',
  summary: 'Make a key for an organisation’s programs',
  description:
    'The answer holds the key, and nothing else ever does again: here only its hash is kept. Send it as `Authorization: Bearer kith_...`; it acts for the organisation and makes no other key.',
  middleware: [ofOrganisation, acceptJson(MOST_BYTES)] as const,
  request: {
    params: organisationParam,
    body: {
      content: {
        'application/json': {
          schema: z.object({
            name: z
              .string()
              .trim()
              .min(1, 'Say what the key is for.')
              .max(80, 'Keep the name under 80 characters.'),
          }),
        },
      },
      required: true,
    },
  },
  responses: {
    201: json(z.object({ id: z.string(), token: z.string() }), 'The key, this once'),
    ...refusals(400, 401, 403, 404, 409, 413, 415, 429, 503),
  },
});

const end = createRoute({
  method: 'delete',
  path: '/api/organisations/{id}/tokens/{tokenId}',
  summary: 'End a key of an organisation, at once',
  middleware: ofOrganisation,
  request: { params: organisationParam.extend({ tokenId: z.string().max(100) }) },
  responses: { 204: { description: 'It works no more' }, ...refusals(401, 403, 404, 429, 503) },
});

/** Keys to the API, for the programs of an organisation. People make and end them; no key makes another. */
export function organisationKeyRoutes({ stores, now }: Services) {
  return newRoutes()
    .openapi(list, async (c) => {
      const { id } = c.req.valid('param');
      if ((await stores.organisations.get(id)) === null) throw unknownOrganisation();
      return c.json({ tokens: await stores.tokens.list(id) }, 200);
    })
    .openapi(make, async (c) => {
      const { id } = c.req.valid('param');
      if ((await stores.organisations.get(id)) === null) throw unknownOrganisation();
      if ((await stores.tokens.list(id)).length >= MOST_KEYS) {
        throw new Problem(409, 'many-keys', `An organisation has ${MOST_KEYS} keys at most. End one first.`);
      }
      const { name } = c.req.valid('json');
      const made = await stores.tokens.make(id, name, authorOf(c.get('person')), now().toISOString());
      return c.json(made, 201);
    })
    .openapi(end, async (c) => {
      const { id, tokenId } = c.req.valid('param');
      if (!(await stores.tokens.revoke(id, tokenId, now().toISOString()))) {
        throw new Problem(404, 'unknown-key', 'There is no such key. Perhaps it was ended before.');
      }
      return c.body(null, 204);
    });
}
