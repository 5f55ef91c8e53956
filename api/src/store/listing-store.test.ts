import type { PlaceFields } from '@kith/core/place/place';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { logChange } from './claim-store.ts';
import { type Listing, type ListingsLoaded, type ListingsToLoad, loadListings } from './listing-store.ts';
import { mergePlaces } from './merge-store.ts';
import type { OpenDatabase } from './open.ts';
import { getPlace, listPlaces } from './place-store.ts';
import { claimOf, OTHER_PLACE, PLACE, placeClaims, say, temporaryStore } from './temporary-store.ts';

let open: OpenDatabase;
let close: () => void;
beforeEach(async () => {
  ({ open, close } = await temporaryStore());
});
afterEach(() => close());

const BLABY = { district: 'Blaby' };

function listingOf(
  key: string,
  placeId: string,
  fields: { readonly [field in keyof PlaceFields]?: PlaceFields[field] },
  source = 'trusted',
): Listing {
  const claims = placeClaims(placeId, `Hall ${key}`, { ...BLABY, ...fields });
  return {
    key,
    placeId,
    claims: claims.map(({ placeId: _id, author: _author, ...rest }) => ({ ...rest, source })),
  };
}

/** Loads a list on a day of November 2026. */
async function load(
  day: number,
  listings: readonly Listing[],
  more: Partial<Pick<ListingsToLoad, 'source' | 'districts' | 'covers'>> = {},
): Promise<ListingsLoaded> {
  const at = `2026-11-${String(day).padStart(2, '0')}`;
  return open.db.transaction(async (tx) => {
    const entry = { kind: 'load' as const, at: `${at}T10:00:00Z`, author: 'load', summary: 'Test' };
    const changeId = await logChange(tx, entry);
    const rest = { source: 'trusted', districts: 'all' as const, ...more };
    return loadListings(tx, { ...rest, author: 'load', changeId, day: at, listings });
  });
}

async function placeOf(id: string) {
  const found = await getPlace(open.db, id);
  return found.found === 'place' ? found.place : undefined;
}
const claimCount = async () => Number((await open.client.execute('select count(*) from claim')).rows[0]?.[0]);
const NOTHING = { added: 0, changed: 0, same: 0, gone: 0, returned: 0, claims: 0 };
const one = () => listingOf('1', PLACE, { phone: '1' });
const two = () => listingOf('2', OTHER_PLACE, {});

describe('a list of a source', () => {
  it('is added once, and the second time changes nothing', async () => {
    expect(await load(1, [one(), two()])).toEqual({ ...NOTHING, added: 2, claims: 11 });
    const before = await claimCount();
    expect(await load(2, [two(), one()])).toEqual({ ...NOTHING, same: 2 });
    expect(await claimCount()).toBe(before);
    expect(await placeOf(PLACE)).toMatchObject({
      goneSince: null,
      listings: [{ source: 'trusted', goneSince: null, firstSeen: '2026-11-01', lastChanged: '2026-11-01' }],
    });
  });

  it('of one town says nothing of the next', async () => {
    const at = (lon: number) => ({
      position: {
        lon,
        lat: 52.5,
        easting: 456_000,
        northing: 297_000,
        precision: 'exact' as const,
        spreadMetres: 0,
      },
    });
    const here = listingOf('1', PLACE, at(-1.1));
    const there = listingOf('2', OTHER_PLACE, at(-1.3));
    await load(1, [here, there]);
    const ofTown = { covers: ({ lon }: { lon: number }) => lon > -1.2 };
    expect(await load(2, [here], ofTown)).toMatchObject({ same: 1, gone: 0 });
    expect(await load(3, [], ofTown)).toMatchObject({ gone: 1 });
    expect(await placeOf(PLACE)).toMatchObject({ goneSince: '2026-11-03' });
    expect(await placeOf(OTHER_PLACE)).toMatchObject({ goneSince: null, status: 'open' });
  });

  it('adds only what differs, and withdraws what it says no longer', async () => {
    await load(1, [one(), two()]);
    const changed = listingOf('1', PLACE, { email: 'a@example.org' });
    expect(await load(2, [changed, two()])).toEqual({ ...NOTHING, changed: 1, same: 1, claims: 2 });
    expect(await placeOf(PLACE)).toMatchObject({
      phone: null,
      email: 'a@example.org',
      listings: [{ firstSeen: '2026-11-01', lastChanged: '2026-11-02' }],
    });
  });

  it('may come one after another', async () => {
    async function* slowly() {
      yield one();
      yield two();
    }
    const counts = await open.db.transaction(async (tx) => {
      const changeId = await logChange(tx, { kind: 'load', at: '2026-11-01', author: 'load', summary: '' });
      const rest = {
        source: 'trusted',
        author: 'load',
        changeId,
        day: '2026-11-01',
        districts: 'all' as const,
      };
      return loadListings(tx, { ...rest, listings: slowly() });
    });
    expect(counts.added).toBe(2);
  });

  it('refuses a key that comes twice, and a value that does not fit', async () => {
    await expect(load(1, [one(), one()])).rejects.toThrow('the key 1 twice');
    const bad = { ...one(), claims: one().claims.map((each) => ({ ...each, value: 7 })) };
    await expect(load(1, [bad])).rejects.toThrow();
    expect(await claimCount()).toBe(0);
  });
});

describe('a place that its list has no longer', () => {
  it('is marked, of unknown standing, still listed; and loses the mark when it comes back', async () => {
    await load(1, [one(), two()]);
    expect(await load(5, [two()])).toEqual({ ...NOTHING, same: 1, gone: 1, claims: 1 });
    expect(await placeOf(PLACE)).toMatchObject({
      name: 'Hall 1',
      status: 'unknown',
      asOf: '2025',
      goneSince: '2026-11-05',
      listings: [{ goneSince: '2026-11-05' }],
    });
    const page = await listPlaces(open.db, { outside: false }, 10);
    expect(page?.places.map(({ summary }) => [summary.name, summary.goneSince])).toEqual([
      ['Hall 1', '2026-11-05'],
      ['Hall 2', null],
    ]);
    // The day of the first load that missed it stands.
    expect(await load(6, [two()])).toEqual({ ...NOTHING, same: 1 });
    expect((await placeOf(PLACE))?.goneSince).toBe('2026-11-05');
    expect(await load(7, [one(), two()])).toEqual({ ...NOTHING, same: 1, returned: 1, claims: 1 });
    expect(await placeOf(PLACE)).toMatchObject({
      status: 'open',
      goneSince: null,
      listings: [{ goneSince: null }],
    });
  });

  it('is so only where the load speaks for its district', async () => {
    await load(1, [one(), listingOf('2', OTHER_PLACE, { district: 'Harborough' })]);
    expect(await load(2, [], { districts: new Set(['Harborough']) })).toMatchObject({ gone: 1 });
    expect((await placeOf(PLACE))?.goneSince).toBeNull();
    expect((await placeOf(OTHER_PLACE))?.goneSince).toBe('2026-11-02');
  });

  it('stays closed where it was closed', async () => {
    await load(1, [listingOf('1', PLACE, { status: 'closed' })]);
    await load(2, []);
    expect(await placeOf(PLACE)).toMatchObject({ status: 'closed', goneSince: '2026-11-02' });
  });

  it('keeps its standing while another list has it, merged or not', async () => {
    const elsewhere = () => listingOf('b', OTHER_PLACE, {}, 'other');
    await load(1, [one()]);
    await load(1, [elsewhere()], { source: 'other' });
    await mergePlaces(open.db, PLACE, OTHER_PLACE, 'ann', '2026-11-02T00:00:00Z');
    await load(3, []);
    expect(await placeOf(OTHER_PLACE)).toMatchObject({ status: 'open', goneSince: null });
    expect((await placeOf(OTHER_PLACE))?.listings.map((each) => each.goneSince)).toEqual([
      null,
      '2026-11-03',
    ]);
    await load(4, [], { source: 'other' });
    expect(await placeOf(OTHER_PLACE)).toMatchObject({ status: 'unknown', goneSince: '2026-11-04' });
  });

  it('is looked for in the district of the place it was merged into', async () => {
    await load(1, [listingOf('1', PLACE, { district: 'Harborough' })]);
    await load(1, [listingOf('b', OTHER_PLACE, {}, 'other')], { source: 'other' });
    await mergePlaces(open.db, PLACE, OTHER_PLACE, 'ann', '2026-11-02T00:00:00Z');
    const winner = (await placeOf(OTHER_PLACE))?.district ?? '';
    expect(await load(3, [], { districts: new Set([winner]) })).toMatchObject({ gone: 1 });
  });

  it('is as a person says it is', async () => {
    await load(1, [one()]);
    const said = claimOf('status', 'open', { author: 'ann', asOf: '2020', basis: 'checked' });
    await say(open, [said], 'edit');
    await load(2, []);
    expect(await placeOf(PLACE)).toMatchObject({ status: 'open', goneSince: '2026-11-02' });
  });
});

it('what a person edited is not overwritten by a later list', async () => {
  await load(1, [one()]);
  await say(open, [claimOf('phone', '2', { author: 'ann', asOf: '2019', basis: 'checked' })], 'edit');
  const later = one();
  const claims = later.claims.map((each) => ({
    ...each,
    asOf: '2026-11',
    value: each.field === 'phone' ? '3' : each.value,
  }));
  await load(2, [{ ...later, claims }]);
  expect(await placeOf(PLACE)).toMatchObject({ phone: '2', asOf: '2026-11' });
});
