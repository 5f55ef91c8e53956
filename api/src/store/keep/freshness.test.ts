import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listBaselinePlaces } from '../baseline-store.ts';
import type { NewClaim } from '../claim-store.ts';
import { getPlace, listPlaces } from '../place-store.ts';
import { projectAllPlaces } from '../project-places.ts';
import { placeClaims, positionAt, say, temporaryStore } from '../temporary-store.ts';
import { readVersion, writeMeta } from '../version-store.ts';
import { NO_LONGER_LISTED } from '../winning-claim.ts';

let store: Awaited<ReturnType<typeof temporaryStore>>;
beforeEach(async () => {
  store = await temporaryStore();
  await writeMeta(store.open.db, 'starter-version', '0123456789abcdef');
});
afterEach(() => store.close());

const id = (n: number) => `a0000000-0000-5000-8000-0000000000${String(n).padStart(2, '0')}`;
const AT = positionAt(442_000, 293_000);

/** What somebody who keeps a hall (6 months) said of it on a day. */
const kept = (n: number, name: string, asOf: string, more: Partial<NewClaim> = {}): NewClaim[] =>
  placeClaims(id(n), name, { position: { ...AT, easting: AT.easting + n } }).map((claim) => ({
    ...claim,
    asOf,
    basis: 'checked' as const,
    author: 'org:one',
    ...more,
  }));
const filed = (n: number, name: string): NewClaim[] =>
  placeClaims(id(n), name, { position: { ...AT, easting: AT.easting + n } });
const detail = async (n: number, today = '2026-11-23') => {
  const found = await getPlace(store.open.db, id(n), today);
  if (found.found !== 'place') throw new Error(`No place ${n}`);
  return found.place;
};

describe('what is known of the last check', () => {
  it('is the last day a person checked the name or whether it is open, and no other field', async () => {
    await say(store.open, kept(1, 'Hall', '2026-01-10'), 'edit');
    const later = kept(1, 'Hall', '2026-03-05').filter((claim) => claim.field === 'name');
    await say(store.open, later, 'edit');
    const phone = { ...(later[0] as NewClaim), field: 'phone' as const, value: '0116', asOf: '2026-11-01' };
    await say(store.open, [phone], 'edit');
    expect(await detail(1)).toMatchObject({ checkedOn: '2026-03-05', freshness: 'stale' });
    expect(await detail(1, '2026-03-06')).toMatchObject({ freshness: 'fresh' });
  });

  it('is nothing where a file says so, a tip was only accepted, or the date is no whole day', async () => {
    await say(
      store.open,
      filed(1, 'Filed').map((each) => ({ ...each, basis: 'checked', asOf: '2026-10-01' })),
    );
    await say(store.open, kept(2, 'Tip', '2026-10-01', { basis: 'published', author: 'anonymous' }), 'edit');
    await say(store.open, kept(3, 'Month', '2026-10'), 'edit');
    for (const n of [1, 2, 3]) expect(await detail(n)).toMatchObject({ checkedOn: null, freshness: null });
  });

  it('says nothing of a place that has closed', async () => {
    const closed = kept(1, 'Hall', '2020-01-10').map((each) =>
      each.field === 'status' ? { ...each, value: 'closed' } : each,
    );
    await say(store.open, closed, 'edit');
    expect(await detail(1)).toMatchObject({ status: 'closed', checkedOn: '2020-01-10', freshness: null });
  });
});

describe('a stale listing', () => {
  const stale = async () => {
    const places = await listBaselinePlaces(store.open.db, undefined, ['hall'], '2026-11-23');
    return Object.fromEntries(places.name.map((name, at) => [name, places.stale[at]]));
  };

  it('weakens reach only where people alone vouch for it, and no longer once it is checked', async () => {
    await say(store.open, kept(1, 'People', '2026-01-10'), 'edit');
    await say(store.open, filed(2, 'Both'));
    await say(store.open, kept(2, 'Both', '2026-01-10'), 'edit');
    await say(store.open, kept(3, 'Fresh', '2026-11-10'), 'edit');
    await say(store.open, filed(4, 'File'));
    expect(await stale()).toEqual({ People: true, Both: false, Fresh: false, File: false });
    await say(store.open, kept(1, 'People', '2026-11-20'), 'edit');
    expect(await stale()).toMatchObject({ People: false });
  });

  it('that every list has dropped, or calls closed, stands on people alone; a reload keeps it so', async () => {
    await say(store.open, filed(1, 'Dropped'));
    const gone = filed(1, 'Dropped').map((each) => ({
      ...each,
      value: null,
      sourceDetail: NO_LONGER_LISTED,
    }));
    await say(store.open, gone);
    await say(store.open, kept(1, 'Dropped', '2026-01-10'), 'edit');
    await say(
      store.open,
      filed(2, 'Closed').map((each) => (each.field === 'status' ? { ...each, value: 'closed' } : each)),
    );
    await say(store.open, kept(2, 'Closed', '2026-01-10'), 'edit');
    expect(await stale()).toEqual({ Dropped: true, Closed: true });
    await projectAllPlaces(store.open.db);
    expect(await stale()).toEqual({ Dropped: true, Closed: true });
    await say(store.open, filed(1, 'Dropped'));
    expect(await stale()).toEqual({ Dropped: false, Closed: true });
  });

  it('comes after all others in every order, a page at a time, and is counted', async () => {
    await say(store.open, kept(1, 'Hall Alpha', '2026-01-10'), 'edit');
    await say(store.open, filed(2, 'Hall Beta'));
    await say(store.open, kept(3, 'Hall Cecil', '2026-11-10'), 'edit');
    await say(store.open, kept(4, 'Hall Delta', '2025-01-10'), 'edit');
    await say(store.open, filed(5, 'Hall Echo'));
    const near = { easting: 442_000, northing: 293_000 };
    const orders = [
      {},
      { sort: 'times' as const },
      { near },
      { near: { ...near, withinMetres: 500 } },
      { words: 'hall' },
      { patch: 'leicestershire' },
      { bbox: [-2, 52, -1, 53] as const },
    ];
    for (const order of orders) {
      const names: string[] = [];
      const ages: unknown[] = [];
      let cursor: string | undefined;
      for (let page = 0; page < 9; page++) {
        const filter = { outside: false, ...order };
        const read = await listPlaces(store.open.db, filter, 2, cursor, '2026-11-23');
        expect([order, read?.total]).toEqual([order, 5]);
        names.push(...(read?.places.map(({ summary }) => summary.name.slice(5)) ?? []));
        ages.push(...(read?.places.map(({ summary }) => summary.freshness) ?? []));
        if (!read?.next) break;
        cursor = read.next;
      }
      expect([order, names]).toEqual([order, ['Beta', 'Cecil', 'Echo', 'Alpha', 'Delta']]);
      expect(ages).toEqual([null, 'fresh', null, 'stale', 'old']);
    }
  });
});

it('the version changes on the days on which something grows due, stale or old, and on no other', async () => {
  await say(store.open, kept(1, 'Hall', '2026-01-10'), 'edit');
  const on = async (day: string) => (await readVersion(store.open.db, day)).data;
  const first = await on('2026-01-11');
  expect(await on('2026-06-18')).toBe(first);
  const due = await on('2026-06-19');
  expect(await on('2026-07-09')).toBe(due);
  const stale = await on('2026-07-10');
  expect(await on('2027-01-09')).toBe(stale);
  const old = await on('2027-01-10');
  expect(new Set([first, due, stale, old]).size).toBe(4);
});
