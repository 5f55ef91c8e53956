import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { databaseSetting } from '@kith/api/store/database-setting';
import { openDatabase } from '@kith/api/store/open';
import { listAreaShapes } from '@kith/api/store/shape-store';
import { AREAS_OF_ENGLAND, EVERYWHERE } from '@kith/core/area/patches';
import { KIND_IDS } from '@kith/core/place/kinds';
import { ROOT } from '../load/starter/starter-files.ts';
import type { Box, TileAddress } from '../load/tiles/tile-grid.ts';
import { firstView, SCREENS, type Screen } from './first-screen.ts';

/** A council of towns and country, and one of the densest. */
const COUNCILS = ['kent', 'leicestershire', 'birmingham'];
const REPEATS = 5;
/** What any first view may weigh, and how many of the heaviest are shown. */
const AIM_BYTES = 350_000;
const SHOWN = 5;
/** What is shown before anybody chooses: all kinds but benches. */
const KINDS_FIRST = KIND_IDS.filter((kind) => kind !== 'bench').join(',');

interface Map {
  readonly id: string;
  readonly bbox: Box;
}

/**
 * What a first view asks for with all of England loaded: bytes as they are sent and milliseconds until the last of
 * them, first asked for and asked for again, as ratios to all boundaries as one GeoJSON in the same run. Reads the
 * database that KITH_DB names and changes nothing in it.
 */
export async function benchEngland(): Promise<void> {
  const file = process.env.KITH_DB?.trim();
  if (file === undefined || file === '' || !existsSync(file.replace(/^file:/, ''))) {
    console.log(
      'There is no database of England: name one that is loaded, KITH_DB=england.db npm run bench england',
    );
    return;
  }
  const whole = await wholeGeoJson();
  const server = spawn(process.execPath, ['--import', 'tsx', join('api', 'src', 'index.ts')], {
    cwd: ROOT,
    env: { ...process.env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const url = await addressOf(server);
    const started = performance.now();
    const { patches, geometryVersion } = (await (await fetch(`${url}/api/patches`)).json()) as {
      patches: Map[];
      geometryVersion: string;
    };
    const everywhere = patches.find(({ id }) => id === EVERYWHERE);
    if (everywhere === undefined) {
      console.log('KITH_DB holds only a part of England: load it with npm run load -- --area england');
      return;
    }
    console.log(`first answer ${Math.round(performance.now() - started)} ms after the server listens`);
    console.log(`all boundaries as one GeoJSON: ${kB(whole)}, the measure of the ratios`);
    for (const screen of SCREENS) {
      const wide = firstView(everywhere, screen);
      await report(url, whole, `${screen.name}, all England at zoom ${wide.zoom.toFixed(1)}`, [
        ...wide.tiles.map((tile) => tilePath(geometryVersion, tile)),
        '/api/districts/risk/all',
        `/api/clusters?patch=all&bbox=${wide.box.map((each) => each.toFixed(4)).join(',')}&zoom=${Math.floor(wide.zoom)}`,
      ]);
      for (const council of patches.filter(({ id }) => COUNCILS.includes(id))) {
        const view = firstView(council, screen);
        await report(url, whole, `${screen.name}, ${council.id} at zoom ${view.zoom.toFixed(1)}`, [
          ...view.tiles.map((tile) => tilePath(geometryVersion, tile, council.id)),
          `/api/risk/all?patch=${council.id}`,
          `/api/pins?patch=${council.id}&kind=library`,
        ]);
      }
      await heaviest(url, screen, patches, geometryVersion);
    }
    await report(url, whole, 'colours of all areas of England, without codes', [
      '/api/risk/all?patch=all&codes=no',
    ]);
    await report(url, whole, 'their codes, once', [`/api/geometry/${geometryVersion}/codes`]);
    await report(url, whole, 'reach of all England', ['/api/reach?patch=all&codes=no']);
    await report(url, whole, 'one indicator of all England', ['/api/values/no-car?patch=all&codes=no']);
  } finally {
    server.kill('SIGTERM');
    await once(server, 'exit');
  }
}

/** Asks for several things at once, as a page does. */
async function report(url: string, whole: number, what: string, paths: readonly string[]): Promise<void> {
  const ask = async () => {
    const started = performance.now();
    const sizes = await Promise.all(paths.map((path) => bytesOf(`${url}${path}`)));
    return { ms: performance.now() - started, bytes: sizes.reduce((sum, each) => sum + each, 0) };
  };
  const first = await ask();
  const again: number[] = [];
  for (let nth = 0; nth < REPEATS; nth++) again.push((await ask()).ms);
  const median = again.sort((a, b) => a - b)[Math.floor(REPEATS / 2)] ?? 0;
  console.log(
    `${what}: ${paths.length} requests, ${kB(first.bytes)} (${(first.bytes / whole).toFixed(3)} of the one GeoJSON), ${Math.round(first.ms)} ms, again ${Math.round(median)} ms`,
  );
}

/** All that the first view of each map asks for, from the heaviest: no map may weigh more than the aim. */
async function heaviest(url: string, screen: Screen, maps: readonly Map[], version: string): Promise<void> {
  const shared = ['/api/patches', '/api/sources', '/api/config'];
  const weights: { id: string; zoom: number; tiles: number; bytes: number }[] = [];
  for (const map of maps) {
    const { zoom, box, tiles } = firstView(map, screen);
    const everywhere = map.id === EVERYWHERE;
    const bbox = box.map((each) => each.toFixed(5)).join(',');
    const asked = `patch=${map.id}&kind=${KINDS_FIRST}`;
    const drawn = tiles.map((tile) => tilePath(version, tile, everywhere ? undefined : map.id));
    const answers = everywhere
      ? ['/api/districts/risk/all', `/api/clusters?${asked}&bbox=${bbox}&zoom=${Math.floor(zoom)}`]
      : [
          `/api/risk/all?patch=${map.id}`,
          `/api/pins?${asked}`,
          `/api/places?${asked}&sort=times&outside=include&limit=30`,
          `/api/places?${asked}&sort=times&outside=include&bbox=${bbox}&limit=30`,
        ];
    const paths = [...shared, `/api/kinds?patch=${map.id}`, ...drawn, ...answers];
    let bytes = 0;
    for (const path of paths) bytes += await bytesOf(`${url}${path}`);
    weights.push({ id: map.id, zoom, tiles: tiles.length, bytes });
  }
  weights.sort((a, b) => b.bytes - a.bytes);
  const over = weights.filter(({ bytes }) => bytes > AIM_BYTES).length;
  console.log(`${screen.name}, first view of each of ${weights.length} maps; over ${kB(AIM_BYTES)}: ${over}`);
  for (const { id, zoom, tiles, bytes } of weights.slice(0, SHOWN)) {
    console.log(`  ${id} at zoom ${zoom.toFixed(2)}: ${tiles} tiles, ${kB(bytes)} in all`);
  }
}

/** Bytes of a body as it is sent; fetch unpacks it, so its length is read from the header. */
async function bytesOf(url: string): Promise<number> {
  const ask = () => fetch(url, { headers: { 'Accept-Encoding': 'br, gzip' } });
  // A kept connection may be closed just as it is used again; a browser asks again too.
  const response = await ask().catch(ask);
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return Number(response.headers.get('Content-Length') ?? 0);
}

/** Every boundary as one GeoJSON, gzipped: what a map without tiles would fetch. */
async function wholeGeoJson(): Promise<number> {
  const open = await openDatabase(databaseSetting(process.env, ROOT));
  try {
    const shapes = await listAreaShapes(open.db);
    if (shapes.length < AREAS_OF_ENGLAND) console.log(`only ${shapes.length} boundaries are loaded`);
    const features = shapes.map(
      ({ code, geometry }) => `{"type":"Feature","properties":{"code":"${code}"},"geometry":${geometry}}`,
    );
    return gzipSync(`{"type":"FeatureCollection","features":[${features.join(',')}]}`, { level: 9 }).length;
  } finally {
    open.close();
  }
}

function tilePath(version: string, { z, x, y }: TileAddress, patch?: string): string {
  return `/api/geometry/${version}/tiles/${z}/${x}/${y}${patch === undefined ? '' : `?patch=${patch}`}`;
}

function kB(bytes: number): string {
  return `${(bytes / 1_000).toFixed(1)} kB`;
}

async function addressOf(server: ChildProcess): Promise<string> {
  if (server.stdout === null) throw new Error('the server has no output to read');
  const [line] = (await once(server.stdout, 'data')) as [Buffer];
  const port = /:(\d+)\s*$/.exec(line.toString())?.[1];
  if (port === undefined) throw new Error(`the server said: ${line.toString()}`);
  return `http://127.0.0.1:${port}`;
}
