import { toDegrees } from '@kith/api/geo/national-grid';
import { databaseSetting } from '@kith/api/store/database-setting';
import { compareEarlier } from '@kith/api/store/keep/compare-earlier';
import { likelyAlike, waitingLike } from '@kith/api/store/keep/waiting-alike';
import { openDatabase } from '@kith/api/store/open';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type KeepingWorld, keepingWorld, newPlace } from '../contract/keeping-world.ts';

const PLACES = 30;
const AT_ONCE = { between: async () => undefined, later: async () => undefined };

let world: KeepingWorld;
beforeEach(async () => {
  world = await keepingWorld();
  for (let at = 0; at < PLACES; at++) await waits(idOf(at), `Hall ${at % 7}`, 456_400 + at);
});
afterEach(() => world.close());

/** Sent to a Kith that did not compare what it was sent. @param apart 1 if set apart */
async function waits(id: string, name: string, easting: number, apart = 0) {
  const body = newPlace({ name, kind: 'hall', pin: toDegrees(easting, 297_300) });
  await world.kith.open.client.execute({
    sql: `insert into waiting (id, reference, kind, title, summary, body, key, at, role, doubt, apart, reasons)
      values (?, ?, 'new-place', ?, '', ?, ?, ?, 'visitor', 0, ?, '[]')`,
    args: [id, id, name, JSON.stringify(body), body.key, world.now, apart],
  });
}
const idOf = (at: number) => `place-${String(at).padStart(2, '0')}`;
async function compared(): Promise<string[]> {
  const { rows } = await world.kith.open.client.execute('select waiting_id from waiting_spot order by 1');
  return rows.map((row) => String(row[0]));
}
const all = (but: readonly number[] = []) =>
  Array.from({ length: PLACES }, (_, at) => at)
    .filter((at) => !but.includes(at))
    .map(idOf);

it('lets others be served after each place', async () => {
  let turns = 0;
  const timer = setInterval(() => {
    turns += 1;
  }, 1);
  expect(await compareEarlier(world.kith.open.db)).toBe(PLACES);
  clearInterval(timer);
  expect(turns).toBeGreaterThanOrEqual(PLACES);
});

it('passes over what is gone, decided or compared by another meanwhile, and what fails, and does the rest', async () => {
  const { client, db } = world.kith.open;
  await client.execute(`create trigger none before insert on waiting_spot when new.waiting_id = '${idOf(9)}'
    begin select raise(abort, 'not this one'); end`);
  let told = false;
  const between = async () => {
    if (told) return;
    told = true;
    await client.execute(`delete from waiting where id = '${idOf(3)}'`);
    await client.execute(`update waiting set state = 'rejected' where id = '${idOf(4)}'`);
    await client.execute(`insert into waiting_spot (waiting_id, easting, northing, precision, spread_metres)
      values ('${idOf(5)}', 456405, 297300, 'exact', 0)`);
  };
  await expect(compareEarlier(db, { ...AT_ONCE, between })).rejects.toThrow();
  expect(await compared()).toEqual(all([3, 4, 9]));
  await client.execute('drop trigger none');
  expect(await compareEarlier(db, AT_ONCE)).toBe(1);
  expect(await compared()).toEqual(all([3, 4]));
});

it('leaves a database that another writes to alone for a while, and then does the rest', async () => {
  const { kith } = world;
  const setting = databaseSetting({ KITH_DB: kith.file }, kith.folder);
  const [mine, another] = [await openDatabase(setting, 10), await openDatabase(setting, 10)];
  const begun: Awaited<ReturnType<typeof another.client.transaction>>[] = [];
  let waits = 0;
  const pauses = {
    between: async () => {
      if (begun.length === 0) begun.push(await another.client.transaction('write'));
    },
    later: async () => {
      waits += 1;
      if (waits === 2) await begun[0]?.commit();
    },
  };
  expect(await compareEarlier(mine.db, pauses)).toBe(PLACES);
  expect(waits).toBe(2);
  expect(await compared()).toEqual(all());
  another.close();
  mine.close();
});

it('gives up on one that stays busy, with what is compared kept', async () => {
  const { kith } = world;
  const setting = databaseSetting({ KITH_DB: kith.file }, kith.folder);
  const [mine, another] = [await openDatabase(setting, 10), await openDatabase(setting, 10)];
  const begun: Awaited<ReturnType<typeof another.client.transaction>>[] = [];
  const between = async () => {
    if (begun.length === 0) begun.push(await another.client.transaction('write'));
  };
  await expect(compareEarlier(mine.db, { ...AT_ONCE, between })).rejects.toThrow();
  expect(await compared()).toEqual([idOf(0)]);
  await begun[0]?.rollback();
  another.close();
  mine.close();
  expect(await compareEarlier(kith.open.db, AT_ONCE)).toBe(PLACES - 1);
});

it('hides no honest place from another behind a flood that is set apart, and names none of the flood', async () => {
  const { client, db } = world.kith.open;
  const name = 'Foxglove Rooms';
  await waits('m-first', name, 456_445);
  for (let at = 0; at < 12; at++) await waits(`flood-${at}`, name, 456_400, 1);
  await waits('z-last', name, 456_400);
  await compareEarlier(db, AT_ONCE);
  expect((await waitingLike(db, 'z-last')).map((each) => each.waits)[0]).toBe('m-first');
  expect((await waitingLike(db, 'm-first')).map((each) => each.waits)[0]).toBe('z-last');
  expect(await likelyAlike(db, ['m-first', 'z-last'])).toEqual(
    new Map([
      ['m-first', name],
      ['z-last', name],
    ]),
  );
  await client.execute(`update waiting set apart = 1 where id = 'm-first'`);
  expect([...(await likelyAlike(db, ['z-last'])).keys()]).toEqual([]);
});
