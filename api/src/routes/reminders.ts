import { createRoute, z } from '@hono/zod-openapi';
import { KEPT_FIELD_IDS } from '@kith/core/keep/fields';
import { useUp } from '../auth/limits.ts';
import { notKept } from '../auth/who.ts';
import { Problem } from '../errors.ts';
import type { RateLimit } from '../rate-limit.ts';
import type { Services } from '../services.ts';
import { ChangedMeanwhile } from '../store/keep/refusals.ts';
import { acceptJson, addressOf } from './body.ts';
import { json, newRoutes, refusals } from './parts.ts';

const MOST_BYTES = 20 * 1024;
const ANSWERS = ['still-right', 'closed'] as const;
/** In the body and never in the address: addresses are written down on the way, in logs of ours and of others. */
const token = z
  .string()
  .min(1)
  .max(200)
  .openapi({ description: 'What stands in the link of the letter behind `#token=`' });
const fieldSchema = z.enum(KEPT_FIELD_IDS);

const read = createRoute({
  method: 'post',
  path: '/api/reminders/read',
  summary: 'What a reminder from an e-mail is about',
  description:
    'Changes nothing: it is asked whenever the link is opened, and programs that look into letters open every link in them. It is a POST so that the token stands in no address.',
  middleware: acceptJson(MOST_BYTES),
  request: { body: { content: { 'application/json': { schema: z.object({ token }) } }, required: true } },
  responses: {
    200: json(
      z
        .object({
          state: z.enum(['open', 'used', 'over']).openapi({
            description: 'over: too old, or whoever was sent it no longer keeps the place',
          }),
          answer: z.enum(ANSWERS).nullable(),
          placeId: z.string(),
          placeName: z.string(),
          organisationName: z.string(),
          checkedOn: z.string().nullable(),
          shown: z.array(z.object({ field: fieldSchema, label: z.string(), value: z.unknown() })),
        })
        .openapi('Reminder'),
      'The place, and all that "still right" would check',
    ),
    ...refusals(400, 403, 404, 413, 415, 429),
  },
});

const answer = createRoute({
  method: 'post',
  path: '/api/reminders/answer',
  summary: 'Answer a reminder, without signing in',
  description:
    'One change, as the organisation that keeps the place. Works once; the same answer sent again changes nothing.',
  middleware: acceptJson(MOST_BYTES),
  request: {
    body: {
      content: {
        'application/json': {
          schema: z.object({
            token,
            answer: z.enum(ANSWERS, { error: 'Say still-right or closed.' }),
            shown: z
              .array(z.object({ field: fieldSchema, value: z.unknown() }))
              .min(1)
              .max(KEPT_FIELD_IDS.length)
              .optional()
              .openapi({ description: 'What stood on the page; left out: all that stands now' }),
          }),
        },
      },
      required: true,
    },
  },
  responses: {
    200: json(z.object({ answer: z.enum(ANSWERS), placeId: z.string() }), 'It is kept'),
    ...refusals(400, 403, 404, 409, 413, 415, 429, 503),
  },
});

/** Reminders, by the token of their link: who has it may answer, and nothing else. */
export function reminderRoutes({ stores, now }: Services, tries: RateLimit) {
  const find = async (token: string) => {
    const found = await stores.reminders.read(token, now());
    if (found !== undefined) return found;
    throw new Problem(
      404,
      'unknown-reminder',
      'This link is not one of ours. Copy it whole from the e-mail.',
    );
  };
  return newRoutes()
    .openapi(read, async (c) => {
      useUp(tries, addressOf(c), now, 'That is a lot of links at once.');
      notKept(c);
      const found = await find(c.req.valid('json').token);
      return c.json({ ...found, shown: [...found.shown] }, 200);
    })
    .openapi(answer, async (c) => {
      useUp(tries, addressOf(c), now, 'That is a lot of links at once.');
      notKept(c);
      const said = c.req.valid('json');
      const { placeId } = await find(said.token);
      const outcome = await stores.reminders
        .answer(said.token, said.answer, said.shown, now())
        .catch(asProblem);
      if (outcome === 'used') {
        throw new Problem(
          409,
          'used',
          'This link was used before, with another answer. Open the place and edit it.',
        );
      }
      if (outcome !== 'done') {
        throw new Problem(
          409,
          'over',
          'This link works no longer. Sign in and open the place: there is a button for the same.',
        );
      }
      return c.json({ answer: said.answer, placeId }, 200);
    });
}

function asProblem(error: unknown): never {
  if (!(error instanceof ChangedMeanwhile)) throw error;
  throw new Problem(
    409,
    'changed-meanwhile',
    'Somebody changed this place meanwhile. Open the link again and look once more.',
    { details: error.rows },
  );
}
