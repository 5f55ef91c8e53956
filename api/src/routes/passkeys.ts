import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { type Limits, useUp } from '../auth/limits.ts';
import { notAllowed, signInFirst } from '../auth/need.ts';
import type { PasskeyBody, PasskeyStep, SignIns } from '../auth/sign-ins.ts';
import { Problem } from '../errors.ts';
import type { Services } from '../services.ts';
import { acceptJson, addressOf } from './body.ts';
import { type Env, json, newRoutes, refusals } from './parts.ts';
import { setCookies } from './sign-in.ts';
import { personal, personOf } from './who-asks.ts';

/** What an authenticator answers is a few kB with a certificate in it. */
const MOST_BYTES = 32 * 1024;
const at = <P extends string>(step: P) => `/api/auth/passkey/${step}` as const;

const nameSchema = z.string().trim().max(60, 'Keep the name under 60 letters.').optional();
/** As WebAuthn Level 3 writes it in JSON; the browser takes it as it is. */
const optionsSchema = z.looseObject({ challenge: z.string() }).openapi('PasskeyOptions');
const answerSchema = z.looseObject({ id: z.string().max(1024) }).openapi('PasskeyAnswer');
const responseBody = (shape: z.ZodObject) => ({
  body: { content: { 'application/json': { schema: shape } }, required: true },
});

const registerOptions = createRoute({
  method: 'get',
  path: at('generate-register-options'),
  summary: 'What a device needs to make a passkey',
  middleware: personal,
  request: { query: z.object({ name: nameSchema }) },
  responses: { 200: json(optionsSchema, 'For the browser'), ...refusals(401, 403, 429, 503) },
});

const register = createRoute({
  method: 'post',
  path: at('verify-registration'),
  summary: 'Add the passkey that a device made',
  middleware: [personal, acceptJson(MOST_BYTES)] as const,
  request: responseBody(z.object({ response: answerSchema, name: nameSchema })),
  responses: {
    200: json(z.object({ added: z.literal(true) }), 'It signs in from now on'),
    ...refusals(400, 401, 403, 413, 415, 429, 503),
  },
});

const signInOptions = createRoute({
  method: 'get',
  path: at('generate-authenticate-options'),
  summary: 'What a device needs to sign in with a passkey',
  responses: { 200: json(optionsSchema, 'For the browser'), ...refusals(429, 503) },
});

const signIn = createRoute({
  method: 'post',
  path: at('verify-authentication'),
  summary: 'Sign in with a passkey',
  middleware: acceptJson(MOST_BYTES),
  request: responseBody(z.object({ response: answerSchema })),
  responses: {
    200: json(z.object({ signedIn: z.literal(true) }), 'Signed in'),
    ...refusals(400, 403, 413, 415, 429, 503),
  },
});

const list = createRoute({
  method: 'get',
  path: at('list-user-passkeys'),
  summary: 'Your passkeys',
  middleware: personal,
  responses: {
    200: json(
      z.array(z.object({ id: z.string(), name: z.string().nullable(), since: z.string().nullable() })),
      'Oldest first',
    ),
    ...refusals(401, 403, 503),
  },
});

const remove = createRoute({
  method: 'post',
  path: at('delete-passkey'),
  summary: 'Remove one of your passkeys',
  middleware: [personal, acceptJson(MOST_BYTES)] as const,
  request: responseBody(z.object({ id: z.string().max(100) })),
  responses: {
    200: json(z.object({ removed: z.literal(true) }), 'It signs in no more'),
    ...refusals(400, 401, 403, 404, 413, 415, 503),
  },
});

/** Passkeys. The library does the cryptography; what of its answers goes out is written here. */
export function passkeyRoutes({ stores, now }: Services, signIns: SignIns, limits: Limits) {
  const step = async (c: Context<Env>, name: PasskeyStep, body?: PasskeyBody) => {
    useUp(limits.tries, addressOf(c), now, 'That is a lot of tries at once.');
    const answer = await signIns.passkeyStep(name, c.req.raw.headers, body);
    if (answer.status >= 400) throw refusal(name, answer.status, answer.body);
    setCookies(c, answer.cookies);
    return answer.body;
  };
  return newRoutes()
    .openapi(registerOptions, async (c) => {
      const email = await stores.people.emailOf(personOf(c));
      const asked = { name: email ?? c.req.valid('query').name };
      return c.json(optionsSchema.parse(await step(c, 'generate-register-options', asked)), 200);
    })
    .openapi(register, async (c) => {
      const body = c.req.valid('json') as PasskeyBody;
      await step(c, 'verify-registration', body);
      return c.json({ added: true as const }, 200);
    })
    .openapi(signInOptions, async (c) =>
      c.json(optionsSchema.parse(await step(c, 'generate-authenticate-options')), 200),
    )
    .openapi(signIn, async (c) => {
      await step(c, 'verify-authentication', c.req.valid('json') as PasskeyBody);
      return c.json({ signedIn: true as const }, 200);
    })
    .openapi(list, async (c) => c.json(await stores.people.passkeys(personOf(c)), 200))
    .openapi(remove, async (c) => {
      const { id } = c.req.valid('json') as { id: string };
      if (!(await stores.people.dropPasskey(personOf(c), id))) {
        throw new Problem(404, 'unknown-passkey', 'You have no such passkey. Perhaps it was removed before.');
      }
      return c.json({ removed: true as const }, 200);
    });
}

/** What the library refuses, in words. Anything unforeseen is a failure of ours and goes to the log. */
function refusal(step: PasskeyStep, status: number, body: unknown): Error {
  if (step === 'verify-authentication' && status < 500) {
    return new Problem(
      400,
      'unknown-passkey',
      'Kith does not know this passkey. Have a link sent to your e-mail instead.',
    );
  }
  const code = (body as { code?: unknown } | null)?.code;
  if (code === 'SESSION_NOT_FRESH') {
    return notAllowed('You signed in a while ago. Sign out, sign in again, then make the passkey.');
  }
  if (status === 401) return signInFirst();
  if (step === 'verify-registration') {
    return new Problem(
      400,
      'no-passkey',
      'This passkey could not be added. Start again from the page of your account.',
    );
  }
  return new Error(`The sign-in library answered ${status} ${String(code)} to ${step}.`);
}
