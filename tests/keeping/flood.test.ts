import { createApp } from '@kith/api/app';
import { usualLimits } from '@kith/api/auth/limits';
import { rateLimit } from '@kith/api/rate-limit';
import { forgetOldSenders } from '@kith/api/store/keep/sender-hash';
import { createStores } from '@kith/api/store/stores';
import type { Waiting } from '@kith/core/keep/queue';
import { type Person, VISITOR } from '@kith/core/keep/roles';
import { placeId } from '@kith/scripts/load/place-claims.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { smallKith, type TemporaryKith } from '../load/temporary-kith.ts';
import { flood } from './spam-flood.ts';

const NORTHGATE = placeId('libraries', 'blaby/northgate');
const MANY = 1_000_000;
const SENT = 160;
const unlimited = () => rateLimit(MANY, MANY);

let kith: TemporaryKith;
let app: ReturnType<typeof createApp>;
let asks: Person;
let now: number;
beforeEach(async () => {
  kith = await smallKith();
  const stores = createStores(kith.open.db);
  const id = await stores.people.byEmail('steward@example.org', new Date());
  const steward: Person = { id, role: 'steward', organisations: [] };
  asks = steward;
  now = Date.parse('2026-11-23T10:00:00Z');
  app = createApp({
    stores,
    config: { basemap: null, basemapOrigins: [], version: 'test', webDist: kith.folder },
    log: { request: () => undefined, failure: (_, error) => expect.fail(String(error)) },
    now: () => new Date(now),
    person: async () => asks,
    reportLimit: unlimited(),
    limits: { ...usualLimits(), writes: unlimited() },
  });
  const send = async (words: string, address: string) => {
    now += 60_000;
    const init = {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ reason: 'other', detail: words }),
    };
    asks = VISITOR;
    const env = { incoming: { socket: { remoteAddress: address } } };
    const answer = await app.request(`/api/places/${NORTHGATE}/reports`, init, env);
    asks = steward;
    expect(answer.status).toBe(201);
    return ((await answer.json()) as { reference: string }).reference;
  };
  sendReport = send;
});
afterEach(() => kith.close());

let sendReport: (words: string, address: string) => Promise<string>;
const list = async (query: string) => {
  const answer = await app.request(`/api/waiting${query}`);
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { waiting: Waiting[] }).waiting;
};

describe('a flood, through the route that takes reports', () => {
  it('is set apart with reasons, and what is honest in it is not', async () => {
    const spam = new Map<string, boolean>();
    const some = flood(7).filter(({ half, family }) => half === 0 && !/other|more|shortened/.test(family));
    const honest = some.filter((note) => !note.spam).slice(0, 20);
    const sent = [...some.filter((note) => note.spam).slice(0, SENT - honest.length), ...honest];
    for (const [n, note] of sent.entries()) {
      spam.set(await sendReport(note.words, `198.51.100.${n % 250}`), note.spam);
    }
    const apart = await list('?apart=yes&limit=500');
    const others = await list('?apart=no&kind=report&limit=500');
    expect(apart.length + others.length).toBe(SENT);
    const wrongly = apart.filter(({ reference }) => !spam.get(String(reference)));
    const missed = others.filter(({ reference }) => spam.get(String(reference)));
    expect(wrongly.length).toBeLessThanOrEqual(1);
    expect(missed.length).toBeLessThanOrEqual(SENT * 0.03);
    expect(apart.every(({ reasons, doubt }) => reasons.length > 0 && doubt >= 0.5)).toBe(true);
  });

  it('of near-copies leaves the first in the queue, though copies came before it', async () => {
    const first =
      'The knitting group has moved to the methodist hall on Cross Street, still Tuesdays two till four';
    const changed = ['today', 'again', 'please', 'honestly', 'thanks', 'regards', 'fyi', 'cheers'];
    const copyAt = (n: number) =>
      first
        .split(' ')
        .map((word, at) => (at === 2 + n ? changed[n] : word))
        .join(' ');
    for (let n = 0; n < 3; n++) await sendReport(copyAt(n), `198.51.100.${n}`);
    const honest = await sendReport(first, '203.0.113.9');
    for (let n = 3; n < changed.length; n++) await sendReport(String(copyAt(n)), `198.51.100.${n}`);
    const waits = await list('?apart=no&kind=report');
    expect(waits.map(({ reference }) => reference)).toEqual([honest]);
    expect(waits[0]?.reasons).toContain('stands for 8 near-copies that are set apart');
    const copies = await list(`?copiesOf=${waits[0]?.id}`);
    const body = JSON.stringify({ ids: copies.map(({ id }) => id), decision: 'reject' });
    const headers = { 'Content-Type': 'application/json' };
    const answer = await app.request('/api/waiting/decisions', { method: 'POST', headers, body });
    const { decided } = (await answer.json()) as { decided: { outcome: string }[] };
    expect(decided.map(({ outcome }) => outcome)).toEqual(changed.map(() => 'rejected'));
    expect(await list('?apart=yes')).toEqual([]);
  });

  it('never stands before an honest note, however long it is and whenever the note comes', async () => {
    await kith.open.client.execute(`
      with recursive n(n) as (select 1 union all select n + 1 from n where n < 2000)
      insert into waiting (id, reference, kind, place_id, title, summary, body, at, role, doubt, apart, reasons)
      select 'spam' || n, 'ref' || n, 'report', '${NORTHGATE}', 'Northgate', 'Something else',
        '{"reason":"other","detail":null}', '2026-11-01T10:00:00Z', 'visitor', 0.9, 1, '["words of gambling"]' from n`);
    const honest = await sendReport('Shut on Fridays now', '203.0.113.9');
    expect((await list('?limit=1'))[0]?.reference).toBe(honest);
    const counts = (await (await app.request('/api/waiting/counts')).json()) as Record<string, unknown>;
    expect(counts).toMatchObject({ total: 1, apart: 2_000, byKind: { report: 1 } });
  });
});

it('keeps of a sender a hash of the day, and drops it and its salt after 30 days', async () => {
  await sendReport('Shut on Fridays now', '203.0.113.9');
  await sendReport('The lift is broken', '203.0.113.9');
  now += 24 * 60 * 60_000;
  await sendReport('Open again', '203.0.113.9');
  const hashes = async () =>
    (await kith.open.client.execute('select sender_hash as h from waiting order by at')).rows.map(
      (row) => row.h,
    );
  const [one, two, later] = await hashes();
  expect(one).toBe(two);
  expect(later).not.toBe(one);
  expect(JSON.stringify(await hashes())).not.toContain('203.0.113.9');
  await forgetOldSenders(kith.open.db, '2026-12-23');
  expect(await hashes()).toEqual([one, two, later]);
  await forgetOldSenders(kith.open.db, '2026-12-24');
  expect(await hashes()).toEqual([null, null, later]);
  const salts = await kith.open.client.execute('select day from day_salt');
  expect(salts.rows.map((row) => row.day)).toEqual(['2026-11-24']);
});
