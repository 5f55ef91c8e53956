import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { starterKith, type TemporaryKith } from '../load/temporary-kith.ts';
import { type ApiDocument, checkerOf } from './document-schemas.ts';
import { appOf, type KithApp } from './kith-app.ts';

let kith: TemporaryKith;
let app: KithApp;
let document: ApiDocument;
let geometry: string;
beforeAll(async () => {
  kith = await starterKith();
  // Somebody who may everything, so that every address answers.
  app = appOf(kith, { person: async () => ({ id: 'somebody', role: 'administrator', organisations: [] }) });
  document = (await (await app.get('/api/openapi.json')).json()) as ApiDocument;
  geometry = ((await (await app.get('/api/patches')).json()) as { geometryVersion: string }).geometryVersion;
});
afterAll(() => kith.close());

/** Questions to each address, by the path the document writes. `{geometry}` is the version of the shapes. */
const QUESTIONS: Record<string, string[]> = {
  '/api/health': ['/api/health'],
  '/api/config': ['/api/config'],
  '/api/patches': ['/api/patches'],
  '/api/kinds': ['/api/kinds', '/api/kinds?patch=kirklees'],
  '/api/places': [
    '/api/places',
    '/api/places?bbox=-1.4,52.5,-1.2,52.7&kind=library,bench&limit=500&outside=include',
    '/api/places?near=-1.37,52.54&withinMetres=3000',
    '/api/places?q=hall&status=open,closed',
    '/api/places?kind=library&outside=include&status=open,closed,temporarily-closed,unknown&limit=500',
  ],
  '/api/places/{id}': [],
  // Asked for one by one in contributions.test.ts, by ids that are made there.
  '/api/places/{id}/history': [],
  '/api/places/{id}/risks': [],
  '/api/sent/{reference}': [],
  // A photo is no JSON.
  '/api/photos/{id}': [],
  '/api/risks': ['/api/risks', '/api/risks?patch=kirklees'],
  '/api/look-alikes': [
    '/api/look-alikes?name=Enderby%20Library&kind=library&postcode=LE19%204AA',
    '/api/look-alikes?name=hall&lon=-1.37&lat=52.54',
  ],
  '/api/pins': ['/api/pins?patch=kirklees', '/api/pins?patch=brighton-and-hove&kind=bench'],
  '/api/clusters': [
    '/api/clusters?bbox=-2,50,0,54&zoom=5',
    '/api/clusters?bbox=-1.4,52.5,-1.2,52.7&zoom=12&kind=library,bench&patch=leicestershire',
  ],
  '/api/areas': ['/api/areas?patch=leicestershire', '/api/areas?patch=kirklees'],
  '/api/areas/{code}': ['/api/areas/E01025611', '/api/areas/E01016849', '/api/areas/E01011004'],
  '/api/indicators': ['/api/indicators'],
  '/api/values/{indicator}': [
    '/api/values/no-car?patch=brighton-and-hove',
    '/api/values/deprivation?patch=kirklees',
    '/api/values/no-car?patch=kirklees&codes=no',
  ],
  '/api/risk/{lens}': [
    '/api/risk/older?patch=leicestershire',
    '/api/risk/young?patch=kirklees',
    '/api/risk/all?patch=brighton-and-hove',
    '/api/risk/all?patch=kirklees&codes=no',
  ],
  '/api/districts/risk/{lens}': ['/api/districts/risk/older', '/api/districts/risk/all'],
  '/api/districts/values/{indicator}': ['/api/districts/values/no-car', '/api/districts/values/deprivation'],
  '/api/districts/reach': [
    '/api/districts/reach',
    '/api/districts/reach?kind=hall,group&minutes=30&pace=slow',
  ],
  '/api/reach': [
    '/api/reach?patch=leicestershire',
    '/api/reach?patch=kirklees&kind=hall,group&minutes=30&pace=slow',
    '/api/reach?patch=kirklees&when=tu,17-21&someWeeks=yes&metres=1500&checkedSince=2023-01-01&codes=no',
  ],
  '/api/measures': [
    '/api/measures?patch=kirklees',
    '/api/measures?patch=leicestershire&kind=hall,bench&when=tu,17-21&someWeeks=yes&metres=1500&k=8',
  ],
  '/api/week': ['/api/week?patch=kirklees', '/api/week?patch=kirklees&kind=hall,group&someWeeks=yes'],
  '/api/irreplaceable': [
    '/api/irreplaceable?patch=leicestershire',
    '/api/irreplaceable?patch=kirklees&when=sa.su,10-16&limit=3',
  ],
  '/api/access': [
    '/api/access?patch=kirklees',
    '/api/access?patch=leicestershire&kind=bench&decay=gravity&metres=2000',
  ],
  '/api/ground/at': ['/api/ground/at?lon=-1.13&lat=52.63', '/api/ground/at?lon=-4&lat=58'],
  '/api/ground/degrees': ['/api/ground/degrees?at=458000,304000;459000,304500'],
  '/api/baseline': [
    '/api/baseline?patch=kirklees',
    '/api/baseline?patch=leicestershire&kind=library,hall,bench',
  ],
  '/api/geometry/{version}/areas': [
    '/api/geometry/{geometry}/areas?patch=kirklees',
    '/api/geometry/{geometry}/areas?patch=brighton-and-hove',
  ],
  '/api/geometry/{version}/districts': ['/api/geometry/{geometry}/districts?patch=leicestershire'],
  '/api/geometry/{version}/codes': ['/api/geometry/{geometry}/codes'],
  // A tile is no JSON: tiles.test.ts asks for them.
  '/api/geometry/{version}/tiles/{z}/{x}/{y}': [],
  '/api/geometry/{version}/names': ['/api/geometry/{geometry}/names?patch=leicestershire'],
  '/api/search': ['/api/search?q=le10', '/api/search?q=hinckley', '/api/search?q='],
  '/api/sources': ['/api/sources'],
  '/api/money': ['/api/money', '/api/money?patch=kirklees'],
  '/api/data-report': ['/api/data-report'],
  '/api/data-report/coverage/{indicator}': [
    '/api/data-report/coverage/no-car?patch=kirklees',
    '/api/data-report/coverage/deprivation?patch=leicestershire',
  ],
  '/api/data-report/rejected': [
    '/api/data-report/rejected',
    '/api/data-report/rejected?source=iod-2025&cursor=5&limit=500',
  ],
  '/api/data-report/merge-queue': [
    '/api/data-report/merge-queue',
    '/api/data-report/merge-queue?cursor=20&limit=5',
  ],
  '/api/exports': ['/api/exports'],
  '/api/exports/{file}': ['/api/exports/data-report.json'],
  '/api/me': ['/api/me'],
  '/api/me/sessions': ['/api/me/sessions'],
  '/api/people': ['/api/people'],
  '/api/admin/state': ['/api/admin/state'],
  // Asked for in organisations.test.ts and removals.test.ts.
  '/api/organisations': ['/api/organisations'],
  '/api/organisations/{id}': [],
  '/api/organisations/{id}/members': [],
  '/api/organisations/{id}/tokens': [],
  '/api/removals': [],
  '/api/waiting': ['/api/waiting', '/api/waiting?kind=report&apart=no&limit=5'],
  '/api/waiting/counts': ['/api/waiting/counts'],
  '/api/waiting/done': ['/api/waiting/done', '/api/waiting/done?limit=5'],
  // Asked for by ids that are made there: tests/keeping/decisions.test.ts.
  '/api/waiting/{id}': [],
  '/api/imports': ['/api/imports'],
  // Of a spreadsheet that was brought: tests/sheets asks for them.
  '/api/imports/{id}': [],
  '/api/imports/{id}/dry-run': [],
  '/api/imports/{id}/dry-run/rows': [],
  // Needs a cookie of the sign-in library's own: tests/e2e/passkey.test.ts asks for it.
  '/api/auth/passkey/generate-register-options': [],
  '/api/auth/passkey/generate-authenticate-options': ['/api/auth/passkey/generate-authenticate-options'],
  '/api/auth/passkey/list-user-passkeys': ['/api/auth/passkey/list-user-passkeys'],
};

describe('the document', () => {
  it('has a question here for every address that is read, and no other', () => {
    const read = Object.entries(document.paths).filter(([, operations]) => 'get' in operations);
    expect(read.map(([path]) => path).sort()).toEqual(Object.keys(QUESTIONS).sort());
  });

  it('says of every answer that is refused that it is the one envelope', () => {
    for (const operations of Object.values(document.paths)) {
      for (const operation of Object.values(operations)) {
        for (const [status, { content }] of Object.entries(operation.responses)) {
          if (Number(status) < 400) continue;
          expect(content?.['application/json']?.schema).toEqual({ $ref: '#/components/schemas/Error' });
        }
      }
    }
  });

  it('knows when an answer holds what it does not say, or lacks what it says', () => {
    const check = checkerOf(document)('/api/config', 'get', 200);
    expect(check.safeParse({ basemap: null, version: '1' }).success).toBe(true);
    expect(check.safeParse({ basemap: null, version: '1', more: 1 }).success).toBe(false);
    expect(check.safeParse({ basemap: null }).success).toBe(false);
  });

  for (const [path, questions] of Object.entries(QUESTIONS)) {
    it.each(questions)('%s answers as the document says', async (question) => {
      const response = await app.get(question.replace('{geometry}', geometry));
      expect(response.status).toBe(200);
      const checked = checkerOf(document)(path, 'get', 200).safeParse(await response.json());
      expect(checked.error?.issues.slice(0, 3)).toBeUndefined();
    });
  }

  it('describes what a scenario answers, and two side by side', async () => {
    const { places } = (await (await app.get('/api/baseline?patch=kirklees')).json()) as {
      places: { id: string[]; status: string[]; outside: boolean[] };
    };
    const open = places.id.filter((_, at) => places.status[at] === 'open' && places.outside[at] === false);
    const asked = { patch: 'kirklees', kinds: ['library'], minutes: 15, pace: 'planner', lens: 'all' };
    const a = { ...asked, cuts: open.slice(0, 3).map((place) => ({ type: 'close', place })) };
    const b = {
      ...asked,
      when: { days: ['tu'], from: 17, to: 20 },
      cuts: [
        { type: 'end-grant', grant: 'Arts', endsOn: null, places: open.slice(3, 5) },
        {
          type: 'open',
          site: 'new-1',
          name: 'New room',
          kind: 'library',
          easting: 417_000,
          northing: 416_000,
          week: 'o'.repeat(168),
        },
      ],
    };
    const questions = { '/api/scenarios/preview': a, '/api/scenarios/compare': { a, b } };
    for (const [path, question] of Object.entries(questions)) {
      const response = await app.send(path, question);
      expect(response.status).toBe(200);
      const checked = checkerOf(document)(path, 'post', 200).safeParse(await response.json());
      expect(checked.error?.issues.slice(0, 3)).toBeUndefined();
    }
  });

  it('gives an example of each new question that is answered', async () => {
    for (const path of ['/api/scenarios/preview', '/api/scenarios/compare']) {
      const body = document.paths[path]?.post?.requestBody?.content['application/json'];
      const response = await app.send(path, body?.example);
      expect(response.status).toBe(200);
    }
  });

  it('describes each kind of place one by one', async () => {
    const check = checkerOf(document)('/api/places/{id}', 'get', 200);
    for (const kind of ['library', 'bench', 'group', 'hall']) {
      const list = (await (await app.get(`/api/places?kind=${kind}&limit=5`)).json()) as {
        features: { id: string }[];
      };
      expect(list.features.length).toBe(5);
      for (const { id } of list.features) {
        const checked = check.safeParse(await (await app.get(`/api/places/${id}`)).json());
        expect(checked.error?.issues).toBeUndefined();
      }
    }
  });
});

describe('the fixed points for others', () => {
  it('health', async () => {
    expect(await (await app.get('/api/health')).json()).toMatchObject({ status: 'ok', areas: 1059 });
  });

  it('an area with its figures', async () => {
    const area = (await (await app.get('/api/areas/E01025611')).json()) as {
      indicators: Record<string, { value: number | null; unit: string; year: string; source: string }>;
    };
    expect(area).toMatchObject({
      name: 'Blaby 008B',
      residents: 1577,
      indicators: { deprivation: { value: 8 } },
    });
    // 382 of 1,577 people are aged 65 or over; 281 are disabled.
    expect(area.indicators['age-65-over']).toMatchObject({
      value: 24.2,
      unit: 'percent-of-people',
      year: '2021',
    });
    expect(area.indicators.disabled).toMatchObject({ value: 17.8, source: 'census-2021-disability' });
    for (const figure of Object.values(area.indicators)) {
      expect(Object.keys(figure)).toEqual(expect.arrayContaining(['value', 'unit', 'year', 'source']));
    }
  });

  it('places as GeoJSON', async () => {
    const places = await (
      await app.get('/api/places?bbox=-1.4,52.5,-1.3,52.6&kind=library,bench&limit=1')
    ).json();
    expect(places).toMatchObject({
      type: 'FeatureCollection',
      next: expect.any(String),
      features: [
        {
          type: 'Feature',
          id: expect.any(String),
          geometry: { type: 'Point' },
          properties: {
            id: expect.any(String),
            name: expect.any(String),
            kind: expect.any(String),
            status: 'open',
          },
        },
      ],
    });
  });
});
