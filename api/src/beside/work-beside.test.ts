import { afterEach, beforeEach, expect, it } from 'vitest';
import { PLACE, placeClaims, say, temporaryStore } from '../store/temporary-store.ts';
import { workBeside } from './work-beside.ts';

let store: Awaited<ReturnType<typeof temporaryStore>>;
let work: ReturnType<typeof workBeside>;
beforeEach(async () => {
  store = await temporaryStore();
  await say(store.open, placeClaims(PLACE, 'Enderby Library'));
  work = workBeside(store.open.setting, ['--import', 'tsx']);
});
afterEach(() => {
  work.close();
  store.close();
});

it('is done in another process, and comes back as it was made', async () => {
  const families = await work.families('v1');
  expect(families).toEqual(new Map([['ogl', 4]]));
  expect((await work.report('v1')).held.statements).toBe(4);
});

it('that fails says why, and leaves the next to be done', async () => {
  await expect(work.write('v1', 'luck.csv', `${store.file}.csv`, new Date())).rejects.toThrow(
    'There is no file luck.csv.',
  );
  expect((await work.families('v1')).size).toBe(1);
});

it('is begun anew after its process has ended', async () => {
  await work.families('v1');
  work.close();
  await expect(work.report('v1')).rejects.toThrow('ended');
  expect((await work.families('v1')).size).toBe(1);
});

it('is refused for a while when too much of it waits', async () => {
  const asked = await Promise.allSettled(Array.from({ length: 60 }, () => work.families('v1')));
  const refused = asked.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
  expect(refused).toHaveLength(20);
  expect(refused[0]).toMatchObject({ status: 429, code: 'busy', headers: { 'Retry-After': '10' } });
  expect((await work.families('v1')).size).toBe(1);
});
