import { describe, expect, it } from 'vitest';
import { fitted } from './shrink-photo.ts';
import {
  addressTyped,
  askedOf,
  groundWords,
  isNearEnough,
  nothingWords,
  postcodeIn,
  whereBrief,
  whereFound,
  wherePinned,
  whereTyped,
  whereWords,
} from './where-found.ts';

const found = (type: string, label: string, detail = '') => ({
  type,
  label,
  detail,
  lon: -1.3,
  lat: 52.6,
  patch: 'leicestershire',
});

describe('where somebody chooses', () => {
  it.each([
    ['le97qg', 'LE9 7QG'],
    ['The Hall, 12 Main St, LE9 7QG', 'LE9 7QG'],
    ['W1A 1AA', 'W1A 1AA'],
    ['LE9', null],
    ['Main Street', null],
  ])('finds the postcode in %s', (typed, postcode) => expect(postcodeIn(typed)).toBe(postcode));

  it('searches for the postcode of an address', () => {
    expect(askedOf('12 Main St LE97QG')).toBe('LE9 7QG');
    expect(askedOf('  Kirkby   Mallory ')).toBe('Kirkby Mallory');
  });

  it('takes a postcode at its word', () => {
    expect(whereFound(found('postcode', 'LE9 7QG'), 'le9 7qg')).toMatchObject({
      way: 'postcode',
      postcode: 'LE9 7QG',
      spreadMetres: 0,
    });
    expect(whereTyped('le9 7qg')).toMatchObject({ way: 'postcode', postcode: 'LE9 7QG', lon: null });
    expect(whereTyped('Kirkby')).toBeNull();
  });

  it('says how far off the rest may be', () => {
    const village = whereFound(found('place-name', 'Kirkby Mallory', 'Village, Hinckley'), 'kirk');
    expect(village).toMatchObject({ way: 'about', spreadMetres: 600 });
    expect(village && whereWords(village)).toMatch(/^Somewhere in Kirkby Mallory\./);
    expect(whereFound(found('place-name', 'Hinckley', 'Town'), 'hinck')?.spreadMetres).toBe(2_000);
    // The middle of its sector stands in for a postcode that is not in the list: the postcode is sent too.
    const sector = whereFound(found('postcode-sector', 'LE9 7'), 'le9 7qg');
    expect(sector).toMatchObject({
      way: 'postcode',
      label: 'LE9 7QG',
      postcode: 'LE9 7QG',
      spreadMetres: 2_000,
    });
    expect(sector && whereWords(sector)).toMatch(/we know only roughly where it is/);
    expect(whereFound(found('place', 'Barwell Library'), 'barw')).toMatchObject({
      way: 'spot',
      spreadMetres: 0,
    });
    expect(whereFound({ ...found('place', 'A mobile library'), lon: null, lat: null }, 'mobile')).toBeNull();
  });
});

describe('a postcode that is not known', () => {
  it('is seen to be, and may be sent all the same', () => {
    const goOn = /^Kith does not know this postcode\. Check it, .* or go on: a steward will find it\.$/;
    expect(nothingWords('ZZ99 9ZZ', true)).toMatch(goOn);
    // Where only what is found can be chosen, nobody can go on with it.
    expect(nothingWords('ZZ99 9ZZ', false)).toMatch(
      /^Kith does not know this postcode\. Check it, or put a pin/,
    );
    expect(nothingWords('Nowhereham', true)).toMatch(/^Nothing found/);
    const where = whereTyped('zz99 9zz', true);
    expect(where).toMatchObject({ postcode: 'ZZ99 9ZZ', unknown: true });
    expect(where && whereWords(where)).toMatch(
      /does not know this postcode.*or go on: a steward will find it/,
    );
    expect(where && whereBrief(where)).toMatch(/does not know this postcode/);
    // While the search cannot answer nobody has said that it is not known.
    expect(whereTyped('ZZ99 9ZZ')).not.toHaveProperty('unknown');
  });
});

describe('an address typed where a village is asked for', () => {
  const village = whereFound(found('place-name', 'Desford', 'Village'), 'desford');
  const postcode = whereFound(found('postcode', 'LE9 9JH'), 'le9 9jh');
  it.each([
    ['Church hall, Main Street, Desford', village, 'Church hall, Main Street'],
    ['12 Main St, LE9 9JH', postcode, '12 Main St'],
    ['12 Main St LE99JH', postcode, '12 Main St'],
    ['desf', village, ''],
    ['Dezford', village, ''],
    ['Desford', village, ''],
    ['le9 9jh', postcode, ''],
    ['A pin', wherePinned(-1.3, 52.6), ''],
  ])('%s', (typed, where, address) => expect(where && addressTyped(typed, where)).toBe(address));
});

describe('a pin', () => {
  it('is not taken from a map of a whole county', () => {
    expect([8.5, 11, 13].map(isNearEnough)).toEqual([false, false, false]);
    // As near as the map opens about a village, a street or a postcode.
    expect([13.5, 15.5, 18].map(isNearEnough)).toEqual([true, true, true]);
  });

  it('says where it lies, so that one put far off is noticed', () => {
    const near = groundWords({ ward: 'Barwell', district: 'Hinckley and Bosworth' });
    const pin = { ...wherePinned(-1.34, 52.56), near };
    expect(whereBrief(pin)).toBe('A pin on the map, near Barwell, Hinckley and Bosworth');
    expect(whereWords(pin)).toMatch(/Move the pin/);
    expect(groundWords({ ward: null, district: null })).toBe('far from where anybody lives');
  });
});

describe('how large a photo is sent', () => {
  it.each([
    [4000, 3000, 1280, 960],
    [3000, 4000, 960, 1280],
    [800, 600, 800, 600],
    [1280, 1, 1280, 1],
    [9000, 2, 1280, 1],
  ])('%i x %i', (width, height, w, h) => expect(fitted(width, height)).toEqual({ width: w, height: h }));
});
