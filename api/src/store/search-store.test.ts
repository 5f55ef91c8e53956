import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { replaceNames } from './name-load-store.ts';
import type { OpenDatabase } from './open.ts';
import { findListings, findNames } from './search-store.ts';
import type { PlaceNameToLoad } from './seed-store.ts';
import { placeClaims, say, temporaryStore } from './temporary-store.ts';

let open: OpenDatabase;
let close: () => void;
beforeEach(async () => {
  ({ open, close } = await temporaryStore());
});
afterEach(() => close());

function name(text: string, type = 'village', patch = 'a', easting = 1): PlaceNameToLoad {
  return { name: text, district: '', type, patch, lon: 0, lat: 52, easting, northing: 1 };
}
const found = async (words: string, patch?: string, limit = 20) =>
  (await findNames(open.db, words, patch, limit)).map((each) => each.name);

describe('place names', () => {
  it('come by the beginning of any word: itself, then those that begin so, then the rest; large before small', async () => {
    await replaceNames(open.db, [
      name('Great Mill', 'town'),
      name('Millbrook', 'hamlet'),
      name('Millbank', 'city'),
      name('Mill', 'hamlet'),
      name('Windmill', 'city'),
      name('St. Mill’s Côte'),
    ]);
    expect(await found('mill')).toEqual(['Mill', 'Millbank', 'Millbrook', 'Great Mill', 'St. Mill’s Côte']);
    expect(await found('mills cote')).toEqual(['St. Mill’s Côte']);
    expect(await found('great m')).toEqual(['Great Mill']);
    expect(await found('mill great')).toEqual([]);
    expect(await found(' !? ')).toEqual([]);
  });

  it('of the map asked about come first, and a name with a word twice comes once', async () => {
    await replaceNames(open.db, [
      name('Ash', 'city', 'b'),
      name('Ash next Ash', 'hamlet'),
      name('Ashby', 'town'),
    ]);
    expect(await found('ash', 'a')).toEqual(['Ashby', 'Ash next Ash', 'Ash']);
    expect(await found('ash', undefined)).toEqual(['Ash', 'Ashby', 'Ash next Ash']);
    expect(await found('ash', 'a', 2)).toEqual(['Ashby', 'Ash next Ash']);
  });

  it('go with all their words when others take their stead, within a box or on some maps', async () => {
    await replaceNames(open.db, [name('Old West', 'town', 'a', 100), name('Old East', 'town', 'b', 900)]);
    await replaceNames(open.db, [name('New West')], { west: 0, south: 0, east: 500, north: 500 });
    expect(await found('old')).toEqual(['Old East']);
    expect(await found('west')).toEqual(['New West']);
    await replaceNames(open.db, [name('Newer East', 'town', 'b')], { patches: ['b'] });
    expect(await found('east')).toEqual(['Newer East']);
    await replaceNames(open.db, []);
    const left = await open.client.execute('select count(*) from place_name_word');
    expect(Number(left.rows[0]?.[0])).toBe(0);
  });
});

describe('listed places', () => {
  const idOf = (nth: number) => `b0000000-0000-5000-8000-${String(nth).padStart(12, '0')}`;
  const listings = async (words: string, patch: string | undefined, limit: number) =>
    (await findListings(open.db, words, patch, limit)).map((each) => each.name);

  it('of the map asked about come first, whatever their rank, then those elsewhere, none twice', async () => {
    await say(
      open,
      placeClaims(idOf(1), 'Oak Hall by the old mill in the long lane', { patch: 'north-kent' }),
    );
    await say(open, placeClaims(idOf(2), 'Oak bench', { patch: 'north-kent', kind: 'bench' }));
    await say(open, placeClaims(idOf(3), 'Oak', { patch: 'kirklees' }));
    await say(open, placeClaims(idOf(4), 'Oak House', { patch: 'kirklees', status: 'closed' }));
    await say(open, placeClaims(idOf(5), 'Oak outside', { patch: 'kirklees', outside: true }));
    const long = 'Oak Hall by the old mill in the long lane';
    expect(await listings('oak', 'north-kent', 10)).toEqual([long, 'Oak bench', 'Oak', 'Oak House']);
    expect(await listings('oak', 'north-kent', 3)).toEqual([long, 'Oak bench', 'Oak']);
    expect(await listings('oak', 'north-kent', 2)).toEqual([long, 'Oak bench']);
    expect(await listings('oak', undefined, 10)).toEqual(['Oak', long, 'Oak House', 'Oak bench']);
    // The index knows the map of a place by a word of its own, which nobody can type.
    expect(await listings('patchkirklees', undefined, 10)).toEqual([]);
  });
});
