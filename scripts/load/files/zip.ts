import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, openPromise, type ZipFile } from 'yauzl';
import { BadFileError, CutShortError } from './found-file.ts';
import { capped, inflate, mostUnpacked } from './inflate.ts';

export interface ZipMember {
  /** Its path in the zip, with forward slashes. */
  readonly name: string;
  readonly packedBytes: number;
  /** Unpacked, capped and checked against the sum the zip carries. */
  open(label: string): AsyncIterable<Uint8Array>;
}

/** So many members are looked at; the largest official zip (OS Open Names) has under a thousand. */
const MOST_MEMBERS = 10_000;
const STORED = 0;
const DEFLATED = 8;

/**
 * The files in a zip, without folders, hidden files and what Apple's packer adds, in order of name.
 * @param zip a path, or the bytes of a zip that lies in another pack
 * @throws BadFileError where its list of contents cannot be read
 */
export async function zipMembers(zip: string | Buffer, label: string): Promise<ZipMember[]> {
  const entries: Entry[] = [];
  const file = await opened(zip, label);
  try {
    for await (const entry of file.eachEntry()) {
      if (isWanted(entry.fileName)) entries.push(entry);
      if (entries.length > MOST_MEMBERS) {
        throw new BadFileError(
          `${label} holds more than ${MOST_MEMBERS} files. Unpack it and put only the ones that are needed there.`,
        );
      }
    }
  } catch (error) {
    throw error instanceof BadFileError ? error : broken(label, error);
  } finally {
    file.close();
  }
  entries.sort((a, b) => (a.fileName < b.fileName ? -1 : a.fileName > b.fileName ? 1 : 0));
  return entries.map((entry) => ({
    name: entry.fileName,
    packedBytes: entry.compressedSize,
    open: (name) => memberBytes(zip, entry, name),
  }));
}

async function* memberBytes(zip: string | Buffer, entry: Entry, label: string): AsyncGenerator<Uint8Array> {
  if (entry.isEncrypted()) {
    throw new BadFileError(`${label} is locked with a password. Unpack it yourself and put the file there.`);
  }
  if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED) {
    throw new BadFileError(
      `${label} is packed in a way not known here. Unpack it yourself and put the file there.`,
    );
  }
  const file = await opened(zip, label);
  let sum = 0;
  let length = 0;
  try {
    const packed = await file.openReadStreamPromise(entry, { decodeFileData: false });
    const bytes = packed as AsyncIterable<Uint8Array>;
    const plain = entry.compressionMethod === STORED ? bytes : inflate(bytes, 'deflate', label);
    for await (const chunk of capped(plain, mostUnpacked(entry.compressedSize), label)) {
      sum = crc32(chunk, sum);
      length += chunk.length;
      yield chunk;
    }
  } catch (error) {
    throw error instanceof BadFileError ? error : broken(label, error);
  } finally {
    file.close();
  }
  if (length < entry.uncompressedSize) {
    throw new CutShortError(`${label} is cut short: it ends in the middle. Download it again.`);
  }
  if (sum !== entry.crc32) {
    throw new BadFileError(`${label} is damaged: its check sum does not fit. Download it again.`);
  }
}

async function opened(zip: string | Buffer, label: string): Promise<ZipFile> {
  const options = { lazyEntries: true, autoClose: false };
  try {
    return await (typeof zip === 'string' ? openPromise(zip, options) : fromBufferPromise(zip, options));
  } catch (error) {
    throw broken(label, error);
  }
}

function broken(label: string, error: unknown): BadFileError {
  const why = error instanceof Error ? error.message : String(error);
  return new BadFileError(
    `${label} is a zip that is cut short or damaged (${why}). Nothing in it can be used: download it again.`,
  );
}

function isWanted(name: string): boolean {
  if (name.endsWith('/')) return false;
  return !name.split('/').some((part) => part.startsWith('.') || part === '__MACOSX');
}
