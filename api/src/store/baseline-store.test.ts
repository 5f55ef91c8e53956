import { afterEach, beforeEach, expect, it } from 'vitest';
import { listBaselinePlaces } from './baseline-store.ts';
import { placeClaims, positionAt, say, temporaryStore } from './temporary-store.ts';

let store: Awaited<ReturnType<typeof temporaryStore>>;
beforeEach(async () => {
  store = await temporaryStore();
});
afterEach(() => store.close());

it('says on which day a place was last checked, and that nobody did', async () => {
  const at = positionAt(458_000, 304_000);
  const dated = (id: string, asOf: string | null, basis: 'checked' | 'published' | 'undated') =>
    placeClaims(id, id, { position: at, openingHours: 'Mo 10:00-12:00' }).map((claim) => ({
      ...claim,
      asOf,
      basis,
    }));
  await say(store.open, [
    ...dated('day', '2026-05-17', 'checked'),
    ...dated('month', '2026-05', 'checked'),
    ...dated('never', null, 'undated'),
    ...dated('published', '2026-05-17', 'published'),
    ...dated('year', '2023', 'checked'),
  ]);
  const { id, checkedOn, openingHours } = await listBaselinePlaces(
    store.open.db,
    undefined,
    ['hall'],
    '2026-11-23',
  );
  expect(id).toEqual(['day', 'month', 'never', 'published', 'year']);
  // A month or a year is taken as its first day, so that nothing seems fresher than it is.
  expect(checkedOn).toEqual(['2026-05-17', '2026-05-01', null, null, '2023-01-01']);
  expect(new Set(openingHours)).toEqual(new Set(['Mo 10:00-12:00']));
});
