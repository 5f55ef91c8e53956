import { SheetError } from './sheet-error.ts';

export interface TextRead {
  readonly text: string;
  /** In words, for whoever sent it. */
  readonly encoding: string;
}

/**
 * The text of a file: by its mark, else UTF-16 by its zeros, else UTF-8 where it is that, else Windows-1252, which any
 * bytes are.
 * @throws SheetError where it is no text
 */
export function textOf(bytes: Buffer): TextRead {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    return {
      text: utf8(bytes.subarray(3)) ?? windows(bytes.subarray(3)),
      encoding: 'UTF-8 with a byte-order mark',
    };
  }
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { text: decode(bytes.subarray(2), 'utf-16le'), encoding: 'UTF-16' };
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return { text: decode(bytes.subarray(2), 'utf-16be'), encoding: 'UTF-16 (big end first)' };
  const zeros = zerosIn(bytes);
  if (zeros.odd > 0.3 && zeros.even < 0.05)
    return { text: decode(bytes, 'utf-16le'), encoding: 'UTF-16 without a mark' };
  if (zeros.even > 0.3 && zeros.odd < 0.05)
    return { text: decode(bytes, 'utf-16be'), encoding: 'UTF-16 (big end first) without a mark' };
  if (zeros.odd + zeros.even > 0) {
    throw new SheetError(
      'not-a-sheet',
      'This is neither text nor a workbook. Save the list as CSV or .xlsx and bring that.',
    );
  }
  const text = utf8(bytes);
  return text === null ? { text: windows(bytes), encoding: 'Windows-1252' } : { text, encoding: 'UTF-8' };
}

function utf8(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
/** Node reads Windows-1252 as Latin-1, whose signs from 80 to 9F are controls: these are what Windows means. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function windows(bytes: Buffer): string {
  return bytes
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (sign) => WINDOWS[sign.charCodeAt(0) - 0x80] ?? sign);
}
const decode = (bytes: Buffer, encoding: string): string => new TextDecoder(encoding).decode(bytes);

/** Shares of zero bytes at odd and even places of the beginning. */
function zerosIn(bytes: Buffer): { odd: number; even: number } {
  const head = bytes.subarray(0, 4_000);
  const half = Math.max(1, head.length / 2);
  let [odd, even] = [0, 0];
  for (const [at, byte] of head.entries()) {
    if (byte !== 0) continue;
    if (at % 2 === 1) odd += 1;
    else even += 1;
  }
  return { odd: odd / half, even: even / half };
}
