import { afterEach, beforeEach, expect, it } from 'vitest';
import { putLoadFile } from './load-store.ts';
import type { OpenDatabase } from './open.ts';
import { putSources } from './seed-store.ts';
import { listSources } from './source-store.ts';
import { temporaryStore } from './temporary-store.ts';

let open: OpenDatabase;
let close: () => void;
beforeEach(async () => {
  ({ open, close } = await temporaryStore());
});
afterEach(() => close());

const named = (vintage: string, title = 'Benches') => ({
  id: 'benches',
  title,
  publisher: 'Them',
  url: null,
  licence: 'OGL',
  licenceUrl: 'https://example.org/licence',
  attribution: 'Them',
  vintage,
  caution: `Of ${vintage}.`,
  sha256: null,
});
const held = async () => {
  const found = (await listSources(open.db)).find(({ id }) => id === 'benches');
  return found && [found.title, found.vintage, found.caution];
};

it('the edition that was loaded stands, whatever the starter or a load of something else says', async () => {
  await putSources(open.db, [named('2026-05')]);
  await putSources(open.db, [named('newer')], new Set(['benches']));
  const file = {
    part: 'places',
    scope: 'england',
    source: 'benches',
    file: 'b.csv',
    sha256: 'b',
    at: '2026',
  };
  const rows = { bytes: 1, rowsRead: 1, rowsKept: 1, rowsElsewhere: 0, rowsRejected: 0 };
  await putLoadFile(open.db, { ...file, ...rows });
  await putSources(open.db, [named('2026-05', 'Memorial benches')]);
  expect(await held()).toEqual(['Memorial benches', 'newer', 'Of newer.']);
  await putSources(open.db, [named('newest')], new Set(['benches']));
  expect(await held()).toEqual(['Benches', 'newest', 'Of newest.']);
});

it('the starter says of when its own files are, where nothing else was loaded', async () => {
  await putSources(open.db, [named('2026-05')]);
  await putSources(open.db, [named('2026-11')]);
  expect(await held()).toEqual(['Benches', '2026-11', 'Of 2026-11.']);
});
