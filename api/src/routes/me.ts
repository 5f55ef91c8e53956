import { createRoute, z } from '@hono/zod-openapi';
import { askedKeepSchema } from '@kith/core/keep/asked-keep';
import { keptPlaceSchema } from '@kith/core/keep/organisation';
import { ROLE_IDS } from '@kith/core/keep/roles';
import type { SignIns } from '../auth/sign-ins.ts';
import { notKept } from '../auth/who.ts';
import { Problem } from '../errors.ts';
import type { Services } from '../services.ts';
import { becameShape } from './became-shape.ts';
import { json, named, newRoutes, refusals } from './parts.ts';
import { setCookies } from './sign-in.ts';
import { personal, personOf } from './who-asks.ts';

export const personSchema = z
  .object({
    id: z.string().nullable(),
    role: z.enum(ROLE_IDS),
    organisations: z.array(z.object({ id: z.string(), name: z.string() })),
  })
  .openapi('Person');

const meSchema = z
  .object({
    person: personSchema,
    /** Null for a visitor, and for an organisation's key. */
    email: z.string().nullable(),
    keeps: z.array(named('KeptPlace', keptPlaceSchema)),
    asked: z.array(named('AskedKeep', askedKeepSchema)).openapi({
      description:
        'Listings that they or others of their organisations asked to keep, while a steward has not answered',
    }),
    waiting: z.array(
      z.object({
        reference: z.string(),
        kind: z.string(),
        title: z.string(),
        state: z.enum(['waiting', 'accepted', 'rejected']),
        at: z.string(),
        placeId: z.string().nullable(),
        note: z.string().nullable(),
        ...becameShape,
      }),
    ),
    sessions: z.int(),
  })
  .openapi('Me');

const me = createRoute({
  method: 'get',
  path: '/api/me',
  summary: 'Who asks: what they may, keep and have sent',
  description: 'A visitor gets an answer too: that they are one.',
  responses: { 200: json(meSchema, 'Whoever asks'), ...refusals(401, 503) },
});

const sessions = createRoute({
  method: 'get',
  path: '/api/me/sessions',
  summary: 'Where you are signed in',
  description: 'Since when and until when, and which of them asks. Neither place nor device is kept.',
  middleware: personal,
  responses: {
    200: json(
      z.object({
        sessions: z.array(
          z.object({ id: z.string(), since: z.string(), until: z.string(), current: z.boolean() }),
        ),
      }),
      'Newest first',
    ),
    ...refusals(401, 403, 503),
  },
});

const endSession = createRoute({
  method: 'delete',
  path: '/api/me/sessions/{id}',
  summary: 'End one of your sessions',
  description: '`others` ends all but the one that asks.',
  middleware: personal,
  request: { params: z.object({ id: z.string().max(100) }) },
  responses: {
    200: json(z.object({ ended: z.literal(true) }), 'It works no more'),
    ...refusals(401, 403, 404, 503),
  },
});

const removeMe = createRoute({
  method: 'delete',
  path: '/api/me',
  summary: 'Remove your account for good',
  description:
    'Address, sessions, passkeys, membership and spreadsheets are removed. What you said of places stays, without whom it came from.',
  middleware: personal,
  responses: {
    200: json(z.object({ removed: z.literal(true) }), 'It is gone'),
    ...refusals(401, 403, 503),
  },
});

/** Who somebody is to Kith, and what of theirs is kept. */
export function meRoutes({ stores, now }: Services, signIns: SignIns) {
  return newRoutes()
    .openapi(me, async (c) => {
      notKept(c);
      const person = c.get('person');
      const { id } = person;
      const at = now();
      const organisations = person.organisations.map((each) => each.id);
      const keeps = await stores.people.kept(organisations, at.toISOString().slice(0, 10));
      const asked = await stores.people.askedToKeep(person);
      const theirs =
        id === null
          ? { email: null, waiting: [], sessions: 0 }
          : {
              email: await stores.people.emailOf(id),
              waiting: await stores.people.sent(id),
              sessions: (await stores.people.sessions(id, at)).length,
            };
      const shown = { ...person, organisations: [...person.organisations] };
      return c.json({ person: shown, keeps, asked, ...theirs }, 200);
    })
    .openapi(sessions, async (c) => {
      const rows = await stores.people.sessions(personOf(c), now());
      const current = c.get('sessionId');
      return c.json({ sessions: rows.map((row) => ({ ...row, current: row.id === current })) }, 200);
    })
    .openapi(endSession, async (c) => {
      const { id } = c.req.valid('param');
      const person = personOf(c);
      if (id === 'others') {
        await stores.people.endOtherSessions(person, c.get('sessionId') ?? '');
      } else if (!(await stores.people.endSession(person, id))) {
        throw new Problem(404, 'unknown-session', 'You have no such session. Perhaps it has ended.');
      }
      return c.json({ ended: true as const }, 200);
    })
    .openapi(removeMe, async (c) => {
      const id = personOf(c);
      await stores.people.remove(id, `person:${id}`, now().toISOString());
      // Its session went with it; this takes the cookie out of the browser.
      setCookies(c, await signIns.signOut(c.req.raw.headers));
      return c.json({ removed: true as const }, 200);
    });
}
