import { createApp } from '@kith/api/app';
import { type Limits, usualLimits } from '@kith/api/auth/limits';
import { signInsOver } from '@kith/api/auth/sign-ins';
import { createStores } from '@kith/api/store/stores';
import { type TemporaryKith, temporaryKith } from '../load/temporary-kith.ts';

export const ORIGIN = 'http://localhost:4401';

export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** The whole app over an empty database, with a letter box instead of a mail server. */
export interface SignInApp {
  readonly kith: TemporaryKith;
  readonly stores: ReturnType<typeof createStores>;
  readonly letters: Letter[];
  readonly failures: unknown[];
  /** As a page of Kith's own sends it. */
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>;
  /** Waits for the letter that was asked for, and takes the token out of its link. */
  token(): Promise<string>;
  /** Signs in by a link. @returns the cookie */
  signIn(email: string): Promise<string>;
  close(): void;
}

export async function signInApp(
  more: { origin?: string; limits?: Partial<Limits>; mail?: (letter: Letter) => Promise<void> } = {},
): Promise<SignInApp> {
  const kith = await temporaryKith();
  const stores = createStores(kith.open.db);
  const letters: Letter[] = [];
  const failures: unknown[] = [];
  const origin = more.origin ?? ORIGIN;
  const app = createApp({
    stores,
    config: { basemap: null, basemapOrigins: [], version: 'test', webDist: kith.folder },
    log: { request: () => undefined, failure: (_id, error) => failures.push(error) },
    limits: { ...usualLimits(), ...more.limits },
    signIns: signInsOver({
      stores,
      origin,
      secret: 'a secret of the tests that is long enough',
      mailer: { send: more.mail ?? (async (letter) => void letters.push(letter)) },
    }),
  });
  const send: SignInApp['send'] = async (method, path, body, headers = {}) =>
    app.request(`${origin}${path}`, {
      method,
      headers: {
        Origin: origin,
        'Sec-Fetch-Site': 'same-origin',
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const token = async () => {
    const before = letters.length;
    for (let n = 0; n < 200 && letters.length === before; n += 1) {
      await new Promise((done) => setTimeout(done, 5));
    }
    const found = /#token=([\w-]+)/.exec(letters.at(-1)?.text ?? '')?.[1];
    if (found === undefined) throw new Error('No letter came.');
    return found;
  };
  return {
    kith,
    stores,
    letters,
    failures,
    send,
    token,
    async signIn(email) {
      const coming = token();
      await send('POST', '/api/sign-in', { email });
      const answer = await send('POST', '/api/sign-in/confirm', { token: await coming });
      if (answer.status !== 200) throw new Error(`Not signed in: ${await answer.text()}`);
      return cookieOf(answer);
    },
    close: () => kith.close(),
  };
}

/** The cookies that an answer sets, as a browser sends them back. */
export function cookieOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0] ?? '')
    .join('; ');
}

export async function codeOf(answer: Response): Promise<string> {
  return ((await answer.json()) as { error: { code: string } }).error.code;
}
