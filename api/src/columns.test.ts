import { indicatorOf } from '@kith/core/area/indicators';
import { describe, expect, it } from 'vitest';
import { districtsOf } from './districts.ts';
import { homeColumnsOf } from './home-columns.ts';
import { Kept, once } from './kept.ts';
import { meansOf, toTenth } from './means.ts';
import { nearestHome } from './nearest-home.ts';
import type { AreaRecord, AreaValue } from './store/area-store.ts';
import { ValueColumn } from './value-column.ts';

const NO_CAR = indicatorOf('no-car');
const DECILE = indicatorOf('deprivation');
if (NO_CAR === undefined || DECILE === undefined) throw new Error('the indicators are not there');

function area(code: string, districtCode: string, households: number, residents = 1_000): AreaRecord {
  return {
    code,
    name: code,
    ward: 'W',
    district: `District ${districtCode}`,
    districtCode,
    patch: 'kirklees',
    ruralUrban: 'urban',
    residents,
    households,
    edgeMetres: null,
    aged65Over: 100,
    disabled: 100,
    easting: 0,
    northing: 0,
    lon: 0,
    lat: 0,
  };
}
const AREAS = [area('E01000001', 'D2', 100), area('E01000002', 'D1', 300), area('E01000003', 'D2', 300)];

function value(
  code: string,
  figure: number | null,
  more: Partial<AreaValue> = {},
): Omit<AreaValue, 'indicator'> {
  const reason = figure === null ? 'Held back' : null;
  return { area: code, value: figure, reason, geography: 'lsoa', source: 'census', year: '2021', ...more };
}

describe('a column of figures', () => {
  const rows = [
    // An area that is not loaded does not move the others.
    value('E01000000', 99),
    value('E01000001', 0),
    value('E01000003', null, { geography: 'msoa', source: 'other', year: '2011' }),
  ];
  const column = new ValueColumn(NO_CAR, AREAS, rows);

  it('keeps nought apart from no data, and says why there is none', () => {
    expect(column.values()).toEqual([0, null, null]);
    expect([0, 1, 2].map((at) => column.reason(at))).toEqual([
      null,
      'No figure is published for this area.',
      'Held back',
    ]);
  });

  it('says of each figure where it is from', () => {
    expect([0, 1, 2].map((at) => column.geography(at))).toEqual(['lsoa', 'lsoa', 'msoa']);
    expect([0, 1, 2].map((at) => column.source(at))).toEqual(['census', NO_CAR.source, 'other']);
    expect([column.value(1), column.value(3), column.value(-1)]).toEqual([null, null, null]);
  });
});

describe('means', () => {
  const figures = [value('E01000001', 10), value('E01000002', null), value('E01000003', 30)];

  it('weigh by households, leave gaps out, and are null without a figure', () => {
    const means = meansOf(NO_CAR, AREAS, new ValueColumn(NO_CAR, AREAS, figures));
    expect(Object.fromEntries(means.byDistrict)).toEqual({ D2: 25, D1: null });
    expect(means.all).toBe(25);
  });

  it('of a decile are none', () => {
    const means = meansOf(DECILE, AREAS, new ValueColumn(DECILE, AREAS, figures));
    expect([...means.byDistrict.values(), means.all]).toEqual([null, null, null]);
  });

  it('are shown to a tenth', () => {
    expect([toTenth(1.25), toTenth(null), toTenth(undefined)]).toEqual([1.3, null, null]);
  });
});

it('districts come by code with their people and where their areas stand', () => {
  expect(districtsOf(AREAS)).toEqual([
    { code: 'D1', name: 'District D1', patch: 'kirklees', residents: 1_000, rows: [1] },
    { code: 'D2', name: 'District D2', patch: 'kirklees', residents: 2_000, rows: [0, 2] },
  ]);
});

describe('home points', () => {
  const home = (code: string, easting: number) => ({ area: code, easting, northing: 0, residents: 7 });
  const homes = homeColumnsOf(AREAS, [
    home('E01000000', 5),
    home('E01000001', 10),
    home('E01000001', 20),
    home('E01000003', 30),
  ]);

  it('stand by area, and those of an area that is not loaded are left out', () => {
    expect(homes).toMatchObject({ start: [0, 2, 2, 3], area: [0, 0, 2], easting: [10, 20, 30] });
  });

  it('say which area is nearest, the first where two tie', () => {
    expect(nearestHome(homes, 100, 0)).toMatchObject({ area: 2 });
    expect(nearestHome(homes, 25, 0)).toMatchObject({ area: 0 });
    expect(nearestHome(homeColumnsOf(AREAS, []), 25, 0)).toBeNull();
  });
});

describe('what is kept', () => {
  it('is worked out once, and the least lately asked for goes first', async () => {
    const kept = new Kept<string>(2);
    const made: string[] = [];
    const ask = (key: string) =>
      kept.get(key, async () => {
        made.push(key);
        return key;
      });
    for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) expect(await ask(key)).toBe(key);
    expect(made).toEqual(['a', 'b', 'c', 'b']);
  });

  it('is no failure', async () => {
    let tries = 0;
    const ask = once(async () => {
      tries++;
      if (tries === 1) throw new Error('not yet');
      return tries;
    });
    await expect(ask()).rejects.toThrow('not yet');
    expect(await ask()).toBe(2);
    expect(await ask()).toBe(2);
  });
});
