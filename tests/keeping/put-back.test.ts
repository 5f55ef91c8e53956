import { forgetOldSenders } from '@kith/api/store/keep/sender-hash';
import type { SentAnswer } from '@kith/api/store/keep/sent-store';
import type { Sent } from '@kith/core/keep/contribution';
import type { Done, Waiting } from '@kith/core/keep/queue';
import { type Person, VISITOR } from '@kith/core/keep/roles';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { editOf, type KeepingWorld, keepingWorld, NORTHGATE, newPlace } from '../contract/keeping-world.ts';
import { codeOf } from '../contract/kith-app.ts';
import { TINY_PNG } from '../contract/photo-bytes.ts';

let world: KeepingWorld;
let another: Person;
beforeAll(async () => {
  world = await keepingWorld();
  another = { ...world.people.steward, id: String(world.people.contributor.id) };
});
afterAll(() => world.close());

let second = 0;
/** As somebody, a while later. */
function as(who: Person): void {
  world.asks = who;
  world.now = new Date(Date.parse('2026-11-23T10:00:00Z') + second++ * 1_000).toISOString();
}
const steward = () => as(world.people.steward);
const waits = async () => (await world.read<{ waiting: Waiting[] }>('/api/waiting')).waiting;
const done = async () => (await world.read<{ done: Done[] }>('/api/waiting/done')).done;
const decide = (id: string, decision: string, note: string | null = null) =>
  world.send<{ decided: { outcome: string }[] }>(
    '/api/waiting/decisions',
    { ids: [id], decision, note },
    200,
  );
const putBack = (id: string, decidedAt: string) =>
  world.app.send(`/api/waiting/${id}/put-back`, { decidedAt });

/** Something that a visitor sends and a steward turns down. @returns its id, its reference and when that was */
async function turnedDown(path: string, body: unknown) {
  as(VISITOR);
  const { reference } = await world.send<Sent>(path, body);
  steward();
  const id = (await waits()).find((line) => line.reference === reference)?.id ?? '';
  await decide(id, 'reject', 'We rang: it is another.');
  return { id, reference, at: world.now };
}
const edit = (field: 'notes' | 'access' | 'forWhom', value: string) => editOf([{ field, was: null, value }]);
const answer = (reference: string) => world.read<SentAnswer>(`/api/sent/${reference}`);

it('puts back what was turned down: it waits again, its sender reads so, and the log says who did both', async () => {
  const { id, reference, at } = await turnedDown(
    `/api/places/${NORTHGATE}/edits`,
    edit('notes', 'Tea on Tuesdays'),
  );
  expect(await answer(reference)).toMatchObject({ state: 'rejected', putBackAt: null });
  as(another);
  expect((await putBack(id, at)).status).toBe(204);
  expect((await waits()).map((line) => line.id)).toContain(id);
  expect(await answer(reference)).toMatchObject({
    state: 'waiting',
    note: null,
    decidedAt: null,
    putBackAt: world.now,
  });
  expect((await done()).slice(0, 2)).toMatchObject([
    { reference, outcome: 'put-back', at: world.now, by: 'you', undone: false, note: null },
    {
      reference,
      outcome: 'rejected',
      at,
      by: 'another steward',
      undone: true,
      note: 'We rang: it is another.',
    },
  ]);
  // Accepted after all, it is as any other.
  await decide(id, 'accept');
  expect(await answer(reference)).toMatchObject({ state: 'accepted', putBackAt: null });
  expect((await world.place(NORTHGATE)).notes).toBe('Tea on Tuesdays');
});

it('tells whoever signed in the same under what they sent', async () => {
  as(world.people.contributor);
  const { reference } = await world.send<Sent>(`/api/places/${NORTHGATE}/reports`, {
    reason: 'other',
    detail: 'The gate sticks',
  });
  steward();
  const id = (await waits()).find((line) => line.reference === reference)?.id ?? '';
  await decide(id, 'reject');
  await putBack(id, world.now);
  const at = world.now;
  as(world.people.contributor);
  const me = await world.read<{ waiting: SentAnswer[] }>('/api/me');
  expect(me.waiting).toMatchObject([{ reference, state: 'waiting', putBackAt: at, sameAs: null }]);
});

it('is the same asked twice by one steward; the second of two is told, and so is whoever comes too late', async () => {
  const { id, at } = await turnedDown(`/api/places/${NORTHGATE}/edits`, edit('access', 'A ramp'));
  expect([(await putBack(id, at)).status, (await putBack(id, at)).status]).toEqual([204, 204]);
  expect((await done()).filter((line) => line.id.endsWith(id))).toHaveLength(2);
  as(another);
  const late = await putBack(id, at);
  expect([late.status, await codeOf(late)]).toEqual([409, 'not-now']);
  // Turned down again: the first decision is not the one that stands.
  await decide(id, 'reject');
  steward();
  const stale = await putBack(id, at);
  expect([stale.status, await codeOf(stale)]).toEqual([409, 'not-now']);
  const both = await Promise.all([
    putBack(id, stamp(await done(), id)),
    putBack(id, stamp(await done(), id)),
  ]);
  expect(both.map(({ status }) => status)).toEqual([204, 204]);
  await decide(id, 'accept');
  const accepted = await putBack(id, world.now);
  expect([accepted.status, (await accepted.json()).error.message]).toEqual([
    409,
    expect.stringContaining('from its history'),
  ]);
  expect((await putBack('nothing', at)).status).toBe(404);
});
const stamp = (lines: readonly Done[], id: string): string => lines.find((line) => line.id === id)?.at ?? '';

it('gives a new place its photo back, for stewards alone; a photo that was let go is not put back', async () => {
  const upload = async (query: string) => {
    as(VISITOR);
    const sent = await world.app.request(`/api/photos?${query}`, {
      method: 'POST',
      headers: { 'Content-Type': 'image/png' },
      body: new Uint8Array(TINY_PNG),
    });
    return (await sent.json()) as { id: string; reference: string };
  };
  const { id: photo } = await upload('alt=The%20red%20door');
  const place = await turnedDown('/api/contributions', newPlace({ photos: [photo] }));
  const seen = async (who: Person) => {
    as(who);
    return (await world.app.get(`/api/photos/${photo}`)).status;
  };
  steward();
  expect((await putBack(place.id, place.at)).status).toBe(204);
  expect([await seen(VISITOR), await seen(world.people.steward)]).toEqual([404, 200]);
  await decide(place.id, 'accept');
  expect(await seen(VISITOR)).toBe(200);

  const { reference } = await upload(`alt=The%20ramp&place=${NORTHGATE}`);
  steward();
  const id = (await waits()).find((line) => line.reference === reference)?.id ?? '';
  await decide(id, 'reject');
  const at = world.now;
  await world.kith.open.client.execute(`delete from photo where alt = 'The ramp'`);
  const gone = await putBack(id, at);
  expect([gone.status, await codeOf(gone)]).toEqual([409, 'not-now']);
  expect((await waits()).map((line) => line.id)).not.toContain(id);
});

it('forgets the address of whoever sent it after 30 days all the same', async () => {
  const { id, at } = await turnedDown(`/api/places/${NORTHGATE}/edits`, edit('forWhom', 'Everyone'));
  await world.kith.open.client.execute({
    sql: `update waiting set sender_hash = 'h' where id = ?`,
    args: [id],
  });
  await putBack(id, at);
  await forgetOldSenders(world.kith.open.db, '2026-12-24');
  const { rows } = await world.kith.open.client.execute({
    sql: 'select sender_hash from waiting where id = ?',
    args: [id],
  });
  expect(rows[0]?.sender_hash).toBeNull();
});
