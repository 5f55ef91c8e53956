import { createRoute, z } from '@hono/zod-openapi';
import { GIVEN_ROLES, type GivenRole, ROLE_IDS } from '@kith/core/keep/roles';
import { need } from '../auth/need.ts';
import { Problem } from '../errors.ts';
import type { Services } from '../services.ts';
import { acceptJson } from './body.ts';
import { json, newRoutes, refusals } from './parts.ts';
import { emailSchema } from './sign-in.ts';

const MOST_BYTES = 4 * 1024;
const administer = need('administer');

const roleSchema = z
  .enum(GIVEN_ROLES, 'Choose commissioner, steward or administrator, or null to take the role away.')
  .nullable();

const list = createRoute({
  method: 'get',
  path: '/api/people',
  summary: 'Everyone who signed in or was named',
  middleware: administer,
  responses: {
    200: json(
      z.object({
        people: z.array(
          z
            .object({
              id: z.string(),
              email: z.string(),
              role: z.enum(ROLE_IDS),
              organisations: z.array(z.object({ id: z.string(), name: z.string() })),
            })
            .openapi('PersonLine'),
        ),
      }),
      'By address',
    ),
    ...refusals(401, 403, 503),
  },
});

const name = createRoute({
  method: 'post',
  path: '/api/people',
  summary: 'Give a role to the person of an e-mail address',
  description:
    'Whether or not they have signed in before: they find it when they do. The address is in no log.',
  middleware: [administer, acceptJson(MOST_BYTES)] as const,
  request: {
    body: {
      content: { 'application/json': { schema: z.object({ email: emailSchema, role: roleSchema }) } },
      required: true,
    },
  },
  responses: {
    200: json(z.object({ id: z.string() }), 'It holds from their next step on'),
    ...refusals(400, 401, 403, 409, 413, 415, 503),
  },
});

const role = createRoute({
  method: 'post',
  path: '/api/people/{id}/role',
  summary: 'Give a person a role, or take it away',
  middleware: [administer, acceptJson(MOST_BYTES)] as const,
  request: {
    params: z.object({ id: z.string().max(100) }),
    body: { content: { 'application/json': { schema: z.object({ role: roleSchema }) } }, required: true },
  },
  responses: {
    200: json(z.object({ id: z.string() }), 'It holds from their next step on'),
    ...refusals(400, 401, 403, 404, 409, 413, 415, 503),
  },
});

const remove = createRoute({
  method: 'delete',
  path: '/api/people/{id}',
  summary: 'Remove an account for good, where its person asks for it',
  middleware: administer,
  request: { params: z.object({ id: z.string().max(100) }) },
  responses: {
    200: json(z.object({ removed: z.literal(true) }), 'It is gone'),
    ...refusals(401, 403, 404, 409, 503),
  },
});

/** Who has which role: for administrators. The first of them is named by `npm run admin`. */
export function peopleRoutes({ stores, now }: Services) {
  const give = async (asker: string | null, id: string, given: GivenRole | null) => {
    // Somebody must stay who can give it back.
    if (id === asker && given !== 'administrator') {
      throw new Problem(409, 'own-role', 'You cannot take away your own role. Ask another administrator to.');
    }
    if (!(await stores.people.giveRole(id, given, now()))) throw unknownPerson();
    return { id };
  };
  return newRoutes()
    .openapi(list, async (c) => {
      const people = await stores.people.list();
      return c.json(
        { people: people.map((each) => ({ ...each, organisations: [...each.organisations] })) },
        200,
      );
    })
    .openapi(name, async (c) => {
      const { email, role: given } = c.req.valid('json');
      const id = await stores.people.byEmail(email, now());
      return c.json(await give(c.get('person').id, id, given), 200);
    })
    .openapi(role, async (c) =>
      c.json(await give(c.get('person').id, c.req.valid('param').id, c.req.valid('json').role), 200),
    )
    .openapi(remove, async (c) => {
      const { id } = c.req.valid('param');
      const asker = c.get('person').id;
      if (id === asker) {
        throw new Problem(409, 'own-account', 'Remove your own account from its own page.');
      }
      const removed = await stores.people.remove(id, `person:${asker}`, now().toISOString());
      if (!removed) throw unknownPerson();
      return c.json({ removed: true as const }, 200);
    });
}

function unknownPerson(): Problem {
  return new Problem(404, 'unknown-person', 'There is no such person. Perhaps they removed their account.');
}
