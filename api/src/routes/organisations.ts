import { createRoute, z } from '@hono/zod-openapi';
import {
  newOrganisationSchema,
  organisationChangeSchema,
  organisationLineSchema,
  organisationSchema,
} from '@kith/core/keep/organisation';
import { may } from '@kith/core/keep/roles';
import { need, notAllowed } from '../auth/need.ts';
import { notKept } from '../auth/who.ts';
import { Problem } from '../errors.ts';
import type { Services } from '../services.ts';
import { authorOf } from '../store/keep/keeper-store.ts';
import { acceptJson } from './body.ts';
import { json, named, newRoutes, refusals } from './parts.ts';
import { ofOrganisation } from './who-asks.ts';

const MOST_BYTES = 4 * 1024;
export const organisationParam = z.object({ id: z.string().max(100) });

const list = createRoute({
  method: 'get',
  path: '/api/organisations',
  summary: 'All organisations, by name',
  middleware: need('steward'),
  responses: {
    200: json(
      z.object({ organisations: z.array(named('OrganisationLine', organisationLineSchema)) }),
      'Each with how many act for it and how many places it keeps',
    ),
    ...refusals(401, 403, 503),
  },
});

const make = createRoute({
  method: 'post',
  path: '/api/organisations',
  summary: 'Make an organisation',
  description:
    'For stewards. One is also made where a steward lets somebody keep a place for an organisation that is new.',
  middleware: [need('steward'), acceptJson(MOST_BYTES)] as const,
  request: {
    body: {
      content: { 'application/json': { schema: named('NewOrganisation', newOrganisationSchema) } },
      required: true,
    },
  },
  responses: {
    201: json(z.object({ id: z.string() }), 'It is there'),
    ...refusals(400, 401, 403, 413, 415, 429, 503),
  },
});

const read = createRoute({
  method: 'get',
  path: '/api/organisations/{id}',
  summary: 'An organisation: how the public reaches it, and what it keeps',
  request: { params: organisationParam },
  responses: {
    200: json(named('Organisation', organisationSchema), 'As of now'),
    ...refusals(404),
  },
});

const change = createRoute({
  method: 'patch',
  path: '/api/organisations/{id}',
  summary: 'Put right how an organisation is reached',
  description:
    'For its members and stewards. Its name is changed by stewards alone. `was` is what was seen of each field that is to change, and is always sent: where something else stands by now the answer is 409 `changed-meanwhile`, `details` has yours and theirs with who said so and when, and nothing is kept. What it said before stays in the log.',
  middleware: [ofOrganisation, acceptJson(MOST_BYTES)] as const,
  request: {
    params: organisationParam,
    body: {
      content: { 'application/json': { schema: named('OrganisationChange', organisationChangeSchema) } },
      required: true,
    },
  },
  responses: {
    204: { description: 'It says so now' },
    ...refusals(400, 401, 403, 404, 409, 413, 415, 429, 503),
  },
});

/** Organisations that keep places. Who acts for one, and its keys: see organisation-members.ts and organisation-keys.ts. */
export function organisationRoutes({ stores, now }: Services) {
  return newRoutes()
    .openapi(list, async (c) => c.json({ organisations: await stores.organisations.list() }, 200))
    .openapi(make, async (c) => {
      const id = await stores.organisations.create(c.req.valid('json'), now().toISOString());
      return c.json({ id }, 201);
    })
    .openapi(read, async (c) => {
      const { id } = c.req.valid('param');
      const found = await stores.organisations.get(id);
      if (found === null) throw unknownOrganisation();
      const keeps = await stores.people.kept([id], now().toISOString().slice(0, 10));
      return c.json({ ...found, keeps }, 200);
    })
    .openapi(change, async (c) => {
      const { id } = c.req.valid('param');
      const { name, was, ...contact } = c.req.valid('json');
      const named = name === undefined ? {} : { name };
      if (name !== undefined && !may(c.get('person').role, 'steward')) {
        throw notAllowed('Only stewards change the name of an organisation. Ask one to.');
      }
      const by = { author: authorOf(c.get('person')), at: now().toISOString() };
      const change = { ...given(contact), ...named };
      if (!(await stores.organisations.change(id, change, given(was), by))) throw unknownOrganisation();
      notKept(c);
      return c.body(null, 204);
    });
}

/** Only what was said: what is left out stays. */
function given<T extends object>(some: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(some).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

export function unknownOrganisation(): Problem {
  return new Problem(404, 'unknown-organisation', 'Kith knows no such organisation.');
}
