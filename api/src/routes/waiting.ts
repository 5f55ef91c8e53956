import { createRoute, z } from '@hono/zod-openapi';
import { decisionSchema, doneSchema, waitingDetailSchema, waitingSchema } from '@kith/core/keep/queue';
import { WAITING_KINDS, type WaitingKind } from '@kith/core/keep/waiting-kinds';
import { need } from '../auth/need.ts';
import { Problem } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Mailer } from '../mail/mailer.ts';
import type { Services } from '../services.ts';
import { acceptJson } from './body.ts';
import { tellSenders } from './decision-mail.ts';
import { json, named, newRoutes, refusals, wholeParam } from './parts.ts';

const MOST_BYTES = 256 * 1024;
const MOST_PUT_BACK_BYTES = 1024;
const MOST_LINES = 500;
const USUAL_LINES = 50;
const KINDS = WAITING_KINDS.map(({ id }) => id) as [WaitingKind, ...WaitingKind[]];
const steward = need('steward');
const idParam = z.object({ id: z.string().max(120) });

const list = createRoute({
  method: 'get',
  path: '/api/waiting',
  summary: 'What waits for a steward',
  description:
    'What people sent, oldest first; then likely duplicates; what is set apart as likely spam comes last, whenever it came.',
  middleware: steward,
  request: {
    query: z.object({
      kind: z.enum(KINDS, { error: `Choose a kind: ${KINDS.join(', ')}.` }).optional(),
      apart: z.enum(['yes', 'no'], { error: 'Say yes or no.' }).optional().openapi({
        description: 'yes: only what is set apart; no: only what is not. Left out: both',
      }),
      copiesOf: z.string().max(60).optional().openapi({ description: 'Only the near-copies of this one' }),
      limit: wholeParam(1, MOST_LINES, 'limit').optional(),
      cursor: z.string().max(1_000).optional().openapi({ description: 'The `next` of the page before' }),
    }),
  },
  responses: {
    200: json(
      z.object({ waiting: z.array(named('Waiting', waitingSchema)), next: z.string().nullable() }),
      'A page of the queue; `next` is null at the end',
    ),
    ...refusals(400, 401, 403),
  },
});

const counts = createRoute({
  method: 'get',
  path: '/api/waiting/counts',
  summary: 'How much waits for a steward',
  middleware: steward,
  responses: {
    200: json(
      z.object({
        total: z.int().openapi({ description: 'Without what is set apart' }),
        apart: z.int(),
        byKind: z.record(z.enum(KINDS), z.int()),
        oldest: z.string().nullable().openapi({ description: 'ISO time of what has waited longest' }),
      }),
      'Counts',
    ),
    ...refusals(401, 403),
  },
});

const done = createRoute({
  method: 'get',
  path: '/api/waiting/done',
  summary: 'What stewards decided, newest first',
  description:
    'What was sent, and which listings were said to be one place or two. `undo` of a merge that stands is what `/api/merges/{fromId}/undo` takes.',
  middleware: steward,
  request: {
    query: z.object({
      limit: wholeParam(1, MOST_LINES, 'limit').optional(),
      cursor: z.string().max(1_000).optional().openapi({ description: 'The `next` of the page before' }),
    }),
  },
  responses: {
    200: json(
      z.object({ done: z.array(named('Done', doneSchema)), next: z.string().nullable() }),
      'A page of what was decided; `next` is null at the end',
    ),
    ...refusals(400, 401, 403),
  },
});

const one = createRoute({
  method: 'get',
  path: '/api/waiting/{id}',
  summary: 'One thing that waits, with what it would change',
  middleware: steward,
  request: { params: idParam },
  responses: {
    200: json(named('WaitingDetail', waitingDetailSchema), 'Before and after, where it is, what is like it'),
    ...refusals(401, 403, 404),
  },
});

const decideOn = createRoute({
  method: 'post',
  path: '/api/waiting/decisions',
  summary: 'Accept, amend or turn down one or many',
  description:
    'Each is decided on its own: the answer says of each what came of it. `fields` amends what is accepted and `stays` names which of two listings a merge keeps, of one only. `sameAs` says, of new places that are turned down, which place they are the same as. What was decided before stays so.',
  middleware: [steward, acceptJson(MOST_BYTES)] as const,
  request: {
    body: { content: { 'application/json': { schema: named('Decision', decisionSchema) } }, required: true },
  },
  responses: {
    200: json(
      z.object({
        decided: z.array(
          z
            .object({
              id: z.string(),
              outcome: z.enum(['accepted', 'rejected', 'before', 'changed', 'refused', 'unknown']),
              message: z.string(),
              changeId: z.int().nullable(),
              waitAgain: z.array(z.string()).optional().openapi({
                description:
                  'Of one that is turned down: the ids of others that had been turned down as the same as it and wait again',
              }),
              details: z.unknown().optional(),
            })
            .openapi('Decided'),
        ),
      }),
      'What came of each, in the order asked',
    ),
    ...refusals(400, 401, 403, 413, 415, 503),
  },
});

const putBack = createRoute({
  method: 'post',
  path: '/api/waiting/{id}/put-back',
  summary: 'Put back into the queue what was turned down',
  description:
    'It waits again as it did before, and its sender reads that under their reference. `decidedAt` is the `at` of the decision in the list of what was done. Asked again by the same steward it is the same. What its sender took back stays so.',
  middleware: [steward, acceptJson(MOST_PUT_BACK_BYTES)] as const,
  request: {
    params: idParam,
    body: {
      content: {
        'application/json': { schema: z.object({ decidedAt: z.string().max(40) }).openapi('PutBack') },
      },
      required: true,
    },
  },
  responses: {
    204: { description: 'It waits again' },
    ...refusals(400, 401, 403, 404, 409, 413, 415, 503),
  },
});

const undo = createRoute({
  method: 'post',
  path: '/api/merges/{fromId}/undo',
  summary: 'Take the merge of a place back',
  description: 'Both places are as they were, with whatever was said of either since.',
  middleware: steward,
  request: { params: z.object({ fromId: z.string().max(100) }) },
  responses: {
    200: json(z.object({ fromId: z.string(), toId: z.string() }), 'They are two places again'),
    ...refusals(401, 403, 404, 503),
  },
});

export function waitingRoutes(
  { stores, now }: Services,
  { mailer, origin, log }: { mailer: Mailer; origin: string; log: Log },
) {
  const anotherCursor = () =>
    new Problem(400, 'invalid-cursor', 'This cursor belongs to another question. Begin without one.');
  const nothing = (message: string) => new Problem(404, 'nothing-waits', message);
  return newRoutes()
    .openapi(list, async (c) => {
      const { kind, apart, copiesOf, limit = USUAL_LINES, cursor } = c.req.valid('query');
      const filter = { kind, copiesOf, apart: apart === undefined ? undefined : apart === 'yes' };
      const page = await stores.waiting.list(filter, limit, cursor);
      if (page === undefined) throw anotherCursor();
      return c.json({ waiting: [...page.waiting], next: page.next }, 200);
    })
    .openapi(counts, async (c) => c.json(await stores.waiting.count(), 200))
    .openapi(done, async (c) => {
      const { limit = USUAL_LINES, cursor } = c.req.valid('query');
      const page = await stores.waiting.done(limit, cursor, `person:${c.get('person').id}`);
      if (page === undefined) throw anotherCursor();
      return c.json({ done: [...page.done], next: page.next }, 200);
    })
    .openapi(one, async (c) => {
      const found = await stores.waiting.get(c.req.valid('param').id);
      if (found === undefined) throw nothing('Nothing waits by this id. It may have been decided already.');
      return c.json(found, 200);
    })
    .openapi(decideOn, async (c) => {
      const decision = c.req.valid('json');
      if (decision.fields !== null && decision.ids.length > 1) {
        throw new Problem(400, 'amend-one', 'Amend one at a time: leave `fields` out to accept many.');
      }
      if (decision.stays !== null && decision.ids.length > 1) {
        throw new Problem(
          400,
          'amend-one',
          'Say of one pair at a time which stays: leave `stays` out to merge many.',
        );
      }
      if (decision.sameAs !== null && decision.decision !== 'reject') {
        throw new Problem(
          400,
          'same-is-rejected',
          'Leave `sameAs` out of what you accept: it says why something is turned down.',
        );
      }
      const { id } = c.get('person');
      const { decided, toTell } = await stores.waiting.decide(decision, `person:${id}`, now().toISOString());
      const request = c.get('requestId');
      // Not waited for: it is decided whether or not a letter goes out.
      void tellSenders(toTell, stores.people.emailOf, { mailer, origin }, (error) =>
        log.failure(request, error),
      );
      return c.json({ decided }, 200);
    })
    .openapi(putBack, async (c) => {
      const by = { author: `person:${c.get('person').id}`, at: now().toISOString() };
      await stores.waiting.putBack(c.req.valid('param').id, c.req.valid('json').decidedAt, by);
      return c.body(null, 204);
    })
    .openapi(undo, async (c) => {
      const { fromId } = c.req.valid('param');
      const merge = await stores.merges.standing(fromId);
      if (merge === null) throw nothing('This place is not merged into another. There is nothing to undo.');
      const undone = await stores.merges.undo(merge, `person:${c.get('person').id}`, now().toISOString());
      return c.json(undone, 200);
    });
}
