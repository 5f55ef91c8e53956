import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createApp } from '../app.ts';
import { logChange } from '../store/claim-store.ts';
import { startKeeping, stopKeeping } from '../store/keep/keeper-store.ts';
import { getPlace } from '../store/place-store.ts';
import { createStores } from '../store/stores.ts';
import { PLACE, placeClaims, positionAt, say, temporaryStore } from '../store/temporary-store.ts';
import { sendReminders } from './send-reminders.ts';

let store: Awaited<ReturnType<typeof temporaryStore>>;
let now: Date;
/** What the log of requests says. */
let lines: string[];
let letters: { to: string; text: string }[];
let isDown: boolean;
/** Kith ends as soon as the letter has gone out, before it can write that down. */
let isKilled: boolean;
let anchor: string;
let amina: string;

const stores = () => createStores(store.open.db, () => now.toISOString().slice(0, 10));
const on = (day: string) => {
  now = new Date(`${day}T10:00:00Z`);
};
const remind = () =>
  sendReminders({
    stores: stores(),
    origin: 'https://kith.example',
    now,
    mailer: {
      send: async (mail) => {
        if (isDown) throw new Error('The mail server is down');
        letters.push(mail);
        if (isKilled) await new Promise(() => undefined);
      },
    },
  });
const tokenOf = (at: number) => /#token=(\S+)/.exec(letters[at]?.text ?? '')?.[1] ?? 'none';

function app() {
  return createApp({
    stores: stores(),
    config: { basemap: null, basemapOrigins: [], version: 'test', webDist: store.file },
    log: { request: (line) => lines.push(JSON.stringify(line)), failure: (_, error) => console.error(error) },
    now: () => now,
  });
}
const post = async (path: string, said: object) =>
  app().request(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(said),
  });
const read = (token: string) => post('/api/reminders/read', { token });
const answer = (token: string, said: object) => post('/api/reminders/answer', { token, ...said });
const codeOf = async (response: Response) => [
  response.status,
  ((await response.json()) as { error: { code: string } }).error.code,
];
const changes = async () =>
  Number((await store.open.client.execute('select count(*) as n from change')).rows[0]?.n);
const place = async () => {
  const found = await getPlace(store.open.db, PLACE, now.toISOString().slice(0, 10));
  return found.found === 'place' ? found.place : undefined;
};

/** A hall, which is fresh for 6 months, checked on 10 January and kept by an organisation of two. */
beforeEach(async () => {
  store = await temporaryStore();
  letters = [];
  lines = [];
  isDown = false;
  isKilled = false;
  on('2026-01-10');
  const at = now.toISOString();
  const { organisations, people } = stores();
  anchor = await organisations.create({ name: 'Enderby volunteers', website: null }, at);
  amina = await people.byEmail('amina@example.org', now);
  await organisations.addMember(anchor, amina, at);
  await organisations.addMember(anchor, await people.byEmail('ben@example.org', now), at);
  const position = positionAt(442_000, 293_000);
  const claims = placeClaims(PLACE, 'Enderby Hall', { position, phone: '0116 496 0000', district: 'Blaby' });
  await say(
    store.open,
    claims.map((claim) => ({ ...claim, asOf: '2026-01-10', basis: 'checked', author: `org:${anchor}` })),
    'edit',
  );
  await store.open.db.transaction(async (tx) => {
    const change = await logChange(tx, { kind: 'edit', at, author: 'person:x', summary: 'Keeps it' });
    await startKeeping(tx, PLACE, anchor, change, at);
  });
});
afterEach(() => store.close());

describe('reminders', () => {
  it('go out before a listing is stale, once to each member for each check', async () => {
    on('2026-06-18');
    expect((await remind()).sent).toBe(0);
    on('2026-06-19');
    expect(await remind()).toEqual({ sent: 2, failures: [] });
    expect(letters.map(({ to }) => to)).toEqual(['amina@example.org', 'ben@example.org']);
    expect(letters[0]?.text).toContain('last checked on 10 January 2026. From 10 July 2026 it will be');
    expect(letters[0]?.text).not.toContain(tokenOf(1));
    on('2026-08-01');
    expect((await remind()).sent).toBe(0);
    expect((await answer(tokenOf(0), { answer: 'still-right' })).status).toBe(200);
    on('2027-01-10');
    expect((await remind()).sent).toBe(0);
    on('2027-01-11');
    expect((await remind()).sent).toBe(2);
  });

  it('ask of a place that nobody has checked too, counted from the day on which it is kept', async () => {
    await store.open.client.execute('update place set checked_on = null');
    on('2026-06-18');
    expect((await remind()).sent).toBe(0);
    on('2026-06-19');
    expect((await remind()).sent).toBe(2);
    expect(letters[0]?.text).toContain('Nobody has checked it on Kith yet.');
    expect(letters[0]?.text).toContain(`/find?place=${PLACE}`);
    on('2026-09-01');
    expect((await remind()).sent).toBe(0);
  });

  it('that could not be sent are tried again', async () => {
    on('2026-06-19');
    isDown = true;
    expect(await remind()).toEqual({
      sent: 0,
      failures: ['The mail server is down', 'The mail server is down'],
    });
    isDown = false;
    expect((await remind()).sent).toBe(2);
  });

  it('that were going out when Kith was killed go out once more: rather twice than never', async () => {
    on('2026-06-19');
    isKilled = true;
    void remind();
    await expect.poll(() => letters.length).toBe(1);
    isKilled = false;
    // It may still be on its way: another who reminds at the same moment leaves it alone, and sends the other one.
    expect((await remind()).sent).toBe(1);
    now = new Date(now.getTime() + 60 * 60 * 1000);
    expect((await remind()).sent).toBe(1);
    expect(letters.map(({ to }) => to)).toEqual([
      'amina@example.org',
      'ben@example.org',
      'amina@example.org',
    ]);
    on('2026-06-20');
    expect((await remind()).sent).toBe(0);
    // Both links work, and once: with one the other is used up.
    expect(await (await read(tokenOf(0))).json()).toMatchObject({ state: 'open' });
    expect((await answer(tokenOf(2), { answer: 'still-right' })).status).toBe(200);
    expect(await (await read(tokenOf(0))).json()).toMatchObject({ state: 'used' });
    expect(await codeOf(await answer(tokenOf(0), { answer: 'closed' }))).toEqual([409, 'used']);
  });

  it('keep only a hash of what their link holds', async () => {
    on('2026-06-19');
    await remind();
    const { rows } = await store.open.client.execute('select * from reminder');
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toContain(tokenOf(0));
  });

  it('go to nobody of an organisation that no longer keeps it, nor of a closed place', async () => {
    on('2026-06-19');
    await stopKeeping(store.open.db, PLACE, 1, now.toISOString());
    expect((await remind()).sent).toBe(0);
  });
});

describe('the link of a reminder', () => {
  beforeEach(async () => {
    on('2026-06-19');
    await remind();
    on('2026-06-25');
  });

  it('when opened says what it is about and changes nothing', async () => {
    const before = await changes();
    for (let times = 0; times < 3; times++) {
      const response = await read(tokenOf(0));
      expect(response.headers.get('Cache-Control')).toBe('private, no-store');
      const body = (await response.json()) as { shown: { field: string; value: unknown }[] };
      expect(body).toMatchObject({
        state: 'open',
        placeName: 'Enderby Hall',
        organisationName: 'Enderby volunteers',
      });
      expect(body.shown.map(({ field }) => field)).toEqual(['name', 'kind', 'status', 'position', 'phone']);
    }
    expect(await changes()).toBe(before);
    expect(await codeOf(await read('nonsense'))).toEqual([404, 'unknown-reminder']);
    expect(lines).toHaveLength(4);
    expect(lines.join()).not.toContain(tokenOf(0));
    expect((await app().request(`/api/reminders/${tokenOf(0)}`)).status).toBe(404);
  });

  it('"still right" checks all that is shown in one change, once', async () => {
    const before = await changes();
    const { shown } = (await (await read(tokenOf(0))).json()) as { shown: unknown[] };
    expect((await answer(tokenOf(0), { answer: 'still-right', shown })).status).toBe(200);
    expect(await place()).toMatchObject({
      checkedOn: '2026-06-25',
      freshness: 'fresh',
      phone: '0116 496 0000',
    });
    expect(await changes()).toBe(before + 1);
    const log = await store.open.client.execute('select author from change order by id desc limit 1');
    expect(log.rows[0]?.author).toBe(`org:${anchor}`);
    expect((await answer(tokenOf(0), { answer: 'still-right' })).status).toBe(200);
    expect(await changes()).toBe(before + 1);
    expect(await codeOf(await answer(tokenOf(0), { answer: 'closed' }))).toEqual([409, 'used']);
    expect(await (await read(tokenOf(0))).json()).toMatchObject({ state: 'used', answer: 'still-right' });
  });

  it('"it has closed" closes it, in one change, and nobody is reminded of it again', async () => {
    const before = await changes();
    expect((await answer(tokenOf(1), { answer: 'closed' })).status).toBe(200);
    expect(await changes()).toBe(before + 1);
    expect(await place()).toMatchObject({ status: 'closed', yearClosed: 2026, freshness: null });
    on('2027-06-25');
    expect((await remind()).sent).toBe(0);
  });

  it('vouches for nothing that was changed meanwhile', async () => {
    const { shown } = (await (await read(tokenOf(0))).json()) as { shown: unknown[] };
    const [phone] = placeClaims(PLACE, 'x', { phone: '0116 496 0001' }).filter(
      ({ field }) => field === 'phone',
    );
    if (phone === undefined) throw new Error('no claim');
    await say(store.open, [{ ...phone, asOf: '2026-06-24', basis: 'checked', author: 'person:y' }], 'edit');
    const refused = await answer(tokenOf(0), { answer: 'still-right', shown });
    expect(await codeOf(refused)).toEqual([409, 'changed-meanwhile']);
    expect(await (await read(tokenOf(0))).json()).toMatchObject({ state: 'open' });
  });

  it('works no longer once it is old, its reader has left, or others keep the place', async () => {
    // Of who had never signed in nothing would be left, not even the link.
    await store.open.client.execute('update user set email_verified = 1');
    await stores().organisations.removeMember(anchor, amina);
    expect(await codeOf(await answer(tokenOf(0), { answer: 'closed' }))).toEqual([409, 'over']);
    on('2026-09-01');
    expect(await codeOf(await answer(tokenOf(1), { answer: 'closed' }))).toEqual([409, 'over']);
    on('2026-06-25');
    await stopKeeping(store.open.db, PLACE, 1, now.toISOString());
    expect(await codeOf(await answer(tokenOf(1), { answer: 'closed' }))).toEqual([409, 'over']);
    expect(await place()).toMatchObject({ status: 'open', checkedOn: '2026-01-10' });
  });
});

describe('how Kith stands', () => {
  it('is told to administrators alone, and counts', async () => {
    on('2026-07-20');
    await remind();
    const asked = (role: 'steward' | 'administrator') =>
      createApp({
        stores: stores(),
        config: { basemap: null, basemapOrigins: [], version: '1.2.3', webDist: store.file },
        log: { request: () => undefined, failure: (_, error) => console.error(error) },
        now: () => now,
        person: async () => ({ id: 'x', role, organisations: [] }),
        house: async () => ({ databaseBytes: 7, outbox: 2 }),
      }).request('/api/admin/state');
    expect(await codeOf(await asked('steward'))).toEqual([403, 'not-allowed']);
    expect(await codeOf(await app().request('/api/admin/state'))).toEqual([401, 'sign-in']);
    expect(await (await asked('administrator')).json()).toMatchObject({
      version: '1.2.3',
      counts: { places: 1, closed: 0, people: 2, organisations: 1, kept: 1 },
      waiting: { honest: 0, twins: 0, apart: 0, oldest: null },
      freshness: { due: 1, stale: 1, old: 0 },
      reminders: { open: 2, lastSent: '2026-07-20T10:00:00.000Z' },
      lastChange: { summary: 'Keeps it' },
      lastBackup: null,
      databaseBytes: 7,
      outbox: 2,
    });
  });
});
