import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '../drivers/kith-server.ts';

const root = join(import.meta.dirname, '..', '..');
let folder: string;
let port: number;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kith-start-'));
  port = await freePort();
});
let last: ChildProcess | null = null;
afterEach(() => {
  last?.kill('SIGTERM');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Running {
  readonly process: ChildProcess;
  said(): string;
}

/** What `npm start` runs, to the line with the address. */
async function start(): Promise<Running> {
  let said = '';
  const child = spawn(process.execPath, [join('scripts', 'start.mjs')], {
    cwd: root,
    env: { ...process.env, PORT: String(port), KITH_DB: join(folder, 'kith.db'), KITH_WEB_DIST: '' },
  });
  last = child;
  child.stdout.on('data', (data) => (said += data));
  child.stderr.on('data', (data) => (said += data));
  await expect.poll(() => said, { timeout: 120_000 }).toContain('Kith is running at ');
  return { process: child, said: () => said };
}

async function stop(running: Running): Promise<number | null> {
  const gone = new Promise<number | null>((resolve) => running.process.once('exit', resolve));
  running.process.kill('SIGTERM');
  return gone;
}

describe('npm start', () => {
  it('says one line a step, then the address, and stops when asked', async () => {
    const running = await start();
    const lines = running.said().trim().split('\n');
    expect(lines[0]).toMatch(/^Packages: /);
    expect(lines.at(-1)).toBe(`Kith is running at http://localhost:${port}`);
    expect(lines.some((line) => /^Areas 1,059/.test(line))).toBe(true);
    const page = await fetch(`http://127.0.0.1:${port}/cuts`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('<div id="app">');
    expect(await stop(running)).toBe(0);
  });

  it('finds everything ready the second time', async () => {
    const running = await start();
    expect(running.said()).toContain('Web app: already built');
    expect(running.said()).not.toContain('Areas 1,059');
    expect((await fetch(`http://127.0.0.1:${port}/api/health`)).status).toBe(200);
    expect(await stop(running)).toBe(0);
  });
});
