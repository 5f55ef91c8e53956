import { createGunzip, createInflateRaw, type Gunzip } from 'node:zlib';
import { BadFileError, CutShortError } from './found-file.ts';

const MEBI = 1024 * 1024;
/** No file is unpacked beyond this. The largest of the official tables is under 0.4 GiB. */
export const MOST_UNPACKED = 2048 * MEBI;
/** Up to here nothing is asked; beyond it a file may not swell more than `MOST_SWELL` times. Tables swell 5 to 30 times. */
const UNASKED = 50 * MEBI;
const MOST_SWELL = 200;

/** How many bytes may come out of so many packed ones. */
export function mostUnpacked(packedBytes: number): number {
  return Math.min(MOST_UNPACKED, Math.max(UNASKED, packedBytes * MOST_SWELL));
}

/** Passes bytes through and stops at the cap, so that a small file cannot fill the memory or the disk. */
export async function* capped(
  bytes: AsyncIterable<Uint8Array>,
  most: number,
  label: string,
): AsyncGenerator<Uint8Array> {
  let passed = 0;
  for await (const chunk of bytes) {
    passed += chunk.length;
    if (passed > most) {
      throw new BadFileError(
        `${label} unpacks to far more than its size allows (over ${Math.floor(most / MEBI)} MiB), as a harmful file would. ` +
          'It was not used. Download it again from its publisher, or unpack it yourself and put the unpacked file there.',
      );
    }
    yield chunk;
  }
}

/**
 * Unpacks gzip (of any number of members) or raw deflate. Everything before a cut is handed out before the error:
 * a plain stream would throw away what lies in its buffer, and how much that is depends on timing.
 * @throws CutShortError at the cut, BadFileError where the bytes are damaged
 */
export async function* inflate(
  packed: AsyncIterable<Uint8Array>,
  how: 'gzip' | 'deflate',
  label: string,
): AsyncGenerator<Uint8Array> {
  const stream: Gunzip =
    how === 'gzip' ? createGunzip({ chunkSize: 256 * 1024 }) : createInflateRaw({ chunkSize: 256 * 1024 });
  let ready: Uint8Array[] = [];
  let failure: NodeJS.ErrnoException | null = null;
  stream.on('data', (chunk: Uint8Array) => ready.push(chunk));
  // An error leaves the callback of a write uncalled, so both end the wait.
  let settle = () => {};
  stream.on('error', (error) => {
    failure = error;
    settle();
  });
  const settled = (begin: () => void) =>
    new Promise<void>((resolve) => {
      settle = resolve;
      begin();
    });
  const taken = () => {
    const chunks = ready;
    ready = [];
    return chunks;
  };
  try {
    for await (const chunk of packed) {
      await settled(() => stream.write(chunk, () => settle()));
      yield* taken();
      if (failure) break;
    }
    if (!failure) {
      await settled(() => {
        stream.once('end', () => settle());
        stream.end();
      });
      yield* taken();
    }
  } finally {
    stream.destroy();
  }
  if (failure) throw unpackError(failure, label);
}

function unpackError(failure: NodeJS.ErrnoException, label: string): BadFileError {
  if (failure.code === 'Z_BUF_ERROR') {
    return new CutShortError(
      `${label} is cut short: it ends in the middle. Download it again; what came before the cut is good.`,
    );
  }
  return new BadFileError(
    `${label} is damaged and cannot be unpacked (${failure.message}). Download it again.`,
  );
}
