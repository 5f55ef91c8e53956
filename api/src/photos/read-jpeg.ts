import { headedExifIsLocated, xmpIsLocated } from './located.ts';
import type { ReadPhoto } from './read-photo.ts';

const MARK = 0xff;
const END = 0xd9;
const SCAN = 0xda;
/** Markers that say how large the picture is: all SOF but those of tables (C4, C8, CC). */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
/** Markers with nothing behind them, which may stand within the picture's own data too. */
const isBare = (marker: number) => (marker >= 0xd0 && marker <= 0xd7) || marker === 0x01;

export function isJpeg(data: Buffer): boolean {
  return data.length > 3 && data[0] === MARK && data[1] === 0xd8 && data[2] === MARK;
}

/** Walks a JPEG from mark to mark. @returns null where it is broken, stops short, or something hangs on behind it */
export function readJpeg(data: Buffer): ReadPhoto | null {
  let size: { width: number; height: number } | undefined;
  let located = false;
  for (let at = 2; ; ) {
    if (data.readUInt8(at) !== MARK) return null;
    const marker = data.readUInt8(at + 1);
    if (marker === MARK) {
      at += 1;
      continue;
    }
    if (marker === END) {
      const isWhole = at + 2 === data.length;
      return size !== undefined && isWhole ? { type: 'image/jpeg', ...size, located } : null;
    }
    if (isBare(marker)) {
      at += 2;
      continue;
    }
    const length = data.readUInt16BE(at + 2);
    if (length < 2 || at + 2 + length > data.length) return null;
    const segment = data.subarray(at + 4, at + 2 + length);
    if (isFrame(marker)) size = { height: segment.readUInt16BE(1), width: segment.readUInt16BE(3) };
    if (marker === 0xe1) located ||= headedExifIsLocated(segment) || xmpIsLocated(segment);
    at += 2 + length;
    if (marker === SCAN) at = afterScan(data, at);
  }
}

/** The picture's own data holds no marks but bare ones and stuffed zeros: the next other mark ends it. */
function afterScan(data: Buffer, from: number): number {
  for (let at = data.indexOf(MARK, from); at >= 0; at = data.indexOf(MARK, at + 1)) {
    const next = data.readUInt8(at + 1);
    if (next !== 0 && next !== MARK && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  throw new RangeError('The picture has no end.');
}
