import { spawn } from 'node:child_process';
import { appendFileSync, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { placeId } from '@kith/scripts/load/place-claims.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { KithServer } from '../drivers/kith-server.ts';
import { smallKith, type TemporaryKith } from './temporary-kith.ts';
import { lookInto, makeWriters, untouchedCopy, type Writer, writeOn } from './writers.ts';

const root = join(import.meta.dirname, '..', '..');
const PLACES = ['blaby/northgate', 'charnwood/millbrook'].map((key) => placeId('libraries', key));

let kith: TemporaryKith;
let file: string;
let server: KithServer;
let writers: Writer[];
let isOver = false;
let writing: Promise<unknown>;
const backup = () => join(kith.folder, 'backup.db');

beforeAll(async () => {
  kith = await smallKith();
  writers = await makeWriters(kith, PLACES);
  file = await untouchedCopy(kith);
  server = await KithServer.start(file);
  writing = Promise.all(
    writers.map((writer) =>
      writeOn(
        writer,
        () => server.url,
        () => isOver,
      ),
    ),
  );
});
afterAll(async () => {
  isOver = true;
  await server?.stop();
  kith?.close();
});

/** A command of package.json, as its user runs it. */
function run(name: 'backup' | 'restore', args: string[], database = file) {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', join(root, 'scripts', name, 'index.ts'), '--db', database, ...args],
    { cwd: root },
  );
  let said = '';
  child.stdout.on('data', (data) => (said += data));
  child.stderr.on('data', (data) => (said += data));
  return new Promise<{ code: number | null; said: string }>((resolve) =>
    child.on('close', (code) => resolve({ code, said })),
  );
}

function notesIn(kept: string, id: string): Promise<unknown[]> {
  return lookInto(kept, async ({ client }) => {
    const { rows } = await client.execute({
      sql: "select json_extract(value, '$') as value from claim where place_id = ? and field = 'notes' and source = 'kith-people' order by id",
      args: [id],
    });
    return rows.map((row) => row.value);
  });
}

const moreEdits = async (writer: Writer) => {
  const before = writer.edits.length;
  while (writer.edits.length < before + 5) await new Promise((resolve) => setTimeout(resolve, 20));
};

it('a backup while people write is whole, and has all that was acknowledged before it', async () => {
  for (const writer of writers) await moreEdits(writer);
  const acknowledged = writers.map(({ edits }) => edits.length);
  const made = await run('backup', [backup()]);
  expect(made).toMatchObject({ code: 0, said: expect.stringContaining('looked through and whole') });
  expect(statSync(backup()).mode & 0o777).toBe(0o600);
  expect(readFileSync(`${backup()}.sha256`, 'utf8')).toMatch(/^[0-9a-f]{64} {2}backup\.db\n$/);
  expect(
    readdirSync(kith.folder)
      .filter((name) => name.startsWith('backup'))
      .sort(),
  ).toEqual(['backup.db', 'backup.db.sha256']);
  for (const [at, writer] of writers.entries()) {
    const notes = await notesIn(backup(), writer.placeId);
    expect(notes.length).toBeGreaterThanOrEqual(acknowledged[at] ?? 0);
    // Nothing is missing in the middle: what it has is how it stood at one moment.
    expect(notes).toEqual(writer.edits.slice(0, notes.length).map(({ value }) => value));
  }
  for (const writer of writers) await moreEdits(writer);
  expect(await run('backup', [backup()])).toMatchObject({
    code: 1,
    said: expect.stringContaining('is there already'),
  });
});

it('a restore is refused while Kith serves, and nothing is changed', async () => {
  const refused = await run('restore', [backup()]);
  expect(refused).toMatchObject({ code: 1, said: expect.stringContaining('Nothing was changed. Stop it') });
  expect(readdirSync(kith.folder).filter((name) => /restoring|before/.test(name))).toEqual([]);
  for (const writer of writers) await moreEdits(writer);
});

it('a restore of a stopped Kith goes back to the backup and keeps what stood aside', async () => {
  isOver = true;
  await writing;
  await server.stop();
  const noted = await lookInto(file, async ({ client }) =>
    client.execute("select value from meta where key = 'last-backup'"),
  );
  const { size } = statSync(backup());
  expect(JSON.parse(String(noted.rows[0]?.value))).toMatchObject({ file: 'backup.db', bytes: size });
  const now = await Promise.all(writers.map(({ placeId: id }) => notesIn(file, id)));
  const then = await Promise.all(writers.map(({ placeId: id }) => notesIn(backup(), id)));
  const made = await run('restore', [backup()]);
  expect(made).toMatchObject({ code: 0, said: expect.stringContaining('Start Kith again') });
  const aside = /kept in (\S+)/.exec(made.said)?.[1] ?? '';
  for (const [at, { placeId: id }] of writers.entries()) {
    expect(await notesIn(file, id)).toEqual(then[at]);
    expect(await notesIn(aside, id)).toEqual(now[at]);
    expect(now[at]?.length).toBeGreaterThan(then[at]?.length ?? 0);
  }
  await server.start();
  const shown = await fetch(`${server.url}/api/places/${PLACES[0]}`);
  expect(await shown.json()).toMatchObject({ notes: then[0]?.at(-1) });
  await server.stop();
});

it('refuses what is cut short, what is no database of Kith, what is not there, and a database elsewhere', async () => {
  const before = readFileSync(file);
  appendFileSync(backup(), 'x');
  expect((await run('restore', [backup()])).said).toContain('cut short or changed on the way');
  const text = join(kith.folder, 'text.db');
  appendFileSync(text, 'this is no database, and long enough to be looked at as if it were one. '.repeat(20));
  expect(await run('restore', [text])).toMatchObject({ code: 1 });
  expect((await run('restore', [join(kith.folder, 'none.db')])).said).toContain('There is no file');
  expect((await run('backup', [], 'libsql://kith.example.org')).said).toContain(
    'backups of whoever runs that server',
  );
  expect(readFileSync(file).equals(before)).toBe(true);
  expect(existsSync(`${file}.restoring`)).toBe(false);
});
