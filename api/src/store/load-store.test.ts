import { afterEach, beforeEach, expect, it } from 'vitest';
import { putLoadPart, readLoadPart } from './load-store.ts';
import type { OpenDatabase } from './open.ts';
import { temporaryStore } from './temporary-store.ts';

let open: OpenDatabase;
let close: () => void;
beforeEach(async () => {
  ({ open, close } = await temporaryStore());
});
afterEach(() => close());

const put = (scope: string, districts: readonly string[], fingerprint: string, part = 'areas') =>
  putLoadPart(open.db, { part, scope, districts, fingerprint, at: '2026-11-22T10:00:00Z', seconds: 1 });
const stands = async (scope: string, part = 'areas') =>
  (await readLoadPart(open.db, part, scope))?.fingerprint ?? null;

const RUTLAND = 'E06000017';
const MELTON = 'E07000133';
const REGION = 'E12000004';

it('a load does not count as done any more once another wrote over some of its districts', async () => {
  await put(RUTLAND, [RUTLAND], 'a');
  await put(MELTON, [MELTON], 'a');
  await put(RUTLAND, [RUTLAND], 'a', 'money');
  expect(await stands(RUTLAND)).toBe('a');
  await put(REGION, [MELTON, RUTLAND], 'b');
  expect(await stands(RUTLAND)).toBeNull();
  expect(await stands(MELTON)).toBeNull();
  expect(await stands(REGION)).toBe('b');
  expect(await stands(RUTLAND, 'money')).toBe('a');
  await put(RUTLAND, [RUTLAND], 'a');
  expect(await stands(RUTLAND)).toBe('a');
  expect(await stands(REGION)).toBeNull();
});

it('a load of which the districts were not written down is taken to be written over', async () => {
  await put(RUTLAND, [RUTLAND], 'a');
  await open.client.execute("update load_part set districts = ''");
  await put(MELTON, [MELTON], 'b');
  expect(await stands(RUTLAND)).toBeNull();
});
