import { type AppParts, createApp } from '@kith/api/app';
import { createStores } from '@kith/api/store/stores';
import type { TemporaryKith } from '../load/temporary-kith.ts';

/** What the log was told, for tests that look at it. */
export interface Heard {
  readonly requests: { id: string; method: string; path: string; status: number }[];
  readonly failures: { id: string; error: unknown }[];
}

export interface KithApp {
  readonly heard: Heard;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  send(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  request(path: string, init: RequestInit): Promise<Response>;
}

/** The app over a temporary database, called without a port. Anything it is made of can be replaced. */
export function appOf(kith: TemporaryKith, parts: Partial<AppParts> = {}): KithApp {
  const heard: Heard = { requests: [], failures: [] };
  const app = createApp({
    stores: createStores(kith.open.db),
    config: { basemap: null, basemapOrigins: [], version: '0.0.0-test', webDist: `${kith.folder}/web` },
    log: {
      request: (line) => heard.requests.push(line),
      failure: (id, error) => heard.failures.push({ id, error }),
    },
    ...parts,
  });
  const request = async (path: string, init: RequestInit) => app.request(path, init);
  return {
    heard,
    request,
    get: (path, headers = {}) => request(path, { headers }),
    send: (path, body, headers = {}) =>
      request(path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
  };
}

/** The code of the error envelope, after a look at its shape. */
export async function codeOf(response: Response): Promise<string> {
  const body = (await response.json()) as { error: { code: string; message: string; details?: unknown } };
  const keys = Object.keys(body.error).filter((key) => !['code', 'message', 'details'].includes(key));
  if (Object.keys(body).join() !== 'error' || keys.length > 0 || body.error.message.length < 10) {
    throw new Error(`not the envelope: ${JSON.stringify(body)}`);
  }
  return body.error.code;
}
