import type { Sent } from '@kith/core/keep/contribution';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { editOf, type KeepingWorld, keepingWorld, NORTHGATE } from './keeping-world.ts';

let world: KeepingWorld;
beforeAll(async () => {
  world = await keepingWorld();
});
afterAll(() => world.close());

it('keeps every edit that comes while something long is being written, and answers readers meanwhile', async () => {
  world.asks = world.people.steward;
  let end = () => {};
  const held = new Promise<void>((resolve) => {
    end = resolve;
  });
  const long = world.kith.open.db.transaction(async (tx) => {
    await tx.run("insert into meta values ('long', 'begun')");
    await held;
    await tx.run("update meta set value = 'done' where key = 'long'");
  });
  let answered = 0;
  const edits = ['phone', 'notes', 'forWhom', 'access'].map(async (field) => {
    const value = field === 'phone' ? '0116 496 0001' : `Said of ${field}`;
    const changes = [{ field, was: null, value }] as Parameters<typeof editOf>[0];
    await world.send<Sent>(`/api/places/${NORTHGATE}/edits`, editOf(changes));
    answered += 1;
  });
  for (let reads = 0; reads < 20; reads++) await world.place(NORTHGATE);
  expect(answered).toBe(0);
  end();
  await long;
  await Promise.all(edits);
  expect(await world.place(NORTHGATE)).toMatchObject({ phone: '0116 496 0001', notes: 'Said of notes' });
  const { rows } = await world.kith.open.client.execute("select value from meta where key = 'long'");
  expect(rows[0]?.value).toBe('done');
  expect(world.app.heard.failures).toEqual([]);
});
