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

export const api = hc<AppType>('/');

interface Answer<T> {
  readonly ok: boolean;
  readonly status: number;
  json(): Promise<T>;
}

/** Waits for an answer and checks it: a failed request never reaches a screen as data. */
export async function read<T>(request: Promise<Answer<T>>): Promise<Exclude<T, { error: unknown }>> {
  let answer: Answer<T>;
  try {
    answer = await request;
  } catch {
    throw new ApiProblem(
      0,
      'Kith cannot be reached just now. Check your connection; it will try again by itself.',
    );
  }
  const body: unknown = await answer.json().catch(() => null);
  if (!answer.ok || body === null) {
    const problem = (body as { error?: { message?: string; details?: unknown } } | null)?.error;
    throw new ApiProblem(
      answer.status,
      problem?.message ?? 'Kith gave no answer. Try again in a moment.',
      problem?.details,
    );
  }
  return body as Exclude<T, { error: unknown }>;
}
