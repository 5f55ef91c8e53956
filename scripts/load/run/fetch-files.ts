import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Download, SourceDownloads } from './downloads.ts';
import { FetchError, fetchMessage } from './fetch-error.ts';
import { fetchOne } from './fetch-one.ts';
import type { Progress } from './progress.ts';

export interface FetchOptions {
  /** Where the files are kept. It is made when it is not there. */
  readonly cache: string;
  readonly progress: Progress;
  readonly fetch?: typeof fetch;
  readonly wait?: (ms: number) => Promise<void>;
  readonly idleMs?: number;
  readonly mostMs?: number;
}

export interface Fetched {
  /** The folder to look for files in: it also holds what was put there by hand. */
  readonly folder: string;
  readonly fetched: number;
  /** Files that lay there already. */
  readonly kept: number;
  /** One message for each file that could not be fetched: which, from where, why not, and how to place it by hand. */
  readonly problems: readonly string[];
  /** Sources that have no lasting address, with how to place their files. They may lie in the folder already. */
  readonly byHand: readonly { readonly source: string; readonly problem: string }[];
}

/** Tries at one file, the first included; fewer where there is no way to the host at all, as without a network. */
const MOST_TRIES = 4;
const MOST_TRIES_UNREACHABLE = 2;
const FIRST_WAIT_MS = 1000;
/** Whoever asks to wait longer than this is asked again another day. */
const LONGEST_WAIT_MS = 120_000;
/** A host that sends nothing for a minute is given up; one that is slow has half an hour for each try. */
const IDLE_MS = 60_000;
const LONGEST_TRY_MS = 30 * 60_000;
/** Between two files, out of politeness. */
const PAUSE_MS = 500;
/** Names the folder of fetched files; without it data/cache. */
export const CACHE_SETTING = 'KITH_CACHE';

export function cacheFolder(env: Record<string, string | undefined>, root: string): string {
  return env[CACHE_SETTING]?.trim() || join(root, 'data', 'cache');
}

/**
 * Fetches the files of sources, one at a time, into the cache. A file that is there is not fetched again: empty
 * the folder for new editions. Never throws for the network: what is missing is in `problems`.
 */
export async function fetchFiles(
  sources: readonly SourceDownloads[],
  options: FetchOptions,
): Promise<Fetched> {
  const wait = options.wait ?? (async (ms: number) => void (await sleep(ms)));
  await mkdir(options.cache, { recursive: true });
  const problems: string[] = [];
  const byHand = sources
    .filter(({ downloads }) => downloads.length === 0)
    .map((source) => ({ source: source.id, problem: byHandMessage(source, options.cache) }));
  const unreachable = new Map<string, string>();
  const done = new Set<string>();
  let fetched = 0;
  let kept = 0;
  for (const source of sources) {
    for (const [at, download] of source.downloads.entries()) {
      // One table may serve two sources.
      if (done.has(download.url)) continue;
      done.add(download.url);
      const { host } = new URL(download.url);
      const known = unreachable.get(host);
      const problem = (why: string) => problems.push(fetchMessage(source.title, download, source.url, why));
      if (known !== undefined) {
        problem(known);
        continue;
      }
      try {
        const target = join(options.cache, fileName(source.id, at, download));
        if (await withRetries(download, target, options, wait)) {
          fetched++;
          await wait(PAUSE_MS);
        } else kept++;
      } catch (error) {
        if (!(error instanceof FetchError)) throw error;
        if (error.unreachable) unreachable.set(host, error.message);
        problem(error.message);
      }
    }
  }
  return { folder: options.cache, fetched, kept, problems, byHand };
}

async function withRetries(
  download: Download,
  target: string,
  options: FetchOptions,
  wait: (ms: number) => Promise<void>,
): Promise<boolean> {
  const step = options.progress.step(`Fetching ${download.what}`, 'bytes', download.bytes);
  let pause = FIRST_WAIT_MS;
  for (let attempt = 1; ; attempt++) {
    try {
      const isNew = await fetchOne(download, target, {
        fetch: options.fetch ?? fetch,
        idleMs: options.idleMs ?? IDLE_MS,
        mostMs: options.mostMs ?? LONGEST_TRY_MS,
        at: (bytes, total) => step.at(bytes, total),
      });
      step.done(isNew ? 'fetched' : 'was there already');
      return isNew;
    } catch (error) {
      const failure = error instanceof FetchError ? error : null;
      const ms = failure?.waitMs ?? pause;
      const most = failure?.unreachable ? MOST_TRIES_UNREACHABLE : MOST_TRIES;
      if (!failure?.again || attempt >= most || ms > LONGEST_WAIT_MS) {
        step.done('not fetched');
        if (failure && ms > LONGEST_WAIT_MS) {
          const minutes = Math.ceil(ms / 60_000);
          throw new FetchError(`${failure.message}; it asks to come back in ${minutes} minutes`);
        }
        throw error;
      }
      await wait(ms);
      pause *= 2;
    }
  }
}

/** Begins with the source, so that a person finds their way in the folder. What a file is, its content says. */
function fileName(source: string, at: number, { url }: Download): string {
  const last = new URL(url).pathname.split('/').at(-1) ?? '';
  const plain = decodedName(last)
    .replace(/[^\w.-]+/g, '-')
    .replace(/^[.-]+/, '')
    .slice(-80);
  return `${source}-${at + 1}-${plain === '' ? 'file' : plain}`;
}

/** A percent sign that stands for nothing is a percent sign. */
function decodedName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function byHandMessage({ title, publisher, url }: SourceDownloads, cache: string): string {
  const page = url === null ? '' : ` Its page is ${url}.`;
  return (
    `${title}: ${publisher} has no lasting address for this file, so it cannot be fetched by itself.${page} ` +
    `Download it with a browser and put it in ${cache}, under any name; or give your own folder with --from FOLDER.`
  );
}
