import { afterEach, beforeEach, expect, it } from 'vitest';
import { mergePlaces } from './merge-store.ts';
import type { OpenDatabase } from './open.ts';
import { getPlace, listPlaces } from './place-store.ts';
import { reloadClaims } from './reload-store.ts';
import { claimOf, OTHER_PLACE, PLACE, placeClaims, say, temporaryStore } from './temporary-store.ts';
import { readVersion, writeMeta } from './version-store.ts';

const THIRD = 'a0000000-0000-5000-8000-000000000003';
const AT = '2026-02-01T00:00:00Z';

let open: OpenDatabase;
let close: () => void;
beforeEach(async () => {
  ({ open, close } = await temporaryStore());
  await say(open, placeClaims(PLACE, 'Hall', { phone: '1' }));
  await say(open, placeClaims(OTHER_PLACE, 'The Hall', { email: 'hall@example.org' }));
  await say(open, placeClaims(THIRD, 'Village Hall'));
});
afterEach(() => close());

it('keeps what was said of both, under the id that stays', async () => {
  await mergePlaces(open.db, PLACE, OTHER_PLACE, 'ann', AT);
  expect(await getPlace(open.db, PLACE)).toEqual({ found: 'moved', to: OTHER_PLACE });
  expect(await getPlace(open.db, OTHER_PLACE)).toMatchObject({
    found: 'place',
    place: { phone: '1', email: 'hall@example.org' },
  });
  expect((await listPlaces(open.db, { outside: false }, 10))?.total).toBe(2);
});

it('follows merge upon merge to the end', async () => {
  await mergePlaces(open.db, PLACE, OTHER_PLACE, 'ann', AT);
  await mergePlaces(open.db, PLACE, THIRD, 'ann', AT);
  expect(await getPlace(open.db, PLACE)).toEqual({ found: 'moved', to: THIRD });
  expect(await getPlace(open.db, OTHER_PLACE)).toEqual({ found: 'moved', to: THIRD });
  expect(await getPlace(open.db, THIRD)).toMatchObject({ place: { phone: '1', email: 'hall@example.org' } });
});

it('refuses to merge a place with itself, whatever it is called by', async () => {
  await mergePlaces(open.db, PLACE, OTHER_PLACE, 'ann', AT);
  await expect(mergePlaces(open.db, OTHER_PLACE, PLACE, 'ann', AT)).rejects.toThrow('one place already');
  await expect(mergePlaces(open.db, THIRD, THIRD, 'ann', AT)).rejects.toThrow('one place already');
});

it('stays merged when the list is loaded again, and a new value reaches the place that stays', async () => {
  await mergePlaces(open.db, PLACE, OTHER_PLACE, 'ann', AT);
  const claims = [...placeClaims(PLACE, 'Hall', { phone: '2' }), ...placeClaims(OTHER_PLACE, 'The Hall')];
  await reloadClaims(open.db, 1, 'load', claims);
  expect(await getPlace(open.db, PLACE)).toEqual({ found: 'moved', to: OTHER_PLACE });
  expect(await getPlace(open.db, OTHER_PLACE)).toMatchObject({ place: { phone: '2', email: null } });
});

it('makes another version of the data, as an edit does and a report does not', async () => {
  await writeMeta(open.db, 'starter-version', 'a'.repeat(64));
  const before = await readVersion(open.db);
  expect(before.data).toBe('aaaaaaaaaaaa');
  await say(open, [claimOf('phone', '3')], 'edit');
  const edited = await readVersion(open.db);
  expect(edited.data).toMatch(/^aaaaaaaaaaaa-[0-9a-f]{8}$/);
  await mergePlaces(open.db, PLACE, OTHER_PLACE, 'ann', AT);
  expect((await readVersion(open.db)).data).not.toBe(edited.data);
});
