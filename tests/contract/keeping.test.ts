import { mergePlaces } from '@kith/api/store/merge-store';
import type { AskedKeep } from '@kith/core/keep/asked-keep';
import type { Sent } from '@kith/core/keep/contribution';
import type { HistoryEntry } from '@kith/core/keep/history';
import type { KeptRisk } from '@kith/core/keep/risk-note';
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
} from './keeping-world.ts';

let world: KeepingWorld;
beforeAll(async () => {
  world = await keepingWorld();
});
afterAll(() => world.close());
beforeEach(() => {
  world.asks = VISITOR;
});

const NOBODY = '00000000-0000-4000-8000-000000000000';
const historyOf = async (id: string) =>
  (await world.read<{ history: HistoryEntry[] }>(`/api/places/${id}/history`)).history;
const edit = (id: string, field: 'phone' | 'notes' | 'status', was: unknown, value: unknown) =>
  world.send<Sent>(`/api/places/${id}/edits`, editOf([{ field, was, value }]));

describe('history', () => {
  it('tells of lists and people, newest first, and of nobody by name', async () => {
    world.asks = world.people.steward;
    const { placeId } = await world.send<Sent>('/api/contributions', newPlace({ name: 'Bowls' }));
    const id = placeId ?? '';
    await edit(id, 'phone', null, '0116 496 0001');
    world.asks = VISITOR;
    await accept(world, await edit(id, 'phone', '0116 496 0001', '0116 496 0002'));
    const history = await historyOf(id);
    expect(history.map(({ by, now }) => [by, now])).toEqual([
      ['someone who did not sign in; a steward let it stand', true],
      ['a steward', false],
      ['a steward', false],
    ]);
    expect(history[0]?.rows).toEqual([
      { field: 'phone', label: 'Phone', before: '0116 496 0001', after: '0116 496 0002' },
    ]);
    expect(JSON.stringify(history)).not.toMatch(/example\.org|person:/);
    const listed = await historyOf(NORTHGATE);
    expect(listed.at(-1)).toMatchObject({
      summary: 'Listed',
      by: expect.stringContaining('Arts Council England'),
    });
    await world.read(`/api/places/${NOBODY}/history`, 404);
  });

  it('brings a version back as a new change, which can be taken back too', async () => {
    world.asks = world.people.steward;
    const { placeId } = await world.send<Sent>('/api/contributions', newPlace({ name: 'Darts' }));
    const id = placeId ?? '';
    await edit(id, 'notes', null, 'Ring first.');
    await edit(id, 'status', 'open', 'closed');
    const [closing, noting, adding] = await historyOf(id);
    const restore = (changeId: number | undefined, expected = 200) =>
      world.send<{ changeId: number }>(`/api/places/${id}/restore`, { changeId }, expected);

    await restore(adding?.changeId);
    expect(await world.place(id)).toMatchObject({ status: 'open', yearClosed: null, notes: null });
    const brought = await historyOf(id);
    expect(brought[0]).toMatchObject({
      by: 'a steward',
      now: true,
      summary: 'Brought back as it stood on 23 November 2026',
    });
    expect(brought.map(({ now }) => now)).toEqual([true, false, false, true]);
    await restore(closing?.changeId);
    expect(await world.place(id)).toMatchObject({ status: 'closed', yearClosed: 2026, notes: 'Ring first.' });
    await restore(noting?.changeId);
    expect(await world.place(id)).toMatchObject({ status: 'open', yearClosed: null, notes: 'Ring first.' });

    expect(await restore(noting?.changeId, 409)).toMatchObject({ error: { code: 'not-now' } });
    await restore(999_999, 404);
    world.asks = world.people.anchor;
    await restore(adding?.changeId, 403);
  });

  it('of a place that others were merged into holds the merge, and how it stood before', async () => {
    world.asks = world.people.steward;
    const stays = (await world.send<Sent>('/api/contributions', newPlace({ name: 'Choir' }))).placeId ?? '';
    const goes =
      (await world.send<Sent>('/api/contributions', newPlace({ name: 'The choir', notes: 'Loud.' })))
        .placeId ?? '';
    await mergePlaces(world.kith.open.db, goes, stays, 'person:x', world.now);
    const history = await historyOf(goes);
    expect(history[0]).toMatchObject({ summary: 'Two listings of it made one, or two again' });
    expect(history[0]?.rows).toContainEqual({ field: 'notes', label: 'Notes', before: null, after: 'Loud.' });
    expect(history).toHaveLength(2);
    await edit(goes, 'phone', null, '0116 496 0009');
    expect(await world.place(stays)).toMatchObject({ phone: '0116 496 0009' });
  });

  it('stays quick where a place was confirmed many times', async () => {
    world.asks = world.people.contributor;
    const shown = [{ field: 'name', value: 'Almond Library' }];
    const { rows } = await world.kith.open.client.execute(
      `select id from place where name = 'Almond Library'`,
    );
    const id = String(rows[0]?.id);
    for (let times = 0; times < 120; times++) {
      await world.send(`/api/places/${id}/confirmations`, { shown }, 200);
    }
    const history = await historyOf(id);
    expect(history.filter(({ summary }) => summary === 'Still right')).toHaveLength(120);
    expect(history[0]).toMatchObject({ rows: [], now: true, by: 'someone who signed in' });
  });
});

describe('keeping a listing', () => {
  const asked = {
    organisationName: 'Millbrook Volunteers',
    website: 'millbrook.example.org',
    words: 'We open it on Tuesdays.',
  };

  it('is asked for by whoever signed in, once, and granted by a steward', async () => {
    await world.send(`/api/places/${MILLBROOK}/keep`, asked, 401);
    world.asks = world.people.contributor;
    const sent = await world.send<Sent>(`/api/places/${MILLBROOK}/keep`, asked);
    expect(await world.send(`/api/places/${MILLBROOK}/keep`, asked)).toEqual(sent);
    expect((await world.place(MILLBROOK)).keeper).toBeNull();
    await accept(world, sent);
    expect((await world.place(MILLBROOK)).keeper).toMatchObject({ name: 'Millbrook Volunteers' });
    expect((await historyOf(MILLBROOK))[0]).toMatchObject({
      summary: 'Kept by Millbrook Volunteers from now on',
    });
    const { rows } = await world.kith.open.client.execute({
      sql: 'select count(*) as n from organisation_member where user_id = ?',
      args: [world.people.contributor.id],
    });
    expect(rows[0]?.n).toBe(1);
  });

  it('is told to those who asked while it waits, and to their organisation; a stranger asks for nobody in it', async () => {
    const askedOf = async (person: Person): Promise<readonly AskedKeep[]> => {
      world.asks = person;
      return (await world.read<{ asked: AskedKeep[] }>('/api/me')).asked;
    };
    const ours = { organisationId: world.organisation.id };
    const { anchor, outsider, steward } = world.people;
    const colleague: Person = { ...steward, role: 'anchor', organisations: anchor.organisations };
    world.asks = outsider;
    const strange = await world.send<Sent>(`/api/places/${MILLBROOK}/keep`, ours);
    expect(await askedOf(anchor)).toEqual([]);
    const sent = await world.send<Sent>(`/api/places/${MILLBROOK}/keep`, ours);
    expect(sent.reference).not.toBe(strange.reference);
    const row = {
      placeId: MILLBROOK,
      organisationId: world.organisation.id,
      organisation: 'Northgate Friends',
      at: world.now,
      reference: sent.reference,
    };
    expect(await askedOf(anchor)).toEqual([{ ...row, own: true }]);
    expect(await askedOf(colleague)).toEqual([{ ...row, own: false }]);
    expect(await world.send(`/api/places/${MILLBROOK}/keep`, ours)).toEqual(sent);
    expect(await askedOf(VISITOR)).toEqual([]);
    const sql = `update waiting set state = 'rejected', decided_at = ? where reference in (?, ?)`;
    await world.kith.open.client.execute({ sql, args: [world.now, sent.reference, strange.reference] });
    expect(await askedOf(anchor)).toEqual([]);
  });

  it('is one wish, whether asked for with a key of the organisation or by somebody of it', async () => {
    const ours = { organisationId: world.organisation.id };
    const key: Person = { ...world.people.anchor, id: null };
    const ask = (person: Person) => {
      world.asks = person;
      return world.send<Sent>(`/api/places/${MILLBROOK}/keep`, ours);
    };
    const askedOf = async (person: Person) => {
      world.asks = person;
      const { asked } = await world.read<{ asked: AskedKeep[] }>('/api/me');
      return asked.map(({ reference, own }) => ({ reference, own }));
    };
    // Of a stranger who has no account any more.
    const { reference } = await ask(world.people.outsider);
    const { client } = world.kith.open;
    await client.execute(`update waiting set user_id = null where reference = '${reference}'`);
    const sent = await ask(key);
    expect(sent.reference).not.toBe(reference);
    expect(await ask(key)).toEqual(sent);
    expect(await ask(world.people.anchor)).toEqual(sent);
    expect(await askedOf(key)).toEqual([{ reference: sent.reference, own: true }]);
    expect(await askedOf(world.people.anchor)).toEqual([{ reference: sent.reference, own: false }]);
    expect(await askedOf(world.people.outsider)).toEqual([]);
    world.asks = key;
    for (const body of [asked, { organisationId: world.people.outsider.organisations[0]?.id }])
      await world.send(`/api/places/${MILLBROOK}/keep`, body, 400);
    await client.execute(`update waiting set state = 'rejected' where kind = 'keep' and state = 'waiting'`);
  });

  it('lets the members of the organisation, and no other, change it at once and in its name', async () => {
    world.asks = world.people.anchor;
    const sent = await world.send<Sent>(`/api/places/${NORTHGATE}/keep`, {
      organisationId: world.organisation.id,
    });
    await accept(world, sent);
    expect(await edit(NORTHGATE, 'notes', null, 'Step-free.')).toMatchObject({ outcome: 'shown' });
    const place = await world.place(NORTHGATE);
    expect(place.keeper).toEqual(world.organisation);
    expect(place.claims.find(({ field }) => field === 'notes')).toMatchObject({ by: 'Northgate Friends' });
    world.asks = world.people.outsider;
    expect(await edit(NORTHGATE, 'notes', 'Step-free.', 'Gone.')).toMatchObject({ outcome: 'waiting' });
    expect(await world.remove(`/api/places/${NORTHGATE}/keep`)).toBe(403);
  });

  it.each([
    [{}, 400],
    [{ organisationId: NOBODY }, 400],
    [{ organisationName: 'A', words: null }, 400],
    [{ organisationName: 'Page', website: 'javascript:alert(1)' }, 400],
    [{ organisationName: 'Both', organisationId: NOBODY }, 400],
  ])('%j is refused', async (body, status) => {
    world.asks = world.people.outsider;
    await world.send(`/api/places/${NORTHGATE}/keep`, body, status);
    await world.send(`/api/places/${NOBODY}/keep`, asked, 404);
  });

  it('ends where they say so', async () => {
    world.asks = world.people.anchor;
    await world.send(`/api/places/${NORTHGATE}/keep`, { organisationId: world.organisation.id }, 409);
    expect(await world.remove(`/api/places/${NORTHGATE}/keep`)).toBe(204);
    expect((await world.place(NORTHGATE)).keeper).toBeNull();
    world.asks = world.people.steward;
    expect(await world.remove(`/api/places/${NORTHGATE}/keep`)).toBe(409);
    world.asks = world.people.anchor;
    await accept(
      world,
      await world.send<Sent>(`/api/places/${NORTHGATE}/keep`, { organisationId: world.organisation.id }),
    );
  });
});

describe('notes that a place is at risk', () => {
  const note = {
    reason: 'grant-ends',
    amountGbp: 12_000,
    endsOn: '2027-03-31',
    funder: 'The Lottery',
    words: 'Half of our hours.',
    public: false,
  };
  const risks = async (path: string) => (await world.read<{ risks: KeptRisk[] }>(path)).risks;

  it('are written by those who keep it and stewards alone', async () => {
    await world.send(`/api/places/${NORTHGATE}/risks`, note, 401);
    for (const asker of [world.people.contributor, world.people.commissioner, world.people.outsider]) {
      world.asks = asker;
      await world.send(`/api/places/${NORTHGATE}/risks`, note, 403);
    }
    world.asks = world.people.anchor;
    await world.send(`/api/places/${NORTHGATE}/risks`, note);
    await world.send(`/api/places/${NORTHGATE}/risks`, { ...note, amountGbp: -1 }, 400);
    await world.send(`/api/places/${NOBODY}/risks`, note, 404);
  });

  it('are read by commissioners, stewards and who keeps it; by all where they say so', async () => {
    for (const asker of [world.people.commissioner, world.people.steward, world.people.anchor]) {
      world.asks = asker;
      const [found] = await risks(`/api/places/${NORTHGATE}/risks`);
      expect(found).toMatchObject({ ...note, placeName: 'Northgate Library', by: 'Northgate Friends' });
      expect(await risks('/api/risks?patch=leicestershire')).toHaveLength(1);
      expect(await risks('/api/risks?patch=kirklees')).toHaveLength(0);
    }
    for (const asker of [VISITOR, world.people.contributor, world.people.outsider]) {
      world.asks = asker;
      expect(await risks(`/api/places/${NORTHGATE}/risks`)).toEqual([]);
      expect(await risks('/api/risks')).toEqual([]);
      expect(JSON.stringify(await historyOf(NORTHGATE))).not.toMatch(/at risk/);
    }
    for (const asker of [world.people.commissioner, world.people.steward, world.people.anchor]) {
      world.asks = asker;
      expect((await historyOf(NORTHGATE))[0]?.summary).toBe('Noted that it is at risk');
    }
    world.asks = world.people.steward;
    await world.send(`/api/places/${MILLBROOK}/risks`, { ...note, reason: 'for-sale', public: true });
    world.asks = VISITOR;
    expect(await risks('/api/risks')).toMatchObject([
      { reason: 'for-sale', placeId: MILLBROOK, by: 'a steward' },
    ]);
    expect((await historyOf(MILLBROOK))[0]?.summary).toBe(
      'Noted that it is at risk: the building is for sale',
    );
  });

  it('are read after a merge by who keeps the place now, the same way in every list', async () => {
    world.asks = world.people.steward;
    const add = async (name: string) =>
      (await world.send<Sent>('/api/contributions', newPlace({ name }))).placeId ?? '';
    const [stays, goes] = [await add('Sewing'), await add('The sewing')];
    const keep = async (id: string, asks: typeof world.asks) => {
      world.asks = asks;
      const organisationId = asks.organisations[0]?.id;
      await accept(world, await world.send<Sent>(`/api/places/${id}/keep`, { organisationId }));
    };
    await keep(stays, world.people.outsider);
    world.now = '2026-11-23T11:00:00.000Z';
    await keep(goes, world.people.anchor);
    world.asks = world.people.steward;
    await world.send(`/api/places/${stays}/risks`, note);
    await mergePlaces(world.kith.open.db, goes, stays, 'person:x', world.now);
    const readBy = async (asks: typeof world.asks) => {
      world.asks = asks;
      const lists = [await risks('/api/risks'), await risks(`/api/places/${stays}/risks`)];
      return lists.map((all) => all.some(({ placeId }) => placeId === stays));
    };
    expect(await readBy(world.people.outsider), 'kept it before').toEqual([false, false]);
    expect(await readBy(world.people.anchor), 'keeps it').toEqual([true, true]);
    expect((await historyOf(stays))[0]).toBeDefined();
    world.asks = world.people.steward;
    const [noted] = await risks(`/api/places/${stays}/risks`);
    expect(await world.remove(`/api/risks/${noted?.id}`)).toBe(204);
  });

  it('are not written of what has closed, which says what to do instead', async () => {
    world.asks = world.people.steward;
    const sent = await world.send<Sent>('/api/contributions', newPlace({ name: 'Weaving' }));
    const path = `/api/places/${sent.placeId}`;
    const status = (was: string, value: string) =>
      world.send(`${path}/edits`, editOf([{ field: 'status', was, value }]));
    await status('open', 'closed');
    const { error } = await world.send<{ error: { message: string } }>(`${path}/risks`, note, 409);
    expect(error.message).toContain('listed as closed');
    expect(await risks(`${path}/risks`)).toEqual([]);
    await status('closed', 'open');
    await world.send(`${path}/risks`, note);
  });

  it('are taken back by the same', async () => {
    world.asks = world.people.steward;
    const [found] = await risks(`/api/places/${NORTHGATE}/risks`);
    world.asks = world.people.outsider;
    expect(await world.remove(`/api/risks/${found?.id}`)).toBe(403);
    world.asks = world.people.anchor;
    expect(await world.remove(`/api/risks/${found?.id}`)).toBe(204);
    expect(await world.remove(`/api/risks/${found?.id}`)).toBe(404);
    expect(await risks(`/api/places/${NORTHGATE}/risks`)).toEqual([]);
    expect((await historyOf(NORTHGATE)).slice(0, 2).map(({ summary, by }) => [summary, by])).toEqual([
      ['No longer noted as at risk', 'Northgate Friends'],
      ['Noted that it is at risk', 'Northgate Friends'],
    ]);
    // It can be gone back to like everything else in the history: here nothing of the place differs.
    world.asks = world.people.steward;
    const changeId = (await historyOf(NORTHGATE))[0]?.changeId;
    const answer = await world.send(`/api/places/${NORTHGATE}/restore`, { changeId }, 409);
    expect(answer).toMatchObject({ error: { code: 'not-now' } });
  });
});
