import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, inject } from 'vitest';
import { openBrowser, type Size, WIDE } from './browser.ts';
import { growToEngland } from './england.ts';
import { KithServer } from './kith-server.ts';
import { Town } from './town.ts';

/** A server on a copy of the loaded starter, and a browser, for the tests of one file. */
export interface Kith {
  readonly server: KithServer;
  /** Opens an address in a page of its own; closed after the test, or after the file where its tests are one story. */
  visit(address: string, size?: Size): Promise<Town>;
  /** The id of the first place that a query of the API finds. */
  placeId(query: string): Promise<string>;
}

/**
 * `england`: with made-up councils around the starter, so that there is a map of all England. `oneStory`: each test goes
 * on where the one before ended, so that pages stay open between them. `size`: the window of a visit that names none.
 */
export function useKith({ england = false, oneStory = false, size: usual = WIDE as Size } = {}): Kith {
  let browser: Browser;
  let server: KithServer;
  let folder: string;
  let towns: Town[] = [];
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kith-e2e-'));
    copyFileSync(inject('seededDb'), join(folder, 'kith.db'));
    if (england) await growToEngland(join(folder, 'kith.db'));
    [browser, server] = await Promise.all([openBrowser(), KithServer.start(join(folder, 'kith.db'))]);
  });
  afterEach(async () => {
    if (oneStory) return;
    await Promise.all(towns.map((town) => town.close()));
    towns = [];
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    get server() {
      return server;
    },
    async visit(address, size = usual) {
      const town = await Town.visit(browser, size, server.url, address);
      towns.push(town);
      return town;
    },
    async placeId(query) {
      const answer = await fetch(`${server.url}/api/places?${query}&limit=1`);
      const { features } = (await answer.json()) as { features: { id: string }[] };
      const found = features[0];
      if (!found) throw new Error(`No place answers ${query}`);
      return found.id;
    },
  };
}
