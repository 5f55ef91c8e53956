import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Scenario } from '@kith/core/scenario/report';
import { chromium } from 'playwright-core';
import { bundleModules } from '../../house/bundle.ts';
import { findChromium } from '../../house/chromium.mjs';
import { serveFolder } from '../../house/loopback.ts';

const WARM_UP = 50;

/** What the app's own worker takes in a real Chromium, in milliseconds. */
export interface ChromiumTimes {
  /** From the bytes of the data to the answer that they are there. */
  readonly ground: number;
  /** The first report: lists are built and what stays the same is counted. */
  readonly first: number;
  /** From asking the worker to holding the report, each scenario by itself. */
  readonly plays: readonly number[];
}

/** Plays scenarios in the app's own module worker, put together as it is for the app, from an empty page. */
export async function timeInChromium(
  baselineFile: string,
  scenarios: readonly Scenario[],
): Promise<ChromiumTimes> {
  const folder = mkdtempSync(join(tmpdir(), 'kith-worker-'));
  try {
    bundleModules({ engine: 'web/src/engine/engine-worker.ts' }, folder);
    copyFileSync(fileURLToPath(new URL('./page.mjs', import.meta.url)), join(folder, 'page.js'));
    copyFileSync(baselineFile, join(folder, 'baseline.json'));
    writeFileSync(join(folder, 'scenarios.json'), JSON.stringify(scenarios));
    const server = await serveFolder(folder);
    const browser = await chromium.launch({
      executablePath: findChromium(),
      args: ['--no-sandbox', '--disable-quic', '--disable-background-networking'],
    });
    try {
      const page = await browser.newPage();
      await page.goto(server.url);
      return await page.evaluate<ChromiumTimes>(
        `import('/page.js').then((page) => page.playAll(${WARM_UP}))`,
      );
    } finally {
      await browser.close();
      server.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
