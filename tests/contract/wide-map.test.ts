import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { workBeside } from '@kith/api/beside/work-beside';
import { createStores } from '@kith/api/store/stores';
import { writeMeta } from '@kith/api/store/version-store';
import { wholeBaseline } from '@kith/api/whole-baseline';
import type { Patch } from '@kith/core/area/patch';
import { AREAS_OF_ENGLAND } from '@kith/core/area/patches';
import type { Baseline } from '@kith/core/reach/baseline';
import { buildNearest } from '@kith/core/reach/nearest';
import { compare } from '@kith/core/scenario/compare';
import { scenarioSchema } from '@kith/core/scenario/report';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smallKith, starterKith, type TemporaryKith } from '../load/temporary-kith.ts';
import { appOf, codeOf, type KithApp } from './kith-app.ts';

let kith: TemporaryKith;
let app: KithApp;
/** The same data, told that all of England is there. */
let whole: KithApp;
beforeAll(async () => {
  kith = await starterKith();
  app = appOf(kith);
  const stores = createStores(kith.open.db);
  const areas = { ...stores.areas, countOfEngland: async () => AREAS_OF_ENGLAND };
  whole = appOf(kith, { stores: { ...stores, areas } });
});
afterAll(() => kith.close());

async function read<T>(from: KithApp, path: string): Promise<T> {
  const response = await from.get(path);
  if (response.status !== 200) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

describe('the map of everything', () => {
  it('is offered, first, only where all of England is loaded', async () => {
    const some = await read<{ patches: Patch[] }>(app, '/api/patches');
    expect(some.patches.map(({ id }) => id)).toEqual(['brighton-and-hove', 'kirklees', 'leicestershire']);
    const { patches } = await read<{ patches: Patch[] }>(whole, '/api/patches');
    expect(patches.map(({ id }) => id)).toEqual(['all', ...some.patches.map(({ id }) => id)]);
    const sum = (of: (patch: Patch) => number) => some.patches.reduce((total, each) => total + of(each), 0);
    expect(patches[0]).toMatchObject({
      name: 'All England',
      areaCount: 1_059,
      residents: sum((patch) => patch.residents),
      bbox: [
        Math.min(...some.patches.map(({ bbox }) => bbox[0])),
        Math.min(...some.patches.map(({ bbox }) => bbox[1])),
        Math.max(...some.patches.map(({ bbox }) => bbox[2])),
        Math.max(...some.patches.map(({ bbox }) => bbox[3])),
      ],
    });
    expect(patches[0]?.districts).toHaveLength(11);
  });

  it('is refused like any map that is not there, where it is not', async () => {
    for (const path of [
      '/api/values/no-car?patch=all',
      '/api/places?patch=all',
      '/api/search?q=a&patch=all',
    ]) {
      const response = await app.get(path);
      expect(response.status).toBe(400);
      expect((await response.clone().json()) as object).toMatchObject({
        error: { message: 'patch: Choose a map: brighton-and-hove, kirklees, leicestershire.' },
      });
      expect(await codeOf(response)).toBe('invalid-request');
    }
  });

  it.each(['/api/pins?patch=all', '/api/areas?patch=all'])(
    '%s wants one map at a time, and says so',
    async (path) => {
      const response = await whole.get(path);
      expect(response.status).toBe(400);
      const body = (await response.json()) as { error: { message: string } };
      expect(body.error.message).toContain('one map at a time');
    },
  );

  it('has the places of every map', async () => {
    const { total } = await read<{ total: number }>(whole, '/api/places?patch=all&limit=1');
    const each = await Promise.all(
      ['brighton-and-hove', 'kirklees', 'leicestershire'].map((id) =>
        read<{ total: number }>(whole, `/api/places?patch=${id}&limit=1`),
      ),
    );
    expect(total).toBe(each.reduce((sum, page) => sum + page.total, 0));
  });
});

describe('the ground of the map of everything', () => {
  const GROUND = '/api/baseline?patch=all&kind=library,hub';

  it('holds the areas and home points of every map, whole', async () => {
    const everywhere = await read<Baseline>(whole, GROUND);
    expect(everywhere.patch).toBe('all');
    expect(everywhere.areas.code).toHaveLength(1_059);
    const at = new Map(everywhere.areas.code.map((code, index) => [code, index]));
    for (const id of ['brighton-and-hove', 'kirklees', 'leicestershire']) {
      const one = await read<Baseline>(whole, `/api/baseline?patch=${id}&kind=library,hub`);
      const here = one.areas.code.map((code) => at.get(code) ?? -1);
      expect(here.map((area) => everywhere.areas.tenths.older[area])).toEqual(one.areas.tenths.older);
      const points = everywhere.homePoints.area.flatMap((area, point) =>
        here.includes(area) ? [point] : [],
      );
      for (const column of ['easting', 'residents', 'aged65Over', 'livingAlone', 'noCar'] as const) {
        expect(points.map((point) => everywhere.homePoints[column][point])).toEqual(one.homePoints[column]);
      }
      const numbers = one.places.id.map((place) => everywhere.places.id.indexOf(place));
      expect(numbers).not.toContain(-1);
      const weekOf = ({ places, weeks }: Baseline, place: number) => weeks[places.week[place] ?? -1] ?? null;
      expect(numbers.map((place) => weekOf(everywhere, place))).toEqual(
        one.places.id.map((_, place) => weekOf(one, place)),
      );
    }
  });

  it('comes as it is however it is packed, and is not sent again', async () => {
    const plain = await whole.get(GROUND);
    const text = await plain.text();
    const packed = await whole.get(GROUND, { 'Accept-Encoding': 'br' });
    expect(packed.headers.get('Content-Encoding')).toBe('br');
    expect(packed.headers.get('Content-Type')).toBe('application/json');
    expect(brotliDecompressSync(Buffer.from(await packed.arrayBuffer())).toString()).toBe(text);
    const zipped = await whole.get(GROUND, { 'Accept-Encoding': 'gzip' });
    expect(gunzipSync(Buffer.from(await zipped.arrayBuffer())).toString()).toBe(text);
    const tag = plain.headers.get('ETag') ?? '';
    expect((await whole.get(GROUND, { 'If-None-Match': tag })).status).toBe(304);
  });

  it('is the ground that benches and checks measure, to the byte', async () => {
    const response = await whole.get('/api/baseline?patch=all&kind=library,hall');
    const text = await response.text();
    const { version } = JSON.parse(text) as Baseline;
    const measured = await wholeBaseline(createStores(kith.open.db), version, ['library', 'hall']);
    expect(JSON.stringify(measured)).toBe(text);
  });

  it('is played over as core plays over it, to the byte', async () => {
    const baseline = await read<Baseline>(whole, '/api/baseline?patch=all');
    const open = baseline.places.id.filter(
      (_, at) => baseline.places.status[at] === 'open' && baseline.places.outside[at] === false,
    );
    const asked = {
      patch: 'all',
      kinds: ['library'],
      minutes: 15,
      pace: 'planner',
      lens: 'all',
      cuts: [open[0], open[40], open.at(-1)].map((place) => ({ type: 'close', place })),
    };
    const scenario = scenarioSchema.parse(asked);
    const response = await whole.send('/api/scenarios/preview', asked);
    const made = compare(baseline, buildNearest(baseline, { kinds: ['library'] }), scenario);
    expect(await response.text()).toBe(JSON.stringify(made));
    const wrong = await whole.send('/api/scenarios/preview', {
      ...asked,
      cuts: [{ type: 'close', place: 'nobody' }],
    });
    expect(wrong.status).toBe(422);
    expect(await codeOf(wrong)).toBe('cuts-not-possible');
  });
});

describe('questions of the map of everything', () => {
  const MAPS = ['brighton-and-hove', 'kirklees', 'leicestershire'];
  const EVENING = 'when=tu,17-20&kind=library';

  it('by day and hour are those of each map put together', async () => {
    interface Reach {
      within: number[];
      perhaps: number[];
    }
    const sums = ({ within, perhaps }: Reach) =>
      [within, perhaps].map((column) => column.reduce((total, each) => total + each, 0));
    const everywhere = sums(await read<Reach>(whole, `/api/reach?patch=all&${EVENING}`));
    const each = await Promise.all(
      MAPS.map(async (id) => sums(await read<Reach>(whole, `/api/reach?patch=${id}&${EVENING}`))),
    );
    expect(everywhere).toEqual(
      [0, 1].map((at) => each.reduce((total, found) => total + (found[at] ?? 0), 0)),
    );
    expect(everywhere[0]).toBeGreaterThan(10_000);
  });

  it('about measures are those of each map', async () => {
    interface Measures {
      codes: string[];
      yes: number[];
      placesPerPerson: (number | null)[];
    }
    const byArea = ({ codes, yes, placesPerPerson }: Measures) =>
      new Map(codes.map((code, at) => [code, [yes[at], placesPerPerson[at]]]));
    const everywhere = byArea(await read<Measures>(whole, '/api/measures?patch=all'));
    for (const id of MAPS) {
      const own = byArea(await read<Measures>(whole, `/api/measures?patch=${id}`));
      for (const [code, found] of own) expect(everywhere.get(code)).toEqual(found);
    }
  });

  it('about the week are those of each map put together', async () => {
    const everywhere = await read<{ people: number[] }>(whole, '/api/week?patch=all');
    const each = await Promise.all(
      MAPS.map((id) => read<{ people: number[] }>(whole, `/api/week?patch=${id}`)),
    );
    expect(everywhere.people).toEqual(
      everywhere.people.map((_, slot) => each.reduce((total, found) => total + (found.people[slot] ?? 0), 0)),
    );
  });

  it('about places that cannot be done without are those of each map', async () => {
    interface Alone {
      places: { id: string; people: number; outside: boolean }[];
    }
    const people = ({ places }: Alone) => new Map(places.map((place) => [place.id, place.people]));
    const everywhere = people(await read<Alone>(whole, '/api/irreplaceable?patch=all'));
    for (const id of MAPS) {
      const { places } = await read<Alone>(whole, `/api/irreplaceable?patch=${id}`);
      const inside = places.filter(({ outside }) => !outside);
      expect(inside.length).toBeGreaterThan(3);
      for (const place of inside) expect(everywhere.get(place.id)).toBe(place.people);
    }
  });

  it('about places per head go to 2,000 metres', async () => {
    const { total } = await read<{ total: number }>(whole, '/api/access?patch=all&metres=2000');
    expect(total).toBeGreaterThan(100);
    const response = await whole.get('/api/access?patch=all&metres=2001');
    expect(response.status).toBe(400);
    expect(((await response.json()) as { error: { message: string } }).error.message).toContain(
      '2,000 metres',
    );
  });
});

it('what is worked out in another process is the same to the byte, and small questions are answered meanwhile', async () => {
  const stores = createStores(kith.open.db);
  const areas = { ...stores.areas, countOfEngland: async () => AREAS_OF_ENGLAND };
  const work = workBeside(kith.open.setting, ['--import', 'tsx']);
  try {
    const beside = appOf(kith, { stores: { ...stores, areas }, work });
    await read(beside, '/api/areas?patch=kirklees');
    const asked = ['/api/baseline?patch=all', '/api/irreplaceable?patch=all', '/api/week?patch=all'];
    let finished = 0;
    const heavy = asked.map(async (path) => {
      const text = await (await beside.get(path)).text();
      finished++;
      return text;
    });
    expect((await beside.get('/api/areas?patch=kirklees')).status).toBe(200);
    expect(finished).toBe(0);
    const texts = await Promise.all(heavy);
    expect(texts).toEqual(await Promise.all(asked.map(async (path) => (await whole.get(path)).text())));
    const scenario = {
      patch: 'all',
      kinds: ['library'],
      minutes: 15,
      pace: 'planner',
      lens: 'all',
      cuts: [{ type: 'close', place: 'nobody' }],
    };
    const refused = await beside.send('/api/scenarios/preview', scenario);
    expect([refused.status, await codeOf(refused)]).toEqual([422, 'cuts-not-possible']);
  } finally {
    work.close();
  }
});

describe('columns of the map of everything', () => {
  const VALUES = '/api/values/no-car?patch=all';

  it('without codes hold the same, in the order of the codes', async () => {
    const { geometryVersion } = await read<{ geometryVersion: string }>(whole, '/api/patches');
    const { codes } = await read<{ codes: string[] }>(whole, `/api/geometry/${geometryVersion}/codes`);
    const full = await read<{ codes: string[]; values: number[] }>(whole, VALUES);
    const bare = await read<{ codes: string[]; values: number[] }>(whole, `${VALUES}&codes=no`);
    expect(full.codes).toEqual(codes);
    expect(bare.codes).toEqual([]);
    expect(bare.values).toEqual(full.values);
    const risk = await read<{ codes: string[]; fifths: number[]; drivers: unknown[] }>(
      whole,
      '/api/risk/all?patch=all&codes=no',
    );
    expect(risk.fifths).toHaveLength(codes.length);
    expect([risk.codes, risk.drivers]).toEqual([[], []]);
  });

  it('of reach are those of each map put together', async () => {
    interface Reach {
      codes: string[];
      within: number[];
      nearestPlace: (string | null)[];
    }
    const everywhere = await read<Reach>(whole, '/api/reach?patch=all');
    const bare = await read<Reach>(whole, '/api/reach?patch=all&codes=no');
    expect(bare).toMatchObject({ codes: [], nearestPlace: [], within: everywhere.within });
    const at = new Map(everywhere.codes.map((code, index) => [code, index]));
    for (const id of ['brighton-and-hove', 'kirklees', 'leicestershire']) {
      const one = await read<Reach>(whole, `/api/reach?patch=${id}`);
      expect(one.codes.map((code) => everywhere.within[at.get(code) ?? -1])).toEqual(one.within);
      expect(one.codes.map((code) => everywhere.nearestPlace[at.get(code) ?? -1])).toEqual(one.nearestPlace);
    }
  });

  it('codes=maybe is refused', async () => {
    const response = await app.get('/api/values/no-car?patch=kirklees&codes=maybe');
    expect(response.status).toBe(400);
    expect(((await response.json()) as { error: { message: string } }).error.message).toContain('yes or no');
  });
});

interface Districts {
  code: string[];
  name: string[];
  patch: string[];
  residents: number[];
  value: (number | null)[];
  class: (number | null)[];
}

describe('districts', () => {
  it('have the mean of their areas, as an area says it of its district', async () => {
    const found = await read<Districts>(app, '/api/districts/values/no-car');
    const area = await read<{ districtCode: string; indicators: Record<string, { district: number }> }>(
      app,
      '/api/areas/E01025611',
    );
    expect(found.code).toEqual([...found.code].sort());
    expect(found.code).toHaveLength(11);
    const at = found.code.indexOf(area.districtCode);
    expect(found.value[at]).toBe(area.indicators['no-car']?.district);
    expect([found.name[at], found.patch[at]]).toEqual(['Blaby', 'leicestershire']);
  });

  it('have the share of people in the most deprived fifth of areas, and class 1 where it is most', async () => {
    const found = await read<Districts & { unit: string }>(app, '/api/districts/values/deprivation');
    const leicester = found.name.indexOf('Leicester');
    const harborough = found.name.indexOf('Harborough');
    expect(found.unit).toBe('percent-of-people');
    expect(found.value[leicester]).toBeGreaterThan(30);
    expect(found.value[harborough]).toBe(0);
    expect(found.class[leicester]).toBeLessThan(found.class[harborough] ?? 0);
  });

  it('have the extent of risk: none is above all, and together they hold a fifth of all people', async () => {
    for (const lens of ['older', 'young', 'all']) {
      const { value, residents } = await read<Districts>(app, `/api/districts/risk/${lens}`);
      expect(Math.min(...value.map(Number))).toBeGreaterThanOrEqual(0);
      expect(Math.max(...value.map(Number))).toBeLessThanOrEqual(100);
      const people = residents.reduce((sum, each) => sum + each, 0);
      const weighted = value.reduce<number>((sum, each, at) => sum + (each ?? 0) * (residents[at] ?? 0), 0);
      // A tenth of areas counts whole and a fifth for half on average: a fifth of people, as areas are much alike.
      expect(weighted / people).toBeGreaterThan(17);
      expect(weighted / people).toBeLessThan(23);
    }
  });

  it('have the share of people within reach, which is what their areas add up to', async () => {
    const found = await read<Districts>(app, '/api/districts/reach?minutes=20');
    const { within, residents } = await read<{ within: number[]; residents: number[] }>(
      app,
      '/api/reach?patch=kirklees&minutes=20',
    );
    const sum = (column: readonly number[]) => column.reduce((total, each) => total + each, 0);
    const share = Math.round((1000 * sum(within)) / sum(residents)) / 10;
    expect(found.value[found.name.indexOf('Kirklees')]).toBe(share);
  });

  it.each([
    ['/api/districts/risk/everyone', 400, 'invalid-request'],
    ['/api/districts/values/happiness', 404, 'unknown-indicator'],
    ['/api/districts/reach?minutes=90', 400, 'invalid-request'],
  ])('%s is %s', async (path, status, code) => {
    const response = await app.get(path);
    expect(response.status).toBe(status);
    expect(await codeOf(response)).toBe(code);
  });
});

interface Clusters {
  clusters: { lon: number[]; lat: number[]; count: number[]; kind: (string | null)[]; expandsAt: number[] };
  places: { id: string[]; name: string[]; status: string[] };
}

describe('clusters', () => {
  const WHOLE = 'bbox=-8,49,3,57';
  const total = ({ clusters, places }: Clusters) =>
    clusters.count.reduce((sum, each) => sum + each, 0) + places.id.length;

  it.each([0, 5, 8, 11, 13, 14, 20])(
    'at zoom %s every place is drawn once, by itself or in one',
    async (zoom) => {
      const pins = await Promise.all(
        ['brighton-and-hove', 'kirklees', 'leicestershire'].map((id) =>
          read<{ status: string[] }>(app, `/api/pins?patch=${id}`),
        ),
      );
      const there = pins.flatMap(({ status }) => status).filter((status) => status !== 'closed').length;
      const found = await read<Clusters>(app, `/api/clusters?${WHOLE}&zoom=${zoom}`);
      expect(total(found)).toBe(there);
      expect(found.clusters.count.every((count) => count > 1)).toBe(true);
      if (zoom === 20) expect(found.clusters.count).toEqual([]);
      if (zoom === 0) expect(found.places.id).toEqual([]);
    },
  );

  it('of one kind and one map say so, and come apart where they say', async () => {
    const asked = 'kind=library&patch=kirklees';
    const found = await read<Clusters>(app, `/api/clusters?${WHOLE}&zoom=6&${asked}`);
    expect(new Set(found.clusters.kind)).toEqual(new Set(['library']));
    const at = found.clusters.expandsAt[0] ?? 0;
    const closer = await read<Clusters>(app, `/api/clusters?${WHOLE}&zoom=${at}&${asked}`);
    expect(closer.clusters.count.length + closer.places.id.length).toBeGreaterThan(
      found.clusters.count.length + found.places.id.length,
    );
    expect(closer.places.status).not.toContain('closed');
  });

  it.each([
    ['/api/clusters?zoom=5', 'bbox'],
    ['/api/clusters?bbox=-2,50,0,54', 'zoom'],
    ['/api/clusters?bbox=-2,50,0,54&zoom=99', 'zoom is a whole number from 0 to 24'],
    ['/api/clusters?bbox=-2,50,0,54&zoom=5&kind=zoo', '"zoo" is no kind of place'],
    ['/api/clusters?bbox=-2,50,0,54&zoom=5&patch=atlantis', 'Choose a map: brighton-and-hove'],
  ])('%s is refused: %s', async (path, message) => {
    const response = await app.get(path);
    expect(response.status).toBe(400);
    expect(((await response.json()) as { error: { message: string } }).error.message).toContain(message);
  });
});

it('a map that is loaded later is there at once', async () => {
  const small = await smallKith();
  try {
    let time = Date.parse('2026-11-22T10:00:00Z');
    const later = appOf(small, { now: () => new Date(time) });
    expect((await later.get('/api/areas?patch=rutland')).status).toBe(400);
    await small.open.client.execute(
      "insert into patch values ('rutland', 'Rutland', 'Rutland', -0.8, 52.5, -0.4, 52.8, 0, 0)",
    );
    await writeMeta(small.open.db, 'starter-version', 'another');
    time += 5_000;
    expect((await later.get('/api/areas?patch=rutland')).status).toBe(200);
  } finally {
    small.close();
  }
});
