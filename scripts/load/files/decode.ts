import { isUtf8 } from 'node:buffer';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** A line without an end is decoded in pieces of this size, so that memory stays flat. */
const LONGEST_CARRY = 1024 * 1024;
const LINE_FEED = 0x0a;

/** What Windows-1252 has between 0x80 and 0x9F; elsewhere it is Latin-1. The five empty seats stay control characters. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** UTF-16 is told by its mark, or by every other byte being 0. Everything else is UTF-8 or, line by line, Windows-1252. */
export function encodingOf(start: Uint8Array): Encoding {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  const sample = start.subarray(0, 512);
  if (sample.length < 4) return 'utf-8';
  let evenZeros = 0;
  let oddZeros = 0;
  for (const [at, byte] of sample.entries()) if (byte === 0) at % 2 === 0 ? evenZeros++ : oddZeros++;
  const half = sample.length / 2;
  if (oddZeros > half * 0.7 && evenZeros < half * 0.1) return 'utf-16le';
  if (evenZeros > half * 0.7 && oddZeros < half * 0.1) return 'utf-16be';
  return 'utf-8';
}

/** All of it as text, without a byte-order mark. */
export function decoded(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes);
  const text = encoding === 'utf-8' ? eightBit(bytes) : sixteenBit(bytes, encoding);
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

/**
 * Bytes as text, piece by piece. A line that is not UTF-8 is read as Windows-1252: lists that several councils
 * returned and someone put together hold both.
 */
export async function* decode(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let carry: Uint8Array = new Uint8Array();
  let encoding: Encoding | null = null;
  let first = true;
  const withoutMark = (text: string) => {
    const plain = first && text.startsWith('\uFEFF') ? text.slice(1) : text;
    first = false;
    return plain;
  };
  for await (const chunk of bytes) {
    const all: Uint8Array = carry.length === 0 ? chunk : Buffer.concat([carry, chunk]);
    if (encoding === null && all.length < 512) {
      carry = all;
      continue;
    }
    encoding ??= encodingOf(all);
    const cut = encoding === 'utf-8' ? cutAt(all) : all.length - (all.length % 2);
    carry = all.subarray(cut);
    if (cut === 0) continue;
    yield withoutMark(read(all.subarray(0, cut), encoding));
  }
  if (carry.length > 0) yield withoutMark(read(carry, encoding ?? encodingOf(carry)));
}

function read(bytes: Uint8Array, encoding: Encoding): string {
  return encoding === 'utf-8' ? eightBit(bytes) : sixteenBit(bytes, encoding);
}

/** After the last line end; in a line without an end, before the last letter that may be cut in two. */
function cutAt(bytes: Uint8Array): number {
  const lineEnd = bytes.lastIndexOf(LINE_FEED);
  if (lineEnd >= 0) return lineEnd + 1;
  if (bytes.length < LONGEST_CARRY) return 0;
  let at = bytes.length - 1;
  while (at > bytes.length - 4 && ((bytes[at] ?? 0) & 0xc0) === 0x80) at--;
  return at;
}

function eightBit(bytes: Uint8Array): string {
  const buffer = asBuffer(bytes);
  if (isUtf8(buffer)) return buffer.toString('utf8');
  let text = '';
  for (let from = 0; from < buffer.length; ) {
    const end = buffer.indexOf(LINE_FEED, from);
    const line = buffer.subarray(from, end < 0 ? buffer.length : end + 1);
    text += isUtf8(line) ? line.toString('utf8') : windows1252(line);
    from += line.length;
  }
  return text;
}

/** Node's own decoder takes Windows-1252 for Latin-1 in several of its versions, and so loses the curly quotes. */
function windows1252(line: Buffer): string {
  return line
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (seat) => WINDOWS[seat.charCodeAt(0) - 0x80] ?? seat);
}

function sixteenBit(bytes: Uint8Array, encoding: Encoding): string {
  const even = bytes.subarray(0, bytes.length - (bytes.length % 2));
  if (encoding === 'utf-16le') return asBuffer(even).toString('utf16le');
  return Buffer.from(even).swap16().toString('utf16le');
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
