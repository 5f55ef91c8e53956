import { INDICATORS } from '@kith/core/area/indicators';
import { KIND_IDS, KINDS } from '@kith/core/place/kinds';
import { MINUTES, PACE_IDS } from '@kith/core/reach/walk';
import { LENS_IDS } from '@kith/core/risk/lenses';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_VIEW, formatView, parseView, type View } from './view.ts';

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

const views: fc.Arbitrary<View> = fc.record({
  screen: fc.constantFrom('find' as const, 'cuts' as const, 'data' as const, 'about' as const),
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
  cuts: fc.uniqueArray(fc.uuid(), { maxLength: 8 }),
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

describe('the view in the address', () => {
  it('reads back as it was written', () => {
    fc.assert(
      fc.property(views, (view) => {
        expect(there(view)).toEqual(view);
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
      'at',
    ];
    const queries = fc
      .array(
        fc.tuple(fc.constantFrom(...keys), fc.oneof(fc.string(), fc.constantFrom('1,2,3', 'NaN', '-1', '~'))),
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
    ['/find', 'list=map&closed=yes', { list: 'places', closed: false }],
  ])('falls back part by part: %s?%s', (path, query, part) => {
    expect(parseView(path, query)).toMatchObject(part);
  });
  it('keeps every kind there is', () => {
    expect(parseView('/find', `kind=${KIND_IDS.join(',')}`).kinds).toEqual([...KIND_IDS]);
  });
});
