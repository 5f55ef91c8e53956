import { existsSync, readFileSync } from 'node:fs';
import { databaseSetting } from '@kith/api/store/database-setting';
import { startKeeping } from '@kith/api/store/keep/keeper-store';
import { overwriteRemoved } from '@kith/api/store/keep/overwrite-removed';
import { forgetTurnedDown } from '@kith/api/store/keep/photo-store';
import { removeForGood } from '@kith/api/store/keep/remove-for-good';
import { mergePlaces } from '@kith/api/store/merge-store';
import { openDatabase } from '@kith/api/store/open';
import type { Sent } from '@kith/core/keep/contribution';
import type { HistoryEntry } from '@kith/core/keep/history';
import { REMOVABLE, type RemovableThing, type Removal } from '@kith/core/keep/removal';
import { type Person, VISITOR } from '@kith/core/keep/roles';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  accept,
  editOf,
  type KeepingWorld,
  keepingWorld,
  MILLBROOK,
  NORTHGATE,
  newPlace,
  SPOT,
} from './keeping-world.ts';
import { jpeg } from './photo-bytes.ts';

let world: KeepingWorld;
let administrator: Person;
beforeAll(async () => {
  world = await keepingWorld();
  administrator = { ...world.people.steward, role: 'administrator' };
});
afterAll(() => world.close());
beforeEach(() => {
  world.asks = VISITOR;
});

const rowsOf = async (sql: string) => (await world.kith.open.client.execute(sql)).rows;
async function find(about: string): Promise<RemovableThing[]> {
  world.asks = administrator;
  const path = `/api/removals?about=${encodeURIComponent(about)}`;
  return (await world.read<{ things: RemovableThing[] }>(path)).things;
}
async function remove({ what, id }: Removal, expected = 200) {
  world.asks = administrator;
  return world.send('/api/removals', { what, id }, expected);
}
/** The one thing of its kind whose text holds some words. */
function thing(things: readonly RemovableThing[], what: Removal['what'], words: string): RemovableThing {
  const found = things.filter((each) => each.what === what && each.text.includes(words));
  expect(found.map(({ text }) => text)).toHaveLength(1);
  return found[0] as RemovableThing;
}
/** A photo that was sent in. @returns its id */
async function photoOf(alt: string): Promise<string> {
  const bytes = jpeg({ width: 40, height: 30 });
  const answer = await world.app.request(`/api/photos?alt=${encodeURIComponent(alt)}`, {
    method: 'POST',
    headers: { 'Content-Type': 'image/jpeg' },
    body: new Uint8Array(bytes),
  });
  return ((await answer.json()) as { id: string }).id;
}
/** Whether some words are anywhere in the files of the database, in capitals or small. */
const isOnDisk = (words: string) =>
  ['', '-wal'].some((end) => {
    const file = `${world.kith.file}${end}`;
    return existsSync(file) && readFileSync(file, 'latin1').toLowerCase().includes(words.toLowerCase());
  });
const historyOf = async (id: string) =>
  (await world.read<{ history: HistoryEntry[] }>(`/api/places/${id}/history`)).history;

describe('what a person asks to have removed', () => {
  it('of what they sent is all of it, with who sent it; of near-copies another stands for the rest', async () => {
    const send = (detail: string) =>
      world.send<{ reference: string }>(`/api/places/${NORTHGATE}/reports`, { reason: 'hours', detail });
    const { reference } = await send('Ask Wilhelmina Quince of 7 Zebra Lane.');
    const other = await send('The lift is out of order since May.');
    const [sent] = await rowsOf(`select id, sender_hash from waiting where reference = '${reference}'`);
    const [kept] = await rowsOf(`select id from waiting where reference = '${other.reference}'`);
    await world.kith.open.client.execute(
      `update waiting set copy_of = '${sent?.id}', apart = 1 where id = '${kept?.id}'`,
    );
    expect(isOnDisk('Wilhelmina')).toBe(true);
    await remove(thing(await find(reference.toLowerCase()), 'sent', 'Wilhelmina Quince'));
    await world.read(`/api/sent/${reference}`, 404);
    expect(await rowsOf(`select copy_of from waiting where id = '${kept?.id}'`)).toMatchObject([
      { copy_of: null },
    ]);
    expect(isOnDisk('Wilhelmina'), 'in the file').toBe(false);
    expect(await rowsOf('select what, by from privacy_removal')).toMatchObject([
      { what: 'sent', by: `person:${administrator.id}` },
    ]);
    await remove({ what: 'sent', id: String(sent?.id) }, 404);
  });

  it('of a photo is its bytes', async () => {
    const id = await photoOf('Ottoline Plum at the door');
    await remove(thing(await find(`https://kith.example/api/photos/${id}`), 'photo', 'Ottoline'));
    world.asks = administrator;
    await world.read(`/api/photos/${id}`, 404);
    expect(isOnDisk('Ottoline')).toBe(false);
  });

  it('of a note of risk is what it says; that there was one stays', async () => {
    world.asks = world.people.steward;
    const note = { reason: 'other', amountGbp: null, endsOn: null, funder: 'Aunt Ermintrude', words: null };
    await world.send(`/api/places/${NORTHGATE}/risks`, { ...note, public: true });
    await remove(thing(await find(NORTHGATE), 'risk', 'Ermintrude'));
    expect(await world.read(`/api/places/${NORTHGATE}/risks`)).toEqual({ risks: [] });
    expect((await historyOf(NORTHGATE)).slice(0, 2).map(({ summary }) => summary)).toEqual([
      'Removed on request',
      'Noted that it is at risk',
    ]);
    expect(isOnDisk('Ermintrude')).toBe(false);
  });

  it('of a note for everyone is also its reason in the history', async () => {
    world.asks = world.people.steward;
    const note = { reason: 'for-sale', amountGbp: null, endsOn: null, funder: null, words: null };
    await world.send(`/api/places/${MILLBROOK}/risks`, { ...note, public: true });
    expect((await historyOf(MILLBROOK))[0]?.summary).toMatch(/building is for sale/);
    await remove(thing(await find(MILLBROOK), 'risk', 'The building is for sale'));
    expect(JSON.stringify(await historyOf(MILLBROOK))).not.toMatch(/for sale/);
    expect(isOnDisk('Noted that it is at risk: ')).toBe(false);
  });

  it('of an organisation called as a person is its name and contact, and who kept what in the history', async () => {
    world.asks = world.people.contributor;
    const asked = await world.send<Sent>(`/api/places/${MILLBROOK}/keep`, {
      organisationName: 'Hortensia Bellweather',
      words: null,
    });
    await accept(world, asked);
    const [kept] = await rowsOf(`select id from organisation where name like 'Hortensia%'`);
    await rowsOf(`update organisation set email = 'hortensia@example.org' where id = '${kept?.id}'`);
    // As the log once said it: by what it was called, now and before.
    const before = [
      ['Hortensia Bellweather', 'one@old.example.org'],
      ['Hortensia & Sons', 'two@old.example.org'],
      ['Northgate Friends', 'another@old.example.org'],
    ] as const;
    for (const [name, email] of before)
      await rowsOf(`insert into change (at, kind, author, summary)
        values ('${world.now}', 'edit', 'person:x', 'Contact of ${name}: email was ${email}')`);
    await rowsOf(`update waiting set summary = 'Hortensia & Sons asks to keep it' where change_id in
      (select change_id from keeper where organisation_id = '${kept?.id}')`);
    const things = await find(MILLBROOK);
    thing(things, 'words', 'Kept by Hortensia');
    thing(things, 'sent', 'Hortensia');
    await remove(thing(things, 'organisation', 'hortensia@example.org'));
    expect(isOnDisk('Hortensia')).toBe(false);
    expect(before.map(([, email]) => isOnDisk(email))).toEqual([false, false, true]);
    expect((await world.place(MILLBROOK)).keeper).toMatchObject({ name: 'Name removed on request' });
    expect(JSON.stringify(await historyOf(MILLBROOK))).not.toMatch(/Kept by|Hortensia/);
    await remove({ what: 'organisation', id: String(kept?.id) }, 404);
  });

  it('of an organisation is all that its name and contact ever were, and nothing of another that is called the same', async () => {
    world.asks = world.people.steward;
    const made = (name: string, phone: string) =>
      world.send<{ id: string }>('/api/organisations', { name, phone, email: 'z@example.org' });
    const { id } = await made('Zenobia Quicksilver', '0116 496 0771');
    const other = await made('Quicksilver Trust', '0116 496 0772');
    const change = async (of: string, to: Record<string, string>) => {
      const was = await world.read<Record<string, string>>(`/api/organisations/${of}`);
      const seen = Object.fromEntries(Object.keys(to).map((field) => [field, was[field]]));
      const body = JSON.stringify({ ...to, was: seen });
      const headers = { 'Content-Type': 'application/json' };
      const answer = await world.app.request(`/api/organisations/${of}`, { method: 'PATCH', headers, body });
      expect(answer.status).toBe(204);
    };
    await change(id, { phone: '0116 496 0773', email: 'zenobia@example.org' });
    await change(id, { name: 'Quicksilver Trust', phone: '0116 496 0774', email: 'hello@example.org' });
    await change(other.id, { phone: '0116 496 0775' });
    // Somebody of it asked for a second place, and another asked for the first one since.
    const ask = (place: string, organisationId: string) =>
      world.send<Sent>(`/api/places/${place}/keep`, { organisationId });
    world.asks = world.people.contributor;
    await accept(world, await ask(NORTHGATE, id));
    const second = await ask(MILLBROOK, id);
    world.asks = world.people.outsider;
    const third = await ask(NORTHGATE, other.id);
    expect(isOnDisk('Zenobia')).toBe(true);
    await remove({ what: 'organisation', id });
    for (const words of ['Zenobia', '496 0771', '496 0773', '496 0774', 'hello@example.org'])
      expect([words, isOnDisk(words)]).toEqual([words, false]);
    const rows = await rowsOf(`select summary, reasons from waiting
      where reference in ('${second.reference}', '${third.reference}') order by at, summary`);
    expect(rows.map(({ summary }) => summary)).toEqual([
      'Name removed on request asks to keep it',
      'Quicksilver Trust asks to keep it',
    ]);
    expect(rows[1]?.reasons).toContain('"Name removed on request keeps it now, and would no longer."');
    const [kept] = await rowsOf(
      `select summary from change where summary like 'Contact of org:${other.id}%'`,
    );
    expect(kept?.summary).toMatch(/phone was 0116 496 0772$/);
  });

  it('of an organisation goes also where another asked to keep what a listing it kept became part of', async () => {
    world.asks = world.people.steward;
    const made = async (name: string) =>
      (await world.send<Sent>('/api/contributions', newPlace({ name }))).placeId ?? '';
    const [part, whole] = [await made('Chess corner'), await made('Corner for chess')];
    const { id } = await world.send<{ id: string }>('/api/organisations', { name: 'Barnaby Thistlewood' });
    const { db } = world.kith.open;
    await startKeeping(db, part, id, 1, world.now);
    await mergePlaces(db, part, whole, `person:${world.people.steward.id}`, world.now, []);
    world.asks = world.people.outsider;
    await world.send(`/api/places/${whole}/keep`, { organisationName: 'Others of the corner' });
    expect(isOnDisk('Barnaby Thistlewood keeps it now')).toBe(true);
    await remove({ what: 'organisation', id });
    expect(isOnDisk('Thistlewood')).toBe(false);
    const rows = await rowsOf(`select reasons from waiting where kind = 'keep' and place_id = '${whole}'`);
    expect(rows[0]?.reasons).toContain('"Name removed on request keeps it now, and would no longer."');
  });

  it('of what was turned down is its photo too', async () => {
    const photoId = await photoOf('Clementine Fothergill');
    const sent = await world.send<Sent>('/api/contributions', newPlace({ photos: [photoId] }));
    const [row] = await rowsOf(`select id from waiting where reference = '${sent.reference}'`);
    world.asks = world.people.steward;
    const decision = { ids: [row?.id], decision: 'reject', note: null };
    await world.send('/api/waiting/decisions', decision, 200);
    await remove({ what: 'sent', id: String(row?.id) });
    expect(await rowsOf(`select id from photo where id = '${photoId}'`)).toEqual([]);
    expect(isOnDisk('Clementine')).toBe(false);
  });

  it('of a value is that value wherever it was said; nothing else of the place changes', async () => {
    world.asks = world.people.steward;
    const place = newPlace({ name: 'Bridge club', phone: '07700 900123', notes: 'Ring first.' });
    const id = (await world.send<Sent>('/api/contributions', place)).placeId ?? '';
    await world.send(
      `/api/places/${id}/confirmations`,
      { shown: [{ field: 'phone', value: '07700 900123' }] },
      200,
    );
    await world.send(
      `/api/places/${id}/edits`,
      editOf([{ field: 'phone', was: '07700 900123', value: '0116 496 0000' }], {
        why: 'Isolde Tangerine moved',
      }),
    );
    const before = await world.place(id);
    const things = await find(`https://kith.example/find?place=${id}`);
    expect([isOnDisk('900123'), isOnDisk('Isolde')]).toEqual([true, true]);
    await remove(thing(things, 'value', '07700 900123'));
    await remove(thing(things, 'words', 'Isolde Tangerine'));
    for (const sent of things.filter(({ what }) => what === 'sent')) await remove(sent);
    expect(await world.place(id)).toEqual(before);
    const history = await historyOf(id);
    expect(JSON.stringify(history)).not.toMatch(/07700|Isolde/);
    expect(history.map(({ summary }) => summary)).toEqual([
      'Removed on request',
      'Still right. Removed on request: Phone',
      expect.stringMatching(/\. Removed on request: Phone$/),
    ]);
    expect(isOnDisk('900123')).toBe(false);
    expect(isOnDisk('Isolde')).toBe(false);
    world.asks = world.people.steward;
    await world.send(`/api/places/${id}/restore`, { changeId: history.at(-1)?.changeId }, 200);
    expect((await world.place(id)).phone, 'is not brought back').toBeNull();
  });

  it('is in no part of the file any more, in whatever letters: not the index of words, nor what was changed before', async () => {
    world.asks = world.people.steward;
    const place = newPlace({ name: 'Ermengarde Fanshawe knits', address: 'c/o Zanzibarquince' });
    const id = (await world.send<Sent>('/api/contributions', place)).placeId ?? '';
    const changes = [
      { field: 'name' as const, was: place.name, value: 'Knitters' },
      { field: 'address' as const, was: place.address, value: '1 High Street' },
    ];
    await world.send(`/api/places/${id}/edits`, editOf(changes));
    expect([isOnDisk('zanzibarq'), isOnDisk('fanshaw')]).toEqual([true, true]);
    for (const each of (await find(id)).filter(({ text }) => /Fanshawe|Zanzibar/.test(text)))
      await remove(each);
    expect([isOnDisk('zanzibarq'), isOnDisk('fanshaw')]).toEqual([false, false]);
    expect(await world.place(id)).toMatchObject({ name: 'Knitters', address: '1 High Street' });
    expect(await rowsOf(`select count(*) as n from place_words where place_words match 'knitters'`)).toEqual([
      expect.objectContaining({ n: 1 }),
    ]);
  });

  it('goes from the file later where somebody reads it at that moment', async () => {
    const open = await openDatabase(databaseSetting({ KITH_DB: world.kith.file }, '/'), 20);
    const { reference } = await world.send<Sent>(`/api/places/${NORTHGATE}/reports`, {
      reason: 'hours',
      detail: 'Ask Peregrine Marmalade.',
    });
    const reader = await world.kith.open.client.transaction('deferred');
    await reader.execute('select count(*) from waiting');
    const by = { author: 'person:x', at: world.now };
    const [sent] = await rowsOf(`select id from waiting where reference = '${reference}'`);
    await removeForGood(open.db, { what: 'sent', id: String(sent?.id) }, by);
    expect(isOnDisk('Peregrine')).toBe(true);
    reader.close();
    await overwriteRemoved(open.db);
    expect(isOnDisk('Peregrine')).toBe(false);
    open.close();
  });

  it('leaves the field empty where it stood, also against a list that still says it', async () => {
    const { name, address } = await world.place(NORTHGATE);
    expect(address).not.toBeNull();
    const things = await find(NORTHGATE);
    expect(await remove(thing(things, 'value', name), 409)).toMatchObject({
      error: { code: 'not-now', message: expect.stringContaining('without its name') },
    });
    await remove(things.find(({ what, text }) => what === 'value' && text === address) as Removal);
    expect(await world.place(NORTHGATE)).toMatchObject({ name, address: null });
  });

  it('is also the name of a spreadsheet, and what is said of a place that is off the lists, as those of an import that was taken back are', async () => {
    world.asks = world.people.steward;
    const body = `Name,Type,Latitude,Longitude,Telephone\nFoxglove Hall,Village hall,${SPOT.lat},${SPOT.lon},07700 900456\n`;
    const brought = await world.app.request(
      `/api/imports?fileName=${encodeURIComponent('Philomena Wren, halls.csv')}`,
      { method: 'POST', body },
    );
    const { id } = (await brought.json()) as { id: string };
    await world.send(`/api/imports/${id}/run`, {}, 200);
    const [claimed] = await rowsOf(`select place_id as place from claim where value like '%900456%'`);
    const before = await world.place(String(claimed?.place));
    await remove(thing(await find(String(claimed?.place)), 'file', 'Philomena Wren, halls.csv'));
    expect(isOnDisk('Philomena')).toBe(false);
    const { claims, ...rest } = await world.place(String(claimed?.place));
    expect(rest).toMatchObject({ name: before.name, phone: before.phone, lat: before.lat });
    expect(claims.find(({ field }) => field === 'name')?.sourceDetail).toBe('Removed on request');
    expect((await historyOf(String(claimed?.place))).map(({ summary }) => summary)).toEqual([
      'Removed on request',
    ]);
    world.asks = world.people.steward;
    await world.send(`/api/imports/${id}/undo`, {}, 200);
    const phone = thing(await find(String(claimed?.place)), 'value', '07700 900456');
    await remove(phone);
    expect(await rowsOf(`select id from claim where value like '%900456%'`)).toEqual([]);
  });

  it('is looked for by a reference, a place or a photo, and said to be unknown where it is', async () => {
    world.asks = administrator;
    for (const about of ['nothing', '00000000-0000-4000-8000-000000000000']) {
      await world.read(`/api/removals?about=${about}`, 404);
    }
    await world.read('/api/removals?about=', 400);
    for (const what of REMOVABLE) {
      await remove({ what, id: 'x' }, 404);
    }
  });

  it('is for nobody but administrators', async () => {
    for (const person of [VISITOR, world.people.anchor, world.people.steward]) {
      world.asks = person;
      await world.send('/api/removals', { what: 'value', id: '1' }, person === VISITOR ? 401 : 403);
    }
  });
});

it('a photo that was turned down is let go after 30 days; one that was taken from sight is kept', async () => {
  const decide = async (reference: string, decision: 'accept' | 'reject') => {
    const [row] = await rowsOf(`select id from waiting where reference = '${reference}'`);
    world.asks = world.people.steward;
    await world.send('/api/waiting/decisions', { ids: [row?.id], decision, note: null }, 200);
    world.asks = VISITOR;
  };
  const alone = async (alt: string) => {
    const body = new Uint8Array(jpeg({ width: 40, height: 30 }));
    const path = `/api/photos?place=${NORTHGATE}&alt=${encodeURIComponent(alt)}`;
    const init = { method: 'POST', headers: { 'Content-Type': 'image/jpeg' }, body };
    return (await (await world.app.request(path, init)).json()) as { id: string; reference: string };
  };
  const withPlace = await photoOf('The door');
  const place = await world.send<Sent>('/api/contributions', newPlace({ photos: [withPlace] }));
  await decide(place.reference, 'reject');
  const [turnedDown, taken] = [await alone('The hall'), await alone('The garden')];
  await decide(turnedDown.reference, 'reject');
  await decide(taken.reference, 'accept');
  world.asks = world.people.steward;
  expect(await world.remove(`/api/photos/${taken.id}`)).toBe(204);
  const left = async () => {
    const some = [withPlace, turnedDown.id, taken.id].map((id) => `'${id}'`).join();
    return (await rowsOf(`select id from photo where id in (${some})`)).map(({ id }) => id).sort();
  };
  const { db } = world.kith.open;
  await forgetTurnedDown(db, '2026-12-23T09:00:00.000Z');
  expect(await left()).toHaveLength(3);
  await forgetTurnedDown(db, '2026-12-23T11:00:00.000Z');
  expect(await left()).toEqual([taken.id]);
});

it('the log takes no other change', async () => {
  const { client } = world.kith.open;
  for (const sql of [
    `update claim set value = 'null' where id = 1`,
    `update claim set value = '"x"', source_detail = 'Removed on request' where id = 1`,
    `update claim set value = 'null', source_detail = 'Removed on request', author = 'x' where id = 1`,
    `update change set summary = 'x' where id = 1`,
    `update change set summary = 'Removed on request', author = 'x' where id = 1`,
    'delete from claim where id = 1',
    'delete from change where id = 1',
  ]) {
    await expect(client.execute(sql), sql).rejects.toThrow(/never/);
  }
  const sent = await world.send<Sent>('/api/contributions', newPlace());
  await accept(world, sent);
});
