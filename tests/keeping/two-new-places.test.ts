import { toDegrees } from '@kith/api/geo/national-grid';
import { compareEarlier } from '@kith/api/store/keep/compare-earlier';
import type { SentAnswer } from '@kith/api/store/keep/sent-store';
import type { NewPlace, Sent } from '@kith/core/keep/contribution';
import type { Done, Waiting, WaitingDetail } from '@kith/core/keep/queue';
import { VISITOR } from '@kith/core/keep/roles';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type KeepingWorld, keepingWorld, NORTHGATE, newPlace } from '../contract/keeping-world.ts';
import { codeOf } from '../contract/kith-app.ts';

let world: KeepingWorld;
beforeAll(async () => {
  world = await keepingWorld();
});
afterAll(() => world.close());

/** Sent by a visitor. @returns its id in the queue and its reference */
async function sent(more: Partial<NewPlace>) {
  world.asks = VISITOR;
  const { reference } = await world.send<Sent>('/api/contributions', newPlace(more));
  world.asks = world.people.steward;
  const line = (await list()).find((each) => each.reference === reference);
  if (line === undefined) throw new Error(`${more.name} does not wait`);
  return line;
}
const list = async () => (await world.read<{ waiting: Waiting[] }>('/api/waiting?limit=500')).waiting;
const detail = (id: string) => world.read<WaitingDetail>(`/api/waiting/${id}`);
const others = async (id: string) => (await detail(id)).neighbours.filter(({ waits }) => waits !== null);
const marked = async (id: string) => (await list()).find((line) => line.id === id)?.reasons ?? [];
const decide = async (body: object) =>
  (await world.send<{ decided: { outcome: string; message: string }[] }>('/api/waiting/decisions', body, 200))
    .decided;
const answer = (reference: string | null) => world.read<SentAnswer>(`/api/sent/${reference}`);

it('shows each of two that were sent of the other; one goes in, and who sent the other is led there', async () => {
  const one = await sent({ name: 'Narborough Men’s Shed', kind: 'group' });
  const other = await sent({
    name: 'The Men’s Shed, Narborough',
    kind: 'group',
    pin: toDegrees(456_440, 297_320),
  });
  // Of other words: three that are nearly the same would be taken for a flood.
  await sent({
    name: 'Enderby Choir',
    kind: 'group',
    address: 'Mill Lane',
    openingHours: null,
    forWhom: 'Anyone who sings',
  });
  expect(await others(one.id)).toMatchObject([
    { waits: other.id, id: other.placeId, name: 'The Men’s Shed, Narborough', straightMetres: 45 },
  ]);
  expect((await others(other.id)).map(({ waits }) => waits)).toEqual([one.id]);
  expect((await others(one.id))[0]?.likeness).toBeGreaterThan(0.5);
  expect(await marked(one.id)).toContain(
    'may be the same as another new place that waits: The Men’s Shed, Narborough',
  );
  expect(await marked(other.id)).toContain(
    'may be the same as another new place that waits: Narborough Men’s Shed',
  );
  // What waits is for stewards: whoever adds a place is not told of it.
  world.asks = VISITOR;
  const { neighbours } = await world.read<{ neighbours: object[] }>(
    `/api/look-alikes?name=${encodeURIComponent('Narborough Men’s Shed')}&lon=-1.17&lat=52.57`,
  );
  expect(JSON.stringify(neighbours)).not.toContain('Shed');
  world.asks = world.people.steward;

  expect(await decide({ ids: [one.id], decision: 'accept' })).toMatchObject([{ outcome: 'accepted' }]);
  expect(await others(other.id)).toEqual([]);
  expect((await marked(other.id)).join()).not.toContain('another new place');
  expect(await decide({ ids: [other.id], decision: 'reject', sameAs: one.placeId })).toMatchObject([
    { outcome: 'rejected' },
  ]);
  expect(await answer(other.reference)).toMatchObject({
    state: 'rejected',
    note: null,
    sameWaits: false,
    sameAs: { id: one.placeId, name: 'Narborough Men’s Shed' },
    placeId: null,
  });
});

it('leads on once the other is listed, also where that came later', async () => {
  const friends = {
    name: 'Huncote Library Friends',
    kind: 'hub',
    address: 'Sportsfield Lane',
    openingHours: null,
    forWhom: 'Readers',
  } as const;
  const one = await sent({ ...friends, pin: toDegrees(451_900, 297_200) });
  const other = await sent({ ...friends, pin: toDegrees(451_910, 297_220) });
  expect(await marked(one.id)).toContain('another new place of this name waits: they may be one');
  await decide({ ids: [other.id], decision: 'reject', sameAs: one.placeId });
  expect(await answer(other.reference)).toMatchObject({
    note: null,
    sameWaits: true,
    sameAs: null,
  });
  await decide({ ids: [one.id], decision: 'accept' });
  expect(await answer(other.reference)).toMatchObject({
    sameWaits: false,
    sameAs: { id: one.placeId },
  });
  // It is called what the place is called now, and no more of it stands under what was turned down.
  await world.kith.open.client.execute({
    sql: `update place set name = 'The Library Friends' where id = ?`,
    args: [one.placeId],
  });
  expect(await answer(other.reference)).toMatchObject({
    note: null,
    sameAs: { name: 'The Library Friends' },
  });
});

it('leads on to what that one is the same as, where it is rejected as the same too', async () => {
  const at = { kind: 'hall', pin: toDegrees(453_500, 294_000) } as const;
  const one = await sent({ ...at, name: 'Sharnford Hall' });
  const other = await sent({ ...at, name: 'Sharnford Hall' });
  await decide({ ids: [one.id], decision: 'reject', sameAs: other.placeId });
  const [done] = await decide({ ids: [other.id], decision: 'reject', sameAs: NORTHGATE });
  expect(done).not.toHaveProperty('waitAgain');
  for (const { reference } of [one, other]) {
    expect(await answer(reference)).toMatchObject({ state: 'rejected', sameAs: { id: NORTHGATE } });
  }
});

it('lets one wait again where what it was taken for is rejected, and says so', async () => {
  const at = { kind: 'hall', pin: toDegrees(450_500, 299_000) } as const;
  const one = await sent({ ...at, name: 'Aston Hall' });
  const other = await sent({ ...at, name: 'Aston Hall' });
  await decide({ ids: [one.id], decision: 'reject', sameAs: other.placeId });
  world.now = '2026-11-23T11:00:00.000Z';
  expect(await decide({ ids: [other.id], decision: 'reject', note: 'No such hall' })).toMatchObject([
    {
      outcome: 'rejected',
      message: expect.stringContaining('1 other that was rejected as the same waits again.'),
      waitAgain: [one.id],
    },
  ]);
  expect((await list()).map(({ id }) => id)).toContain(one.id);
  expect(await answer(one.reference)).toMatchObject({
    state: 'waiting',
    sameAs: null,
    sameWaits: false,
    putBackAt: world.now,
  });
  const { done } = await world.read<{ done: Done[] }>('/api/waiting/done');
  expect(done.slice(0, 2)).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ reference: one.reference, outcome: 'put-back', by: 'you' }),
      expect.objectContaining({ reference: other.reference, outcome: 'rejected' }),
    ]),
  );
});

it('lets one wait again where what it was taken for is removed for good', async () => {
  const at = { kind: 'hall', pin: toDegrees(450_500, 296_000) } as const;
  const one = await sent({ ...at, name: 'Potters Marston Hall' });
  const other = await sent({ ...at, name: 'Potters Marston Hall' });
  await decide({ ids: [one.id], decision: 'reject', sameAs: other.placeId });
  world.asks = { ...world.people.steward, role: 'administrator' };
  await world.app.send('/api/removals', { what: 'sent', id: other.id });
  expect(await answer(one.reference)).toMatchObject({ state: 'waiting', sameWaits: false });
});

const TURNED_DOWN = 'nearly the same was turned down before';
it('does not take those that are rejected as the same for spam that was turned down', async () => {
  const words =
    'Retired engineers open the workshop behind the chapel each Tuesday morning: bring a chair, a bicycle or a radio and stay for soup';
  const where = { pin: toDegrees(459_500, 293_500), address: null, openingHours: null, forWhom: null };
  const at = { kind: 'group', ...where } as const;
  const one = await sent({ ...at, name: 'Chapel Shed', notes: words });
  const other = await sent({ ...at, name: 'The Chapel Shed', notes: `${words} at noon` });
  await decide({ ids: [other.id], decision: 'reject', sameAs: one.placeId });
  const third = await sent({ ...at, name: 'Chapel Workshop', notes: `${words} with bread` });
  expect(third.reasons).not.toContain(TURNED_DOWN);
  await decide({ ids: [third.id], decision: 'reject' });
  const fourth = await sent({ ...at, name: 'Chapel Repairs', notes: `${words} and tea` });
  expect(fourth.reasons).toContain(TURNED_DOWN);
});

it('finds the same as what is not there, or of what is accepted, a mistake', async () => {
  const one = await sent({ name: 'Cosby Quilters', pin: toDegrees(454_700, 294_800) });
  const nowhere = 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa';
  for (const sameAs of [nowhere, one.placeId]) {
    expect(await decide({ ids: [one.id], decision: 'reject', sameAs })).toMatchObject([
      { outcome: 'refused' },
    ]);
  }
  const both = { ids: [one.id], decision: 'accept', sameAs: nowhere };
  expect(await codeOf(await world.app.send('/api/waiting/decisions', both))).toBe('same-is-rejected');
});

it('compares what was sent while one was turned down, and what a Kith before this one was sent', async () => {
  const at = { kind: 'hall', pin: toDegrees(458_300, 300_100) } as const;
  const one = await sent({ ...at, name: 'Whetstone Scout Hut' });
  await decide({ ids: [one.id], decision: 'reject' });
  const other = await sent({ ...at, name: 'Whetstone Scout Hut' });
  expect(await others(other.id)).toEqual([]);
  expect((await world.app.send(`/api/waiting/${one.id}/put-back`, { decidedAt: world.now })).status).toBe(
    204,
  );
  expect((await others(other.id)).map(({ waits }) => waits)).toEqual([one.id]);

  const { client, db } = world.kith.open;
  await client.execute('delete from waiting_alike');
  await client.execute('delete from waiting_spot');
  expect(await others(one.id)).toEqual([]);
  expect(await compareEarlier(db)).toBe((await list()).filter(({ kind }) => kind === 'new-place').length);
  expect((await others(one.id)).map(({ waits }) => waits)).toEqual([other.id]);
  expect(await compareEarlier(db)).toBe(0);
});
