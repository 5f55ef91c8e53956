import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { logChange } from '@kith/api/store/claim-store';
import { type Listing, loadListings } from '@kith/api/store/listing-store';
import { listApart, standingMergeOf } from '@kith/api/store/match-store';
import { listCandidates, listDecisions } from '@kith/api/store/merge-queue-store';
import { keepApart, undoMerge } from '@kith/api/store/merge-store';
import { getPlace } from '@kith/api/store/place-store';
import { claimOf, placeClaims, positionAt, say, temporaryStore } from '@kith/api/store/temporary-store';
import type { PlaceFields } from '@kith/core/place/place';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { matchPlaces } from '../../scripts/load/match/match-places.ts';
import type { Command } from '../../scripts/merges/options.ts';
import { run } from '../../scripts/merges/run.ts';

/** In `trusted` and in `other`, a library each; and one that may be the same as a third of `other`. */
const A = 'a0000000-0000-5000-8000-00000000000a';
const B = 'b0000000-0000-5000-8000-00000000000b';
const MOVED = 'c0000000-0000-5000-8000-00000000000c';
const NEW = 'd0000000-0000-5000-8000-00000000000d';
const AT = '2026-02-01T00:00:00Z';

const root = join(import.meta.dirname, '..', '..');
let store: Awaited<ReturnType<typeof temporaryStore>>;
beforeEach(async () => {
  store = await temporaryStore();
});
afterEach(() => store.close());

type Fields = { readonly [field in keyof PlaceFields]?: PlaceFields[field] | null };

function listing(placeId: string, source: string, name: string, fields: Fields): Listing {
  const claims = placeClaims(placeId, name, { kind: 'library', mobile: false, district: 'Blaby', ...fields });
  return {
    key: placeId,
    placeId,
    claims: claims.map(({ placeId: _, author: __, ...claim }) => ({ ...claim, source })),
  };
}
const ENDERBY = { postcode: 'LE19 4ND', address: 'Townsend Road', position: positionAt(453_000, 299_000) };
const LISTS: Readonly<Record<string, readonly Listing[]>> = {
  trusted: [
    listing(A, 'trusted', 'Enderby Library', { ...ENDERBY, phone: '1' }),
    listing(MOVED, 'trusted', 'Oadby Library', {
      postcode: 'LE2 5DA',
      address: 'Sandhurst Street',
      position: positionAt(462_000, 300_000),
    }),
  ],
  other: [
    listing(B, 'other', 'Enderby', { ...ENDERBY, openingHours: 'Mo 09:00-17:00' }),
    listing(NEW, 'other', 'Oadby', {
      postcode: 'LE2 4AA',
      address: 'The Parade',
      position: positionAt(463_500, 300_000),
    }),
  ],
};

/** Loads both lists and matches, as one load does. */
async function load(lists = LISTS) {
  return store.open.db.transaction(async (tx) => {
    const changeId = await logChange(tx, { kind: 'load', at: AT, author: 'load', summary: 'Load' });
    for (const [source, listings] of Object.entries(lists)) {
      await loadListings(tx, {
        source,
        author: 'load',
        changeId,
        day: '2026-02-01',
        listings,
        districts: 'all',
      });
    }
    return matchPlaces(tx, changeId);
  });
}
const shown = async (id: string) => {
  const found = await getPlace(store.open.db, id);
  return found.found === 'place' ? found.place : found;
};

describe('a load of two lists', () => {
  it('makes one of what is certain and asks about what is likely', async () => {
    expect(await load()).toEqual({ places: 4, merged: 1, mergedOf: new Map([['other', 1]]), queued: 1 });
    expect(await shown(B)).toEqual({ found: 'moved', to: A });
    expect(await shown(A)).toMatchObject({
      name: 'Enderby Library',
      phone: '1',
      openingHours: 'Mo 09:00-17:00',
    });
    const { candidates } = await listCandidates(store.open.db, 10, 0);
    expect(candidates).toMatchObject([{ fromId: NEW, toId: MOVED }]);
  });

  it('changes nothing when it is done again', async () => {
    await load();
    const before = await listDecisions(store.open.db, 100, 0);
    expect(await load()).toMatchObject({ merged: 0, queued: 1 });
    expect(await listDecisions(store.open.db, 100, 0)).toEqual(before);
  });

  it('never merges again what a person un-merged, nor asks again about what was kept apart', async () => {
    await load();
    await undoMerge(store.open.db, (await standingMergeOf(store.open.db, B)) ?? 0, 'ann', AT);
    await keepApart(store.open.db, NEW, MOVED, 'ann', AT);
    expect(await load()).toMatchObject({ merged: 0, queued: 0 });
    expect(await shown(B)).toMatchObject({ name: 'Enderby', openingHours: 'Mo 09:00-17:00', phone: null });
    expect((await listApart(store.open.db)).size).toBe(2);
  });

  it('leaves what a person said of the merged place, and the merge, when a list drops its row', async () => {
    await load();
    await say(store.open, [claimOf('phone', '99', { placeId: A, author: 'ann', source: 'other' })], 'edit');
    await load({ trusted: LISTS.trusted ?? [], other: (LISTS.other ?? []).slice(1) });
    expect(await shown(A)).toMatchObject({ phone: '99', status: 'open' });
    expect(await shown(B)).toEqual({ found: 'moved', to: A });
  });
});

describe('npm run merges', () => {
  const by = 'Oadby desk';
  const text = async (command: Command) => (await run(store.open.db, command, AT)).text;

  it('lists, accepts, shows, undoes and tells what was done', async () => {
    await load();
    const list = await text({ name: 'list', limit: 20, offset: 0 });
    expect(list).toContain('Pairs that may be one place, likeliest first (1 to 1 of 1).');
    expect(list).toContain(`npm run merges -- accept ${MOVED} ${NEW} --by NAME`);
    expect(list).toMatch(/A Oadby Library .*Sandhurst Street/);
    const accepted = await text({ name: 'accept', one: NEW, other: MOVED, by });
    expect(accepted).toContain(`${NEW} now answers with ${MOVED}`);
    expect(await text({ name: 'show', id: NEW })).toContain(`Merged into it:\n    ${NEW}`);
    expect(await text({ name: 'undo', id: NEW, by })).toContain('two places again');
    const history = await text({ name: 'history', limit: 20, offset: 0 });
    expect(history).toContain('Oadby desk: undid the merge of Oadby into Oadby Library');
    expect(history).toContain(
      'Oadby desk: merged Oadby into Oadby Library (a person says so) [undone since]',
    );
  });

  it('says plainly what cannot be done', async () => {
    await load();
    await expect(text({ name: 'accept', one: A, other: B, by })).rejects.toThrow(
      'These two are one place already.',
    );
    await expect(text({ name: 'undo', id: A, by })).rejects.toThrow('is merged into no other place');
    await expect(text({ name: 'show', id: 'nobody' })).rejects.toThrow('No place has the id nobody');
  });

  it('runs from the command line, and ends with 1 when it could not', async () => {
    await load();
    const command = (...args: string[]) =>
      spawnSync(process.execPath, ['--import', 'tsx', join('scripts', 'merges', 'index.ts'), ...args], {
        cwd: root,
        encoding: 'utf8',
        env: { ...process.env, KITH_DB: store.file },
      });
    expect(JSON.parse(command('list', '--json').stdout)).toMatchObject({ total: 1 });
    const refused = command('accept', A, B, '--by', by);
    expect(refused).toMatchObject({ status: 1, stdout: '', stderr: 'These two are one place already.\n' });
  });
});
