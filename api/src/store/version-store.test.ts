import { afterEach, beforeEach, expect, it } from 'vitest';
import { logChange } from './claim-store.ts';
import { putLoadPart } from './load-store.ts';
import type { OpenDatabase } from './open.ts';
import { temporaryStore } from './temporary-store.ts';
import { readVersion, writeMeta } from './version-store.ts';

let open: OpenDatabase;
let close: () => void;
beforeEach(async () => {
  ({ open, close } = await temporaryStore());
});
afterEach(() => close());

const dataVersion = async () => (await readVersion(open.db)).data;
const part = (name: string, fingerprint: string, at = '2026-11-22T10:00:00Z') =>
  putLoadPart(open.db, { part: name, scope: 'england', districts: [], fingerprint, at, seconds: 1 });

it('is empty before anything is loaded', async () => {
  expect(await readVersion(open.db)).toEqual({ data: 'empty', geometry: 'empty' });
});

it('is there when only official files are loaded, and follows each part of them', async () => {
  await part('areas', 'a');
  const areas = await dataVersion();
  expect(areas).toMatch(/^[0-9a-f]{12}$/);
  await part('places', 'b');
  const places = await dataVersion();
  expect(places).not.toBe(areas);
  await part('places', 'c');
  expect(await dataVersion()).not.toBe(places);
});

it('does not hang on when parts were loaded, nor on the log of loads', async () => {
  await writeMeta(open.db, 'starter-version', 'a'.repeat(64));
  await part('areas', 'a');
  await part('places', 'b');
  const version = await dataVersion();
  await logChange(open.db, { kind: 'load', at: 'now', author: 'load', summary: 'again' });
  await logChange(open.db, { kind: 'merge', at: 'now', author: 'load', summary: 'by its score' });
  expect(await dataVersion()).toBe(version);
  const other = await temporaryStore();
  await writeMeta(other.open.db, 'starter-version', 'a'.repeat(64));
  for (const [name, fingerprint] of [
    ['areas', 'a'],
    ['places', 'b'],
  ] as const) {
    const what = { part: name, scope: 'england', districts: [], fingerprint };
    await putLoadPart(other.open.db, { ...what, at: '2027-01-01T00:00:00Z', seconds: 9 });
  }
  expect((await readVersion(other.open.db)).data).toBe(version);
  other.close();
});

it('is another one when an older file is loaded again: what came in between has left its marks', async () => {
  await part('places', 'old');
  const version = await dataVersion();
  await part('places', 'new');
  await part('places', 'old');
  expect(await dataVersion()).not.toBe(version);
});

it('moves with every edit, though two look alike', async () => {
  await part('areas', 'a');
  const seen = [await dataVersion()];
  const edit = { kind: 'edit' as const, at: '2026-11-22T10:00:00Z', author: 'ann', summary: 'Phone' };
  for (let time = 0; time < 2; time++) {
    await logChange(open.db, edit);
    seen.push(await dataVersion());
  }
  expect(new Set(seen).size).toBe(3);
});

it('finds the last edit among very many loads by its index', async () => {
  const plan = await open.client.execute(
    `explain query plan select max(id) from change where kind in ('edit', 'merge') and author not in ('load', 'starter')`,
  );
  expect(JSON.stringify(plan.rows)).toContain('change_by_person');
});
