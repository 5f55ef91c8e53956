import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '@kith/api/store/open';
import { createStores } from '@kith/api/store/stores';
import { wholeBaseline } from '@kith/api/whole-baseline';
import type { Kind } from '@kith/core/place/kinds';
import type { Baseline } from '@kith/core/reach/baseline';
import { randomClosures } from '@kith/scripts/bench/engine/closures.ts';
import { bundleModules } from '@kith/scripts/house/bundle.ts';
import { serveFolder } from '@kith/scripts/house/loopback.ts';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { playable } from '../core/random-worlds.ts';
import { openBrowser } from '../drivers/browser.ts';
import { type Games, reportTexts } from './same-bytes-play.ts';

const RANDOM = 1_000;
const ON_THE_STARTER = 100;
const KINDS: readonly Kind[] = ['library', 'bench', 'hall'];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kith-same-bytes-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Random small worlds, each with its own scenario, and closures on the starter. */
async function games(): Promise<Games> {
  const small = fc.sample(playable, { numRuns: RANDOM, seed: 20_261_123 });
  const starter = await starterWorld();
  const closures = randomClosures(starter, KINDS, ON_THE_STARTER, 5);
  return {
    worlds: [...small.map(({ world }) => world), starter],
    played: [
      ...small.map(({ scenario }, world) => ({ world, scenario })),
      ...closures.map((scenario) => ({ world: RANDOM, scenario })),
    ],
  };
}

async function starterWorld(): Promise<Baseline> {
  const path = inject('seededDb');
  const open = await openDatabase({ kind: 'file', path, label: path });
  try {
    return await wholeBaseline(createStores(open.db), 'starter', KINDS);
  } finally {
    open.close();
  }
}

/** What a worker in a real Chromium answers. */
async function inChromium(): Promise<unknown> {
  bundleModules({ play: 'tests/e2e/same-bytes-worker.ts' }, folder);
  const server = await serveFolder(folder);
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(server.url);
    return await page.evaluate(
      () =>
        new Promise((resolve, reject) => {
          const worker = new Worker('play.js', { type: 'module' });
          worker.addEventListener('message', ({ data }) => resolve(data));
          worker.addEventListener('error', ({ message }) => reject(new Error(message)));
        }),
    );
  } finally {
    await browser.close();
    server.close();
  }
}

describe('the same scenario', () => {
  it(`gives the same bytes in Node and in Chromium, ${RANDOM + ON_THE_STARTER} of them`, async () => {
    const asked = await games();
    writeFileSync(join(folder, 'games.json'), JSON.stringify(asked));
    const here = [...reportTexts(asked)].map((text) => createHash('sha256').update(text).digest('hex'));
    expect(new Set(here).size).toBeGreaterThan(RANDOM / 2);
    expect(await inChromium()).toEqual(here);
  });
});
