import type { Download } from './downloads.ts';

/** A file that could not be fetched. */
export class FetchError extends Error {
  override readonly name = 'FetchError';
  /** Trying again later in the same run may help. */
  readonly again: boolean;
  /** The host asks to wait so long, in milliseconds; null where it does not say. */
  readonly waitMs: number | null;
  /** Nothing at the host can be reached: other files there need not be tried. */
  readonly unreachable: boolean;

  constructor(why: string, how: { again?: boolean; waitMs?: number | null; unreachable?: boolean } = {}) {
    super(why);
    this.again = how.again ?? false;
    this.waitMs = how.waitMs ?? null;
    this.unreachable = how.unreachable ?? false;
  }
}

/** Codes of failures below HTTP that mean there is no way to the host at all. */
const NO_WAY = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'ETIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** What a failure of the network means for the next try. */
export function networkError(error: unknown): FetchError {
  if (error instanceof FetchError) return error;
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  const code = codeOf(cause);
  if (code !== null && NO_WAY.has(code)) {
    return new FetchError(`the address cannot be reached (${code}), perhaps there is no network`, {
      again: true,
      unreachable: true,
    });
  }
  const why = cause instanceof Error ? cause.message : String(cause);
  return new FetchError(`the connection broke (${code ?? why})`, { again: true });
}

function codeOf(cause: unknown): string | null {
  if (cause instanceof AggregateError) return codeOf(cause.errors[0]);
  const code = cause instanceof Error && 'code' in cause ? cause.code : null;
  return typeof code === 'string' ? code : null;
}

/** The message for people: which file, from where, why not, and how to place it by hand. */
export function fetchMessage(title: string, download: Download, page: string | null, why: string): string {
  const where = page === null || page === download.url ? '' : ` (its page is ${page})`;
  return (
    `${title}: ${download.what} could not be fetched from ${download.url}: ${why}. ` +
    `Fetch it with a browser${where}, put it in a folder with the other files, and give that folder: --from FOLDER.`
  );
}
