import { weekOf } from '@kith/api/hours/week-of';
import { STARTER_PATCHES } from '@kith/core/area/patches';
import { KIND_IDS } from '@kith/core/place/kinds';
import { formatWeek } from '@kith/core/place/week';
import type { Baseline } from '@kith/core/reach/baseline';
import { reachMeasures } from '@kith/core/reach/measures';
import { buildNearest } from '@kith/core/reach/nearest';
import { reachByArea } from '@kith/core/reach/reach-by-area';
import { fiveClasses } from '@kith/core/risk/five-classes';
import { fifthOf } from '@kith/core/risk/tenths';
import { compare } from '@kith/core/scenario/compare';
import { smallScenario } from '@kith/core/scenario/small-scenario';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { starterRows } from '../drivers/starter.ts';
import { starterKith, type TemporaryKith } from '../load/temporary-kith.ts';
import { appOf, type KithApp } from './kith-app.ts';

let kith: TemporaryKith;
let app: KithApp;
beforeAll(async () => {
  kith = await starterKith();
  app = appOf(kith);
});
afterAll(() => kith.close());

async function read<T>(path: string): Promise<T> {
  return (await (await app.get(path)).json()) as T;
}

interface Page {
  features: {
    id: string;
    geometry: { coordinates: [number, number] } | null;
    properties: Record<string, unknown>;
  }[];
  next: string | null;
  total: number;
}

async function allPages(question: string, limit: number): Promise<Page['features']> {
  const found: Page['features'] = [];
  let cursor = '';
  for (let pages = 0; pages < 1000; pages++) {
    const page = await read<Page>(`/api/places?${question}&limit=${limit}${cursor}`);
    found.push(...page.features);
    expect(page.total).toBeGreaterThanOrEqual(found.length);
    if (page.next === null) return found;
    cursor = `&cursor=${encodeURIComponent(page.next)}`;
  }
  throw new Error('the pages do not end');
}

describe('places of the starter', () => {
  it.each([
    ['', 37],
    ['kind=bench', 50],
    ['q=library&outside=include', 13],
    ['near=-1.13,52.63&patch=leicestershire', 41],
    ['bbox=-1.2,52.58,-1.05,52.68', 17],
  ])('"%s": all pages together are every place once', async (question, limit) => {
    const found = await allPages(question, limit);
    const whole = await allPages(question, 500);
    expect(found.map((each) => each.id)).toEqual(whole.map((each) => each.id));
    expect(new Set(found.map((each) => each.id)).size).toBe(found.length);
    expect((await read<Page>(`/api/places?${question}&limit=1`)).total).toBe(found.length);
    expect(found.length).toBeGreaterThan(20);
  });

  it('in a box are those whose position in the file lies in it', async () => {
    const [west, south, east, north] = [-1.2, 52.55, -1.05, 52.7];
    const inside = ['libraries.csv', 'benches.csv', 'venues.csv'].flatMap((file) =>
      starterRows(file).filter(
        ({ lon, lat, status, outside }) =>
          lon !== '' &&
          Number(lon) >= west &&
          Number(lon) <= east &&
          Number(lat) >= south &&
          Number(lat) <= north &&
          status !== 'closed' &&
          outside !== 'yes',
      ),
    );
    const found = await allPages(`bbox=${west},${south},${east},${north}`, 100);
    expect(found.length).toBe(inside.length);
    expect(found.map((each) => each.properties.name).sort()).toEqual(inside.map((row) => row.name).sort());
  });

  it('near a point come by distance, which is that on the grid', async () => {
    const found = await allPages('near=-1.37380,52.54110&kind=library', 10);
    const metres = found.map((each) => Number(each.properties.straightMetres));
    expect(metres).toEqual([...metres].sort((a, b) => a - b));
    expect(found[0]?.properties).toMatchObject({ name: 'Hinckley Library' });
  });

  it('that closed are found by name and by status, and are not in the list', async () => {
    const names = async (question: string) =>
      (await allPages(question, 100)).map((each) => `${each.properties.name} ${each.properties.yearClosed}`);
    expect(await names('q=barwell+library')).toContain('Barwell Library 2018');
    expect(await names('status=closed&kind=library')).toContain('Barwell Library 2018');
    expect(await names('kind=library')).not.toContain('Barwell Library 2018');
  });

  it('that are mobile libraries are listed without a position', async () => {
    const mobile = (await allPages('q=mobile+library&kind=library', 50)).filter(
      (each) => each.properties.mobile,
    );
    expect(mobile.length).toBeGreaterThan(0);
    expect(mobile.every((each) => each.geometry === null)).toBe(true);
  });

  it('count per kind as the files have them', async () => {
    const { kinds } = await read<{ kinds: { id: string; count: number; closedCount: number }[] }>(
      '/api/kinds',
    );
    const inside = starterRows('libraries.csv').filter((row) => row.outside === 'no');
    expect(kinds.find((each) => each.id === 'library')).toMatchObject({
      count: inside.filter((row) => row.status !== 'closed').length,
      closedCount: inside.filter((row) => row.status === 'closed').length,
    });
    const benches =
      starterRows('benches.csv').length +
      starterRows('venues.csv').filter((row) => row.kind === 'bench').length;
    expect(kinds.find((each) => each.id === 'bench')?.count).toBe(benches);
  });

  it('say who said what, each list for itself', async () => {
    const page = await read<Page>('/api/places?q=hinckley+library&kind=library&limit=1');
    const place = await read<{
      areaCode: string;
      claims: { field: string; source: string; asOf: string; basis: string }[];
    }>(`/api/places/${page.features[0]?.id}`);
    const settledBy = (field: string) => place.claims.find((claim) => claim.field === field);
    expect(settledBy('status')).toMatchObject({
      source: 'ace-libraries-2023',
      asOf: '2023',
      basis: 'checked',
    });
    expect(settledBy('openingHours')).toMatchObject({
      source: 'libraries-open-schema-2025',
      asOf: null,
      basis: 'undated',
    });
    expect(place.areaCode).toMatch(/^E01\d{6}$/);
  });

  it('show the hours and the website that only an undated list has, in every library', async () => {
    const listed = await allPages(
      'kind=library&outside=include&status=open,closed,temporarily-closed,unknown',
      500,
    );
    const shown = new Map<string, number>();
    for (const { id } of listed) {
      const place = await read<{ claims: { field: string; source: string }[] }>(`/api/places/${id}`);
      for (const { field, source } of place.claims) {
        if (source === 'libraries-open-schema-2025') shown.set(field, (shown.get(field) ?? 0) + 1);
      }
    }
    const rows = starterRows('libraries.csv').filter((row) => row.source?.includes('open-schema'));
    for (const [field, column] of [
      ['openingHours', 'opening_hours'],
      ['website', 'website'],
      ['postcode', 'postcode'],
    ] as const) {
      expect([field, shown.get(field)]).toEqual([field, rows.filter((row) => row[column] !== '').length]);
    }
  });
});

describe('search', () => {
  const labels = async (q: string, more = '') =>
    (
      await read<{ results: { type: string; label: string; detail: string; id?: string }[] }>(
        `/api/search?q=${encodeURIComponent(q)}${more}`,
      )
    ).results;

  it.each([
    ['le10', 'postcode-district', 'LE10'],
    ['LE10', 'postcode-district', 'LE10'],
    ['LE10 0', 'postcode-sector', 'LE10 0'],
    ['le100', 'postcode-sector', 'LE10 0'],
    [' le10  0 ', 'postcode-sector', 'LE10 0'],
    ['hinckley', 'place-name', 'Hinckley'],
    ['hinck', 'place-name', 'Hinckley'],
    ['HUDDERS', 'place-name', 'Huddersfield'],
    ['market harb', 'place-name', 'Market Harborough'],
    ['harborough', 'place-name', 'Market Harborough'],
    ['men in sheds', 'place', undefined],
  ])('"%s" finds a %s first', async (q, type, label) => {
    const first = (await labels(q))[0];
    expect(first?.type).toBe(type);
    if (label !== undefined) expect(first?.label).toBe(label);
  });

  it.each(['LE10 0AA', 'le100aa', 'LE100AA'])(
    'the full postcode %s is answered by its sector, and says so',
    async (q) => {
      const results = await labels(q);
      expect(results[0]).toMatchObject({ type: 'postcode-sector', label: 'LE10 0' });
      expect(results[0]?.detail).toBe('LE10 0AA: we know only roughly where it is');
    },
  );

  it('a listed full postcode finds the place that has it', async () => {
    const library = starterRows('libraries.csv').find((row) => row.name === 'Hinckley Library');
    const results = await labels((library?.postcode ?? '').replace(' ', '').toLowerCase());
    expect(results.map((each) => each.label)).toContain('Hinckley Library');
  });

  it('towns come before villages before hamlets of the same beginning', async () => {
    const rank = { City: 0, Town: 1, Village: 2, 'Part of a town': 3, Hamlet: 4, Place: 5 } as Record<
      string,
      number
    >;
    for (const q of ['b', 'm', 's', 'hu']) {
      const names = (await labels(q, '&limit=50')).filter((each) => each.type === 'place-name');
      const starting = names.filter((each) => each.label.toLowerCase().startsWith(q));
      const ranks = starting.map((each) => rank[each.detail.split(',')[0] ?? ''] ?? 9);
      expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
      expect(ranks.length).toBeGreaterThan(0);
    }
  });

  it('what is on the map asked about comes first', async () => {
    const first = async (patch: string) =>
      (await read<{ results: { patch: string }[] }>(`/api/search?q=library&patch=${patch}`)).results[0]
        ?.patch;
    for (const patch of ['kirklees', 'brighton-and-hove', 'leicestershire'])
      expect(await first(patch)).toBe(patch);
  });

  it.each(['', '   ', '!!!', 'zzzzzz', 'XX99 9XX'])('"%s" finds nothing', async (q) => {
    expect(await labels(q)).toEqual([]);
  });

  it('gives no more than it is asked for', async () => {
    for (const q of ['l', 'le', 'library', 'le1'])
      expect((await labels(q, '&limit=3')).length).toBeLessThanOrEqual(3);
  });
});

describe('reach and scenarios', () => {
  it('reach is what core makes of the baseline', async () => {
    const baseline = await read<Baseline>('/api/baseline?patch=kirklees&kind=library');
    const lists = buildNearest(baseline, { kinds: ['library'] });
    const reach = await read<Record<string, unknown>>(
      '/api/reach?patch=kirklees&kind=library&minutes=15&pace=over-65',
    );
    const made = reachByArea(baseline, lists, 720);
    expect(reach).toMatchObject(made);
    const people = (column: readonly number[]) => column.reduce((sum, each) => sum + each, 0);
    expect(people(made.withinLeast)).toBeLessThan(people(made.within));
    expect(people(made.withinMost)).toBeGreaterThan(people(made.within));
    expect(reach).toMatchObject({
      limitMetres: 720,
      minutes: 15,
      pace: 'over-65',
      kinds: ['library'],
      completeKinds: true,
    });
    const halls = await read<{ completeKinds: boolean }>('/api/reach?patch=kirklees&kind=hall,library');
    expect(halls.completeKinds).toBe(false);
  });

  it('measures are what core makes of the baseline', async () => {
    const baseline = await read<Baseline>('/api/baseline?patch=kirklees&kind=library,hall');
    const when = { days: ['we' as const], from: 10, to: 12 };
    const lists = buildNearest(baseline, { kinds: ['library', 'hall'], when });
    const { placesWithin, ...made } = reachMeasures(baseline, lists, { metres: 4_000 });
    expect(Math.max(...placesWithin)).toBeGreaterThan(1);
    const path = '/api/measures?patch=kirklees&kind=hall,library&metres=4000&when=we,10-12';
    expect(await read(`${path}&k=8`)).toMatchObject(made);
    expect(await read(`${path}&k=3`)).toMatchObject({ nearestMetres: made.nearestMetres.slice(0, 3) });
    const reach = await read<{ within: number[] }>(path.replace('measures', 'reach'));
    expect(reach.within).toEqual(made.yes);
  });

  it('the baseline has a tenth of risk for each area, two of which are a fifth', async () => {
    for (const patch of STARTER_PATCHES.map(({ id }) => id)) {
      const { areas } = await read<Baseline>(`/api/baseline?patch=${patch}`);
      for (const lens of ['older', 'young', 'all'] as const) {
        const { codes, fifths } = await read<{ codes: string[]; fifths: (number | null)[] }>(
          `/api/risk/${lens}?patch=${patch}`,
        );
        expect(areas.code).toEqual(codes);
        expect(areas.tenths[lens].map(fifthOf)).toEqual(fifths);
        expect(new Set(areas.tenths[lens]).size).toBe(10);
      }
    }
  });

  it('the baseline has the week of every library and venue whose clock hours are known', async () => {
    const known = ['libraries.csv', 'venues.csv'].flatMap((file) =>
      starterRows(file).filter(
        (row) => row.opening_hours !== '' && row.easting !== '' && row.mobile !== 'yes',
      ),
    );
    const weeks = new Map<string, string | null>();
    for (const patch of STARTER_PATCHES.map(({ id }) => id)) {
      const baseline = await read<Baseline>(`/api/baseline?patch=${patch}&kind=${KIND_IDS.join(',')}`);
      baseline.places.week.forEach((week, at) => {
        const { name, easting, northing } = baseline.places;
        weeks.set(
          `${name[at]} ${easting[at]} ${northing[at]}`,
          week === null ? null : (baseline.weeks[week] ?? 'missing'),
        );
      });
      expect(new Set(baseline.weeks).size).toBe(baseline.weeks.length);
    }
    expect(known.length).toBeGreaterThan(120);
    for (const { name, easting, northing, opening_hours: hours } of known) {
      expect(weeks.get(`${name} ${easting} ${northing}`)).toBe(weekOf(hours ?? ''));
    }
    expect(formatWeek(weeks.get('Coldean Library 532889 108852') ?? '')).toBe(
      'mo9-19.tu9-19.we9-17.th9-19.fr9-17.sa9-17.su11-17',
    );
    expect([...weeks.values()].filter((week) => week !== null).length).toBe(known.length);
    expect(known.filter(({ opening_hours: hours }) => weekOf(hours ?? '') === null)).toEqual([]);
  });

  it('people and groups of the home points add up to those of the areas', async () => {
    for (const patch of ['leicestershire', 'kirklees', 'brighton-and-hove']) {
      const { areas, homePoints, places } = await read<Baseline>(`/api/baseline?patch=${patch}`);
      for (const group of ['residents', 'households'] as const) {
        const sums = areas.code.map(() => 0);
        homePoints.area.forEach((area, at) => {
          sums[area] = (sums[area] ?? 0) + (homePoints[group][at] ?? 0);
        });
        expect(sums).toEqual(areas[group]);
      }
      expect(places.id).toEqual([...places.id].sort());
    }
  });

  it('a scenario is what core makes of it, to the byte, and its order of kinds does not matter', async () => {
    const baseline = await read<Baseline>('/api/baseline?patch=leicestershire&kind=library');
    const inside = baseline.places.id.filter(
      (_, at) => baseline.places.status[at] === 'open' && baseline.places.outside[at] === false,
    );
    const cuts = inside.slice(0, 3).map((place) => ({ type: 'close' as const, place }));
    const scenario = smallScenario({ lens: 'older', cuts });
    const response = await app.send('/api/scenarios/preview', scenario);
    expect(response.status).toBe(200);
    const text = await response.text();
    expect(text).toBe(
      JSON.stringify(compare(baseline, buildNearest(baseline, { kinds: ['library'] }), scenario)),
    );
    expect(await (await app.send('/api/scenarios/preview', scenario)).text()).toBe(text);
  });

  it('the classes of a figure are the same on every map', async () => {
    interface Values {
      codes: string[];
      values: (number | null)[];
      classes: (number | null)[];
      breaks: number[];
    }
    const maps = await Promise.all(
      STARTER_PATCHES.map(({ id }) => read<Values>(`/api/values/one-person?patch=${id}`)),
    );
    const all = fiveClasses(maps.flatMap((map) => map.values));
    expect(all.classes).toHaveLength(1059);
    for (const map of maps) expect(map.breaks).toEqual(all.breaks);
    expect(maps.flatMap((map) => map.classes)).toEqual(all.classes);
    const deciles = await read<Values>('/api/values/deprivation?patch=kirklees');
    expect(deciles.classes).toEqual(deciles.values.map((decile) => Math.ceil((decile ?? 0) / 2)));
  });

  it('every area has a shape, and every district an outline', async () => {
    const { geometryVersion, patches } = await read<{
      geometryVersion: string;
      patches: { id: string; areaCount: number; districts: { code: string }[]; bbox: number[] }[];
    }>('/api/patches');
    for (const { id, areaCount, districts, bbox } of patches) {
      const areas = await read<{ features: { id: string; geometry: { coordinates: unknown } }[] }>(
        `/api/geometry/${geometryVersion}/areas?patch=${id}`,
      );
      expect(areas.features).toHaveLength(areaCount);
      const outlines = await read<{ features: { id: string }[] }>(
        `/api/geometry/${geometryVersion}/districts?patch=${id}`,
      );
      expect(outlines.features.map((each) => each.id).sort()).toEqual(
        districts.map((each) => each.code).sort(),
      );
      const numbers = (
        JSON.stringify(areas.features.map((each) => each.geometry.coordinates)).match(/-?\d+\.?\d*/g) ?? []
      ).map(Number);
      const lons = numbers.filter((_, at) => at % 2 === 0);
      expect([
        Math.min(...lons.slice(0, 50_000)) >= (bbox[0] ?? 0),
        Math.max(...lons.slice(0, 50_000)) <= (bbox[2] ?? 0),
      ]).toEqual([true, true]);
    }
  });

  it('money has its gaps', async () => {
    const money = await read<{
      rows: { authority: string; year: string; netCurrentGbpThousand: number }[];
      gaps: string[];
    }>('/api/money?patch=leicestershire');
    expect(money.gaps).toEqual(['2015-16', '2016-17']);
    expect(money.rows).toContainEqual(
      expect.objectContaining({
        authority: 'Leicestershire',
        year: '2010-11',
        netCurrentGbpThousand: 15_712,
      }),
    );
  });
});
