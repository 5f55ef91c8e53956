import type { PlaceFields } from '@kith/core/place/place';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenDatabase } from './open.ts';
import type { PlaceFilter } from './place-query.ts';
import { countByKind, getPlace, listPins, listPlaces } from './place-store.ts';
import {
  claimOf,
  OTHER_PLACE,
  PLACE,
  placeClaims,
  positionAt,
  say,
  temporaryStore,
} from './temporary-store.ts';

let open: OpenDatabase;
let close: () => void;
beforeEach(async () => {
  ({ open, close } = await temporaryStore());
});
afterEach(() => close());

const idOf = (nth: number) => `b0000000-0000-5000-8000-${String(nth).padStart(12, '0')}`;
const add = (
  nth: number,
  name: string,
  fields: { readonly [field in keyof PlaceFields]?: PlaceFields[field] },
) => say(open, placeClaims(idOf(nth), name, fields));

async function names(filter: Partial<PlaceFilter>, limit = 100): Promise<string[]> {
  const page = await listPlaces(open.db, { outside: false, ...filter }, limit);
  return page?.places.map((place) => place.summary.name) ?? [];
}

/** Every page from first to last, `limit` at a time. */
async function allPages(filter: PlaceFilter, limit: number): Promise<string[]> {
  const found: string[] = [];
  let cursor: string | undefined;
  // Pages that never end must fail, not hang.
  for (let pages = 0; pages < 100; pages++) {
    const page = await listPlaces(open.db, filter, limit, cursor);
    if (page === undefined) throw new Error('the cursor was refused');
    found.push(...page.places.map((place) => place.summary.id));
    if (page.next === null) return found;
    cursor = page.next;
  }
  throw new Error('the pages do not end');
}

describe('the list of places', () => {
  it('comes by name without regard to accents and capitals', async () => {
    await add(1, 'école', {});
    await add(2, 'Dale Hall', {});
    await add(3, 'Ebor Hall', {});
    await add(4, 'Zoo', {});
    expect(await names({})).toEqual(['Dale Hall', 'Ebor Hall', 'école', 'Zoo']);
  });

  it('puts those whose times are known first where that is asked for', async () => {
    await add(1, 'Abbey Hall', {});
    await add(2, 'Bowls', { when: 'Tuesdays' });
    await add(3, 'Zoo', { openingHours: 'Mo 10:00-12:00' });
    await add(4, 'Chess', { when: 'Fridays' });
    expect(await names({ sort: 'times' })).toEqual(['Zoo', 'Bowls', 'Chess', 'Abbey Hall']);
    const pages = await allPages({ outside: false, sort: 'times' }, 1);
    expect(pages).toEqual([idOf(3), idOf(2), idOf(4), idOf(1)]);
  });

  it('leaves out what is closed or outside, unless it is asked for', async () => {
    await add(1, 'Open', {});
    await add(2, 'Shut for now', { status: 'temporarily-closed' });
    await add(3, 'Shut', { status: 'closed' });
    await add(4, 'Outside', { outside: true });
    expect(await names({})).toEqual(['Open', 'Shut for now']);
    expect(await names({ statuses: ['closed'] })).toEqual(['Shut']);
    expect(await names({ words: 'shut' })).toEqual(['Shut', 'Shut for now']);
    expect(await names({ outside: true })).toEqual(['Open', 'Outside', 'Shut for now']);
  });

  it('holds to a box, edges included, as a look at every place does', async () => {
    for (let nth = 0; nth < 60; nth++) {
      await add(nth, `Place ${nth}`, {
        position: positionAt(455_000 + 137 * nth, 297_000 + ((nth * 613) % 5000)),
      });
    }
    const all = (await listPlaces(open.db, { outside: false }, 500))?.places ?? [];
    const one = all[10];
    const other = all[30];
    if (one?.lon == null || other?.lon == null || one.lat == null || other.lat == null)
      throw new Error('no position');
    const bbox = [
      Math.min(one.lon, other.lon),
      Math.min(one.lat, other.lat),
      Math.max(one.lon, other.lon),
      Math.max(one.lat, other.lat),
    ] as const;
    const expected = all.filter(
      ({ lon, lat }) =>
        lon !== null && lat !== null && lon >= bbox[0] && lon <= bbox[2] && lat >= bbox[1] && lat <= bbox[3],
    );
    expect(await names({ bbox })).toEqual(expected.map((each) => each.summary.name));
    expect(expected.length).toBeGreaterThan(2);
  });

  it('holds to a box more exactly than the index does, which rounds', async () => {
    const position = { ...positionAt(456_000, 297_000), lon: -1.18001, lat: 52.57001 };
    await add(1, 'Edge', { position });
    const { lon, lat } = position;
    const hair = 1e-8;
    expect(await names({ bbox: [lon, lat, lon, lat] })).toEqual(['Edge']);
    expect(await names({ bbox: [lon + hair, lat, 0, 60] })).toEqual([]);
    expect(await names({ bbox: [lon, lat + hair, 0, 60] })).toEqual([]);
    expect(await names({ bbox: [-2, 50, lon - hair, lat] })).toEqual([]);
    expect(await names({ bbox: [-2, 50, lon, lat - hair] })).toEqual([]);
  });

  it('comes nearest first, with whole straight metres, up to and with the limit', async () => {
    await add(1, 'Here', { position: positionAt(456_000, 297_000) });
    await add(2, 'At 500', { position: positionAt(456_300, 297_400) });
    await add(3, 'At 501', { position: positionAt(456_501, 297_000) });
    await add(4, 'Nowhere', {});
    const near = { easting: 456_000, northing: 297_000 };
    expect(await names({ near })).toEqual(['Here', 'At 500', 'At 501']);
    const page = await listPlaces(open.db, { outside: false, near: { ...near, withinMetres: 500 } }, 10);
    expect(page?.places.map((place) => place.summary.straightMetres)).toEqual([0, 500]);
    expect(page?.total).toBe(2);
  });

  it.each([1, 7, 20, 100])('loses and repeats nothing from page to page, %i at a time', async (limit) => {
    for (let nth = 0; nth < 45; nth++) {
      // Many of one name and at one spot, where an order by these alone would slip.
      await add(nth, `Hall ${nth % 3}`, { position: positionAt(456_000 + 100 * (nth % 4), 297_000) });
    }
    const expected = new Set(Array.from({ length: 45 }, (_, nth) => idOf(nth)));
    const questions: PlaceFilter[] = [
      { outside: false },
      { outside: false, words: 'hall' },
      { outside: false, near: { easting: 456_150, northing: 297_000 } },
    ];
    for (const question of questions) {
      const found = await allPages(question, limit);
      expect(found).toHaveLength(45);
      expect(new Set(found)).toEqual(expected);
      expect(found).toEqual(await allPages(question, 500));
    }
  });

  it('refuses the cursor of another question, and nonsense', async () => {
    for (let nth = 0; nth < 5; nth++) await add(nth, `Hall ${nth}`, {});
    const cursor = (await listPlaces(open.db, { outside: false }, 2))?.next ?? '';
    expect(await listPlaces(open.db, { outside: false }, 2, cursor)).toBeDefined();
    expect(await listPlaces(open.db, { outside: false, kinds: ['hall'] }, 2, cursor)).toBeUndefined();
    const forged = Buffer.from('["x"]').toString('base64url');
    for (const nonsense of ['', 'x', "' or 1=1 --", forged, '%00']) {
      expect(await listPlaces(open.db, { outside: false }, 2, nonsense)).toBeUndefined();
    }
  });
});

describe('words', () => {
  beforeEach(async () => {
    await add(1, 'Friends’ Café', { kind: 'cafe', forWhom: 'People over 60' });
    await add(2, "St John's Hall", { address: "12 Queen's Road", postcode: 'LE10 0AA', district: 'Blaby' });
    await add(3, 'Library of Things', { kind: 'other', when: 'Every Tuesday' });
    await add(4, 'Anstey', { kind: 'library' });
  });

  it.each([
    ['cafe', ['Friends’ Café']],
    ['CAFÉ fri', ['Friends’ Café']],
    ['friends', ['Friends’ Café']],
    ["st john's", ["St John's Hall"]],
    ['queens road', ["St John's Hall"]],
    ['le10 0aa', ["St John's Hall"]],
    ['over 60', ['Friends’ Café']],
    ['tuesday', ['Library of Things']],
    ['lib', ['Anstey', 'Library of Things']],
    ['libraries', ['Anstey', 'Library of Things']],
    ['anstey hall', []],
    ['', ['Anstey', 'Friends’ Café', 'Library of Things', "St John's Hall"]],
  ])('"%s" finds %j', async (words, expected) => {
    expect(await names(words === '' ? {} : { words })).toEqual(expected);
  });

  it.each([
    '"',
    '*',
    "'; drop table place; --",
    'name:',
    'a AND (',
    'NEAR(',
    '^',
    '-',
    '😀',
    '\0',
    'OR OR OR',
  ])('takes %j as words and no more', async (words) => {
    expect(Array.isArray(await names({ words }))).toBe(true);
    expect(await names({})).toHaveLength(4);
  });
});

describe('one place', () => {
  it('has every field with the claim that settles it', async () => {
    await say(open, placeClaims(PLACE, 'A', { phone: '1', position: positionAt(456_000, 297_000) }));
    await say(open, [
      claimOf('phone', '2', { asOf: '2026-02-03', basis: 'checked', author: 'ann', source: 'other' }),
    ]);
    const found = await getPlace(open.db, PLACE);
    if (found.found !== 'place') throw new Error('not found');
    expect(found.place).toMatchObject({
      name: 'A',
      phone: '2',
      easting: 456_000,
      asOf: '2025',
      sourceName: 'The keeper of trusted',
    });
    expect(found.place.claims.find((each) => each.field === 'phone')).toEqual({
      field: 'phone',
      value: '2',
      source: 'other',
      sourceDetail: null,
      asOf: '2026-02-03',
      basis: 'checked',
      licence: 'OGL',
      by: 'a steward',
      at: '2026-01-01T00:00:00Z',
    });
    expect(found.place.claims.find((each) => each.field === 'name')).toMatchObject({
      by: 'The keeper of trusted',
    });
    expect(found.place).toMatchObject({ keeper: null, photos: [] });
    expect(found.place.claims.map((each) => each.field)).not.toContain('email');
  });

  it('is not there until something names it, and goes when that is withdrawn', async () => {
    await say(open, [claimOf('phone', '1')]);
    expect(await getPlace(open.db, PLACE)).toEqual({ found: 'nothing' });
    await say(open, placeClaims(PLACE, 'A'));
    expect((await getPlace(open.db, PLACE)).found).toBe('place');
    await say(open, [claimOf('name', null)]);
    expect(await getPlace(open.db, PLACE)).toEqual({ found: 'nothing' });
    expect(await names({ words: 'a' })).toEqual([]);
  });
});

describe('columns and counts', () => {
  it('count open, unknown and shut for now apart from closed, and leave out what is outside', async () => {
    await add(1, 'A', { kind: 'library' });
    await add(2, 'B', { kind: 'library', status: 'closed' });
    await add(3, 'C', { kind: 'library', outside: true });
    await add(4, 'D', { kind: 'library', patch: 'kirklees' });
    expect(await countByKind(open.db, 'leicestershire')).toEqual([
      { kind: 'library', status: 'closed', n: 1 },
      { kind: 'library', status: 'open', n: 1 },
    ]);
  });

  it('hold every place with a position in step', async () => {
    await add(2, 'B', { position: positionAt(456_000, 297_000), outside: true });
    await add(1, 'A', { position: positionAt(457_000, 298_000), status: 'closed' });
    await add(3, 'C', {});
    const pins = await listPins(open.db, 'leicestershire', undefined);
    expect(pins).toMatchObject({ name: ['A', 'B'], outside: [false, true], status: ['closed', 'open'] });
    expect(new Set(Object.values(pins).map((column) => column.length))).toEqual(new Set([2]));
    expect((await listPins(open.db, undefined, ['bench'])).id).toEqual([]);
  });
});

it('a moved place leaves its old spot', async () => {
  await say(open, placeClaims(OTHER_PLACE, 'A', { position: positionAt(456_000, 297_000) }));
  const at = positionAt(456_000, 297_000);
  const there = [at.lon - 0.001, at.lat - 0.001, at.lon + 0.001, at.lat + 0.001] as const;
  expect(await names({ bbox: there })).toEqual(['A']);
  await say(open, [claimOf('position', positionAt(460_000, 299_000), { placeId: OTHER_PLACE })]);
  expect(await names({ bbox: there })).toEqual([]);
  await say(open, [claimOf('position', null, { placeId: OTHER_PLACE })]);
  expect((await listPins(open.db, undefined, undefined)).id).toEqual([]);
  expect(await names({})).toEqual(['A']);
});
