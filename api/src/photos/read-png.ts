import { headedExifIsLocated, xmpIsLocated } from './located.ts';
import type { ReadPhoto } from './read-photo.ts';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const TEXT = new Set(['tEXt', 'zTXt', 'iTXt']);

export function isPng(data: Buffer): boolean {
  return data.subarray(0, 8).equals(SIGNATURE);
}

/** Walks a PNG from chunk to chunk. @returns null where it is broken, stops short, or something hangs on behind it */
export function readPng(data: Buffer): ReadPhoto | null {
  let size: { width: number; height: number } | undefined;
  let located = false;
  for (let at = 8; ; ) {
    const length = data.readUInt32BE(at);
    const name = data.toString('latin1', at + 4, at + 8);
    const end = at + 12 + length;
    if (end > data.length) return null;
    const chunk = data.subarray(at + 8, at + 8 + length);
    if (at === 8 && name !== 'IHDR') return null;
    if (name === 'IHDR') size = { width: chunk.readUInt32BE(0), height: chunk.readUInt32BE(4) };
    if (name === 'eXIf') located ||= headedExifIsLocated(chunk);
    if (TEXT.has(name)) located ||= saysWhere(name, chunk);
    if (name === 'IEND') {
      return size !== undefined && end === data.length ? { type: 'image/png', ...size, located } : null;
    }
    at = end;
  }
}

/** Text that is packed, or that holds Exif as hexadecimal digits, is not read: it is taken to say where. */
function saysWhere(name: string, chunk: Buffer): boolean {
  if (xmpIsLocated(chunk)) return true;
  const keyword = chunk.toString('latin1', 0, Math.max(0, chunk.indexOf(0)));
  if (/^Raw profile type/i.test(keyword)) return true;
  const isXmp = keyword === 'XML:com.adobe.xmp';
  return isXmp && (name === 'zTXt' || (name === 'iTXt' && chunk[keyword.length + 1] === 1));
}
