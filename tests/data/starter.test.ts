import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { INDICATORS } from '@kith/core/area/indicators';
import { STARTER_PATCHES } from '@kith/core/area/patches';
import { KIND_IDS } from '@kith/core/place/kinds';
import { describe, expect, it } from 'vitest';
import { columnsOf, type Row, rowsOf, STARTER, starterFileNames } from './starter-tables.ts';

const areas = rowsOf('starter/areas.csv');
const homePoints = rowsOf('starter/home-points.csv');
const libraries = rowsOf('starter/libraries.csv');
const benches = rowsOf('starter/benches.csv');
const venues = rowsOf('starter/venues.csv');
const money = rowsOf('starter/money.csv');
const own = libraries.filter((row) => row.outside === 'no');
const countBy = (rows: readonly Row[], column: string) =>
  Object.fromEntries(
    [...new Set(rows.map((row) => row[column] ?? ''))]
      .sort()
      .map((value) => [value, rows.filter((row) => row[column] === value).length]),
  );

describe('areas', () => {
  it('are the 1,059 LSOAs of the three places', () => {
    const leicestershire = areas.filter((row) => row.district_code?.startsWith('E07'));
    const inDistrict = (code: string) => areas.filter((row) => row.district_code === code).length;
    expect(leicestershire).toHaveLength(408);
    expect(inDistrict('E06000016')).toBe(200);
    expect(inDistrict('E06000017')).toBe(26);
    expect(inDistrict('E08000034')).toBe(260);
    expect(inDistrict('E06000043')).toBe(165);
    expect(new Set(areas.map((row) => row.code)).size).toBe(1059);
    for (const patch of STARTER_PATCHES) {
      const codes = new Set(areas.filter((row) => row.patch === patch.id).map((row) => row.district_code));
      expect([...codes].sort()).toEqual([...patch.districts].sort());
    }
  });

  it('give Blaby 008B as published', () => {
    expect(areas.find((row) => row.code === 'E01025611')).toMatchObject({
      name: 'Blaby 008B',
      iod_2025_decile: '8',
      aged_65_over: '382',
      disabled: '281',
      residents: '1577',
      age_65_over_pct: '24.2',
      disabled_pct: '17.8',
      centroid_easting: '456547',
      centroid_northing: '296904',
    });
  });

  it('give percentages between 0 and 100 with one decimal, or nothing', () => {
    for (const column of INDICATORS.map((indicator) => indicator.column).filter((each) =>
      each.endsWith('_pct'),
    )) {
      for (const row of areas) {
        const text = row[column] ?? '?';
        expect(text, `${row.code} ${column}`).toMatch(/^(\d{1,3}\.\d)?$/);
        expect(Number(text)).toBeLessThanOrEqual(100);
      }
    }
  });

  it('give counts and percentages that agree', () => {
    for (const row of areas) {
      expect(Number(row.disabled_pct)).toBeCloseTo((100 * Number(row.disabled)) / Number(row.residents), 0);
      expect(Number(row.aged_65_over)).toBeLessThan(Number(row.residents));
      expect(Number(row.iod_2025_decile)).toBeGreaterThanOrEqual(1);
      expect(Number(row.iod_2025_decile)).toBeLessThanOrEqual(10);
      expect(['urban', 'rural']).toContain(row.rural_urban);
    }
  });

  it('say whose figure it is: the wider MSOA in all of Brighton & Hove', () => {
    expect(countBy(areas, 'census_from')).toEqual({ lsoa: 723, msoa: 336 });
    expect(
      countBy(
        areas.filter((row) => row.patch === 'brighton-and-hove'),
        'census_from',
      ),
    ).toEqual({ msoa: 165 });
  });
});

describe('home points', () => {
  it('share out the residents of every area, one to seven points each', () => {
    const sums = new Map<string, { points: number; residents: number }>();
    for (const { area = '', residents } of homePoints) {
      const sum = sums.get(area) ?? { points: 0, residents: 0 };
      sums.set(area, { points: sum.points + 1, residents: sum.residents + Number(residents) });
    }
    expect(sums.size).toBe(areas.length);
    for (const row of areas) {
      const sum = sums.get(row.code ?? '');
      expect(sum?.residents, row.code).toBe(Number(row.residents));
      expect(sum?.points).toBeLessThanOrEqual(7);
    }
  });

  it('average to the official centroid: 95% of areas within 10 m, all within 50', () => {
    const misses = areas.map((row) => {
      const mine = homePoints.filter((point) => point.area === row.code);
      const mean = (column: string) =>
        mine.reduce((sum, point) => sum + Number(point[column]) * Number(point.residents), 0) /
        Number(row.residents);
      const east = mean('easting') - Number(row.centroid_easting);
      const north = mean('northing') - Number(row.centroid_northing);
      return Math.sqrt(east * east + north * north);
    });
    expect(misses.filter((miss) => miss <= 10).length).toBeGreaterThanOrEqual(0.95 * areas.length);
    expect(Math.max(...misses)).toBeLessThanOrEqual(50);
  });
});

describe('libraries', () => {
  it('are all of the three places: 113 buildings of the Arts Council list, 4 mobile, 7 older buildings', () => {
    const ace = own.filter((row) => row.source?.includes('ace-libraries-2023'));
    expect(countBy(ace, 'mobile')).toEqual({ no: 113, yes: 4 });
    expect(own).toHaveLength(124);
    for (const row of own.filter((each) => !ace.includes(each))) expect(row.status).toBe('closed');
    for (const row of libraries) expect(row.name).not.toMatch(/HMP|prison|record office|archive/i);
  });

  it('know which closed, and when', () => {
    const closed = Object.fromEntries(
      own.filter((row) => row.status === 'closed').map((row) => [row.name, row.year_closed]),
    );
    expect(closed).toMatchObject({
      'Barwell Library': '2018',
      'Lepton Library': '2016',
      'Thornhill Lees Library': '2016',
      'Mile Oak Library': '2023',
    });
    for (const [name, year] of Object.entries(closed)) expect(year, name).toMatch(/^20\d\d$/);
  });

  it('know that 36 of Leicestershire left statutory provision and that 35 of these are run by their communities', () => {
    const left = own.filter(
      (row) =>
        row.authority === 'Leicestershire' && row.statutory_2010 === 'yes' && row.statutory_2023 === 'no',
    );
    expect(left).toHaveLength(36);
    expect(left.filter((row) => row.status === 'open' && row.run_by === 'community')).toHaveLength(35);
    for (const row of left) expect(Number(row.year_left_statutory)).toBeGreaterThan(2010);
  });

  it('have no position when mobile, and one each when not', () => {
    for (const row of libraries) {
      const position = [row.lon, row.lat, row.easting, row.northing].filter((cell) => cell !== '').length;
      expect(position, row.key).toBe(row.mobile === 'yes' ? 0 : 4);
    }
  });

  it('have names that people know, a council and one key each', () => {
    expect(own.map((row) => row.name)).toContain('Enderby Library');
    for (const row of libraries) expect(row.name).toMatch(/librar|bookbus/i);
    expect(new Set(libraries.map((row) => row.key)).size).toBe(libraries.length);
    expect(Object.keys(countBy(own, 'authority'))).toHaveLength(5);
  });

  it('lie near a home point when outside, and belong to no council that is loaded', () => {
    const outside = libraries.filter((row) => row.outside === 'yes');
    expect(outside.length).toBeGreaterThan(30);
    for (const row of outside) {
      const near = homePoints.some(
        (point) =>
          (Number(point.easting) - Number(row.easting)) ** 2 +
            (Number(point.northing) - Number(row.northing)) ** 2 <=
          5000 ** 2,
      );
      expect(near, row.name).toBe(true);
      expect(own.map((each) => each.authority)).not.toContain(row.authority);
    }
  });

  it('say where their hours come from, and never give hours to a closed one', () => {
    for (const row of libraries) {
      if (row.opening_hours !== '') expect(row.hours_source).toBe('libraries-open-schema-2025');
      if (row.status === 'closed') expect(`${row.opening_hours}${row.days}${row.email}`).toBe('');
    }
    expect(own.find((row) => row.name === 'Desford Library')?.days).toContain('afternoons');
  });
});

describe('venues', () => {
  it('are the 324 of the facts, each of a kind that Kith knows', () => {
    expect(venues).toHaveLength(324);
    expect(new Set(venues.map((row) => row.key)).size).toBe(324);
    expect(countBy(venues, 'precision')).toEqual({ none: 6, postcode: 61, village: 257 });
    const kinds = countBy(venues, 'kind');
    for (const kind of Object.keys(kinds)) expect(KIND_IDS).toContain(kind);
    for (const kind of KIND_IDS) if (kind !== 'library') expect(kinds[kind], kind).toBeGreaterThan(0);
  });

  it('hold the groups that the founding documents name', () => {
    const named = (name: RegExp, patch: string) =>
      venues.filter((row) => name.test(row.name ?? '') && row.patch === patch).map((row) => row.kind);
    expect(named(/Enderby knit and natter/, 'leicestershire')).toEqual(['group']);
    expect(named(/Ullesthorpe knit and natter/, 'leicestershire')).toEqual(['group']);
    expect(named(/Men in Sheds, Leicestershire/, 'leicestershire')).toEqual(['group']);
    expect(named(/Loughborough Leggo youth group/, 'leicestershire')).toEqual(['group']);
    expect(named(/Friendly Bench, Bottesford/, 'leicestershire')).toEqual(['bench']);
    expect(named(/formerly Yorkshire Children's Centre/, 'kirklees')).toEqual(['hub']);
    expect(named(/Luv2MeetU/, 'kirklees')).toEqual(['group']);
    expect(named(/^Together Co$/, 'brighton-and-hove')).toEqual(['group']);
  });

  it('are open only where their own page does not speak against it', () => {
    expect(countBy(venues, 'status')).toEqual({ open: 311, unknown: 13 });
    const statusOf = (key: string) => venues.find((row) => row.key === key)?.status;
    for (const key of [
      'hove-park-cafe',
      'knowl-park-house-dementia-day-centre',
      'hudawi-cultural-centre',
      'the-newsome-centre',
      'the-hub-community-centre-and-cafe-thurnby',
    ]) {
      expect(statusOf(key), key).toBe('unknown');
    }
    for (const row of venues.filter((each) => each.status === 'open')) {
      expect(row.when, row.key).not.toMatch(/check(?! before you go)|nearly ready|^announced|^closed/i);
      expect(row.source, row.key).not.toMatch(/demoli|closure|to-close|closes/i);
    }
    expect(venues.find((row) => row.key === 'hudawi-cultural-centre')?.when).toContain('check if open');
  });

  it('have no position where they work across a county or district, and one each where not', () => {
    const wide = venues.filter((row) => row.address?.includes('-wide'));
    expect(wide.map((row) => row.key)).toEqual([
      'age-uk-men-in-sheds-leicestershire',
      'happy-friends-kirklees',
      'kirklees-community-plus',
      'long-covid-support-group-kirklees',
      'luv2meetu-kirklees',
      'third-sector-leaders-kirklees',
    ]);
    for (const row of venues) {
      const position = [row.lon, row.lat, row.easting, row.northing].filter((cell) => cell !== '').length;
      expect(position, row.key).toBe(wide.includes(row) ? 0 : 4);
      expect(row.precision === 'none', row.key).toBe(wide.includes(row));
    }
    for (const row of wide) {
      expect(row.address).not.toContain('position');
      expect(row.patch).toMatch(/leicestershire|kirklees/);
      expect(['', row.address?.split('-wide')[0]]).toContain(row.district);
    }
  });

  it('name no private person: no email address, and no names of letter writers', () => {
    for (const row of venues) {
      expect(`${row.name} ${row.address} ${row.when} ${row.for_whom} ${row.website}`).not.toMatch(
        /\S@\S+\.\S/,
      );
      expect(row.source, row.key).not.toMatch(/----/);
    }
  });

  it('are as old as their page, and the founding documents are of 2018', () => {
    for (const row of venues) {
      expect(row.year).toMatch(/^(20\d\d)?$/);
      expect(Number(row.year || 2026)).toBeLessThanOrEqual(2026);
      expect(row.source, row.key).toBeTruthy();
    }
    expect(venues.find((row) => row.key === 'ullesthorpe-knit-and-natter-group')?.year).toBe('2018');
  });

  it('keep telephone numbers apart from words', () => {
    expect(venues.filter((row) => row.phone !== '').length).toBe(6);
    for (const row of venues) expect(row.for_whom).not.toMatch(/\d{5}/);
  });
});

describe('benches', () => {
  it('carry nothing that is written on them', () => {
    expect(columnsOf('benches.csv')).toEqual([
      'key',
      'name',
      'patch',
      'district',
      'lon',
      'lat',
      'easting',
      'northing',
    ]);
    for (const name of starterFileNames()) {
      for (const column of columnsOf(name)) expect(column).not.toMatch(/inscription|memorial|text|dedicat/i);
    }
    for (const row of benches) expect(row.name).toMatch(/^Bench near .{2,40}$/);
  });

  it('are named after a place that the starter knows, or a ward', () => {
    const names = new Set(rowsOf('starter/place-names.csv').map((row) => row.name));
    const wards = new Set(areas.map((row) => `${row.ward} ward`));
    for (const row of benches) {
      const near = (row.name ?? '').replace('Bench near ', '');
      expect(names.has(near) || wards.has(near), row.name).toBe(true);
    }
    expect(benches.length).toBeGreaterThan(400);
    expect(Object.keys(countBy(benches, 'patch'))).toHaveLength(3);
  });
});

describe('money', () => {
  it('is net spend on culture as published, with its gaps', () => {
    const spend = (authority: string, year: string) =>
      money.find((row) => row.authority === authority && row.year === year)?.net_current_gbp_thousand;
    for (const [authority, first, last] of [
      ['Leicestershire', '15712', '11697'],
      ['Leicester', '30564', '19179'],
      ['Kirklees', '25115', '16216'],
      ['Brighton and Hove', '24529', '13186'],
      ['Rutland', '1618', '1164'],
    ] as const) {
      expect(spend(authority, '2010-11')).toBe(first);
      expect(spend(authority, '2017-18')).toBe(last);
    }
    expect(Object.keys(countBy(money, 'year'))).toEqual([
      '2010-11',
      '2011-12',
      '2012-13',
      '2013-14',
      '2014-15',
      '2017-18',
    ]);
    expect(Object.values(countBy(money, 'authority'))).toEqual(Array.from({ length: 12 }, () => 6));
  });
});

describe('names and sectors', () => {
  it('are of the three places, each once', () => {
    const names = rowsOf('starter/place-names.csv');
    for (const place of [
      'Huddersfield',
      'Loughborough',
      'Oakham',
      'Leicester',
      'Bottesford',
      'Moulsecoomb',
    ]) {
      expect(names.map((row) => row.name)).toContain(place);
    }
    expect(names.map((row) => row.name)).not.toContain('Nuneaton');
    const exact = names.map((row) => `${row.name}|${row.easting}|${row.northing}`);
    expect(new Set(exact).size).toBe(names.length);
  });

  it('place every sector by its postcodes', () => {
    const sectors = rowsOf('starter/postcode-sectors.csv');
    for (const row of sectors) {
      expect(row.sector).toMatch(/^[A-Z]{1,2}\d[\dA-Z]? \d$/);
      expect(Number(row.postcodes)).toBeGreaterThan(0);
    }
    for (const sector of ['LE10 0', 'HD1 2', 'BN1 1'])
      expect(sectors.map((row) => row.sector)).toContain(sector);
  });
});

describe('positions', () => {
  it('are in Great Britain on both grids', () => {
    for (const name of starterFileNames().filter((each) => columnsOf(each).includes('lon'))) {
      for (const row of rowsOf(`starter/${name}`).filter((each) => each.lon !== '')) {
        expect(row.lon, name).toMatch(/^-?\d\.\d{5}$/);
        expect(row.lat).toMatch(/^5\d\.\d{5}$/);
        expect(row.easting).toMatch(/^[3-5]\d{5}$/);
        expect(row.northing).toMatch(/^[1-4]\d{5}$/);
      }
    }
  });
});

describe('the files', () => {
  it('are under 1 MB in all, plain UTF-8 with a line feed at each line end', () => {
    const sizes = starterFileNames().map((name) => statSync(join(STARTER, name)).size);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(1_000_000);
    for (const name of starterFileNames()) {
      const text = readFileSync(join(STARTER, name), 'utf8');
      expect(text).not.toMatch(/\r|\uFEFF|\uFFFD/);
      expect(text.endsWith('\n')).toBe(true);
    }
  });
});
