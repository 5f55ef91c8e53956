import { degreesOf } from '@kith/api/geo/national-grid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { districtBoundaries } from './district-boundaries.ts';
import { SampleFolder } from './files/file-sample.ts';
import { readAll } from './ground-sample.ts';
import { lsoaBoundaries } from './lsoa-boundaries.ts';
import { msoaBoundaries, msoaNameOf } from './msoa-boundaries.ts';
import { AREA_SOURCES } from './world/source-files.ts';

const SQUARE = [
  [456_000, 296_000],
  [457_000, 296_000],
  [457_000, 297_000],
  [456_000, 297_000],
  [456_000, 296_000],
] as const;
const IN_DEGREES = SQUARE.map(([x, y]) => degreesOf(x, y));

let folder: SampleFolder;
beforeEach(() => {
  folder = new SampleFolder();
});
afterEach(() => folder.remove());

const feature = (properties: Record<string, unknown>, ring: unknown = IN_DEGREES, type = 'Polygon') => ({
  type: 'Feature',
  properties,
  geometry: { type, coordinates: type === 'Polygon' ? [ring] : [[ring]] },
});
const collection = (features: readonly unknown[], crs?: string) =>
  JSON.stringify({
    type: 'FeatureCollection',
    ...(crs === undefined ? {} : { crs: { type: 'name', properties: { name: crs } } }),
    features,
  });

describe('boundaries', () => {
  it.each([
    [
      {
        LSOA21CD: 'E01025611',
        LSOA21NM: 'Blaby 008B',
        BNG_E: 456_000,
        LAD22CD: 'E07000129',
        LAD22NM: 'Blaby',
      },
    ],
    [{ lsoa21_name: 'Blaby 008B', lsoa21_code: 'E01025611' }],
  ])('of areas are known by their properties alone: %o', async (properties) => {
    const file = await folder.file('x.bin', collection([feature(properties)]));
    expect(AREA_SOURCES.filter((source) => source.recognise(file.head))).toEqual([lsoaBoundaries]);
    const { rows } = await readAll(lsoaBoundaries, file);
    expect(rows).toMatchObject([{ code: 'E01025611', name: 'Blaby 008B' }]);
    const [x = 0, y = 0] = rows[0]?.rings[0]?.[1] ?? [];
    expect(Math.hypot(x - 457_000, y - 296_000)).toBeLessThan(0.01);
  });

  it('in metres of the National Grid are drawn in degrees', async () => {
    const properties = { LSOA21CD: 'E01025611', LSOA21NM: 'Blaby 008B' };
    const text = collection([feature(properties, SQUARE, 'MultiPolygon')], 'urn:ogc:def:crs:EPSG::27700');
    const { rows } = await readAll(lsoaBoundaries, await folder.file('a.geojson', text));
    expect(rows[0]?.rings[0]?.[0]).toEqual([456_000, 296_000]);
    const geometry = JSON.parse(rows[0]?.geometry ?? '{}');
    expect(geometry.type).toBe('Polygon');
    expect(geometry.coordinates[0][0][0]).toBeCloseTo(IN_DEGREES[0]?.[0] ?? 0, 4);
    expect(geometry.coordinates[0][0][1]).toBeCloseTo(IN_DEGREES[0]?.[1] ?? 0, 4);
  });

  it('in metres of a grid that is not named are refused', async () => {
    const text = collection([feature({ LSOA21CD: 'E01025611', LSOA21NM: 'Blaby 008B' }, SQUARE)]);
    await expect(readAll(lsoaBoundaries, await folder.file('a.geojson', text))).rejects.toThrow('no degrees');
  });

  it('cut short are refused with what to do', async () => {
    const text = collection([feature({ LSOA21CD: 'E01025611', LSOA21NM: 'Blaby 008B' })]).slice(0, -20);
    await expect(readAll(lsoaBoundaries, await folder.file('a.geojson', text))).rejects.toThrow(
      'Fetch it again',
    );
  });

  it('leave out a feature without a code or a shape, and say so', async () => {
    const text = collection([
      feature({ LSOA21CD: '', LSOA21NM: 'Nowhere' }),
      { type: 'Feature', properties: { LSOA21CD: 'E01025612', LSOA21NM: 'Blaby 008C' }, geometry: null },
      feature({ LSOA21CD: 'E01025611', LSOA21NM: 'Blaby 008B' }),
    ]);
    const { rows, rejected } = await readAll(lsoaBoundaries, await folder.file('a.geojson', text));
    expect(rows.map(({ code }) => code)).toEqual(['E01025611']);
    expect(rejected.map(({ row }) => row)).toEqual([1, 2]);
  });

  it('of districts and of MSOAs are told from those of areas', async () => {
    const districts = await folder.file(
      'd',
      collection([feature({ LAD24CD: 'E07000129', LAD24NM: 'Blaby' })]),
    );
    expect(AREA_SOURCES.filter((source) => source.recognise(districts.head))).toEqual([districtBoundaries]);
    expect((await readAll(districtBoundaries, districts)).rows).toMatchObject([
      { code: 'E07000129', name: 'Blaby' },
    ]);
    const msoas = await folder.file(
      'm',
      collection([feature({ MSOA21CD: 'E02005348', MSOA21NM: 'Blaby 008' })]),
    );
    expect(AREA_SOURCES.filter((source) => source.recognise(msoas.head))).toEqual([msoaBoundaries]);
    expect((await readAll(msoaBoundaries, msoas)).rows).toEqual([{ code: 'E02005348', name: 'Blaby 008' }]);
    expect(msoaNameOf('Blaby 008B')).toBe('Blaby 008');
  });
});
