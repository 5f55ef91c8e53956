import { randomUUID } from 'node:crypto';
import { passkey } from '@better-auth/passkey';
import { type BetterAuthOptions, betterAuth } from 'better-auth/minimal';
import { magicLink } from 'better-auth/plugins';
import type { Mailer } from '../mail/mailer.ts';
import { LINK_MINUTES } from '../store/keep/people-store.ts';
import { hashOfToken, newToken } from '../store/keep/token-hash.ts';
import type { Stores } from '../store/stores.ts';
import { signInMail } from './sign-in-mail.ts';

/** Names the cookies: `kith.session_token`, with `__Secure-` before it over https. */
export const COOKIE_PREFIX = 'kith';
/** A session ends so many days after signing in. Nothing is written as it is used, so reading stays reading. */
const SESSION_DAYS = 60;
const DAY_SECONDS = 24 * 60 * 60;

export interface SignInParts {
  readonly stores: Stores;
  /** Where people reach Kith: `https://kith.example.org`. Links lead there; passkeys are bound to its name. */
  readonly origin: string;
  /** Signs the cookies. */
  readonly secret: string;
  readonly mailer: Mailer;
}

/** Cookies to set, as they stand in `Set-Cookie`. */
export type Cookies = readonly string[];

/** What Kith uses of the sign-in library, and nothing else of it can be reached. */
export interface SignIns {
  readonly origin: string;
  /** Makes a link that works once and for a quarter of an hour, and sends it. @throws MailError */
  sendLink(email: string): Promise<void>;
  /** Uses a link up. Null: there is no such link, it was used, or it is too old. */
  confirm(token: string): Promise<Cookies | null>;
  /** Whose session the cookie of a request is; null for none. */
  sessionOf(headers: Headers): Promise<{ readonly id: string; readonly personId: string } | null>;
  /** Ends the session of the cookie. */
  signOut(headers: Headers): Promise<Cookies>;
  /** The four steps of passkeys; see `PasskeyStep`. */
  passkeyStep(step: PasskeyStep, headers: Headers, body?: PasskeyBody): Promise<PasskeyAnswer>;
}

/** By the names that the library gives them: options for the browser, then what its authenticator answered. */
export const PASSKEY_STEPS = [
  'generate-register-options',
  'verify-registration',
  'generate-authenticate-options',
  'verify-authentication',
] as const;
export type PasskeyStep = (typeof PASSKEY_STEPS)[number];

export interface PasskeyBody {
  /** What the browser's authenticator answered; nothing where options are asked for. */
  readonly response?: Record<string, unknown>;
  /** Of options to make one: whose it is, as the device names it. Of one that was made: what its owner calls it. */
  readonly name?: string | undefined;
}

export interface PasskeyAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly cookies: Cookies;
}

/** Signing in over better-auth. It is made on first use: who only looks at the map need not wait for it. */
export function signInsOver(parts: SignInParts): SignIns {
  let made: ReturnType<typeof libraryOf> | undefined;
  const library = () => {
    made ??= libraryOf(parts);
    return made;
  };
  return {
    origin: parts.origin,
    async sendLink(email) {
      await library().api.signInMagicLink({ body: { email }, headers: new Headers() });
    },
    async confirm(token) {
      const answer = await library().api.magicLinkVerify({
        query: { token },
        headers: new Headers(),
        asResponse: true,
      });
      // A link that does not work is answered by leading somewhere else.
      return answer.status === 200 ? answer.headers.getSetCookie() : null;
    },
    async sessionOf(headers) {
      if (!(headers.get('Cookie') ?? '').includes(`${COOKIE_PREFIX}.session_token=`)) return null;
      const found = await library().api.getSession({ headers });
      return found === null ? null : { id: found.session.id, personId: found.user.id };
    },
    async signOut(headers) {
      const answer = await library().api.signOut({ headers, asResponse: true });
      return answer.headers.getSetCookie();
    },
    async passkeyStep(step, headers, { response = {}, name } = {}) {
      const { api } = library();
      const named = name === undefined ? {} : { name };
      const asked = { headers, asResponse: true } as const;
      const answer = await {
        'generate-register-options': () => api.generatePasskeyRegistrationOptions({ ...asked, query: named }),
        'verify-registration': () =>
          api.verifyPasskeyRegistration({ ...asked, body: { response, ...named } }),
        'generate-authenticate-options': () => api.generatePasskeyAuthenticationOptions(asked),
        'verify-authentication': () =>
          // The library reads it field by field and refuses what is none; its type has no part in that.
          api.verifyPasskeyAuthentication({ ...asked, body: { response: response as never } }),
      }[step]();
      const body: unknown = await answer.json().catch(() => null);
      return { status: answer.status, body, cookies: answer.headers.getSetCookie() };
    },
  };
}

function libraryOf({ stores, origin, secret, mailer }: SignInParts) {
  const options = {
    appName: 'Kith',
    baseURL: origin,
    basePath: '/api/auth',
    secret,
    database: stores.people.signInTables(),
    telemetry: { enabled: false },
    logger: { disabled: true },
    // Kith counts by itself, before the library is asked: see limits.ts.
    rateLimit: { enabled: false },
    session: { expiresIn: SESSION_DAYS * DAY_SECONDS, disableSessionRefresh: true },
    databaseHooks: {
      // Where somebody signed in from, and with what, is nobody's business.
      session: {
        create: { before: async (data) => ({ data: { ...data, ipAddress: null, userAgent: null } }) },
        update: { before: async (data) => ({ data: { ...data, ipAddress: null, userAgent: null } }) },
      },
      user: { create: { before: async (data) => ({ data: { ...data, name: '', image: null } }) } },
    },
    advanced: {
      cookiePrefix: COOKIE_PREFIX,
      useSecureCookies: origin.startsWith('https://'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      ipAddress: { disableIpTracking: true },
      database: { generateId: () => randomUUID() },
    },
  } satisfies BetterAuthOptions;
  return betterAuth({
    ...options,
    plugins: [
      magicLink({
        expiresIn: LINK_MINUTES * 60,
        generateToken: newToken,
        storeToken: { type: 'custom-hasher', hash: async (token) => hashOfToken(token) },
        sendMagicLink: ({ email, token }) => mailer.send(signInMail(origin, email, token)),
      }),
      passkey({
        rpID: new URL(origin).hostname,
        rpName: 'Kith',
        authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
      }),
    ],
  });
}
