import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { buildWeb } from '../house/build-web.mjs';
import { findChromium } from '../house/chromium.mjs';
import { must } from '../house/step.mjs';
import { freePort } from './free-port.ts';

const root = join(import.meta.dirname, '..', '..');
const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

/**
 * Bytes on the wire (compressed, as Chromium counted them) until the first list can be used, and until the map
 * has come to rest, on a phone and on a wide window, with an empty cache. Source: Network.loadingFinished.
 */
export async function benchBytes(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kith-bytes-'));
  const env = { KITH_DB: join(folder, 'kith.db'), PORT: String(await freePort()), KITH_WEB_DIST: buildWeb() };
  must(process.execPath, ['--import', 'tsx', join(root, 'scripts', 'load', 'starter', 'starter.ts')], {
    why: 'The starter did not load.',
    env,
  });
  const server = spawn(process.execPath, ['--import', 'tsx', join(root, 'api', 'src', 'index.ts')], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: 'ignore',
  });
  const url = `http://127.0.0.1:${env.PORT}`;
  for (let tries = 0; tries < 100; tries++) {
    if (
      await fetch(`${url}/api/health`).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: [
      '--no-sandbox',
      '--disable-quic',
      '--disable-background-networking',
      '--use-gl=angle',
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
    ],
  });
  try {
    for (const [name, viewport] of [
      ['phone 390x844', { width: 390, height: 844 }],
      ['wide 1440x900', { width: 1440, height: 900 }],
    ] as const) {
      const context = await browser.newContext({ viewport });
      const page = await context.newPage();
      const wire = await context.newCDPSession(page);
      await wire.send('Network.enable');
      let bytes = 0;
      wire.on('Network.loadingFinished', (event) => (bytes += event.encodedDataLength));
      await page.goto(`${url}/find`);
      await page.getByRole('article').first().waitFor();
      const first = bytes;
      if (viewport.width < 760) await page.getByRole('link', { name: 'Map', exact: true }).click();
      await page.locator('[data-idle="yes"]').first().waitFor({ timeout: 60_000 });
      console.log(`${name}: ${kB(first)} before the first usable list, ${kB(bytes)} with the map at rest`);
      await context.close();
    }
  } finally {
    await browser.close();
    server.kill('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  }
}
