import { gunzipSync } from 'node:zlib';
import { tilesOver } from '@kith/scripts/load/tiles/tile-grid.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { starterKith, type TemporaryKith } from '../load/temporary-kith.ts';
import { appOf, codeOf, type KithApp } from './kith-app.ts';

let kith: TemporaryKith;
let app: KithApp;
let version: string;
beforeAll(async () => {
  kith = await starterKith();
  app = appOf(kith);
  version = ((await (await app.get('/api/patches')).json()) as { geometryVersion: string }).geometryVersion;
});
afterAll(() => kith.close());

/** Leicester, and the middle of the North Sea. */
const LEICESTER = tileAt(-1.13, 52.63, 10);
const SEA = '10/530/320';

function tileAt(lon: number, lat: number, z: number): string {
  for (const { x, y } of tilesOver([lon, lat, lon, lat], z)) return `${z}/${x}/${y}`;
  throw new Error('no tile');
}

const tile = (address: string, headers: Record<string, string> = {}) =>
  app.get(`/api/geometry/${version}/tiles/${address}`, headers);

describe('vector tiles', () => {
  it('go out gzipped as they are stored, for ever', async () => {
    const response = await tile(LEICESTER, { 'Accept-Encoding': 'gzip, br' });
    expect(response.status).toBe(200);
    const headers = Object.fromEntries(response.headers);
    expect(headers).toMatchObject({
      'content-type': 'application/vnd.mapbox-vector-tile',
      'content-encoding': 'gzip',
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'Accept-Encoding',
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(headers['content-length']).toBe(String(bytes.byteLength));
    expect(gunzipSync(bytes).includes('E01013')).toBe(true);
  });

  it('go out plain to who takes no gzip, under another tag', async () => {
    const plain = await tile(LEICESTER, { 'Accept-Encoding': 'identity' });
    const packed = await tile(LEICESTER, { 'Accept-Encoding': 'gzip' });
    expect(plain.headers.get('Content-Encoding')).toBeNull();
    expect(Buffer.from(await plain.arrayBuffer())).toEqual(
      gunzipSync(Buffer.from(await packed.arrayBuffer())),
    );
    expect(plain.headers.get('ETag')).not.toBe(packed.headers.get('ETag'));
  });

  it('are not sent again to who has them', async () => {
    const tag = (await tile(LEICESTER, { 'Accept-Encoding': 'gzip' })).headers.get('ETag') ?? '';
    const again = await tile(LEICESTER, { 'Accept-Encoding': 'gzip', 'If-None-Match': tag });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
    expect(again.headers.get('ETag')).toBe(tag);
  });

  it('hold only the areas of a map that is named, and none where it has none', async () => {
    const areasOf = async (query: string) => {
      const response = await tile(`${LEICESTER}${query}`, { 'Accept-Encoding': 'gzip' });
      return {
        tag: response.headers.get('ETag'),
        codes: new Set(
          gunzipSync(Buffer.from(await response.arrayBuffer()))
            .toString('latin1')
            .match(/E01\d{6}/g),
        ),
      };
    };
    const all = await areasOf('');
    const own = await areasOf('?patch=leicestershire');
    const other = await areasOf('?patch=kirklees');
    expect(own.codes).toEqual(all.codes);
    expect(other.codes).toEqual(new Set());
    expect(new Set([all.tag, own.tag, other.tag]).size).toBe(3);
    expect((await tile(`${LEICESTER}?patch=all`)).status).toBe(400);
  });

  it('are 204 where nothing is drawn', async () => {
    for (const address of [SEA, '3/4/2', '11/1016/668']) {
      const response = await tile(address);
      expect([address, response.status, await response.text()]).toEqual([address, 204, '']);
    }
  });

  it('of an old version say which is the new one', async () => {
    const response = await app.get(`/api/geometry/old/tiles/${LEICESTER}`);
    expect(response.status).toBe(404);
    expect(await response.clone().json()).toMatchObject({
      error: { details: { geometryVersion: version } },
    });
    expect(await codeOf(response)).toBe('old-geometry');
  });

  it.each(['a/1/1', '10/-1/3', '25/1/1', '10/1.5/3'])('%s is refused in plain English', async (address) => {
    const response = await tile(address);
    expect(response.status).toBe(400);
    const body = (await response.clone().json()) as { error: { message: string } };
    expect(body.error.message).toMatch(/is a whole number from 0 to/);
    expect(await codeOf(response)).toBe('invalid-request');
  });
});

it('the codes are those of all areas, in order', async () => {
  const { codes } = (await (await app.get(`/api/geometry/${version}/codes`)).json()) as { codes: string[] };
  expect(codes).toHaveLength(1_059);
  expect(codes).toEqual([...codes].sort());
  expect((await app.get('/api/geometry/old/codes')).status).toBe(404);
});
