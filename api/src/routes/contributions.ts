import { createRoute, z } from '@hono/zod-openapi';
import {
  confirmationSchema,
  editSchema,
  newPlaceSchema,
  pinSchema,
  sentSchema,
} from '@kith/core/keep/contribution';
import { neighbourSchema } from '@kith/core/keep/queue';
import { WAITING_KINDS, type WaitingKind } from '@kith/core/keep/waiting-kinds';
import { KIND_IDS } from '@kith/core/place/kinds';
import type { Context } from 'hono';
import { type Limits, useUp } from '../auth/limits.ts';
import { need } from '../auth/need.ts';
import { Problem } from '../errors.ts';
import type { Services } from '../services.ts';
import type { Sender } from '../store/keep/contribution-store.ts';
import { becameShape } from './became-shape.ts';
import { acceptJson, addressOf } from './body.ts';
import { type Env, json, named, newRoutes, refusals } from './parts.ts';

const MOST_BYTES = 20 * 1024;
const KINDS = WAITING_KINDS.map(({ id }) => id) as [WaitingKind, ...WaitingKind[]];
const idParam = z.object({ id: z.string().max(100) });

const add = createRoute({
  method: 'post',
  path: '/api/contributions',
  summary: 'Add a place',
  description:
    'Open to all, without an account. It waits for a steward; what a steward adds is shown at once. The same `key` sent again is the same place.',
  middleware: acceptJson(MOST_BYTES),
  request: {
    body: { content: { 'application/json': { schema: named('NewPlace', newPlaceSchema) } }, required: true },
  },
  responses: {
    201: json(named('Sent', sentSchema), 'It is kept; the reference may be quoted'),
    ...refusals(400, 403, 409, 413, 415, 429, 503),
  },
});

const edit = createRoute({
  method: 'post',
  path: '/api/places/{id}/edits',
  summary: 'Change what is said of a place',
  description:
    'Of those who keep the place and of stewards it stands at once, as one change; of everyone else it waits for a steward. `was` is what its editor saw: where another value stands by now the answer is 409 `changed-meanwhile`, `details` has yours and theirs field by field, and nothing is kept. The same `key` sent again is the same edit.',
  middleware: acceptJson(MOST_BYTES),
  request: {
    params: idParam,
    body: { content: { 'application/json': { schema: named('Edit', editSchema) } }, required: true },
  },
  responses: {
    201: json(named('Sent', sentSchema), 'It is kept; the reference may be quoted'),
    ...refusals(400, 403, 404, 409, 413, 415, 429, 503),
  },
});

const confirm = createRoute({
  method: 'post',
  path: '/api/places/{id}/confirmations',
  summary: 'Say that what was shown of a place is still right',
  description: 'One change: each field that was shown is checked as of today.',
  middleware: [need('sign-off'), acceptJson(MOST_BYTES)] as const,
  request: {
    params: idParam,
    body: {
      content: { 'application/json': { schema: named('Confirmation', confirmationSchema) } },
      required: true,
    },
  },
  responses: {
    200: json(z.object({ changeId: z.int() }), 'It is checked'),
    ...refusals(400, 401, 403, 404, 409, 413, 415, 429, 503),
  },
});

const sent = createRoute({
  method: 'get',
  path: '/api/sent/{reference}',
  summary: 'What became of something that was sent',
  description: 'For whoever has its reference, however it is typed. It says nothing of who sent it.',
  request: { params: z.object({ reference: z.string().max(40) }) },
  responses: {
    200: json(
      z
        .object({
          reference: z.string(),
          kind: z.enum(KINDS),
          title: z.string(),
          summary: z.string(),
          state: z.enum(['waiting', 'accepted', 'rejected']),
          at: z.string(),
          decidedAt: z.string().nullable(),
          note: z.string().nullable().openapi({ description: 'The words of the steward who decided' }),
          placeId: z.string().nullable(),
          ...becameShape,
        })
        .openapi('SentAnswer'),
      'What became of it',
    ),
    ...refusals(404, 429),
  },
});

const degrees = (name: string) =>
  z
    .string()
    .regex(/^-?\d{1,3}(\.\d{1,15})?$/, `Give ${name} in degrees.`)
    .transform(Number)
    .openapi({ type: 'number' });

const likeThis = createRoute({
  method: 'get',
  path: '/api/look-alikes',
  summary: 'Listed places that may be the one somebody is about to add',
  description: 'Likeliest first, five at most, from those near the spot or else by name.',
  request: {
    query: z.object({
      name: z.string().max(120, 'Use 120 letters or fewer.'),
      kind: z.enum(KIND_IDS, { error: `Choose a kind: ${KIND_IDS.join(', ')}.` }).optional(),
      lon: degrees('lon').optional(),
      lat: degrees('lat').optional(),
      postcode: z.string().max(10).optional(),
      address: z.string().max(200).optional(),
    }),
  },
  responses: {
    200: json(z.object({ neighbours: z.array(named('Neighbour', neighbourSchema)) }), 'What is like it'),
    ...refusals(400),
  },
});

/** Adding places, changing what is said of them, saying that it is still right; and what became of it. */
export function contributionRoutes({ stores, now }: Services, limits: Limits) {
  const hold = (c: Context<Env>) => {
    if (c.get('person').role !== 'visitor') return;
    useUp(limits.suggestions, addressOf(c), now, 'Thank you; that is a lot at once.');
  };
  return newRoutes()
    .openapi(add, async (c) => {
      hold(c);
      return c.json(await stores.contributions.addPlace(c.req.valid('json'), senderIn(c, now)), 201);
    })
    .openapi(edit, async (c) => {
      hold(c);
      const { id } = c.req.valid('param');
      return c.json(await stores.contributions.edit(id, c.req.valid('json'), senderIn(c, now)), 201);
    })
    .openapi(confirm, async (c) => {
      const { id } = c.req.valid('param');
      const changeId = await stores.contributions.confirm(id, c.req.valid('json'), senderIn(c, now));
      return c.json({ changeId }, 200);
    })
    .openapi(sent, async (c) => {
      useUp(limits.tries, `sent ${addressOf(c)}`, now, 'That is a lot of questions at once.');
      const found = await stores.contributions.sent(c.req.valid('param').reference);
      c.header('Cache-Control', 'private, no-store');
      if (found !== null) return c.json(found, 200);
      throw new Problem(
        404,
        'unknown-reference',
        'There is nothing with that reference. Check its letters: it has twelve, such as K7QX-2MPA-9RTB.',
      );
    })
    .openapi(likeThis, async (c) => {
      const { name, kind = null, lon, lat, postcode = null, address = null } = c.req.valid('query');
      const pin = pinSchema.safeParse({ lon, lat });
      if (!pin.success && (lon !== undefined || lat !== undefined)) {
        throw new Problem(
          400,
          'invalid-request',
          'Give lon and lat of a spot in Britain, or leave both out.',
        );
      }
      const asked = { name, kind, pin: pin.success ? pin.data : null, postcode, address };
      return c.json({ neighbours: await stores.contributions.lookAlikes(asked) }, 200);
    });
}

/** Who sends what a request holds. */
export function senderIn(c: Context<Env>, now: () => Date): Sender {
  return { person: c.get('person'), at: now().toISOString(), address: addressOf(c) };
}
