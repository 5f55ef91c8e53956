import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { decode } from './decode.ts';
import { BadFileError, CutShortError, type FoundFile, type Head } from './found-file.ts';
import { capped, inflate, mostUnpacked } from './inflate.ts';
import { sheetNames } from './sheet-names.ts';
import { HEAD_BYTES, headOf } from './sniff.ts';
import { type ZipMember, zipMembers } from './zip.ts';

/** Bytes as they lie on the disk or in a pack, before anyone knows what they are. */
export interface Raw {
  readonly path: string;
  readonly label: string;
  /** On disk, or packed in the zip. */
  readonly bytes: number;
  /** Where it lies on the disk by itself: it can then be read from any point. */
  readonly onDisk: boolean;
  open(): AsyncIterable<Uint8Array>;
}

/** Formats that cannot be streamed are held whole, up to here. */
const MOST_HELD = 512 * 1024 * 1024;
/** A pack in a pack is held whole as well. */
const MOST_HELD_ZIP = 256 * 1024 * 1024;
/** A pack in a pack is opened; beyond that nobody publishes. */
const DEEPEST = 2;

export function onDisk(path: string, label: string, bytes: number): Raw {
  return {
    path,
    label,
    bytes,
    onDisk: true,
    open: () => createReadStream(path, { highWaterMark: 256 * 1024 }) as AsyncIterable<Uint8Array>,
  };
}

/**
 * What lies in a file: itself, or the members of a zip. A file that cannot be used comes back with its trouble
 * in words, so that one bad file does not stop the others.
 */
export async function openFile(raw: Raw, depth = 0, unpacked = false): Promise<FoundFile[]> {
  try {
    const start = await startOf(raw.open());
    if (depth < DEEPEST && start[0] === 0x1f && start[1] === 0x8b) {
      const open = () => capped(inflate(raw.open(), 'gzip', raw.label), mostUnpacked(raw.bytes), raw.label);
      const inside = await startOf(open());
      if (!isZip(inside)) return [found(raw, open, headOf(inside), unpacked)];
      return await openFile({ ...raw, onDisk: false, open }, depth + 1, unpacked);
    }
    if (!isZip(start)) return [found(raw, raw.open, headOf(start), unpacked)];
    const members = await zipMembers(raw.onDisk ? raw.path : await held(raw, MOST_HELD_ZIP), raw.label);
    if (members.some((member) => member.name === 'xl/workbook.xml')) {
      const sheets = await sheetNames(members, (member) =>
        held({ label: raw.label, open: () => member.open(raw.label) }, MOST_HELD_ZIP),
      );
      return [found(raw, raw.open, { ...headOf(new Uint8Array()), format: 'xlsx', sheets }, unpacked)];
    }
    if (depth >= DEEPEST)
      return [troubled(raw, `${raw.label} is packed more than once. Unpack it yourself.`)];
    // One after the other: each may hold a pack of its own in memory.
    const all: FoundFile[] = [];
    for (const member of members) all.push(...(await openFile(asRaw(raw, member), depth + 1, true)));
    return all;
  } catch (error) {
    if (error instanceof BadFileError) return [troubled(raw, error.message)];
    throw error;
  }
}

function asRaw(zip: Raw, member: ZipMember): Raw {
  const label = `${zip.label}!${member.name}`;
  return {
    path: `${zip.path}!${member.name}`,
    label,
    bytes: member.packedBytes,
    onDisk: false,
    open: () => member.open(label),
  };
}

function found(
  raw: Raw,
  open: () => AsyncIterable<Uint8Array>,
  head: Head,
  hashUnpacked: boolean,
): FoundFile {
  let hash: Promise<string> | undefined;
  const { path, label, bytes } = raw;
  const trouble = troubleOf(head, label);
  const bytesOf = () => held({ label, open }, MOST_HELD);
  return {
    path,
    label,
    bytes,
    head,
    ...(trouble === null ? {} : { trouble }),
    sha256: () => {
      hash ??= hashOf(hashUnpacked ? open() : raw.open());
      return hash;
    },
    open,
    bytesOf,
    text: async () => {
      const pieces: string[] = [];
      let length = 0;
      for await (const piece of decode(open())) {
        length += piece.length;
        if (length > MOST_HELD) throw tooLarge(label);
        pieces.push(piece);
      }
      return pieces.join('');
    },
  };
}

function troubled(raw: Raw, trouble: string): FoundFile {
  return { ...found(raw, raw.open, headOf(new Uint8Array()), false), trouble };
}

function troubleOf(head: Head, label: string): string | null {
  if (head.format === 'html') {
    return (
      `${label} is a web page, not a table: the download gave an error page or a page to click on. ` +
      'Open its address in a browser, download the file again and put it in place of this one.'
    );
  }
  if (head.format === 'unknown' && /^\s*<\?xml[^>]*>\s*<Error>/.test(head.text)) {
    return `${label} is an error message of a web server, not a table. Download it again.`;
  }
  return null;
}

/** The first bytes, and no more; a cut after them is met when the file is read. */
async function startOf(bytes: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of bytes) {
      chunks.push(chunk);
      length += chunk.length;
      if (length >= HEAD_BYTES) break;
    }
  } catch (error) {
    if (!(error instanceof CutShortError) || length === 0) throw error;
  }
  return Buffer.concat(chunks);
}

async function held(
  file: { readonly label: string; open(): AsyncIterable<Uint8Array> },
  most: number,
): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of file.open()) {
    length += chunk.length;
    if (length > most) throw tooLarge(file.label);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(label: string): BadFileError {
  return new BadFileError(
    `${label} is too large to be read in one piece. Use the publisher's smaller or more generalised version of it.`,
  );
}

async function hashOf(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of bytes) hash.update(chunk);
  return hash.digest('hex');
}

function isZip(start: Uint8Array): boolean {
  return start[0] === 0x50 && start[1] === 0x4b && (start[2] === 3 || start[2] === 5);
}
