import { existsSync } from 'node:fs';
import { appendFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { expect, it } from 'vitest';
import { MadeFiles } from './made-files.ts';

const NOON = new Date('2026-11-23T12:00:00Z');

/** A writer that does as it is told, and says what it was asked for. */
function writer() {
  const asked: { name: string; path: string; end: () => void; fail: () => void }[] = [];
  const write = (_version: string, name: string, path: string) =>
    new Promise<void>((resolve, reject) => {
      asked.push({ name, path, end: resolve, fail: () => reject(new Error('no room')) });
    });
  return { asked, made: new MadeFiles(write) };
}
const turn = () => new Promise((resolve) => setTimeout(resolve, 20));

async function textOf(bytes: AsyncGenerator<Uint8Array>): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of bytes) pieces.push(piece);
  return Buffer.concat(pieces).toString('utf8');
}

it('a file is written once, and read by all who ask while it is and after', async () => {
  const { asked, made } = writer();
  const [first, second] = [made.read('v1', 'a.csv', NOON), made.read('v1', 'a.csv', NOON)];
  const both = Promise.all([textOf(first), textOf(second)]);
  await turn();
  const path = asked[0]?.path ?? '';
  await writeFile(path, 'the beginning, ');
  await turn();
  await appendFile(path, 'the end');
  asked[0]?.end();
  expect(await both).toEqual(['the beginning, the end', 'the beginning, the end']);
  expect(await textOf(made.read('v1', 'a.csv', NOON))).toBe('the beginning, the end');
  expect(asked).toHaveLength(1);
});

it('files are written one at a time, and go with their version', async () => {
  const { asked, made } = writer();
  const reading = [made.read('v1', 'a.csv', NOON), made.read('v1', 'b.csv', NOON)].map(textOf);
  await turn();
  expect(asked.map(({ name }) => name)).toEqual(['a.csv']);
  for (const at of [0, 1]) {
    await writeFile(asked[at]?.path ?? '', String(at));
    asked[at]?.end();
    await turn();
  }
  expect(await Promise.all(reading)).toEqual(['0', '1']);
  const old = asked[0]?.path ?? '';
  expect(existsSync(old)).toBe(true);
  const next = made.read('v2', 'a.csv', NOON);
  expect(existsSync(old)).toBe(false);
  expect(existsSync(dirname(old))).toBe(true);
  await next.return(undefined);
});

it('a file that could not be written breaks off, and is written again for the next who asks', async () => {
  const { asked, made } = writer();
  const failing = textOf(made.read('v1', 'a.csv', NOON));
  await turn();
  asked[0]?.fail();
  await expect(failing).rejects.toThrow('no room');
  const again = textOf(made.read('v1', 'a.csv', NOON));
  await turn();
  await writeFile(asked[1]?.path ?? '', 'whole');
  asked[1]?.end();
  expect(await again).toBe('whole');
});
