import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** The one shape of every refusal: what is wrong in plain English, and what to do. */
export const errorSchema = z
  .object({
    error: z.object({
      code: z.string(),
      message: z.string(),
      details: z.unknown().optional(),
    }),
  })
  .openapi('Error');

export type ProblemStatus = 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 422 | 429 | 503;

/** A request that cannot be answered, for a reason worth telling the caller. */
export class Problem extends Error {
  readonly status: ProblemStatus;
  readonly code: string;
  readonly details: unknown;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: ProblemStatus,
    code: string,
    message: string,
    more: { details?: unknown; headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.details = more.details;
    this.headers = more.headers ?? {};
  }
}

export function problemResponse(c: Context, problem: Problem): Response {
  const { code, message, details } = problem;
  c.header('Cache-Control', 'no-store');
  for (const [name, value] of Object.entries(problem.headers)) c.header(name, value);
  return c.json({ error: { code, message, ...(details === undefined ? {} : { details }) } }, problem.status);
}

/** Seconds after which to try again while a load writes: parts take from seconds to a few minutes. */
const BUSY_RETRY_SECONDS = 30;

/** Somebody else is writing to the database just now. */
export function databaseBusy(): Problem {
  return new Problem(
    503,
    'busy',
    'Kith is taking in new data just now. Nothing is lost: try again in half a minute.',
    { headers: { 'Retry-After': String(BUSY_RETRY_SECONDS) } },
  );
}

/** A failure of ours: the caller gets the number to quote, the log gets the rest. */
export function failureResponse(c: Context, requestId: string): Response {
  const message = `Something went wrong in Kith. Try again; if it stays, tell whoever runs it this number: ${requestId}`;
  c.header('Cache-Control', 'no-store');
  return c.json({ error: { code: 'failed', message } }, 500);
}

/** One thing that is wrong with a request: where, and what to do. */
export interface InputIssue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** What a schema found wrong, as one list. What is wrong with the whole of a JSON body is said of the `body`. */
export function invalidInput(issues: readonly InputIssue[], target: string): Problem {
  const details = issues.map((issue) => ({
    field: issue.path.join('.') || (target === 'json' ? 'body' : target),
    message: issue.message,
  }));
  const first = details[0];
  const message =
    details.length === 1 && first !== undefined
      ? `${first.field}: ${first.message}`
      : `${details.length} things in the request need putting right; see details.`;
  return new Problem(400, 'invalid-request', message, { details });
}

/** Errors that Hono raises itself, such as JSON that cannot be read. */
export function fromHttpException(error: HTTPException): Problem {
  const status = error.status as ContentfulStatusCode;
  if (status === 413) return new Problem(413, 'too-large', 'The request is larger than is taken here.');
  return new Problem(400, 'invalid-request', 'The request cannot be read. Send JSON in the body.');
}
