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
/** A pack in a pack is held whole while it is looked through; all those of one file on the disk come to no more. */
const MOST_HELD_ZIP = 256 * 1024 * 1024;
/** The list of contents of a workbook: that of a hundred sheets has 20 KiB. */
const MOST_BOOK = 1024 * 1024;
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
export async function openFile(
  raw: Raw,
  depth = 0,
  unpacked = false,
  budget: Budget = { left: MOST_HELD_ZIP },
): Promise<FoundFile[]> {
  try {
    const start = await startOf(raw.open());
    if (depth < DEEPEST && start[0] === 0x1f && start[1] === 0x8b) {
      const open = () => capped(inflate(raw.open(), 'gzip', raw.label), mostUnpacked(raw.bytes), raw.label);
      const inside = await startOf(open());
      if (!isZip(inside)) return [found(raw, open, headOf(inside), unpacked)];
      return await openFile({ ...raw, onDisk: false, open }, depth + 1, unpacked, budget);
    }
    if (!isZip(start)) return [found(raw, raw.open, headOf(start), unpacked)];
    const zip = await Zip.opened(raw, budget);
    const { members } = zip;
    if (members.some((member) => member.name === 'xl/workbook.xml')) {
      const sheets = await sheetNames(members, (member) =>
        held({ label: raw.label, open: () => member.open(raw.label) }, MOST_BOOK),
      );
      return [found(raw, raw.open, { ...headOf(new Uint8Array()), format: 'xlsx', sheets }, unpacked)];
    }
    if (depth >= DEEPEST)
      return [troubled(raw, `${raw.label} is packed more than once. Unpack it yourself.`)];
    // One after the other: each may hold a pack of its own in memory.
    const all: FoundFile[] = [];
    for (const [at, { name, packedBytes }] of members.entries()) {
      const label = `${raw.label}!${name}`;
      const open = () => zip.open(at, label);
      const inside = { path: `${raw.path}!${name}`, label, bytes: packedBytes, onDisk: false, open };
      all.push(...(await openFile(inside, depth + 1, true, budget)));
    }
    zip.letGo();
    return all;
  } catch (error) {
    if (error instanceof BadFileError) return [troubled(raw, error.message)];
    throw error;
  }
}

/** Bytes that packs in packs may still come to, over all of one file on the disk. */
interface Budget {
  left: number;
}

async function* spending(
  bytes: AsyncIterable<Uint8Array>,
  budget: Budget,
  label: string,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) {
    budget.left -= chunk.length;
    if (budget.left < 0) throw tooLarge(label);
    yield chunk;
  }
}

/** A zip whose members are looked at. One that lies in another pack is held only so long, and unpacked anew to be read. */
class Zip {
  readonly #raw: Raw;
  #members: readonly ZipMember[];
  #isHeld = true;

  private constructor(raw: Raw, members: readonly ZipMember[]) {
    this.#raw = raw;
    this.#members = members;
  }

  static async opened(raw: Raw, budget: Budget): Promise<Zip> {
    if (raw.onDisk) return new Zip(raw, await zipMembers(raw.path, raw.label));
    const open = () => spending(raw.open(), budget, raw.label);
    return new Zip(raw, await zipMembers(await held({ label: raw.label, open }, MOST_HELD_ZIP), raw.label));
  }

  get members(): readonly ZipMember[] {
    return this.#members;
  }

  async *open(at: number, label: string): AsyncGenerator<Uint8Array> {
    const members = this.#isHeld
      ? this.#members
      : await zipMembers(await held(this.#raw, MOST_HELD_ZIP), this.#raw.label);
    const member = members[at];
    if (member === undefined) throw new BadFileError(`${label} is no longer there. Start again.`);
    yield* member.open(label);
  }

  letGo(): void {
    if (this.#raw.onDisk) return;
    this.#isHeld = false;
    this.#members = [];
  }
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
