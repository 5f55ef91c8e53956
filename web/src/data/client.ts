import type { AppType } from '@kith/api/types';
import { hc } from 'hono/client';

/** What the API said when it could not answer, in plain English. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly details: unknown;

  constructor(status: number, message: string, details?: unknown) {
    super(message);
    this.name = 'ApiProblem';
    this.status = status;
    this.details = details;
  }
}

/** There was no answer at all: no line, or no server. */
export const isUnreached = (error: unknown): boolean => error instanceof ApiProblem && error.status === 0;

export const api = hc<AppType>('/');

interface Answer<T> {
  readonly ok: boolean;
  readonly status: number;
  json(): Promise<T>;
}

/** Waits for an answer and checks it: a failed request never reaches a screen as data. */
export async function read<T>(request: Promise<Answer<T>>): Promise<Exclude<T, { error: unknown }>> {
  const answer = await reached(request);
  const body: unknown = await answer.json().catch(() => null);
  if (!answer.ok || body === null) throw problemOf(answer.status, body);
  return body as Exclude<T, { error: unknown }>;
}

/** The same for an answer that is handed on as it came. */
export async function readBytes(
  request: Promise<Answer<unknown> & { arrayBuffer(): Promise<ArrayBuffer> }>,
): Promise<ArrayBuffer> {
  const answer = await reached(request);
  if (!answer.ok) throw problemOf(answer.status, await answer.json().catch(() => null));
  const body = await answer.arrayBuffer().catch(() => null);
  if (body === null) throw problemOf(answer.status, null);
  return body;
}

async function reached<A>(request: Promise<A>): Promise<A> {
  try {
    return await request;
  } catch {
    throw new ApiProblem(0, 'Kith cannot be reached just now. Check your connection, then try again.');
  }
}

function problemOf(status: number, body: unknown): ApiProblem {
  const problem = (body as { error?: { message?: string; details?: unknown } } | null)?.error;
  return new ApiProblem(
    status,
    problem?.message ?? 'Kith gave no answer. Try again in a moment.',
    problem?.details,
  );
}
