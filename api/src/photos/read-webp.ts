import { headedExifIsLocated, xmpIsLocated } from './located.ts';
import type { ReadPhoto } from './read-photo.ts';

export function isWebp(data: Buffer): boolean {
  return data.toString('latin1', 0, 4) === 'RIFF' && data.toString('latin1', 8, 12) === 'WEBP';
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Walks a WebP from chunk to chunk. @returns null where it is broken, stops short, or something hangs on behind it */
export function readWebp(data: Buffer): ReadPhoto | null {
  if (data.readUInt32LE(4) + 8 !== data.length) return null;
  let canvas: Size | undefined;
  let picture: Size | undefined;
  let located = false;
  for (let at = 12; at < data.length; ) {
    const name = data.toString('latin1', at, at + 4);
    const length = data.readUInt32LE(at + 4);
    if (at + 8 + length > data.length) return null;
    const chunk = data.subarray(at + 8, at + 8 + length);
    if (name === 'VP8X') canvas = { width: 1 + chunk.readUIntLE(4, 3), height: 1 + chunk.readUIntLE(7, 3) };
    if (name === 'VP8 ') picture ??= lossySize(chunk);
    if (name === 'VP8L') picture ??= losslessSize(chunk);
    if (name === 'ANMF') return null;
    if (name === 'EXIF') located ||= headedExifIsLocated(chunk);
    if (name === 'XMP ') located ||= xmpIsLocated(chunk);
    at += 8 + length + (length % 2);
  }
  return picture === undefined ? null : { type: 'image/webp', ...(canvas ?? picture), located };
}

/** The frame's head: three bytes, the start code 9d 01 2a, then 14 bits of each side. */
function lossySize(chunk: Buffer): Size | undefined {
  if (chunk.readUIntBE(3, 3) !== 0x9d012a) return undefined;
  return { width: chunk.readUInt16LE(6) & 0x3fff, height: chunk.readUInt16LE(8) & 0x3fff };
}

/** The signature 2f, then 14 bits of each side less one. */
function losslessSize(chunk: Buffer): Size | undefined {
  if (chunk.readUInt8(0) !== 0x2f) return undefined;
  const bits = chunk.readUInt32LE(1);
  return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
}
