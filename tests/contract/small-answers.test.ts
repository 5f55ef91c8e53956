import type { Baseline } from '@kith/core/reach/baseline';
import { buildNearest } from '@kith/core/reach/nearest';
import { compare } from '@kith/core/scenario/compare';
import { type ScenarioReport, scenarioSchema } from '@kith/core/scenario/report';
import { placeId } from '@kith/scripts/load/place-claims.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smallKith, type TemporaryKith } from '../load/temporary-kith.ts';
import { appOf, codeOf, type KithApp } from './kith-app.ts';

/*
 * Worked out by hand. Four areas of 1,000, 1,100, 1,200 and 1,300 people, all urban but the last. Northgate Library is
 * 141 to 224 m (straight) from all of the first, Millbrook 141 to 250 m from all of the third; the second lives 652 m
 * and more from Northgate, the fourth 1,507 m and more from Millbrook. Both open Mo-Fr 09:00-17:00. The hours of Next
 * Door Library, outside the map at (460500, 297000), nobody knows.
 */
const NORTHGATE = placeId('libraries', 'blaby/northgate');
const MILLBROOK = placeId('libraries', 'charnwood/millbrook');
const MAP = 'patch=leicestershire';

let kith: TemporaryKith;
let app: KithApp;
beforeAll(async () => {
  kith = await smallKith();
  app = appOf(kith);
});
afterAll(() => kith.close());

async function read<T>(path: string): Promise<T> {
  const response = await app.get(path);
  if (response.status !== 200) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

describe('reach by day and hour', () => {
  interface Reach {
    within: number[];
    perhaps: number[];
    limitMetres: number;
    when: unknown;
    method: string;
  }

  it('counts places open then; those closed then do not count', async () => {
    const asked = async (more: string) => (await read<Reach>(`/api/reach?${MAP}${more}`)).within;
    expect(await asked('&metres=400')).toEqual([1_000, 0, 1_200, 0]);
    expect(await asked('&metres=400&when=tu,9-12')).toEqual([1_000, 0, 1_200, 0]);
    expect(await asked('&metres=400&when=tu,16-21')).toEqual([1_000, 0, 1_200, 0]);
    expect(await asked('&metres=400&when=tu,17-21')).toEqual([0, 0, 0, 0]);
    expect(await asked('&metres=400&when=sa.su,10-16')).toEqual([0, 0, 0, 0]);
    expect(await asked('&metres=400&when=fr.su,10-16')).toEqual([1_000, 0, 1_200, 0]);
  });

  it('says perhaps where only hours that nobody knows are near, and what it was asked', async () => {
    // 5,000 m is 3,846 m straight in towns: 3,200 to 3,509 m for the second area, 4,200 and more for the first. In the
    // country it is 3,571 m: 2,973 to 3,364 m for the fourth.
    const evening = await read<Reach>(`/api/reach?${MAP}&metres=5000&when=TU,17-21`);
    expect(evening).toMatchObject({
      within: [0, 0, 0, 0],
      perhaps: [0, 1_100, 0, 1_300],
      limitMetres: 5_000,
      metres: 5_000,
      when: { days: ['tu'], from: 17, to: 21 },
      someWeeks: false,
      checkedSince: null,
    });
  });

  it('counts only places checked since a day; the rest are perhaps', async () => {
    // The Arts Council checked all of them in 2023, which is taken as the first day of that year.
    const since = (day: string) => read<Reach>(`/api/reach?${MAP}&metres=400&checkedSince=${day}`);
    expect(await since('2023-01-01')).toMatchObject({ within: [1_000, 0, 1_200, 0], perhaps: [0, 0, 0, 0] });
    expect(await since('2023-01-02')).toMatchObject({ within: [0, 0, 0, 0], perhaps: [1_000, 0, 1_200, 0] });
  });
});

describe('places that cannot be done without', () => {
  it('have people who have no other', async () => {
    const found = await read<{ places: { id: string; people: number }[]; total: number }>(
      `/api/irreplaceable?${MAP}`,
    );
    expect(found.places.map(({ id, people }) => [id, people])).toEqual([
      [MILLBROOK, 1_200],
      [NORTHGATE, 1_000],
    ]);
    expect(found).toMatchObject({ total: 2, kinds: ['library'], limitMetres: 1_000 });
    const first = await read<{ places: unknown[]; total: number }>(`/api/irreplaceable?${MAP}&limit=1`);
    expect([first.places.length, first.total]).toEqual([1, 2]);
  });

  it('are others at another limit and another hour', async () => {
    const people = async (more: string) =>
      (await read<{ places: { people: number }[] }>(`/api/irreplaceable?${MAP}&${more}`)).places.map(
        (place) => place.people,
      );
    // At 5,000 m everyone has two or more.
    expect(await people('metres=5000')).toEqual([]);
    expect(await people('when=su,9-17')).toEqual([]);
    expect(await people('when=mo,9-17')).toEqual([1_200, 1_000]);
  });

  it('lose what a scenario says they lose', async () => {
    const asked = { patch: 'leicestershire', kinds: ['library'], minutes: 15, pace: 'planner', lens: 'all' };
    const cuts = [{ type: 'close', place: MILLBROOK }];
    const response = await app.send('/api/scenarios/preview', { ...asked, cuts });
    const report = (await response.json()) as ScenarioReport;
    expect(report.people).toMatchObject({
      total: 4_600,
      before: 2_200,
      after: 1_000,
      lost: { middle: 1_200 },
    });
    const { places } = await read<{
      places: { people: number; least: number; most: number; groups: Record<string, number> }[];
    }>(`/api/irreplaceable?${MAP}`);
    const { least, middle, most } = report.people.lost;
    expect(places[0]).toMatchObject({ people: middle, least, most });
    for (const group of report.groups) expect(places[0]?.groups[group.id]).toBe(group.lost.middle);
  });
});

describe('places per head', () => {
  interface Access {
    codes: string[];
    access: number[];
    total: number;
  }

  it('are each place shared over those who have it', async () => {
    for (const decay of ['steps', 'gaussian', 'gravity']) {
      const { access, total } = await read<Access>(`/api/access?${MAP}&metres=400&decay=${decay}`);
      // One library for all 1,000, one for all 1,200: whatever the decay, the mean is a place over its people.
      for (const [at, mean] of [1 / 1_000, 0, 1 / 1_200, 0].entries())
        expect(access[at]).toBeCloseTo(mean, 12);
      expect(total).toBeCloseTo(2, 12);
    }
  });

  it('hang on the decay where two areas share a place', async () => {
    // 1,300 m is 1,000 m straight: 550 and 275 of the second area are 906 and 912 m from Northgate, 275 are 1,204 m.
    const { access, total } = await read<Access>(`/api/access?${MAP}&metres=1300`);
    // Steps end at 433, 867 and 1,300 m: the first area (184 to 291 m) weighs 1, those of the second .22.
    const perHead = 1 / (1_000 + 825 * 0.22);
    expect(access[0]).toBeCloseTo(perHead, 12);
    expect(access[1]).toBeCloseTo((825 * 0.22 * perHead) / 1_100, 12);
    expect(total).toBeCloseTo(2, 12);
  });
});

describe('measures by area', () => {
  it('are people by their answer, places per person and the walk to the k nearest', async () => {
    const asked = (more: string) => read<Record<string, unknown>>(`/api/measures?${MAP}${more}`);
    const near = await asked('&metres=400&k=3');
    expect(near).toMatchObject({
      residents: [1_000, 1_100, 1_200, 1_300],
      yes: [1_000, 0, 1_200, 0],
      perhaps: [0, 0, 0, 0],
      no: [0, 1_100, 0, 1_300],
      placesPerPerson: [1, 0, 1, 0],
      limitMetres: 400,
      k: 3,
    });
    const walks = near.nearestMetres as (number | null)[][];
    expect(walks).toHaveLength(3);
    // Northgate is 141 to 224 m straight from all of the first area, which is urban.
    expect(walks[0]?.[0]).toBeGreaterThan(141 * 1.3);
    expect(walks[0]?.[0]).toBeLessThan(224 * 1.3);
    for (const at of [0, 1, 2, 3]) {
      const own = walks.map((each) => each[at] ?? 0);
      expect(own).toEqual([...own].sort((a, b) => a - b));
    }
    expect((await asked('')).nearestMetres).toHaveLength(2);
    // As /api/reach says: 5,000 m on a Tuesday evening.
    expect(await asked('&metres=5000&when=tu,17-21&k=1')).toMatchObject({
      yes: [0, 0, 0, 0],
      perhaps: [0, 1_100, 0, 1_300],
      no: [1_000, 0, 1_200, 0],
      nearestMetres: [[null, null, null, null]],
    });
  });
});

describe('the week of reach', () => {
  it('has people in the hours in which something is open', async () => {
    const { people, ...rest } = await read<{ people: number[] }>(`/api/week?${MAP}`);
    const open = (slot: number) => slot < 5 * 24 && slot % 24 >= 9 && slot % 24 < 17;
    expect(people).toEqual(Array.from({ length: 168 }, (_, slot) => (open(slot) ? 2_200 : 0)));
    expect(rest).toMatchObject({ notKnown: 0, residents: 4_600, limitMetres: 1_000 });
    expect(rest).not.toHaveProperty('when');
  });

  it('is not given for an hour of it, also once the whole week has been asked for', async () => {
    await read(`/api/week?${MAP}&minutes=20`);
    expect((await app.get(`/api/week?${MAP}&minutes=20&when=su,10-12`)).status).toBe(400);
  });

  it('says how many have only places whose hours are not known', async () => {
    // 4,200 m is 3,231 m straight in towns and 3,000 m in the country, where 325 of the fourth area live 2,973 m from
    // Next Door; but all of them have Northgate or Millbrook by then. Of hubs and the like nothing is open at all.
    expect(await read(`/api/week?${MAP}&metres=4200`)).toMatchObject({ notKnown: 0 });
    const since = await read<{ people: number[] }>(`/api/week?${MAP}&checkedSince=2026-01-01`);
    expect(new Set(since.people)).toEqual(new Set([0]));
  });
});

describe('scenarios', () => {
  const asked = {
    patch: 'leicestershire',
    kinds: ['library'],
    minutes: 15,
    pace: 'planner',
    lens: 'older',
  };
  const site = {
    type: 'open',
    site: 'new-1',
    name: 'Reading room',
    kind: 'library',
    easting: 457_000,
    northing: 297_000,
    week: null,
  };

  it('of all four cuts at a day and hour are what core makes of them, to the byte', async () => {
    const question = {
      ...asked,
      metres: 900,
      when: { days: ['we', 'tu'], from: 15, to: 18 },
      someWeeks: true,
      on: '2027-04-01',
      cuts: [
        { type: 'shorten', place: NORTHGATE, keeps: `${'.'.repeat(9)}ooo${'.'.repeat(156)}` },
        { type: 'end-grant', grant: 'Arts', endsOn: '2027-03-31', places: [MILLBROOK], replaced: [] },
        { ...site, week: `${'.'.repeat(24)}${'o'.repeat(24)}${'.'.repeat(120)}` },
      ],
    };
    const scenario = scenarioSchema.parse(question);
    const baseline = await read<Baseline>('/api/baseline?patch=leicestershire');
    const { kinds, when, someWeeks, checkedSince } = scenario;
    const lists = buildNearest(baseline, { kinds, when, someWeeks, checkedSince });
    const response = await app.send('/api/scenarios/preview', question);
    const text = await response.text();
    expect(text).toBe(JSON.stringify(compare(baseline, lists, scenario)));
    // Northgate keeps Monday morning only and Millbrook closes; the new room is 141 to 300 m from the second area.
    expect(JSON.parse(text)).toMatchObject({
      limitMetres: 900,
      people: { before: 2_200, after: 1_100, lost: { middle: 2_200 }, gained: { middle: 1_100 } },
      grants: [{ grant: 'Arts', ended: true, closes: [MILLBROOK] }],
    });
  });

  it('fill in what is left out', async () => {
    const response = await app.send('/api/scenarios/preview', { ...asked, cuts: [] });
    expect(await response.json()).toMatchObject({
      scenario: { metres: null, when: null, someWeeks: false, checkedSince: null, on: null },
    });
  });

  it('side by side are each what it is alone, with the differences', async () => {
    const [a, b] = [NORTHGATE, MILLBROOK].map((place) => ({ ...asked, cuts: [{ type: 'close', place }] }));
    const response = await app.send('/api/scenarios/compare', { a, b });
    expect(response.status).toBe(200);
    const both = (await response.json()) as Record<'a' | 'b', ScenarioReport> & { comparison: unknown };
    expect(both.a).toEqual(await (await app.send('/api/scenarios/preview', a)).json());
    expect(both.b).toEqual(await (await app.send('/api/scenarios/preview', b)).json());
    expect(both.comparison).toMatchObject({
      same: true,
      differs: [],
      areas: [
        { code: 'E01000003', a: 0, b: 1_200, difference: 1_200 },
        { code: 'E01000001', a: 1_000, b: 0, difference: -1_000 },
      ],
      onlyA: a?.cuts,
      onlyB: b?.cuts,
    });
    const rows = (both.comparison as { rows: { id: string; difference: number }[] }).rows;
    expect(rows.find(({ id }) => id === 'people-lost')).toMatchObject({
      a: 1_000,
      b: 1_200,
      difference: 200,
    });
  });

  it.each([
    [
      { a: { ...asked, cuts: [] }, b: { ...asked, patch: 'kirklees', cuts: [] } },
      400,
      'b.patch: Both scenarios must be of one map',
    ],
    [
      { a: { ...asked, cuts: [] }, b: { ...asked, patch: 'atlantis', cuts: [] } },
      400,
      'b.patch: Choose a map',
    ],
    [{ a: { ...asked, cuts: [] } }, 400, 'b:'],
    [
      { a: { ...asked, cuts: [] }, b: { ...asked, cuts: [{ type: 'close', place: 'x' }] } },
      422,
      'reference “x”',
    ],
  ])('side by side: %j is %i', async (body, status, message) => {
    const response = await app.send('/api/scenarios/compare', body);
    expect(response.status).toBe(status);
    expect(((await response.clone().json()) as { error: { message: string } }).error.message).toContain(
      message,
    );
    await codeOf(response);
  });

  it.each([
    [{ when: { days: [], from: 9, to: 17 } }, 'Choose at least one day'],
    [{ when: { days: ['mo'], from: 17, to: 9 } }, 'must be after the hour it starts'],
    [{ metres: 40 }, 'metres'],
    [{ checkedSince: 'yesterday' }, 'checkedSince'],
    [{ cuts: [{ type: 'shorten', place: NORTHGATE, keeps: 'mo9-12' }] }, '168 characters'],
    [{ cuts: [{ type: 'demolish', place: NORTHGATE }] }, 'cuts.0.type'],
  ])('%j is refused', async (more, message) => {
    const response = await app.send('/api/scenarios/preview', { ...asked, cuts: [], ...more });
    expect(response.status).toBe(400);
    expect(((await response.clone().json()) as { error: { message: string } }).error.message).toContain(
      message,
    );
    expect(await codeOf(response)).toBe('invalid-request');
  });

  it.each([
    [[{ type: 'shorten', place: NORTHGATE, keeps: '.'.repeat(168) }], 'no-hours-left'],
    [[{ type: 'shorten', place: NORTHGATE, keeps: 'o'.repeat(168) }], 'not-its-hours'],
    [[{ ...site, kind: 'hall' }], 'not-counted'],
    [[{ ...site, easting: 10, northing: 10 }], 'far-away'],
    [[{ ...site }, { ...site }], 'twice'],
  ])('cuts %j cannot be made: %s', async (cuts, code) => {
    const response = await app.send('/api/scenarios/preview', { ...asked, cuts });
    expect(response.status).toBe(422);
    const { error } = (await response.json()) as { error: { details: { code: string }[] } };
    expect(error.details.map((problem) => problem.code)).toContain(code);
  });
});

describe('spots on the grid', () => {
  it('are the same both ways, with whose homes are nearest', async () => {
    const { points } = await read<{ points: { lon: number; lat: number }[] }>(
      '/api/ground/degrees?at=456050,297000;528000,105000',
    );
    expect(points).toHaveLength(2);
    const [first] = points;
    const spot = await read<{ easting: number; northing: number }>(
      `/api/ground/at?lon=${first?.lon}&lat=${first?.lat}`,
    );
    expect(Math.abs(spot.easting - 456_050) + Math.abs(spot.northing - 297_000)).toBeLessThanOrEqual(2);
    expect(spot).toMatchObject({
      area: 'E01000001',
      name: 'Northgate 001A',
      ward: 'Northgate',
      district: 'Blaby',
      patch: 'leicestershire',
    });
  });

  it('far from every home are in no area', async () => {
    // The north of Scotland.
    expect(await read('/api/ground/at?lon=-4&lat=58')).toMatchObject({
      area: null,
      name: null,
      metresFromHomes: null,
    });
  });
});

describe('a question that does not fit is refused in plain English', () => {
  it.each([
    [`/api/reach?${MAP}&when=tuesday`, 'Give days and hours, such as tu,17-21'],
    [`/api/reach?${MAP}&when=tu,21-17`, 'Give days and hours'],
    [`/api/reach?${MAP}&when=tu,17-25`, 'Give days and hours'],
    [`/api/reach?${MAP}&when=tu.xx,17-21`, 'Give days and hours'],
    [`/api/reach?${MAP}&metres=20`, 'metres is a whole number from 50 to 20,000'],
    [`/api/reach?${MAP}&checkedSince=2026`, 'Give the day as year-month-day'],
    [`/api/reach?${MAP}&someWeeks=perhaps`, 'Say yes or no'],
    ['/api/irreplaceable', 'Choose a map'],
    [`/api/irreplaceable?${MAP}&limit=0`, 'limit is a whole number from 1 to 5,000'],
    [`/api/access?${MAP}&decay=linear`, 'Choose a decay: steps, gaussian, gravity'],
    [`/api/access?${MAP}&metres=5001`, 'worked out up to 5,000 metres'],
    ['/api/week?patch=atlantis', 'Choose a map'],
    [`/api/week?${MAP}&when=tu,17-21`, 'every hour of the week at once. Leave out when'],
    [`/api/week?${MAP}&when=`, 'every hour of the week at once. Leave out when'],
    ['/api/measures', 'Choose a map'],
    [`/api/measures?${MAP}&k=0`, 'k is a whole number from 1 to 8'],
    [`/api/measures?${MAP}&k=9`, 'k is a whole number from 1 to 8'],
    [`/api/measures?${MAP}&k=two`, 'k is a whole number from 1 to 8'],
    [`/api/measures?${MAP}&metres=5001`, 'counted up to 5,000 metres'],
    [`/api/measures?${MAP}&minutes=90`, 'minutes is a whole number from 1 to 60'],
    [`/api/measures?${MAP}&kind=zoo`, 'is no kind of place'],
    [`/api/measures?${MAP}&when=noon`, 'Give days and hours'],
    [`/api/week?${MAP}&kind=zoo`, 'is no kind of place'],
    ['/api/ground/at?lat=52', 'Give the longitude in degrees'],
    ['/api/ground/at?lon=east&lat=52', 'Give the longitude in degrees'],
    ['/api/ground/at?lon=-1&lat=99', 'Give the latitude in degrees'],
    ['/api/ground/at?lon=2.35&lat=48.85', 'not in Great Britain'],
    ['/api/ground/degrees', 'Give up to 50 positions'],
    ['/api/ground/degrees?at=1,2,3', 'Give up to 50 positions'],
    ['/api/ground/degrees?at=900000,1', 'Give up to 50 positions'],
    [`/api/ground/degrees?at=${Array.from({ length: 51 }, () => '1,1').join(';')}`, 'Give up to 50'],
  ])('%s', async (path, message) => {
    const response = await app.get(path);
    expect(response.status).toBe(400);
    const body = (await response.clone().json()) as { error: { message: string } };
    expect(body.error.message).toContain(message);
    await codeOf(response);
  });
});
