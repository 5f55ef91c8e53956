import { randomUUID } from 'node:crypto';
import { copyFileSync, existsSync, mkdtempSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { logChange } from '@kith/api/store/claim-store';
import { databaseSetting } from '@kith/api/store/database-setting';
import { startKeeping } from '@kith/api/store/keep/keeper-store';
import { type OpenDatabase, openDatabase } from '@kith/api/store/open';
import { createStores } from '@kith/api/store/stores';
import { bareNewPlace } from '../contract/new-place.ts';
import type { TemporaryKith } from './temporary-kith.ts';

const LEICESTER = { lon: -1.13, lat: 52.63 };

/** A program of an organisation that keeps one place, with a key of its own. */
export interface Writer {
  readonly name: string;
  readonly placeId: string;
  readonly token: string;
  /** Notes of the place that were acknowledged, in order, and places added, by the key they were sent with. */
  readonly edits: { readonly key: string; readonly value: string; readonly reference: string }[];
  readonly added: { readonly key: string; readonly name: string; readonly reference: string }[];
  /** How often something had to be sent again because no answer came. */
  again: number;
}

/** Gives each place a keeper with a key. */
export async function makeWriters(kith: TemporaryKith, placeIds: readonly string[]): Promise<Writer[]> {
  const { organisations, tokens } = createStores(kith.open.db);
  const at = '2026-11-22T10:00:00.000Z';
  const writers: Writer[] = [];
  for (const [n, placeId] of placeIds.entries()) {
    const name = `writer ${n}`;
    const id = await organisations.create({ name, website: null }, at);
    const { token } = await tokens.make(id, 'test', 'person:test', at);
    await kith.open.db.transaction(async (tx) => {
      const change = await logChange(tx, { kind: 'edit', at, author: 'person:test', summary: 'Keeps it' });
      await startKeeping(tx, placeId, id, change, at);
    });
    writers.push({ name, placeId, token, edits: [], added: [], again: 0 });
  }
  return writers;
}

/**
 * Writes without end, one thing after another: notes of its place (which stand at once) and now and then a new place
 * (which waits). What was not acknowledged is sent again with the same key until it is.
 */
export async function writeOn(writer: Writer, url: () => string, isOver: () => boolean): Promise<void> {
  let was: string | null = null;
  for (let n = 1; !isOver(); n++) {
    const key = randomUUID();
    const adds = n % 4 === 0;
    const value = `${writer.name}: ${adds ? 'hall' : 'note'} ${n}`;
    const path = adds ? '/api/contributions' : `/api/places/${writer.placeId}/edits`;
    const body = adds
      ? bareNewPlace({ key, name: value, kind: 'hall', pin: LEICESTER })
      : { key, changes: [{ field: 'notes', was, value }], why: null };
    const reference = await sendUntilKept(writer, url, path, body);
    if (adds) writer.added.push({ key, name: value, reference });
    else {
      writer.edits.push({ key, value, reference });
      was = value;
    }
  }
}

async function sendUntilKept(writer: Writer, url: () => string, path: string, body: object): Promise<string> {
  const { status, said } = await sendUntilAnswered(writer, url, path, body);
  if (status !== 201) throw new Error(`${path} was refused: ${status} ${JSON.stringify(said)}`);
  return String(said.reference);
}

/** Sends the same again, with its key, until there is a whole answer: that it is kept, or that it is refused. */
export async function sendUntilAnswered(
  writer: Pick<Writer, 'token' | 'again'>,
  url: () => string,
  path: string,
  body: object,
): Promise<{ readonly status: number; readonly said: Record<string, unknown> }> {
  for (let tries = 0; tries < 1_000; tries++) {
    const answer = await fetch(`${url()}${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${writer.token}` },
      body: JSON.stringify(body),
    }).catch(() => undefined);
    // The answer may end before it is whole: then it is as if none had come.
    const said = (await answer?.text().catch(() => undefined)) ?? '';
    if (answer !== undefined && answer.status !== 503 && said.endsWith('}')) {
      return { status: answer.status, said: JSON.parse(said) as Record<string, unknown> };
    }
    writer.again += 1;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${path} was never answered`);
}

/**
 * A copy of the database in a file that this process has never opened: a connection is let go of late, and whoever has
 * a file open keeps alive what a power cut takes away.
 */
export async function untouchedCopy(kith: TemporaryKith): Promise<string> {
  await kith.open.client.execute('pragma wal_checkpoint(truncate)');
  const file = join(kith.folder, 'served.db');
  copyFileSync(kith.file, file);
  return file;
}

/** Looks into a copy of a file that nobody writes to just now, with what was still to be written into it. */
export async function lookInto<T>(file: string, look: (open: OpenDatabase) => Promise<T>): Promise<T> {
  const copy = join(mkdtempSync(join(dirname(file), 'look-')), 'copy.db');
  for (const end of ['', '-wal'])
    if (existsSync(`${file}${end}`)) copyFileSync(`${file}${end}`, `${copy}${end}`);
  const open = await openDatabase(databaseSetting({ KITH_DB: copy }, '/'));
  try {
    return await look(open);
  } finally {
    open.close();
  }
}
