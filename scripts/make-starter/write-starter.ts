import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Starter } from './make-starter.ts';

/** Writes every file of the starter below a folder, `data` as a rule. Returns how many bytes. */
export function writeStarter(starter: Starter, folder: string): number {
  let bytes = 0;
  for (const [path, text] of starter.files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
    bytes += Buffer.byteLength(text);
  }
  return bytes;
}
