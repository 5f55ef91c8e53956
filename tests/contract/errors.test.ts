import { createStores } from '@kith/api/store/stores';
import { placeId } from '@kith/scripts/load/place-claims.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smallKith, type TemporaryKith } from '../load/temporary-kith.ts';
import { appOf, codeOf, type KithApp } from './kith-app.ts';

const NORTHGATE = placeId('libraries', 'blaby/northgate');
const CLOSED = placeId('libraries', 'charnwood/shut');

let kith: TemporaryKith;
let app: KithApp;
beforeAll(async () => {
  kith = await smallKith();
  app = appOf(kith);
});
afterAll(() => kith.close());

describe('a request that does not fit is refused in plain English', () => {
  it.each([
    ['/api/places?kind=zoo', 'kind: "zoo" is no kind of place. Choose from: library, '],
    ['/api/places?status=gone', 'is no status'],
    ['/api/places?patch=london', 'patch: Choose a map: brighton-and-hove, kirklees, leicestershire.'],
    ['/api/places?bbox=1,2,3', 'Give west,south,east,north in degrees'],
    ['/api/places?bbox=3,2,1,4', 'Give west,south,east,north'],
    ['/api/places?bbox=a,b,c,d', 'Give west,south,east,north'],
    ['/api/places?bbox=-1,52,-1,1e9', 'Give west,south,east,north'],
    ['/api/places?near=200,0', 'Give longitude,latitude'],
    ['/api/places?withinMetres=500', 'withinMetres needs near'],
    ['/api/places?limit=0', 'limit is a whole number from 1 to 500'],
    ['/api/places?limit=501', 'limit is a whole number from 1 to 500'],
    ['/api/places?limit=1.5', 'limit is a whole number'],
    ['/api/places?limit=-1', 'limit is a whole number'],
    ['/api/places?cursor=nonsense', 'Ask again without it'],
    [`/api/places?q=${'a'.repeat(201)}`, 'Use 200 letters or fewer'],
    ['/api/reach', 'Choose a map'],
    ['/api/areas', 'patch: Choose a map: brighton-and-hove, kirklees, leicestershire.'],
    ['/api/areas?patch=', 'patch: Choose a map: brighton-and-hove'],
    ['/api/pins?kind=bench', 'patch: Choose a map: brighton-and-hove'],
    ['/api/values/no-car', 'patch: Choose a map: brighton-and-hove'],
    ['/api/risk/older', 'patch: Choose a map: brighton-and-hove'],
    ['/api/geometry/any/areas', 'patch: Choose a map: brighton-and-hove'],
    ['/api/geometry/any/districts', 'patch: Choose a map: brighton-and-hove'],
    ['/api/geometry/any/names', 'patch: Choose a map: brighton-and-hove'],
    ['/api/reach?patch=kirklees&minutes=61', 'minutes is a whole number from 1 to 60'],
    ['/api/reach?patch=kirklees&pace=run', 'Choose a pace: planner, over-65, slow'],
    ['/api/risk/everyone?patch=kirklees', 'Choose a lens: older, young, all'],
    ['/api/search?q=a&limit=51', 'limit is a whole number from 1 to 50'],
    [`/api/search?q=${'a'.repeat(101)}`, 'Use 100 letters or fewer'],
    ['/api/search', 'q'],
  ])('%s', async (path, message) => {
    const response = await app.get(path);
    expect(response.status).toBe(400);
    const body = (await response.clone().json()) as { error: { message: string } };
    expect(body.error.message).toContain(message);
    await codeOf(response);
  });

  it('lists everything that is wrong at once', async () => {
    const response = await app.get('/api/places?kind=zoo&limit=0&bbox=x');
    const body = (await response.json()) as { error: { details: { field: string }[] } };
    expect(body.error.details.map((detail) => detail.field).sort()).toEqual(['bbox', 'kind', 'limit']);
  });
});

describe('what is not there', () => {
  it.each([
    ['/api/places/b0000000-0000-5000-8000-000000000009', 'unknown-place'],
    ['/api/places/%27%20or%201=1', 'unknown-place'],
    ['/api/areas/E01999999', 'unknown-area'],
    ['/api/values/happiness?patch=kirklees', 'unknown-indicator'],
    ['/api/geometry/old/areas?patch=kirklees', 'old-geometry'],
    ['/api/nothing', 'unknown-address'],
    ['/api/', 'unknown-address'],
    ['/api/places/', 'unknown-address'],
    ['/api/../package.json', 'unknown-address'],
  ])('%s is 404', async (path, code) => {
    const response = await app.get(path);
    expect(response.status).toBe(404);
    expect(await codeOf(response)).toBe(code);
  });

  it('an old version of the shapes says which is the new one', async () => {
    const body = await (await app.get('/api/geometry/old/areas?patch=kirklees')).json();
    const patches = (await (await app.get('/api/patches')).json()) as { geometryVersion: string };
    expect(body).toMatchObject({ error: { details: { geometryVersion: patches.geometryVersion } } });
  });
});

describe('methods', () => {
  it.each([
    ['POST', '/api/places', 'GET, HEAD'],
    ['DELETE', `/api/places/${NORTHGATE}`, 'GET, HEAD'],
    ['PUT', '/api/areas/E01000001', 'GET, HEAD'],
    ['GET', `/api/places/${NORTHGATE}/reports`, 'POST'],
    ['GET', '/api/scenarios/preview', 'POST'],
    ['POST', '/api/openapi.json', 'GET, HEAD'],
    ['OPTIONS', '/api/health', 'GET, HEAD'],
  ])('%s %s is 405 and says what is taken', async (method, path, allow) => {
    const response = await app.request(path, { method });
    expect(response.status).toBe(405);
    expect(response.headers.get('Allow')).toBe(allow);
    expect(await codeOf(response)).toBe('wrong-method');
  });

  it('HEAD is GET without the body', async () => {
    const head = await app.request('/api/areas?patch=kirklees', { method: 'HEAD' });
    const get = await app.get('/api/areas?patch=kirklees');
    expect(head.status).toBe(200);
    expect(await head.text()).toBe('');
    for (const name of ['ETag', 'Content-Length', 'Content-Type', 'Cache-Control']) {
      expect(head.headers.get(name)).toBe(get.headers.get(name));
    }
  });
});

describe('bodies', () => {
  const reports = `/api/places/${NORTHGATE}/reports`;
  it.each([
    ['not JSON by its header', { 'Content-Type': 'text/plain' }, '{"reason":"closed"}', 415, 'not-json'],
    ['a form', { 'Content-Type': 'application/x-www-form-urlencoded' }, 'reason=closed', 415, 'not-json'],
    ['JSON that is like it', { 'Content-Type': 'application/jsonp' }, '{"reason":"closed"}', 415, 'not-json'],
    ['broken JSON', {}, '{"reason":', 400, 'invalid-request'],
    ['an unknown reason', {}, '{"reason":"boring"}', 400, 'invalid-request'],
    ['no reason', {}, '{}', 400, 'invalid-request'],
    ['a list', {}, '[]', 400, 'invalid-request'],
    [
      'too long a detail',
      {},
      JSON.stringify({ reason: 'other', detail: 'a'.repeat(1001) }),
      400,
      'invalid-request',
    ],
    [
      'more than 10 kB',
      {},
      JSON.stringify({ reason: 'other', detail: 'a'.repeat(11_000) }),
      413,
      'too-large',
    ],
  ])('%s is refused', async (_what, headers, body, status, code) => {
    const response = await app.send(reports, body, headers as Record<string, string>);
    expect(response.status).toBe(status);
    expect(await codeOf(response)).toBe(code);
  });

  const PREVIEW = '/api/scenarios/preview';
  const COMPARE = '/api/scenarios/compare';
  const ONE = 'Give the scenario as a JSON object with patch, kinds, minutes, pace, lens and cuts.';
  const TWO = 'Give two scenarios as a JSON object with a and b.';
  it.each([
    [PREVIEW, [], `body: ${ONE}`],
    [PREVIEW, 'null', `body: ${ONE}`],
    [PREVIEW, '"all of it"', `body: ${ONE}`],
    [PREVIEW, '', 'The request cannot be read. Send JSON in the body.'],
    [PREVIEW, 'patch=kirklees', 'The request cannot be read. Send JSON in the body.'],
    [PREVIEW, '{"patch":', 'The request cannot be read. Send JSON in the body.'],
    [COMPARE, [], `body: ${TWO}`],
    [COMPARE, 'null', `body: ${TWO}`],
    [COMPARE, () => ({ a: SCENARIO }), `b: ${ONE}`],
    [COMPARE, () => ({ a: SCENARIO, b: [] }), `b: ${ONE}`],
    [COMPARE, () => ({ a: null, b: SCENARIO }), `a: ${ONE}`],
    [COMPARE, () => ({ a: SCENARIO, b: { ...SCENARIO, minutes: '15' } }), 'b.minutes: Give whole minutes'],
    [reports, [], 'body: Give the report as a JSON object with a reason.'],
    [reports, 'null', 'body: Give the report as a JSON object with a reason.'],
    [reports, { reason: 'other', detail: 5 }, 'detail: Give the detail as text.'],
  ])('%s with %j is told what to send', async (path, body, message) => {
    const response = await app.send(path, typeof body === 'function' ? body() : body);
    expect(response.status).toBe(400);
    expect(((await response.json()) as { error: { message: string } }).error.message).toContain(message);
  });

  it('every field that is of the wrong type or left out is told of in plain English', async () => {
    const wrong = [undefined, null, 5, 'x', [], {}, [null], [5], [{}], true];
    const fields = [...Object.keys(SCENARIO), 'metres', 'when', 'someWeeks', 'checkedSince', 'on'];
    for (const field of fields) {
      for (const value of wrong) {
        const response = await app.send(PREVIEW, { ...SCENARIO, [field]: value });
        if (response.status !== 400) continue;
        const text = await response.text();
        expect(`${field} ${text}`).not.toMatch(/Invalid|expected|received|Too (small|big)/);
      }
    }
  });

  it('a scenario over 256 kB is refused before it is read', async () => {
    const cuts = Array.from({ length: 8_000 }, () => ({ type: 'close', place: NORTHGATE }));
    const response = await app.send('/api/scenarios/preview', { ...SCENARIO, cuts });
    expect(response.status).toBe(413);
  });

  it('a scenario with more than 500 cuts is refused', async () => {
    const cuts = Array.from({ length: 501 }, () => ({ type: 'close', place: NORTHGATE.slice(0, 8) }));
    const response = await app.send('/api/scenarios/preview', { ...SCENARIO, cuts });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('Choose 500 places or fewer');
  });

  it('cuts that cannot be made are all listed, each with its position', async () => {
    const cuts = ['nobody', NORTHGATE, CLOSED, NORTHGATE].map((place) => ({ type: 'close', place }));
    const response = await app.send('/api/scenarios/preview', { ...SCENARIO, cuts });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({
      error: {
        code: 'cuts-not-possible',
        details: [
          { index: 0, code: 'unknown-place' },
          { index: 2, code: 'not-open' },
          { index: 3, code: 'twice' },
        ],
      },
    });
  });
});

const SCENARIO = {
  patch: 'leicestershire',
  kinds: ['library'],
  minutes: 15,
  pace: 'planner',
  lens: 'older',
  cuts: [],
};

describe('a failure of ours', () => {
  it('gives a number to quote and nothing of the inside; the log has both', async () => {
    const stores = createStores(kith.open.db);
    const secret = 'SELECT secret FROM place at /home/kith';
    const broken = appOf(kith, {
      stores: { ...stores, places: { ...stores.places, list: () => Promise.reject(new Error(secret)) } },
    });
    const response = await broken.get('/api/places');
    expect(response.status).toBe(500);
    const text = await response.text();
    expect(text).not.toContain('secret');
    expect(text).not.toContain('/home');
    const id = response.headers.get('X-Request-Id') ?? '';
    expect(text).toContain(id);
    expect(broken.heard.failures).toMatchObject([{ id, error: { message: secret } }]);
    expect(broken.heard.requests.at(-1)).toMatchObject({
      id,
      method: 'GET',
      path: '/api/places',
      status: 500,
    });
  });

  it('is not remembered: the next question is answered', async () => {
    const stores = createStores(kith.open.db);
    let broken = true;
    const flaky = appOf(kith, {
      stores: {
        ...stores,
        areas: {
          ...stores.areas,
          list: (patch?: string) => (broken ? Promise.reject(new Error('disk')) : stores.areas.list(patch)),
        },
      },
    });
    expect((await flaky.get('/api/areas?patch=kirklees')).status).toBe(500);
    broken = false;
    expect((await flaky.get('/api/areas?patch=kirklees')).status).toBe(200);
  });
});

describe('what people type is never read as code', () => {
  const attempts = [
    "'; drop table place; --",
    '" or ""="',
    '%00',
    '../../etc/passwd',
    '<script>alert(1)</script>',
    '{{1}}',
  ];
  it.each(attempts)('%s', async (attempt) => {
    const typed = encodeURIComponent(attempt);
    for (const path of [
      `/api/places?q=${typed}`,
      `/api/search?q=${typed}`,
      `/api/places?patch=${typed}`,
      `/api/places?cursor=${typed}`,
      `/api/places?kind=${typed}`,
      `/api/places/${typed}`,
      `/api/areas/${typed.slice(0, 20)}`,
      `/api/values/${typed}?patch=kirklees`,
      `/api/geometry/${typed}/areas?patch=kirklees`,
    ]) {
      const response = await app.get(path);
      expect([200, 400, 404]).toContain(response.status);
      expect(response.headers.get('Content-Type')).toMatch(/^application\/json/);
    }
    expect(await (await app.get('/api/health')).json()).toMatchObject({ places: 14 });
  });
});
