import { inflateRawSync } from 'node:zlib';
import { SheetError } from './sheet-error.ts';

/** XML is many times its own size in memory. A sheet of 20,000 rows of 30 columns unpacks to about 60 MiB. */
const MOST_UNPACKED = 80 * 1024 * 1024;
const MOST_MEMBERS = 500;
const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;

/**
 * Unpacks every member of a zip once for nothing, since what a zip says of its own size cannot be believed, and stops
 * at the first byte too many.
 * @throws SheetError where it unpacks too large, is locked or damaged
 */
export function checkUnpackedSize(bytes: Buffer): void {
  const end = endOfDirectory(bytes);
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  if (count > MOST_MEMBERS) throw tooLarge();
  let left = MOST_UNPACKED;
  for (let each = 0; each < count; each += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== ENTRY) throw damaged();
    if ((bytes.readUInt16LE(at + 8) & 1) === 1) {
      throw new SheetError(
        'locked',
        'The file is locked with a password. Save it without one and bring it again.',
      );
    }
    const method = bytes.readUInt16LE(at + 10);
    const packed = bytes.readUInt32LE(at + 20);
    const local = bytes.readUInt32LE(at + 42);
    left -= unpackedSize(bytes, local, packed, method, left);
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
}

function unpackedSize(bytes: Buffer, local: number, packed: number, method: number, most: number): number {
  if (local + 30 > bytes.length || bytes.readUInt32LE(local) !== LOCAL) throw damaged();
  const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  const data = bytes.subarray(start, start + packed);
  if (data.length < packed) throw damaged();
  if (method === 0) {
    if (packed > most) throw tooLarge();
    return packed;
  }
  if (method !== 8) throw damaged();
  if (most <= 0) throw tooLarge();
  try {
    return inflateRawSync(data, { maxOutputLength: most }).length;
  } catch (error) {
    throw error instanceof RangeError ? tooLarge() : damaged();
  }
}

/** The record at the end of a zip, behind which a comment of up to 64 kB may stand. */
function endOfDirectory(bytes: Buffer): number {
  for (let at = bytes.length - 22; at >= 0 && at > bytes.length - 22 - 65_536; at -= 1) {
    if (bytes.readUInt32LE(at) === END) return at;
  }
  throw damaged();
}

function tooLarge(): SheetError {
  return new SheetError(
    'too-large',
    'The workbook unpacks to far more than a list of places. Save the one sheet as CSV and bring that.',
  );
}

function damaged(): SheetError {
  return new SheetError(
    'damaged',
    'The workbook is cut short or damaged. Open it, save it again as .xlsx or CSV, and bring that.',
  );
}
