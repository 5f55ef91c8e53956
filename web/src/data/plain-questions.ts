import { read } from './client.ts';

/** Questions whose answers core gives a type, asked by their address. A screen never calls these itself. */

type Query = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** An address under `/api` with what of a query is given. */
export function addressOf(path: string, query: Query = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== null && value !== undefined);
  const text = new URLSearchParams(given.map(([key, value]) => [key, String(value)])).toString();
  return `/api${path}${text ? `?${text}` : ''}`;
}

/** Asks. What hangs on who asks is never kept by the browser. */
export const askAt = <T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<T> =>
  read<T>(fetch(addressOf(path, query), { cache: 'no-store', ...(signal ? { signal } : {}) })) as Promise<T>;

/** Sends something as JSON, or a file as it is. Nothing that was asked again by itself: the caller decides. */
export function sendTo<T>(
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
  query: Query = {},
): Promise<T> {
  const bytes = body instanceof Blob;
  const init: RequestInit =
    body === undefined
      ? { method }
      : bytes
        ? { method, body, headers: { 'Content-Type': body.type || 'application/octet-stream' } }
        : { method, body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } };
  return read<T>(fetch(addressOf(path, query), init).then(withBody)) as Promise<T>;
}

/** An answer with nothing in it is none the less an answer. */
const withBody = (answer: Response): Response => (answer.status === 204 ? Response.json({}) : answer);
