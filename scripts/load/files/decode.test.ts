import { describe, expect, it } from 'vitest';
import { decode, decoded } from './decode.ts';

const WORDS = 'name,town\nCafé “Åse”,Hinckley\n';

async function inPieces(bytes: Uint8Array, size: number): Promise<string> {
  async function* cut() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  let text = '';
  for await (const piece of decode(cut())) text += piece;
  return text;
}

/** The same letters in the code page of Windows. */
const windows = Buffer.from('name,town\nCaf\xe9 \x93\xc5se\x94,Hinckley\n', 'latin1');
const little = Buffer.from(`\uFEFF${WORDS}`, 'utf16le');
const big = Buffer.from(little).swap16();

describe('text of a file', () => {
  it.each([
    ['UTF-8', Buffer.from(WORDS)],
    ['UTF-8 with a byte-order mark', Buffer.from(`\uFEFF${WORDS}`)],
    ['Windows-1252', windows],
    ['UTF-16, little end first', little],
    ['UTF-16, big end first', big],
    ['UTF-16 without a mark', little.subarray(2)],
  ])('is the same from %s, whole or cut anywhere', async (_, bytes) => {
    expect(decoded(bytes)).toBe(WORDS);
    for (const size of [1, 2, 3, 7, 1000]) expect(await inPieces(bytes, size)).toBe(WORDS);
  });

  it('takes each line by itself where a list was put together from several', () => {
    expect(decoded(Buffer.concat([Buffer.from('Café\n'), Buffer.from('Caf\xe9\n', 'latin1')]))).toBe(
      'Café\nCafé\n',
    );
  });

  it('does not cut a letter in two in a very long line', async () => {
    const line = 'é'.repeat(700_000);
    expect(await inPieces(Buffer.from(line), 65_537)).toBe(line);
  });

  it('is empty for an empty file', async () => {
    expect(decoded(new Uint8Array())).toBe('');
    expect(await inPieces(new Uint8Array(), 1)).toBe('');
  });
});
