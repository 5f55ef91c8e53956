import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { type Limits, useUp } from '../auth/limits.ts';
import type { Cookies, SignIns } from '../auth/sign-ins.ts';
import { notKept } from '../auth/who.ts';
import { Problem } from '../errors.ts';
import type { Log } from '../log.ts';
import { letterOf, type Mailer } from '../mail/mailer.ts';
import type { Services } from '../services.ts';
import { plainEmail } from '../store/keep/people-store.ts';
import { acceptJson, addressOf } from './body.ts';
import { json, newRoutes, refusals } from './parts.ts';

const MOST_BYTES = 4 * 1024;

/** An e-mail address, as somebody types it. */
export const emailSchema = z
  .string()
  .trim()
  .max(254, 'This is longer than an e-mail address can be.')
  .pipe(z.email('Write an e-mail address, such as name@example.org.'));

/** The same for every address: it says how this Kith sends letters, not whether one went out. */
const letterSchema = z.enum(['sent', 'outbox']).openapi({
  description: 'Where letters go: by a mail server, or into the folder `outbox` of whoever runs Kith',
});

const signIn = createRoute({
  method: 'post',
  path: '/api/sign-in',
  summary: 'Have a link sent that signs you in',
  description:
    'Answered alike for every e-mail address: whether anyone has it, and whether a letter goes out, cannot be told from here. One address gets five letters an hour at most.',
  middleware: acceptJson(MOST_BYTES),
  request: {
    body: { content: { 'application/json': { schema: z.object({ email: emailSchema }) } }, required: true },
  },
  responses: {
    202: json(
      z.object({ sent: z.literal(true), letter: letterSchema }),
      'If the address is right, a letter is on its way',
    ),
    ...refusals(400, 403, 413, 415, 429),
  },
});

const confirm = createRoute({
  method: 'post',
  path: '/api/sign-in/confirm',
  summary: 'Use the link from the letter',
  description:
    'The token stands in the link behind `#token=`. It works once, for 15 minutes; the answer sets a cookie.',
  middleware: acceptJson(MOST_BYTES),
  request: {
    body: {
      content: { 'application/json': { schema: z.object({ token: z.string().min(1).max(600) }) } },
      required: true,
    },
  },
  responses: {
    200: json(z.object({ signedIn: z.literal(true) }), 'Signed in'),
    ...refusals(400, 403, 413, 415, 429, 503),
  },
});

const signOut = createRoute({
  method: 'post',
  path: '/api/sign-out',
  summary: 'End this session',
  responses: {
    200: json(z.object({ signedIn: z.literal(false) }), 'Nobody is signed in here any more'),
    ...refusals(403, 503),
  },
});

/** Signing in and out. */
export function signInRoutes(
  { now }: Services,
  signIns: SignIns,
  { mailer, limits, log }: { mailer: Mailer; limits: Limits; log: Log },
) {
  return newRoutes()
    .openapi(signIn, (c) => {
      useUp(limits.linksByAddress, addressOf(c), now, 'That is a lot of links at once.');
      const email = plainEmail(c.req.valid('json').email);
      // Nothing is waited for: neither how long it took nor whether it went out tells anyone about an address.
      if (limits.linksByEmail.use(email, now().getTime()) === 0) {
        const id = c.get('requestId');
        signIns.sendLink(email).catch((error: unknown) => log.failure(id, error));
      }
      notKept(c);
      return c.json({ sent: true as const, letter: letterOf(mailer) }, 202);
    })
    .openapi(confirm, async (c) => {
      useUp(limits.tries, addressOf(c), now, 'That is a lot of links at once.');
      const cookies = await signIns.confirm(c.req.valid('json').token);
      if (cookies === null) {
        throw new Problem(
          400,
          'link-spent',
          'This link was used before or is too old. Ask for a new one; each works once, for 15 minutes.',
        );
      }
      setCookies(c, cookies);
      return c.json({ signedIn: true as const }, 200);
    })
    .openapi(signOut, async (c) => {
      setCookies(c, await signIns.signOut(c.req.raw.headers));
      return c.json({ signedIn: false as const }, 200);
    });
}

/** Sends cookies along, in an answer that nobody keeps. */
export function setCookies(c: Context, cookies: Cookies): void {
  for (const cookie of cookies) c.header('Set-Cookie', cookie, { append: true });
  notKept(c);
}
