import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { headOf } from '../files/sniff.ts';
import type { Download } from './downloads.ts';
import { FetchError, networkError } from './fetch-error.ts';
import { readMark, remember } from './part-mark.ts';
import { TransferTimer } from './transfer-timer.ts';

/** Says who asks, so that a publisher can tell it from a browser. */
export const USER_AGENT = 'Kith loader/0.1 (+see README of the Kith repository)';

/** Nothing a publisher offers here is near this. */
const MOST_BYTES = 8 * 1024 ** 3;

export interface Transfer {
  readonly fetch: typeof fetch;
  /** A transfer that stands still so long is given up, in milliseconds. */
  readonly idleMs: number;
  /** However slowly it comes, a try takes no longer than this, in milliseconds; the next goes on from there. */
  readonly mostMs: number;
  /** Bytes so far, and of how many; null where the host does not say. */
  at(done: number, total: number | null): void;
}

/**
 * One try at one file. Goes on where an earlier try stopped, if the host says that the file is still the same.
 * @returns true when it was fetched, false when it lay there already
 * @throws FetchError
 */
export async function fetchOne(download: Download, target: string, transfer: Transfer): Promise<boolean> {
  if ((await sizeOf(target)) !== null) {
    if ((await checkProblem(download, target)) === null) return false;
    await rm(target);
  }
  const part = `${target}.part`;
  const markPath = join(dirname(target), `.${basename(target)}.mark.json`);
  const mark = await readMark(markPath);
  const have = mark?.url === download.url ? ((await sizeOf(part)) ?? 0) : 0;
  const idle = new TransferTimer(transfer.idleMs, transfer.mostMs);
  try {
    const response = await transfer.fetch(download.url, {
      redirect: 'follow',
      signal: idle.signal,
      headers: {
        'User-Agent': USER_AGENT,
        // Parts of a packed answer cannot be put together.
        'Accept-Encoding': 'identity',
        ...(have > 0 && mark ? { Range: `bytes=${have}-`, 'If-Range': mark.validator } : {}),
      },
    });
    const from = await startOf(response, have, part);
    if (from === 0) await remember(markPath, download.url, response);
    const total = totalOf(response, from);
    await receive(response, part, from, total, idle, transfer);
    const size = (await sizeOf(part)) ?? 0;
    if (total !== null && size < total) {
      throw new FetchError(`it broke off after ${size} of ${total} bytes`, { again: true });
    }
  } catch (error) {
    throw idle.expired === null ? networkError(error) : new FetchError(idle.expired, { again: true });
  } finally {
    idle.stop();
  }
  const problem = (await pageProblem(part)) ?? (await checkProblem(download, part));
  if (problem !== null) {
    await Promise.all([rm(part, { force: true }), rm(markPath, { force: true })]);
    throw new FetchError(problem);
  }
  await rename(part, target);
  await rm(markPath, { force: true });
  return true;
}

/** Where writing goes on: 0 when the host sends the file from its start. Errors of HTTP end here. */
async function startOf(response: Response, have: number, part: string): Promise<number> {
  if (response.status === 206) {
    const range = /^bytes (\d+)-/.exec(response.headers.get('content-range') ?? '');
    if (have > 0 && Number(range?.[1]) === have) return have;
  } else if (response.ok) return 0;
  await response.body?.cancel().catch(() => undefined);
  if (response.status === 416 || response.status === 206) {
    // What lies here does not fit what the host has: begin again.
    await rm(part, { force: true });
    throw new FetchError('the file has changed since it was begun', { again: true, waitMs: 0 });
  }
  const busy = response.status === 429 || response.status === 503;
  const name = response.statusText === '' ? '' : ` ${response.statusText}`;
  throw new FetchError(`the host answered ${response.status}${name}${busy ? ' (busy)' : ''}`, {
    again: busy || response.status === 408 || response.status >= 500,
    waitMs: busy ? waitOf(response.headers.get('retry-after')) : null,
  });
}

async function receive(
  response: Response,
  part: string,
  from: number,
  total: number | null,
  idle: TransferTimer,
  transfer: Transfer,
): Promise<void> {
  if (!response.body) throw new FetchError('the answer was empty', { again: true });
  const out = createWriteStream(part, { flags: from > 0 ? 'a' : 'w' });
  // Heard from the start: an error between two chunks would otherwise end the process.
  let failure: Error | null = null;
  out.on('error', (error) => {
    failure = error;
  });
  let done = from;
  try {
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      idle.touch();
      done += chunk.length;
      if (done > MOST_BYTES) throw new FetchError('it is far larger than any file of this kind');
      if (failure === null && !out.write(chunk)) await once(out, 'drain').catch(() => undefined);
      if (failure !== null) break;
      transfer.at(done, total);
    }
  } finally {
    // What came is on the disk before anything else happens: the next try goes on from there.
    await new Promise<void>((resolve) => {
      if (failure !== null) return resolve();
      out.once('error', () => resolve());
      out.end(() => resolve());
    });
  }
  if (failure !== null) throw diskError(part, failure);
}

/** A full or locked disk is not the host's fault, and trying again does not help. */
function diskError(part: string, error: NodeJS.ErrnoException): FetchError {
  const full = error.code === 'ENOSPC' ? 'the disk is full: make room' : 'look whether it can be written to';
  return new FetchError(`it cannot be written to ${part} (${error.code ?? error.message}); ${full}`);
}

function totalOf(response: Response, from: number): number | null {
  const length = Number(response.headers.get('content-length') ?? Number.NaN);
  // A host that packs the answer after all gives the length of the pack.
  if (!Number.isFinite(length) || response.headers.has('content-encoding')) return null;
  return from + length;
}

/** Milliseconds to wait, from seconds or from a date. */
function waitOf(header: string | null): number | null {
  if (header === null) return null;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const date = Date.parse(header);
  return Number.isFinite(date) ? Math.max(0, date - Date.now()) : null;
}

async function pageProblem(path: string): Promise<string | null> {
  for await (const chunk of createReadStream(path, { end: 64 * 1024 - 1, highWaterMark: 64 * 1024 })) {
    if (headOf(chunk as Uint8Array).format === 'html') {
      return 'a web page came instead of the file (a sign-in, a notice, or the file has moved)';
    }
    return null;
  }
  return 'the file is empty';
}

/** Holds a file against the size and hash that are known of it. */
async function checkProblem({ bytes, sha256 }: Download, path: string): Promise<string | null> {
  const size = await sizeOf(path);
  if (bytes !== null && size !== bytes) return `it has ${size} bytes and should have ${bytes}`;
  if (sha256 === null) return null;
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array);
  if (hash.digest('hex') === sha256) return null;
  return 'it is not the file that data/sources.json knows (its SHA-256 differs): it may be damaged, or a new edition';
}

async function sizeOf(path: string): Promise<number | null> {
  return stat(path).then(
    ({ size }) => size,
    () => null,
  );
}
