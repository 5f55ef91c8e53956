import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { buildWeb } from '../house/build-web.mjs';
import { findChromium } from '../house/chromium.mjs';
import { ROOT } from '../load/starter/starter-files.ts';
import { freePort } from './free-port.ts';
import { serveOneGeojson } from './one-geojson.ts';

const RUNS = 5;
const FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
];
const WIDE = { width: 1440, height: 900 };
const VIEWS = [
  ['all England', '/find?patch=all'],
  ['a council (North Yorkshire)', '/find?patch=north-yorkshire'],
  ['a city (Birmingham)', '/find?patch=birmingham'],
] as const;

/**
 * First view of all England and of a council, with an empty cache, in Chromium on software rendering: when the list
 * can be used, when the map is at rest, what its data weigh, what a recolouring and a pan take. Times are given as
 * ratios to the same 33,755 areas as one GeoJSON source on a bare page, drawn in turn with them in the same run.
 * `KITH_DB` names a database with all of England in it. Never a test: machines differ.
 */
export async function benchFirstView(): Promise<void> {
  const db = process.env.KITH_DB;
  if (!db || !existsSync(db)) {
    console.log('Set KITH_DB to a database with all of England in it (npm run load -- --area england).');
    return;
  }
  const port = String(await freePort());
  const server = spawn(process.execPath, ['--import', 'tsx', 'api/src/index.ts'], {
    cwd: ROOT,
    env: { ...process.env, PORT: port, KITH_WEB_DIST: process.env.KITH_WEB_DIST ?? buildWeb('test') },
    stdio: 'ignore',
  });
  const url = `http://127.0.0.1:${port}`;
  const browser = await chromium.launch({ executablePath: findChromium(), args: FLAGS });
  try {
    await answers(url, server);
    const one = await serveOneGeojson(url);
    console.log(`baseline: ${one.codes.length} areas as one GeoJSON source, ${kB(one.bytes)} compressed`);
    const rest: number[] = [];
    const seen = new Map<string, View[]>(VIEWS.map(([name]) => [name, []]));
    for (let run = 0; run < RUNS; run++) {
      rest.push(await baselineRest(browser, one.url));
      for (const [name, path] of VIEWS) seen.get(name)?.push(await firstView(browser, url + path));
    }
    console.log(`baseline at rest after ${say(rest)}`);
    for (const [name, views] of seen) {
      const ratio = (pick: (view: View) => number): string =>
        views.map((view, at) => (pick(view) / (rest[at] ?? 1)).toFixed(2)).join(', ');
      console.log(`${name}: list after ${say(views.map((view) => view.list))}`);
      console.log(
        `  map at rest after ${say(views.map((view) => view.rest))}; to baseline ${ratio((view) => view.rest)}`,
      );
      console.log(
        `  data ${kB(Math.max(...views.map((view) => view.data)))} on the wire (with the app itself ${kB(Math.max(...views.map((view) => view.bytes)))})`,
      );
    }
    await recolourAndPan(browser, url);
    one.server.close();
  } finally {
    await browser.close();
    server.kill('SIGTERM');
  }
}

interface View {
  /** Milliseconds from the address to a list that can be used, and to a map at rest. */
  readonly list: number;
  readonly rest: number;
  /** Bytes on the wire: answers of the API (tiles, values, places), and everything. */
  readonly data: number;
  readonly bytes: number;
}

async function firstView(browser: Browser, address: string): Promise<View> {
  const { page, close } = await fresh(browser);
  let [data, bytes] = [0, 0];
  const counted: Promise<void>[] = [];
  page.on('requestfinished', (request) => {
    const count = async (): Promise<void> => {
      const { responseBodySize, responseHeadersSize } = await request.sizes();
      bytes += responseBodySize + responseHeadersSize;
      if (new URL(request.url()).pathname.startsWith('/api/')) data += responseBodySize + responseHeadersSize;
    };
    counted.push(count().catch(() => undefined));
  });
  const from = performance.now();
  await page.goto(address, { waitUntil: 'commit' });
  await page.locator('.list :is(article, #councils)').first().waitFor();
  const list = performance.now() - from;
  await atRest(page);
  const rest = performance.now() - from;
  await Promise.all(counted);
  await close();
  return { list, rest, data, bytes };
}

async function baselineRest(browser: Browser, address: string): Promise<number> {
  const { page, close } = await fresh(browser);
  const from = performance.now();
  await page.goto(address, { waitUntil: 'commit' });
  await page.waitForFunction("document.title === 'at rest'", null, { timeout: 120_000 });
  const rest = performance.now() - from;
  await close();
  return rest;
}

/** What runs in the page, where the test build shows its map. */
interface Shown {
  readonly __kith: {
    readonly map: { redraw(): void; getZoom(): number };
    setClasses(classes: object | null): void;
    pan(right: number, down: number): void;
  };
  requestAnimationFrame(run: () => void): number;
}

interface Asked {
  readonly geometryVersion: string;
  readonly codes: readonly string[];
}

/** All 33,755 areas to another colour, with those of the Midlands in view; and a pan by a third of the view. */
async function recolourAndPan(browser: Browser, url: string): Promise<void> {
  const { page, close } = await fresh(browser);
  await page.goto(`${url}/find?patch=all&at=-1.5,52.6,8`);
  await atRest(page);
  const times = await page.evaluate(async () => {
    const { __kith: kith, requestAnimationFrame: frameAfter } = globalThis as unknown as Shown;
    // No function of its own in here: the name that the loader gives it is not known in the page.
    const { geometryVersion } = (await (await fetch('/api/patches')).json()) as Asked;
    const { codes } = (await (await fetch(`/api/geometry/${geometryVersion}/codes`)).json()) as Asked;
    const set: number[] = [];
    const frame: number[] = [];
    for (let run = 0; run < 12; run++) {
      const classes = codes.map((_, at) => ((at + run) % 5) + 1);
      const from = performance.now();
      kith.setClasses({ of: 'areas', codes, classes, ramp: 'risk' });
      const done = performance.now();
      kith.map.redraw();
      set.push(done - from);
      frame.push(performance.now() - done);
      await new Promise((resolve) => frameAfter(() => resolve(null)));
    }
    return { count: codes.length, set, frame };
  });
  console.log(
    `recolouring all ${times.count} areas: ${say(times.set)} of scripting; the frame after it ${say(times.frame)}`,
  );
  await page.reload();
  await atRest(page);
  const pans: number[] = [];
  for (const [right, down] of [
    [1, 0],
    [1, 0],
    [0, 1],
    [-1, 0],
    [0, -1],
    [0, -1],
  ]) {
    const from = performance.now();
    await page.evaluate(([x = 0, y = 0]) => (globalThis as unknown as Shown).__kith.pan(x, y), [right, down]);
    await atRest(page);
    pans.push(performance.now() - from);
  }
  console.log(`a pan by a third of the view, to the next rest: ${say(pans)}`);
  await close();
}

async function fresh(browser: Browser): Promise<{ page: Page; close: () => Promise<void> }> {
  const context = await browser.newContext({ viewport: WIDE, reducedMotion: 'reduce' });
  return { page: await context.newPage(), close: () => context.close() };
}

const atRest = (page: Page): Promise<void> =>
  page.locator('[data-idle="yes"]').first().waitFor({ timeout: 120_000 });

async function answers(url: string, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (server.exitCode !== null)
      throw new Error('The server stopped at once: is the database one of this version?');
    const up = await fetch(`${url}/api/patches`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (up) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('The server did not answer in a minute.');
}

const kB = (bytes: number): string => `${(bytes / 1000).toFixed(0)} kB`;
/** "812 ms (worst 990 ms)". */
function say(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const ms = (time: number): string => `${time < 100 ? time.toFixed(1) : time.toFixed(0)} ms`;
  return `${ms(sorted[Math.floor(sorted.length / 2)] ?? 0)} at the median (worst ${ms(sorted.at(-1) ?? 0)})`;
}
