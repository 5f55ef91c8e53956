import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { addClaims, logChange } from '@kith/api/store/claim-store';
import { createStores } from '@kith/api/store/stores';
import { placeId } from '@kith/scripts/load/place-claims.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { smallKith, type TemporaryKith } from '../load/temporary-kith.ts';
import { appOf, type KithApp } from './kith-app.ts';

let kith: TemporaryKith;
let app: KithApp;
let geometry: string;
beforeAll(async () => {
  kith = await smallKith();
  const { assets, pages } = { assets: join(kith.folder, 'web', 'assets'), pages: join(kith.folder, 'web') };
  mkdirSync(assets, { recursive: true });
  writeFileSync(join(pages, 'index.html'), `<!doctype html><title>Kith</title>${'<p>town</p>'.repeat(200)}`);
  writeFileSync(join(assets, 'index-AbCd1234.js'), 'export const town = 1;\n'.repeat(100));
  writeFileSync(join(assets, 'highs-AbCd1234.wasm'), Buffer.alloc(4_000, '\0asm'));
  writeFileSync(join(kith.folder, 'secret.txt'), 'secret');
  writeFileSync(join(pages, '.made-from'), 'secret');
  mkdirSync(join(pages, '.notes'));
  writeFileSync(join(pages, '.notes', 'secret.txt'), 'secret');
});
afterAll(() => kith.close());
beforeEach(async () => {
  app = appOf(kith);
  geometry = ((await (await app.get('/api/patches')).json()) as { geometryVersion: string }).geometryVersion;
});

const AREAS = '/api/areas?patch=leicestershire';
const PINS = '/api/pins?patch=leicestershire';
/** Long enough to be worth compressing. */
const LONG = '/api/baseline?patch=leicestershire';
const STEADY = [AREAS, '/api/baseline?patch=leicestershire', '/api/places', '/api/search?q=mill', PINS];

describe('ETags', () => {
  it.each(STEADY)('%s: the same content has the same strong tag, and is not sent again', async (path) => {
    const first = await app.get(path);
    const tag = first.headers.get('ETag') ?? '';
    expect(tag).toMatch(/^"[\w-]{22}"$/);
    expect((await app.get(path)).headers.get('ETag')).toBe(tag);
    expect((await appOf(kith).get(path)).headers.get('ETag')).toBe(tag);
    for (const asked of [tag, `W/${tag}`, `"x", ${tag}`, '*']) {
      const again = await app.get(path, { 'If-None-Match': asked });
      expect(again.status).toBe(304);
      expect(await again.text()).toBe('');
      expect(again.headers.get('ETag')).toBe(tag);
    }
    expect((await app.get(path, { 'If-None-Match': '"another"' })).status).toBe(200);
  });

  it('differs by encoding, and each is known again', async () => {
    const plain = (await app.get(LONG)).headers.get('ETag') ?? '';
    const squeezed = await app.get(LONG, { 'Accept-Encoding': 'br' });
    const tag = squeezed.headers.get('ETag') ?? '';
    expect(tag).toBe(plain.replace(/"$/, '-br"'));
    const again = await app.get(LONG, { 'Accept-Encoding': 'br', 'If-None-Match': tag });
    expect(again.status).toBe(304);
  });

  it('changes when the data changes, and the answer with it', async () => {
    let now = 0;
    const clock = appOf(kith, { now: () => new Date(now) });
    const hall = placeId('kith-venue-facts', 'hall');
    const before = await clock.get(PINS);
    await kith.open.db.transaction(async (tx) => {
      const change = await logChange(tx, {
        kind: 'edit',
        at: '2026-11-22',
        author: 'ann',
        summary: 'Renamed',
      });
      const claim = {
        source: 'kith-venue-facts-2026',
        sourceDetail: null,
        basis: 'checked',
        licence: 'CC0',
      } as const;
      await addClaims(tx, change, [
        { ...claim, placeId: hall, field: 'name', value: 'Renamed Hall', asOf: '2026-11-22', author: 'ann' },
      ]);
    });
    now += 2_000;
    const after = await clock.get(PINS, { 'If-None-Match': before.headers.get('ETag') ?? '' });
    expect(after.status).toBe(200);
    expect(await after.text()).toContain('Renamed Hall');
  });

  it('one question in two orders is one answer', async () => {
    const one = await app.get('/api/reach?patch=leicestershire&minutes=10');
    const other = await app.get('/api/reach?minutes=10&patch=leicestershire');
    expect(await other.text()).toBe(await one.text());
  });

  it('made-up parameters are no new question, and known ones are', async () => {
    let worked = 0;
    const stores = createStores(kith.open.db);
    const pins: typeof stores.places.pins = (...asked) => {
      worked++;
      return stores.places.pins(...asked);
    };
    const counting = appOf(kith, { stores: { ...stores, places: { ...stores.places, pins } } });
    const whole = await (await counting.get(PINS)).text();
    for (const more of ['&x=1', '&x=2', '&x=1&y=2', '&Patch=kirklees', '&']) {
      expect(await (await counting.get(`${PINS}${more}`)).text()).toBe(whole);
    }
    expect(worked).toBe(1);
    const benches = await (await counting.get(`${PINS}&kind=bench&x=1`)).text();
    expect(benches).not.toBe(whole);
    expect(await (await counting.get(`${PINS}&kind=bench`)).text()).toBe(benches);
    expect(await (await counting.get('/api/pins?patch=kirklees&x=1')).text()).not.toBe(whole);
    expect(worked).toBe(3);
  });
});

describe('compression', () => {
  it.each([
    ['br', 'br'],
    ['gzip', 'gzip'],
    ['gzip, deflate, br', 'br'],
    ['gzip;q=1, br;q=0', 'gzip'],
    ['*', 'br'],
    ['deflate', null],
    ['br;q=0, gzip;q=0', null],
    ['', null],
  ])('Accept-Encoding: %s gets %s', async (accept, encoding) => {
    const plain = Buffer.from(await (await app.get(LONG)).arrayBuffer());
    for (const path of [LONG, LONG]) {
      const response = await app.get(path, { 'Accept-Encoding': accept });
      expect(response.headers.get('Content-Encoding')).toBe(encoding);
      expect(response.headers.get('Vary')).toContain('Accept-Encoding');
      const bytes = Buffer.from(await response.arrayBuffer());
      expect(Number(response.headers.get('Content-Length'))).toBe(bytes.byteLength);
      const opened =
        encoding === 'br' ? brotliDecompressSync(bytes) : encoding === 'gzip' ? gunzipSync(bytes) : bytes;
      expect(opened.equals(plain)).toBe(true);
    }
  });

  it('lets small answers be', async () => {
    const response = await app.get('/api/config', { 'Accept-Encoding': 'br' });
    expect(response.headers.get('Content-Encoding')).toBeNull();
  });
});

describe('how long an answer keeps', () => {
  it('shapes for ever at their address; data until asked about again; health never', async () => {
    const keeps = async (path: string) => (await app.get(path)).headers.get('Cache-Control');
    expect(await keeps(`/api/geometry/${geometry}/areas?patch=leicestershire`)).toBe(
      'public, max-age=31536000, immutable',
    );
    expect(await keeps(AREAS)).toBe('no-cache');
    expect(await keeps('/api/places')).toBe('no-cache');
    expect(await keeps('/api/health')).toBe('no-store');
    expect(await keeps('/api/geometry/old/areas?patch=leicestershire')).toBe('no-store');
  });
});

describe('headers on every response', () => {
  const PATHS = [
    AREAS,
    '/api/nothing',
    '/api/places?limit=0',
    '/',
    '/assets/index-AbCd1234.js',
    '/no-such.js',
  ];
  it.each(PATHS)('%s', async (path) => {
    const { headers } = await app.get(path);
    expect(headers.get('X-Request-Id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers.get('Content-Security-Policy')).toBe(
      "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    );
    expect(headers.get('Referrer-Policy')).toBe('no-referrer');
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('Permissions-Policy')).toContain('camera=()');
    expect(headers.get('Permissions-Policy')).toContain('geolocation=()');
  });

  it('every request has a number of its own, which the log has too', async () => {
    const ids = [await app.get(AREAS), await app.get(AREAS)].map((each) => each.headers.get('X-Request-Id'));
    expect(ids[0]).not.toBe(ids[1]);
    expect(app.heard.requests.slice(-2).map((line) => line.id)).toEqual(ids);
  });

  it.each([
    [[], ''],
    [
      ['https://letters.example.org', 'https://tiles.example.org', 'http://127.0.0.1:9000'],
      ' https://letters.example.org http://127.0.0.1:9000',
    ],
  ])(
    'a street style adds its origin to what a style fetches, and %j, and nothing more',
    async (basemapOrigins, more) => {
      const basemap = 'https://tiles.example.org/styles/calm?key=1';
      const styled = appOf(kith, { config: { basemap, basemapOrigins, version: '1', webDist: '' } });
      const policy = (await styled.get('/')).headers.get('Content-Security-Policy')?.split('; ') ?? [];
      expect(policy.filter((line) => line.includes('example.org'))).toEqual([
        `img-src 'self' data: blob: https://tiles.example.org${more}`,
        `font-src 'self' https://tiles.example.org${more}`,
        `connect-src 'self' https://tiles.example.org${more}`,
      ]);
      expect(await (await styled.get('/api/config')).json()).toEqual({ basemap, version: '1' });
    },
  );

  it('no other origin is let in without a street style', async () => {
    const basemapOrigins = ['https://tiles.example.org'];
    const plain = appOf(kith, { config: { basemap: null, basemapOrigins, version: '1', webDist: '' } });
    expect((await plain.get('/')).headers.get('Content-Security-Policy')).not.toContain('example.org');
  });
});

describe('the pages', () => {
  it('are served for any address that is no file', async () => {
    for (const path of ['/', '/cuts', '/find?place=1', '/a/b/c', '/index.html']) {
      const response = await app.get(path);
      expect(response.status).toBe(200);
      expect(response.headers.get('Content-Type')).toBe('text/html; charset=utf-8');
      expect(response.headers.get('Cache-Control')).toBe('no-cache');
      expect(await response.text()).toContain('<title>Kith</title>');
    }
  });

  it('and their parts keep for ever, compressed', async () => {
    const response = await app.get('/assets/index-AbCd1234.js', { 'Accept-Encoding': 'br' });
    expect(response.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable');
    expect(response.headers.get('Content-Type')).toBe('text/javascript; charset=utf-8');
    const text = brotliDecompressSync(Buffer.from(await response.arrayBuffer())).toString();
    expect(text).toContain('export const town');
    const head = await app.request('/assets/index-AbCd1234.js', { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    const tag = response.headers.get('ETag') ?? '';
    expect((await app.get('/assets/index-AbCd1234.js', { 'If-None-Match': tag })).status).toBe(304);
  });

  it('and WebAssembly goes out as what it is, compressed, and is kept for ever', async () => {
    const response = await app.get('/assets/highs-AbCd1234.wasm', { 'Accept-Encoding': 'br' });
    expect(response.headers.get('Content-Type')).toBe('application/wasm');
    expect(response.headers.get('Content-Encoding')).toBe('br');
    expect(response.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable');
    const bytes = brotliDecompressSync(Buffer.from(await response.arrayBuffer()));
    expect(bytes).toEqual(Buffer.alloc(4_000, '\0asm'));
  });

  it.each([
    '/assets/missing-AbCd1234.js',
    '/.made-from',
    '/%2emade-from',
    '/.notes/secret.txt',
    '/assets/../.made-from',
    '/secret.txt',
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/assets/%2e%2e/%2e%2e/secret.txt',
    '/..%5csecret.txt',
    '/%00.txt',
    '/%ff.txt',
    '//secret.txt',
  ])('%s is not there, and nothing outside the folder or hidden in it is', async (path) => {
    const response = await app.get(path);
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain('secret');
  });

  it('say how to make them when they have not been made', async () => {
    const bare = appOf(kith, {
      config: { basemap: null, basemapOrigins: [], version: '1', webDist: join(kith.folder, 'none') },
    });
    const response = await bare.get('/');
    expect(response.status).toBe(503);
    expect(await response.text()).toContain('run <code>npm start</code>');
    expect((await bare.get('/api/health')).status).toBe(200);
  });
});
