import { INDICATORS } from '@kith/core/area/indicators';
import { KIND_IDS, KINDS } from '@kith/core/place/kinds';
import { DAYS, SLOTS } from '@kith/core/place/week';
import { MINUTES, PACE_IDS } from '@kith/core/reach/walk';
import { LENS_IDS } from '@kith/core/risk/lenses';
import { type Cut, cutSchema } from '@kith/core/scenario/cut';
import { LIMIT_METRES } from '@kith/core/scenario/scenario-limit';
import { SITE_OBJECTIVES } from '@kith/core/site/problem';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_CUTS } from './cut-links.ts';
import { unreadIn } from './unread.ts';
import {
  changedView,
  DEFAULT_VIEW,
  formatView,
  MOST_SITES,
  parseView,
  SCREENS,
  SITE_FROM,
  SITE_WEIGHTS,
  type View,
} from './view.ts';

const there = (view: View): View => {
  const [path, query = ''] = formatView(view).split('?');
  return parseView(path ?? '', query);
};
const degrees = (min: number, max: number) =>
  fc.integer({ min: min * 1e5 + 1, max: max * 1e5 - 1 }).map((value) => value / 1e5);
const words = (maxLength: number) =>
  fc
    .string({ unit: 'grapheme', maxLength: maxLength / 2 })
    .map((text) => [...text].slice(0, maxLength).join(''));

/** A name as it may be kept: something in it, no spaces about it, and no more than 120 characters. */
const names = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .map((text) => text.trim())
  .filter((text) => text !== '' && text.length <= 120);
const weeks = fc
  .array(fc.constantFrom('o', 's', '.'), { minLength: SLOTS, maxLength: SLOTS })
  .map((slots) => slots.join(''));
const days = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));
const ids = (minLength: number) => fc.uniqueArray(fc.uuid(), { minLength, maxLength: 4 });
const cut: fc.Arbitrary<Cut> = fc.oneof(
  fc.record({ type: fc.constant('close' as const), place: fc.uuid() }),
  fc.record({ type: fc.constant('shorten' as const), place: fc.uuid(), keeps: weeks }),
  fc.record({
    type: fc.constant('end-grant' as const),
    grant: names,
    endsOn: fc.option(days),
    places: ids(1),
    replaced: ids(0),
  }),
  fc.record({
    type: fc.constant('open' as const),
    site: fc.stringMatching(/^new-[a-z0-9-]{1,40}$/),
    name: names,
    kind: fc.constantFrom(...KIND_IDS),
    easting: fc.integer({ min: 0, max: 700_000 }),
    northing: fc.integer({ min: 0, max: 1_300_000 }),
    week: fc.option(fc.oneof(weeks, fc.constant('o'.repeat(SLOTS)))),
  }),
);
/** A place is closed once: the link leaves out a second time. */
const cuts = fc.uniqueArray(cut, {
  maxLength: 8,
  selector: (each) => (each.type === 'close' ? each.place : each),
});

/** The screens whose link may name one thing. */
const ABOUT_ONE = ['steward', 'sheets', 'me'] as const;
const others = SCREENS.filter((screen) => !ABOUT_ONE.some((each) => each === screen));
const screens = fc.oneof(
  fc.record({ screen: fc.constantFrom(...others), item: fc.constant(null) }),
  fc.record({
    screen: fc.constantFrom(...ABOUT_ONE),
    item: fc.option(fc.stringMatching(/^[\w.:~-]{1,600}$/)),
  }),
);

const viewsOfOne = fc.record({
  patch: fc.constantFrom('leicestershire', 'north-yorkshire', 'all', 'x', `a${'b'.repeat(59)}`),
  kinds: fc.subarray(KINDS.map((kind) => kind.id)),
  cutKinds: fc.subarray(KINDS.map((kind) => kind.id)),
  q: words(200),
  near: fc.option(fc.record({ lon: degrees(-9, 3), lat: degrees(49, 61), label: words(80) })),
  place: fc.option(fc.uuid()),
  area: fc.option(fc.integer({ min: 0, max: 999_999 }).map((n) => `E01${String(n).padStart(6, '0')}`)),
  overlay: fc.constantFrom('none', 'risk', 'reach', ...INDICATORS.map((indicator) => indicator.id)),
  lens: fc.constantFrom(...LENS_IDS),
  minutes: fc.constantFrom(...MINUTES),
  pace: fc.constantFrom(...PACE_IDS),
  metres: fc.option(fc.integer({ min: LIMIT_METRES.least, max: LIMIT_METRES.most })),
  cuts,
  aside: fc.option(cuts),
  when: fc.option(
    fc
      .record({
        days: fc.subarray([...DAYS], { minLength: 1 }),
        from: fc.integer({ min: 0, max: 23 }),
        to: fc.integer({ min: 1, max: 24 }),
      })
      .filter(({ from, to }) => from < to),
  ),
  someWeeks: fc.boolean(),
  on: fc.option(days),
  site: fc.option(fc.constantFrom(...SITE_OBJECTIVES)),
  sites: fc.integer({ min: 1, max: MOST_SITES }),
  siteWeight: fc.constantFrom(...SITE_WEIGHTS),
  siteFrom: fc.constantFrom(...SITE_FROM),
  siteExisting: fc.boolean(),
  closed: fc.boolean(),
  list: fc.constantFrom('places' as const, 'areas' as const),
  map: fc.boolean(),
  camera: fc.option(
    fc.record({
      lon: degrees(-9, 3),
      lat: degrees(49, 61),
      zoom: fc.integer({ min: 400, max: 1900 }).map((zoom) => zoom / 100),
    }),
  ),
});
const views: fc.Arbitrary<View> = fc.tuple(screens, viewsOfOne).map(([of, rest]) => ({ ...of, ...rest }));

const A = '00000000-0000-5000-8000-00000000000a';
const B = '00000000-0000-5000-8000-00000000000b';
const DEFAULT_SITE = { site: null, sites: 1, siteWeight: 'people', siteFrom: 'areas', siteExisting: true };

describe('the view in the address', () => {
  it('reads back as it was written', () => {
    fc.assert(
      fc.property(views, (view) => {
        expect(there(view)).toEqual(view);
        expect(unreadIn(formatView(view).split('?')[1] ?? '')).toEqual([]);
      }),
    );
  });
  it('is short when nothing is chosen', () => expect(formatView(DEFAULT_VIEW)).toBe('/find'));
  it('never throws, and what it reads it can write', () => {
    const keys = [
      'patch',
      'kind',
      'q',
      'near',
      'place',
      'area',
      'show',
      'lens',
      'minutes',
      'pace',
      'close',
      'shorten',
      'grant',
      'new',
      'aside',
      'when',
      'metres',
      'on',
      'sites',
      'constructor',
      'at',
    ];
    const queries = fc
      .array(
        fc.tuple(
          fc.constantFrom(...keys),
          fc.oneof(fc.string(), fc.constantFrom('1,2,3', 'NaN', '-1', '~', '~~~', 'none', 'a~~b~')),
        ),
      )
      .map((pairs) => new URLSearchParams(pairs).toString());
    fc.assert(
      fc.property(fc.string(), queries, (path, query) => {
        const view = parseView(path, query);
        expect(there(view)).toEqual(view);
      }),
    );
  });
  it.each([
    ['/nowhere', '', { screen: 'find' }],
    ['/steward', 'waiting=twins:a:b', { screen: 'steward', item: 'twins:a:b' }],
    ['/steward', 'waiting=<b>', { screen: 'steward', item: null }],
    ['/find', 'waiting=abc', { screen: 'find', item: null }],
    ['/me', 'sent=K7QX-2MPA', { screen: 'me', item: 'K7QX-2MPA' }],
    ['/find', 'patch=north-yorkshire', { patch: 'north-yorkshire' }],
    ['/find', 'patch=Atlantis!', { patch: 'leicestershire' }],
    ['/find', `patch=${'a'.repeat(61)}`, { patch: 'leicestershire' }],
    ['/find', 'kind=library,castle', { kinds: ['library'] }],
    ['/find', 'near=200,100~x', { near: null }],
    ['/find', 'near=-1.3,52.5~Hinckley', { near: { lon: -1.3, lat: 52.5, label: 'Hinckley' } }],
    ['/find', 'at=-1.3,52.5', { camera: null }],
    ['/find', 'at=-1.3,52.5,99', { camera: null }],
    ['/find', 'minutes=14', { minutes: 15 }],
    ['/find', 'place=1;drop', { place: null }],
    ['/find', 'area=E02000001', { area: null }],
    ['/cuts', 'close=a,b', { cuts: [] }],
    ['/cuts', `close=${A},x,${A}`, { cuts: [{ type: 'close', place: A }] }],
    ['/cuts', `shorten=${A}~mo9-8`, { cuts: [] }],
    ['/cuts', `shorten=x~mo9-12`, { cuts: [] }],
    ['/cuts', `grant=~~${A}~`, { cuts: [] }],
    ['/cuts', `grant=Lottery~2027-02-30~${A}~`, { cuts: [] }],
    ['/cuts', 'grant=Lottery~~~', { cuts: [] }],
    ['/cuts', 'new=old-1~hall~1~2~~Name', { cuts: [] }],
    ['/cuts', 'new=new-1~castle~1~2~~Name', { cuts: [] }],
    ['/cuts', 'new=new-1~hall~1.5~2~~Name', { cuts: [] }],
    ['/cuts', 'new=new-1~hall~1~9999999~~Name', { cuts: [] }],
    ['/cuts', 'new=new-1~hall~1~2~~', { cuts: [] }],
    ['/cuts', `new=x&close=${A}&shorten=y`, { cuts: [{ type: 'close', place: A }] }],
    ['/cuts', 'when=tu.we~17-21', { when: { days: ['tu', 'we'], from: 17, to: 21 } }],
    ['/cuts', 'when=we.tu.xx~17-21', { when: { days: ['tu', 'we'], from: 17, to: 21 } }],
    ['/cuts', 'when=tu~21-17', { when: null }],
    ['/cuts', 'when=tu~20-25', { when: null }],
    ['/cuts', 'metres=49', { metres: null }],
    ['/cuts', 'metres=1200', { metres: 1200 }],
    ['/cuts', 'weeks=all&on=soon', { someWeeks: false, on: null }],
    ['/cuts', 'on=2027-04-01', { on: '2027-04-01' }],
    ['/cuts', 'site=best&sites=0&siteWeight=cats&siteFrom=moon', DEFAULT_SITE],
    ['/cuts', 'aside=none', { aside: [] }],
    ['/find', 'list=map&closed=yes', { list: 'places', closed: false }],
  ])('falls back part by part: %s?%s', (path, query, part) => {
    expect(parseView(path, query)).toMatchObject(part);
  });
  it('keeps cuts of all kinds in their order, and says them shortly', () => {
    const made: Cut[] = [
      { type: 'close', place: A },
      { type: 'close', place: B },
      {
        type: 'open',
        site: 'new-1',
        name: 'Hall ~ & more',
        kind: 'hall',
        easting: 1,
        northing: 2,
        week: 'o'.repeat(SLOTS),
      },
      { type: 'close', place: '00000000-0000-5000-8000-00000000000c' },
      { type: 'end-grant', grant: 'a~b', endsOn: '2027-03-31', places: [A, B], replaced: [B] },
    ];
    const address = formatView({ ...DEFAULT_VIEW, screen: 'cuts', cuts: made });
    expect(address).toBe(
      `/cuts?close=${A},${B}&new=new-1~hall~1~2~any~Hall+~+%26+more&close=00000000-0000-5000-8000-00000000000c&grant=a~b~2027-03-31~${A}.${B}~${B}`,
    );
    expect(parseView('/cuts', address.split('?')[1] ?? '').cuts).toEqual(made);
  });
  it('opens a link made before there was more than closing', () => {
    expect(parseView('/cuts', `patch=kirklees&close=${A},${B}`).cuts).toEqual([
      { type: 'close', place: A },
      { type: 'close', place: B },
    ]);
  });
  it('reads only cuts that core accepts, and no more than a scenario holds', () => {
    const query = new URLSearchParams([
      ['new', `new-1~hall~1~2~~${'n'.repeat(119)}🙂🙂`],
      ['grant', `  ~~${' name '.repeat(40)}~~${A}~`],
    ]);
    const read = parseView('/cuts', query.toString()).cuts;
    expect(read).toHaveLength(2);
    for (const each of read) expect(cutSchema.safeParse(each).error).toBeUndefined();
    const many = Array.from(
      { length: MOST_CUTS + 9 },
      (_, at) => `${A.slice(0, -4)}${String(at).padStart(4, '0')}`,
    );
    expect(parseView('/cuts', `close=${many.join()}`).cuts).toHaveLength(MOST_CUTS);
  });
  it('leaves what a screen is about behind when another opens', () => {
    const link = parseView('/sheets', 'sheet=abc');
    expect(changedView(link, { minutes: 10 }).item).toBe('abc');
    expect(changedView(link, { screen: 'steward' }).item).toBeNull();
    expect(changedView(link, { screen: 'me', item: 'K7QX-2MPA' }).item).toBe('K7QX-2MPA');
  });
  it('keeps every kind there is', () => {
    expect(parseView('/find', `kind=${KIND_IDS.join(',')}`).kinds).toEqual([...KIND_IDS]);
  });
});
