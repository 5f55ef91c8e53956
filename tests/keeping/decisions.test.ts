import { randomUUID } from 'node:crypto';
import { keepWaiting, type WaitingEntry } from '@kith/api/store/keep/waiting-store';
import { replaceCandidates } from '@kith/api/store/merge-queue-store';
import { getPlace } from '@kith/api/store/place-store';
import { createStores } from '@kith/api/store/stores';
import type { HistoryEntry } from '@kith/core/keep/history';
import type { Done, Waiting, WaitingDetail } from '@kith/core/keep/queue';
import type { Person } from '@kith/core/keep/roles';
import { placeId } from '@kith/scripts/load/place-claims.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { appOf, codeOf, type KithApp } from '../contract/kith-app.ts';
import { bareNewPlace } from '../contract/new-place.ts';
import { TINY_PNG } from '../contract/photo-bytes.ts';
import { smallKith, type TemporaryKith } from '../load/temporary-kith.ts';

const NORTHGATE = placeId('libraries', 'blaby/northgate');
const MILLBROOK = placeId('libraries', 'charnwood/millbrook');
const WEIR = placeId('libraries', 'charnwood/repair');
const VISITOR: Person = { id: null, role: 'visitor', organisations: [] };

let kith: TemporaryKith;
let app: KithApp;
let sender: Person;
let steward: Person;
/** Whoever asks: a steward, where a test says nothing else. */
let asks: Person;
const letters: { to: string; subject: string; text: string }[] = [];
let deliver = async (mail: (typeof letters)[number]): Promise<void> => void letters.push(mail);
beforeAll(async () => {
  kith = await smallKith();
  const stores = createStores(kith.open.db);
  steward = {
    id: await stores.people.byEmail('steward@example.org', new Date()),
    role: 'steward',
    organisations: [],
  };
  asks = steward;
  await stores.people.giveRole(String(steward.id), 'steward', new Date());
  sender = {
    id: await stores.people.byEmail('ann@example.org', new Date()),
    role: 'contributor',
    organisations: [],
  };
  app = appOf(kith, {
    stores,
    person: async () => asks,
    mailer: { send: (mail) => deliver(mail) },
  });
});
afterAll(() => kith.close());

let minute = 0;
const keep = (entry: Partial<WaitingEntry> & Pick<WaitingEntry, 'kind' | 'body'>) =>
  keepWaiting(kith.open.db, {
    placeId: NORTHGATE,
    title: 'Northgate Library',
    summary: 'Something',
    at: new Date(Date.parse('2026-11-20T10:00:00Z') + minute++ * 60_000).toISOString(),
    person: VISITOR,
    address: '203.0.113.7',
    ...entry,
  });
const list = async (query = '') => {
  const answer = await app.get(`/api/waiting${query}`);
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
  return (await answer.json()) as { waiting: Waiting[]; next: string | null };
};
const detail = async (id: string) => (await (await app.get(`/api/waiting/${id}`)).json()) as WaitingDetail;
const done = async (query = '') =>
  ((await (await app.get(`/api/waiting/done${query}`)).json()) as { done: Done[] }).done;
type Outcome = { id: string; outcome: string; message: string; changeId: number | null; details?: unknown };
const decide = async (ids: string[], decision: 'accept' | 'reject', more: object = {}) => {
  const answer = await app.send('/api/waiting/decisions', { ids, decision, ...more });
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { decided: Outcome[] }).decided;
};
const edit = (field: string, was: unknown, value: unknown) => ({
  key: randomUUID(),
  changes: [{ field, was, value }],
  why: 'The sign on the door says so',
});
const place = async (id: string) => {
  const found = await getPlace(kith.open.db, id);
  if (found.found !== 'place') throw new Error(`${id} is ${found.found}`);
  return found.place;
};

it('accepts an edit once: the second decision changes nothing and says so', async () => {
  const was = (await place(NORTHGATE)).phone;
  const { id } = await keep({ kind: 'edit', body: edit('phone', was, '0116 496 0123') });
  const waits = await detail(id);
  expect(waits.rows).toEqual([{ field: 'phone', label: 'Phone', before: was, after: '0116 496 0123' }]);
  expect([waits.words, waits.position?.spreadMetres]).toEqual(['The sign on the door says so', 0]);
  const [first] = await decide([id], 'accept');
  expect(first).toMatchObject({ outcome: 'accepted', changeId: expect.any(Number) });
  expect((await place(NORTHGATE)).phone).toBe('0116 496 0123');
  expect(await decide([id], 'reject')).toMatchObject([{ outcome: 'before', changeId: first?.changeId }]);
  expect((await place(NORTHGATE)).phone).toBe('0116 496 0123');
});

it('shows a field that changed meanwhile, and does not write over it unless it is amended', async () => {
  const was = (await place(NORTHGATE)).phone;
  const { id } = await keep({ kind: 'edit', body: edit('phone', '0116 000 0000', '0116 496 0999') });
  expect((await detail(id)).rows[0]).toMatchObject({ before: '0116 000 0000', meanwhile: was });
  expect(await decide([id], 'accept')).toMatchObject([{ outcome: 'changed', details: [{ theirs: was }] }]);
  expect((await place(NORTHGATE)).phone).toBe(was);
  const amended = { field: 'phone', value: '0116 496 0777' };
  // Said without a look at what stands now, or with a look at what stood before it: somebody else's edit stays.
  for (const seen of ['0116 000 0000', null]) {
    const [again] = await decide([id], 'accept', { fields: [{ ...amended, was: seen }] });
    expect(again).toMatchObject({ outcome: 'changed', details: [{ theirs: was, yours: amended.value }] });
    expect(again?.message).toContain(`it says “${was}” now, and would say “0116 496 0777”`);
  }
  expect((await place(NORTHGATE)).phone).toBe(was);
  const fields = [{ ...amended, was }];
  expect(await decide([id], 'accept', { fields })).toMatchObject([{ outcome: 'accepted' }]);
  expect((await place(NORTHGATE)).phone).toBe('0116 496 0777');
});

it('writes over nothing that was put right after the steward looked, neither beside an edit nor after a report', async () => {
  const { notes } = await place(NORTHGATE);
  const beside = await keep({ kind: 'edit', body: edit('when', (await place(NORTHGATE)).when, 'Tuesdays') });
  const report = await keep({ kind: 'report', body: { reason: 'hours', detail: 'Shut on Mondays' } });
  const put = await keep({ kind: 'edit', body: edit('notes', notes, 'Keeper says B') });
  expect(await decide([put.id], 'accept')).toMatchObject([{ outcome: 'accepted' }]);
  for (const { id } of [beside, report]) {
    const amend = (was: unknown) =>
      decide([id], 'accept', { fields: [{ field: 'notes', was, value: 'A.' }] });
    expect(await amend(notes)).toMatchObject([
      { outcome: 'changed', details: [{ theirs: 'Keeper says B' }] },
    ]);
    expect((await place(NORTHGATE)).notes).toBe('Keeper says B');
  }
  expect(await decide([beside.id, report.id], 'reject')).toMatchObject([
    { outcome: 'rejected' },
    { outcome: 'rejected' },
  ]);
});

it('says what is wrong with an amended value, and leaves it waiting', async () => {
  const { id } = await keep({
    kind: 'edit',
    body: edit('email', (await place(NORTHGATE)).email, 'hall@example.org'),
  });
  const fields = [{ field: 'email', value: 'no address' }];
  expect(await decide([id], 'accept', { fields })).toMatchObject([
    { outcome: 'refused', details: [{ field: 'email', message: expect.stringMatching(/./) }] },
  ]);
  expect((await list()).waiting.map((each) => each.id)).toContain(id);
  expect(await decide([id], 'reject', { note: 'We rang: it is another.' })).toMatchObject([
    { outcome: 'rejected' },
  ]);
});

it('closes a place on a report that it has closed, and ticks other reports off', async () => {
  const closed = await keep({
    kind: 'report',
    placeId: WEIR,
    body: { reason: 'closed', detail: 'Boarded up' },
  });
  expect((await detail(closed.id)).rows).toMatchObject([{ field: 'status', after: 'closed' }]);
  const times = await keep({ kind: 'report', body: { reason: 'hours', detail: 'Shut on Fridays' } });
  expect((await detail(times.id)).words).toBe('Shut on Fridays');
  const decided = await decide([closed.id, times.id], 'accept');
  expect(decided.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted']);
  expect(decided[1]?.changeId).toBeNull();
  expect((await place(WEIR)).status).toBe('closed');
});

it('lists a new place, with what is like it beside it, and lets an organisation keep one', async () => {
  const like = await place(NORTHGATE);
  const body = bareNewPlace({
    name: `${like.name} café`,
    pin: { lon: like.lon ?? 0, lat: like.lat ?? 0 },
    when: 'Tuesdays 10 to 12',
  });
  const kept = await keep({ kind: 'new-place', placeId: null, body, key: body.key });
  const waits = await detail(kept.id);
  expect(waits.rows.map(({ field, before }) => [field, before])).toContainEqual(['when', null]);
  expect(waits.neighbours.map(({ id }) => id)).toContain(NORTHGATE);
  const [outcome] = await decide([kept.id], 'accept');
  expect(outcome).toMatchObject({ outcome: 'accepted' });
  const asks = await keep({
    kind: 'keep',
    person: sender,
    body: {
      organisationId: null,
      organisationName: 'Friends of Northgate',
      website: 'https://friends.example.org',
      words: 'We run it',
    },
  });
  // Whoever grants it sees who asks; of nothing else is an address told.
  expect((await detail(asks.id)).asker).toEqual({
    email: 'ann@example.org',
    website: 'https://friends.example.org',
  });
  expect(waits.asker).toBeNull();
  expect(JSON.stringify((await list('?kind=keep')).waiting)).not.toContain('ann@example.org');
  // A letter that never goes out: nobody waits for it.
  const box = deliver;
  deliver = () => new Promise(() => undefined);
  const reported = await keep({ kind: 'report', person: sender, body: { reason: 'hours', detail: 'x' } });
  expect(await decide([reported.id], 'reject')).toMatchObject([{ outcome: 'rejected' }]);
  deliver = box;
  expect(await decide([asks.id], 'accept', { note: 'Thank you!' })).toMatchObject([{ outcome: 'accepted' }]);
  await expect
    .poll(() => letters.at(-1))
    .toMatchObject({ to: 'ann@example.org', text: expect.stringContaining('Thank you!') });
});

it('leads whoever sent a place that is on Kith already to it in the letter, and to what became of it', async () => {
  const sent = bareNewPlace({
    key: randomUUID(),
    name: 'Northgate Reading Room',
    kind: 'library',
    pin: null,
  });
  const entry = {
    kind: 'new-place',
    placeId: randomUUID(),
    title: sent.name,
    body: sent,
    person: sender,
  } as const;
  const { id, reference } = await keep(entry);
  await decide([id], 'reject', { sameAs: NORTHGATE });
  await expect.poll(() => letters.at(-1)?.text).toContain(reference);
  const text = letters.at(-1)?.text ?? '';
  const { name } = await place(NORTHGATE);
  expect(text).toContain(`it is called “${name}” here.\nhttp://localhost/find?place=${NORTHGATE}`);
  expect(text).toContain(`http://localhost/me?sent=${reference}`);
  expect(text).not.toContain('The steward says');
});

it('lets nobody keep a place for an organisation that nobody acts for', async () => {
  const asks = await keep({
    kind: 'keep',
    body: { organisationId: null, organisationName: 'Nobody at all', words: null },
  });
  expect(await decide([asks.id], 'accept')).toMatchObject([
    { outcome: 'refused', message: expect.stringContaining('nobody acts for Nobody at all') },
  ]);
  const { rows } = await kith.open.client.execute("select 1 from organisation where name = 'Nobody at all'");
  expect(rows).toEqual([]);
  expect(await decide([asks.id], 'reject')).toMatchObject([{ outcome: 'rejected' }]);
});

it('merges likely twins or keeps them apart, and undoes a merge', async () => {
  const pair = { fromId: NORTHGATE, toId: MILLBROOK };
  const id = `twins:${pair.fromId}:${pair.toId}`;
  await replaceCandidates(kith.open.db, [{ ...pair, score: 0.8, reasons: ['the same name'] }]);
  const line = (await list('?kind=twins')).waiting[0];
  expect(line).toMatchObject({ id, reasons: ['the same name'], placeId: MILLBROOK });
  const told = new Map((await detail(id)).rows.map(({ field, shown }) => [field, shown]));
  expect(told.has('name')).toBe(true);
  expect(await decide([id], 'accept')).toMatchObject([{ outcome: 'accepted' }]);
  // Whichever stays, the page says what the steward was told that it will.
  const merged = (await place(MILLBROOK)).claims;
  for (const [field, shown] of told) {
    expect([field, merged.find((claim) => claim.field === field)?.value ?? null]).toEqual([field, shown]);
  }
  expect(await getPlace(kith.open.db, NORTHGATE)).toEqual({ found: 'moved', to: MILLBROOK });
  expect(await decide([id], 'accept')).toMatchObject([{ outcome: 'before' }]);
  const undo = () => app.send(`/api/merges/${NORTHGATE}/undo`, {});
  expect(await (await undo()).json()).toEqual(pair);
  expect((await place(NORTHGATE)).id).toBe(NORTHGATE);
  expect((await undo()).status).toBe(404);
  await replaceCandidates(kith.open.db, [{ ...pair, score: 0.8, reasons: [] }]);
  expect(await decide([id], 'reject')).toMatchObject([{ outcome: 'rejected' }]);
  expect((await list('?kind=twins')).waiting).toEqual([]);
});

it('merges with the other one staying, tells of it among what was done, and parts them from the history', async () => {
  const pair = { fromId: NORTHGATE, toId: MILLBROOK };
  const id = `twins:${pair.fromId}:${pair.toId}`;
  await replaceCandidates(kith.open.db, [{ ...pair, score: 0.8, reasons: ['the same name'] }]);
  expect((await detail(id)).neighbours.map((each) => each.id)).toEqual([MILLBROOK, NORTHGATE]);
  expect(await decide([id], 'accept', { stays: WEIR })).toMatchObject([{ outcome: 'refused' }]);
  expect(await decide([id], 'accept', { stays: NORTHGATE })).toMatchObject([{ outcome: 'accepted' }]);
  expect(await getPlace(kith.open.db, MILLBROOK)).toEqual({ found: 'moved', to: NORTHGATE });
  const history = async () =>
    ((await (await app.get(`/api/places/${NORTHGATE}/history`)).json()) as { history: HistoryEntry[] })
      .history;
  const parts = async () => (await history()).flatMap((entry) => entry.merged);
  expect(await parts()).toEqual([{ fromId: MILLBROOK, name: 'Millbrook Library' }]);
  expect((await done())[0]).toMatchObject({
    kind: 'twins',
    outcome: 'accepted',
    placeId: NORTHGATE,
    by: 'you',
    undone: false,
    summary: 'Merged into Northgate Library',
    undo: MILLBROOK,
  });
  expect((await app.send(`/api/merges/${MILLBROOK}/undo`, {})).status).toBe(200);
  expect(await parts()).toEqual([]);
  expect((await done())[0]).toMatchObject({ outcome: 'accepted', undo: null, undone: true });
  asks = { ...steward, id: String(sender.id) };
  expect((await done())[0]).toMatchObject({ by: 'another steward' });
  asks = steward;
  const two = { ids: [id, 'twins:a:b'], decision: 'accept', stays: NORTHGATE };
  expect(await codeOf(await app.send('/api/waiting/decisions', two))).toBe('amend-one');
});

it('shows and takes in a row of a spreadsheet that says otherwise than somebody did later', async () => {
  const was = (await place(NORTHGATE)).website;
  const { id } = await keep({
    kind: 'conflict',
    person: sender,
    body: { ...edit('website', was, 'https://northgate.example.org/'), why: 'From halls.csv, row 3' },
  });
  const waits = await detail(id);
  expect([waits.kind, waits.words, waits.apart]).toEqual(['conflict', 'From halls.csv, row 3', false]);
  expect(waits.rows).toMatchObject([
    { field: 'website', before: was, after: 'https://northgate.example.org/' },
  ]);
  expect(await decide([id], 'accept')).toMatchObject([{ outcome: 'accepted' }]);
  expect((await place(NORTHGATE)).website).toBe('https://northgate.example.org/');
});

it('looks for what is like a place once its name is edited, and tells what was done, newest first', async () => {
  const like = await place(NORTHGATE);
  const { id } = await keep({
    kind: 'edit',
    placeId: MILLBROOK,
    body: {
      ...edit('name', (await place(MILLBROOK)).name, like.name),
      changes: [
        { field: 'name', was: null, value: like.name },
        { field: 'position', was: null, value: { lon: like.lon, lat: like.lat } },
      ],
    },
  });
  // As far off as from where it would go.
  expect((await detail(id)).neighbours).toContainEqual(
    expect.objectContaining({ id: NORTHGATE, straightMetres: 0 }),
  );
  expect(await decide([id], 'reject', { note: 'It is another.' })).toMatchObject([{ outcome: 'rejected' }]);
  const all = await done('?limit=500');
  expect(all[0]).toMatchObject({
    id,
    outcome: 'rejected',
    note: 'It is another.',
    placeId: MILLBROOK,
    undo: null,
  });
  const times = all.map(({ at }) => at);
  expect(times).toEqual([...times].sort().reverse());
  const paged: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const answer = await app.get(`/api/waiting/done?limit=3${cursor === '' ? '' : `&cursor=${cursor}`}`);
    const page = (await answer.json()) as { done: Done[]; next: string | null };
    paged.push(...page.done.map((each) => each.id));
    cursor = page.next;
  }
  expect(paged).toEqual(all.map((each) => each.id));
  expect(await codeOf(await app.get('/api/waiting/done?cursor=x'))).toBe('invalid-cursor');
});

it('shows a photo to stewards alone until it is accepted, and to nobody else once it is turned down', async () => {
  const seen = async (id: string, who: Person) => {
    asks = who;
    const { status } = await app.get(`/api/photos/${id}`);
    asks = steward;
    return status;
  };
  const send = async (alt: string) => {
    asks = VISITOR;
    const answer = await app.request(`/api/photos?place=${WEIR}&alt=${encodeURIComponent(alt)}`, {
      method: 'POST',
      headers: { 'Content-Type': 'image/png' },
      body: new Uint8Array(TINY_PNG),
    });
    asks = steward;
    expect(answer.status).toBe(201);
    return ((await answer.json()) as { id: string }).id;
  };
  const photos = [await send('The ramp at the back'), await send('Somebody’s child')] as const;
  const lines = (await list('?kind=photo')).waiting;
  expect(lines.map(({ summary }) => summary)).toEqual([
    'A photo: The ramp at the back',
    'A photo: Somebody’s child',
  ]);
  const [ramp, child] = lines.map(({ id }) => id) as [string, string];
  expect((await detail(ramp)).photos).toEqual([
    { id: photos[0], alt: 'The ramp at the back', width: 1, height: 1 },
  ]);
  for (const id of photos) expect([await seen(id, VISITOR), await seen(id, steward)]).toEqual([404, 200]);
  expect(await decide([ramp], 'accept')).toMatchObject([{ outcome: 'accepted' }]);
  expect(await decide([child], 'reject')).toMatchObject([{ outcome: 'rejected', changeId: null }]);
  expect([await seen(photos[0], VISITOR), await seen(photos[1], VISITOR)]).toEqual([200, 404]);
  expect((await place(WEIR)).photos.map(({ id }) => id)).toEqual([photos[0]]);
});

it('decides on 500 at once, each on its own: one that cannot be done leaves the others be', async () => {
  const ids: string[] = [];
  for (let n = 0; n < 498; n++) {
    ids.push((await keep({ kind: 'report', body: { reason: 'other', detail: null }, address: null })).id);
  }
  const bad = await keep({ kind: 'edit', body: edit('phone', 'another', '0116 496 0555') });
  const decided = await decide([...ids, bad.id, 'nobody'], 'accept');
  expect(decided.slice(0, 498).every(({ outcome }) => outcome === 'accepted')).toBe(true);
  expect(decided.slice(498).map(({ outcome }) => outcome)).toEqual(['changed', 'unknown']);
  const more = await app.send('/api/waiting/decisions', { ids: [...ids, 'a', 'b', 'c'], decision: 'reject' });
  expect([more.status, await codeOf(more)]).toEqual([400, 'invalid-request']);
  const amend = { ids: [bad.id, 'b'], decision: 'accept', fields: [{ field: 'name', value: 'x' }] };
  expect(await codeOf(await app.send('/api/waiting/decisions', amend))).toBe('amend-one');
});

it('gives the queue a page at a time, each thing once, the oldest first', async () => {
  const all = await list('?limit=500');
  const ids: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page = await list(`?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`);
    ids.push(...page.waiting.map(({ id }) => id));
    cursor = page.next;
  }
  expect(ids).toEqual(all.waiting.map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
  const times = all.waiting.filter(({ kind, apart }) => kind !== 'twins' && !apart).map(({ at }) => at);
  expect(times).toEqual([...times].sort());
  const other = await app.get(`/api/waiting?kind=edit&cursor=${(await list('?limit=1')).next}`);
  expect(await codeOf(other)).toBe('invalid-cursor');
  const counts = (await (await app.get('/api/waiting/counts')).json()) as { total: number; apart: number };
  expect(counts.total + counts.apart).toBe(all.waiting.length);
});

it('keeps the same thing sent again once, with the same reference', async () => {
  const body = edit('phone', null, '0116 496 0111');
  const [one, again] = [
    await keep({ kind: 'edit', body, key: body.key }),
    await keep({ kind: 'edit', body, key: body.key }),
  ];
  expect(again).toEqual(one);
});
