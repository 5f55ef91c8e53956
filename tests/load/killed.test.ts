import { steadyChance } from '@kith/scripts/house/steady-chance.ts';
import { placeId } from '@kith/scripts/load/place-claims.ts';
import { afterAll, expect, it } from 'vitest';
import { KithServer } from '../drivers/kith-server.ts';
import { quickServer } from '../drivers/quick-server.ts';
import { editOffline, type OfflineDevice, offlineDevice } from './offline-device.ts';
import { smallKith } from './temporary-kith.ts';
import { lookInto, makeWriters, untouchedCopy, type Writer, writeOn } from './writers.ts';

const KILLS = 20;
const PLACES = ['blaby/northgate', 'charnwood/millbrook', 'charnwood/repair'].map((key) =>
  placeId('libraries', key),
);
/** Its device is without a line whenever the server is gone. */
const OFFLINE_PLACE = placeId('kith-venue-facts', 'hall');
const SEED = Number(process.env.KITH_SEED ?? Math.floor(Math.random() * 2 ** 31));

let server: KithServer | undefined;
const folders: (() => void)[] = [];
afterAll(async () => {
  await server?.kill();
  for (const close of folders) close();
});

const after = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const acknowledged = (writers: readonly Writer[]): number =>
  writers.reduce((sum, { edits, added }) => sum + edits.length + added.length, 0);

/** Everything that must hold of the database at any moment. Opens it, and lets go of it again. */
function lookThrough(file: string): Promise<void> {
  return lookInto(file, async (open) => {
    const { execute } = open.client;
    const ask = async (text: string) =>
      (await execute.call(open.client, text)).rows.map((row) => ({ ...row }));
    expect(await ask('pragma integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    expect(await ask('pragma foreign_key_check')).toEqual([]);
    // A change without what it changed, something accepted without its change, and a change that nobody sent.
    const edits = "kind = 'edit' and author like 'org:%'";
    expect(
      await ask(`select id from change where ${edits} and id not in (select change_id from claim)`),
    ).toEqual([]);
    expect(
      await ask(
        `select id from waiting where state = 'accepted' and change_id not in (select id from change)`,
      ),
    ).toEqual([]);
    expect(
      await ask(
        `select id from change where ${edits} and id not in (select change_id from waiting where change_id is not null)`,
      ),
    ).toEqual([]);
    // What a place shows is what was said of it last.
    expect(
      await ask(`select place.id from place join claim on claim.place_id = place.id and claim.field = 'notes'
        where claim.source = 'kith-people' and place.notes is not json_extract(claim.value, '$')
          and claim.id = (select max(id) from claim c where c.place_id = place.id and c.field = 'notes')`),
    ).toEqual([]);
  });
}

it(`killed at ${KILLS} random moments under writes (KITH_SEED=${SEED}), loses nothing acknowledged, writes nothing by half, keeps nothing twice, and lets no edit made meanwhile overwrite another`, async () => {
  console.log(`seed ${SEED}`);
  const random = steadyChance(SEED);
  const kith = await smallKith();
  folders.push(() => kith.close());
  const made = await makeWriters(kith, [...PLACES, OFFLINE_PLACE]);
  const writers = made.slice(0, -1);
  const device = offlineDevice(made.at(-1) as Writer);
  const file = await untouchedCopy(kith);
  const quick = await quickServer();
  folders.push(quick.remove);
  const running = await KithServer.start(file, [quick.entry]);
  server = running;
  let isOver = false;
  /** Told each time that the server is gone, and at the end that it never will be again. */
  let tellGone: (gone: boolean) => void = () => undefined;
  const gone = () => new Promise<boolean>((resolve) => (tellGone = resolve));
  const writing = writers.map((writer) =>
    writeOn(
      writer,
      () => running.url,
      () => isOver,
    ),
  );
  writing.push(editOffline(device, () => running.url, gone));
  const failed = Promise.all(writing).then(() => undefined);
  for (let kill = 0; kill < KILLS; kill++) {
    // Counted in what is acknowledged, so that it is as much on a slow machine; then anywhere within the next writes.
    const until = acknowledged(writers) + 2 + Math.floor(random() * 8);
    while (acknowledged(writers) < until) await Promise.race([after(5), failed]);
    await Promise.race([after(random() * 60), failed]);
    await running.kill();
    tellGone(true);
    // What is looked into is a copy, taken before the server is back.
    await Promise.all([lookThrough(file), running.start()]);
  }
  isOver = true;
  const ending = setInterval(() => tellGone(false), 20);
  await Promise.all(writing).finally(() => clearInterval(ending));
  await running.kill();
  await lookThrough(file);
  await compare(file, writers);
  await compareOffline(file, device);
}, 300_000);

/** What the device sent stands where nobody else had changed it, and nothing of it anywhere else. */
function compareOffline(file: string, { writer, phones, accesses, refused }: OfflineDevice): Promise<void> {
  return lookInto(file, async (open) => {
    const said = async (field: string) => {
      const { rows } = await open.client.execute({
        sql: "select json_extract(value, '$') as value from claim where place_id = ? and field = ? and source = 'kith-people' order by id",
        args: [writer.placeId, field],
      });
      return rows.map((row) => row.value);
    };
    expect(await said('phone')).toEqual(phones);
    expect(await said('access')).toEqual(accesses);
    const { rows } = await open.client.execute({
      sql: "select body from waiting where kind = 'edit' and place_id = ?",
      args: [writer.placeId],
    });
    const bodies = rows.map((row) => String(row.body)).join();
    expect(refused.filter((phone) => bodies.includes(`"value":"${phone}"`))).toEqual([]);
    expect(refused.length).toBeGreaterThan(2);
    console.log(`edits made without a line: ${accesses.length * 2}, of which refused ${refused.length}`);
  });
}

/** Every acknowledged thing is there, once, in the order it was sent; and nothing else is. */
function compare(file: string, writers: readonly Writer[]): Promise<void> {
  return lookInto(file, async (open) => {
    for (const { placeId: id, edits, added, name } of writers) {
      const said = await open.client.execute({
        sql: "select json_extract(value, '$') as value from claim where place_id = ? and field = 'notes' and source = 'kith-people' order by id",
        args: [id],
      });
      expect(said.rows.map((row) => row.value)).toEqual(edits.map(({ value }) => value));
      const sent = await open.client.execute({
        sql: "select key, reference, title, state from waiting where kind = 'new-place' and title like ? order by at, rowid",
        args: [`${name}:%`],
      });
      const kept = sent.rows.map((row) => `${row.key} ${row.reference} ${row.title} ${row.state}`);
      expect(kept.sort()).toEqual(
        added.map((each) => `${each.key} ${each.reference} ${each.name} waiting`).sort(),
      );
      expect(edits.length).toBeGreaterThan(0);
      expect(added.length).toBeGreaterThan(0);
    }
    expect(acknowledged(writers)).toBeGreaterThan(2 * KILLS);
    const again = writers.reduce((sum, writer) => sum + writer.again, 0);
    expect(again).toBeGreaterThan(KILLS);
    const counts = writers.map(({ edits, added }) => edits.length + added.length);
    console.log(`acknowledged ${counts.join(' + ')}, sent again ${again} times`);
  });
}
