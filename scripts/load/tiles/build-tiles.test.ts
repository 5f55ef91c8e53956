import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Shape } from '@kith/api/store/shape-store';
import { featureId } from '@kith/core/area/feature-id';
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { describe, expect, it } from 'vitest';
import { drawShapes } from '../starter/area-shapes.ts';
import { readAreas } from '../starter/areas.ts';
import { readHomePoints } from '../starter/home-points.ts';
import { readPlaceNames } from '../starter/place-names.ts';
import { starterFiles } from '../starter/starter-files.ts';
import { type BuiltTile, buildTiles } from './build-tiles.ts';

const read = ({ data }: BuiltTile) => new VectorTile(new PbfReader(gunzipSync(data)));

/** Properties of every feature of a layer in a tile. */
function features(tile: BuiltTile, layer: string): Record<string, unknown>[] {
  const found = read(tile).layers[layer];
  return Array.from({ length: found?.length ?? 0 }, (_, at) => ({ ...found?.feature(at).properties }));
}

function square(code: string, west: number, south: number, size: number): Shape {
  const [east, north] = [west + size, south + size];
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  const geometry = JSON.stringify({ type: 'Polygon', coordinates: [ring] });
  return { code, name: `The ${code}`, patch: 'kirklees', geometry };
}

const named = (name: string, type: string, patch = 'kirklees') => ({
  name,
  type,
  patch,
  lon: -1.8,
  lat: 53.6,
});

describe('tiles of a few shapes', () => {
  const input = {
    areas: [square('E01000002', -1.8, 53.6, 0.02), square('E01000001', -1.82, 53.6, 0.02)],
    districts: [square('E08000034', -1.9, 53.5, 0.3)],
    names: [
      named('Bigton', 'city'),
      named('Midton', 'town'),
      named('Smallby', 'village'),
      named('Nook', 'hamlet'),
      named('Elsewhere', 'city', ''),
    ],
  };
  const tiles = [...buildTiles(input)];
  const at = (zoom: number, of = '') => tiles.filter(({ z, patch }) => z === zoom && patch === of);

  it('run from zoom 4 to 10, each with something in it, in order', () => {
    expect([...new Set(tiles.map(({ z }) => z))]).toEqual([4, 5, 6, 7, 8, 9, 10]);
    for (const tile of tiles) expect(Object.keys(read(tile).layers).length).toBeGreaterThan(0);
    const order = tiles.map(({ z, x, y }) => z * 1e8 + x * 1e4 + y);
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  it('hold districts from zoom 4 and areas from zoom 8, or 7 on their own map, with their codes', () => {
    expect(features(at(4)[0] as BuiltTile, 'districts')).toEqual([
      { code: 'E08000034', name: 'The E08000034', patch: 'kirklees' },
    ]);
    expect(at(7).flatMap((tile) => features(tile, 'areas'))).toEqual([]);
    expect(new Set(at(8).flatMap((tile) => features(tile, 'areas').map(({ code }) => code)))).toEqual(
      new Set(['E01000001', 'E01000002']),
    );
    expect(at(6, 'kirklees')).toEqual([]);
    const areas = at(7, 'kirklees').flatMap((tile) => features(tile, 'areas'));
    expect(areas).toEqual([
      { code: 'E01000001', patch: 'kirklees' },
      { code: 'E01000002', patch: 'kirklees' },
    ]);
  });

  it('number areas and districts by their codes', () => {
    const layers = read(at(10, 'kirklees')[0] as BuiltTile).layers;
    for (const layer of [layers.areas, layers.districts]) {
      const first = layer?.feature(0);
      expect(first?.id).toBe(featureId(String(first?.properties.code)));
    }
  });

  it('give each map its own areas, and ground without areas to all others', () => {
    const near = square('E01000003', -1.84, 53.6, 0.02);
    const mixed = [...buildTiles({ ...input, areas: [...input.areas, { ...near, patch: 'leeds' }] })];
    for (const zoom of [7, 10]) {
      const of = (patch: string) => mixed.filter((tile) => tile.z === zoom && tile.patch === patch);
      const codes = (patch: string) =>
        [...new Set(of(patch).flatMap((tile) => features(tile, 'areas').map(({ code }) => code)))].sort();
      expect(codes('')).toEqual(zoom === 7 ? [] : ['E01000001', 'E01000002', 'E01000003']);
      expect(codes('kirklees')).toEqual(['E01000001', 'E01000002']);
      expect(codes('leeds')).toEqual(['E01000003']);
      expect(codes('-')).toEqual([]);
      expect(of('-').length > 0).toBe(zoom > 7);
      for (const tile of [...of('-'), ...of('leeds')]) {
        expect(features(tile, 'districts').length).toBeGreaterThan(0);
      }
    }
    expect(new Set(mixed.filter(({ z }) => z < 7).map(({ patch }) => patch))).toEqual(new Set(['']));
  });

  it('name cities first and hamlets last, and nothing on ground that is not loaded', () => {
    const names = (zoom: number) =>
      [...new Set(at(zoom).flatMap((tile) => features(tile, 'names').map(({ name }) => name)))].sort();
    expect([4, 5, 7, 9, 10].map(names)).toEqual([
      [],
      ['Bigton'],
      ['Bigton', 'Midton'],
      ['Bigton', 'Midton', 'Smallby'],
      ['Bigton', 'Midton', 'Nook', 'Smallby'],
    ]);
  });

  it('are the same bytes whatever order the shapes came in', () => {
    const turned = [...buildTiles({ ...input, areas: [...input.areas].reverse() })];
    expect(turned.map(({ data }) => data.toString('hex'))).toEqual(
      tiles.map(({ data }) => data.toString('hex')),
    );
  });

  it('are none for nothing', () => {
    expect([...buildTiles({ areas: [], districts: [], names: [] })]).toEqual([]);
  });
});

describe('tiles of the starter', () => {
  const { folder } = starterFiles({});
  const { areas } = readAreas(join(folder, 'areas.csv'));
  const drawn = drawShapes(areas, readHomePoints(join(folder, 'home-points.csv')));
  const names = readPlaceNames(join(folder, 'place-names.csv'));
  const all = [...buildTiles({ ...drawn, names })];
  const tiles = all.filter(({ patch }) => patch === '');

  it.each([8, 9, 10])('at zoom %s hold every area', (zoom) => {
    const codes = tiles
      .filter(({ z }) => z === zoom)
      .flatMap((tile) => features(tile, 'areas').map(({ code }) => code));
    expect([...new Set(codes)].sort()).toEqual(drawn.areas.map(({ code }) => code).sort());
  });

  it.each([7, 8, 9, 10])('at zoom %s hold every area on its own map too', (zoom) => {
    const ofMaps = all.filter(({ z, patch }) => z === zoom && patch !== '' && patch !== '-');
    const codes = ofMaps.flatMap((tile) =>
      features(tile, 'areas').map(({ code, patch }) => `${code} ${patch === tile.patch}`),
    );
    expect([...new Set(codes)].sort()).toEqual(drawn.areas.map(({ code }) => `${code} true`).sort());
  });

  it('hold every name once they are close', () => {
    const found = tiles
      .filter(({ z }) => z === 10)
      .flatMap((tile) => features(tile, 'names').map(({ name }) => name));
    expect(new Set(found)).toEqual(new Set(names.map(({ name }) => name)));
  });

  it.each([7, 8, 9, 10])(
    'at zoom %s neighbours share their borders, without a sliver between them',
    (zoom) => {
      let shared = 0;
      let alone = 0;
      for (const tile of all.filter(
        ({ z, patch }) => z === zoom && patch === (zoom === 7 ? 'leicestershire' : ''),
      )) {
        const layer = read(tile).layers.areas;
        const sides = new Map<string, number>();
        for (let each = 0; each < (layer?.length ?? 0); each++) {
          const rings = layer?.feature(each).loadGeometry() ?? [];
          for (const side of sidesOf(rings, layer?.extent ?? 0)) sides.set(side, (sides.get(side) ?? 0) + 1);
        }
        for (const count of sides.values()) {
          if (count % 2 === 0) shared++;
          else alone++;
        }
      }
      // The starter is three islands: what is no border between two areas is their shore, which is under a tenth.
      expect(alone / (shared + alone)).toBeLessThan(1 / 10);
      expect(shared).toBeGreaterThan(1_000);
    },
  );

  it('stay small', () => {
    const bytes = tiles.map(({ data }) => data.length);
    expect(Math.max(...bytes)).toBeLessThan(100_000);
  });
});

/** Sides of rings wholly inside the tile, written the same way from either end. */
function sidesOf(rings: { x: number; y: number }[][], extent: number): string[] {
  const inside = ({ x, y }: { x: number; y: number }) => x > 0 && y > 0 && x < extent && y < extent;
  return rings.flatMap((ring) =>
    ring.slice(1).flatMap((to, at) => {
      const from = ring[at] ?? to;
      if (!inside(from) || !inside(to)) return [];
      const [a, b] = [`${from.x},${from.y}`, `${to.x},${to.y}`].sort();
      return [`${a} ${b}`];
    }),
  );
}
