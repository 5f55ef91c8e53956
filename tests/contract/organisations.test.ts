import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { outboxMailer } from '@kith/api/mail/outbox';
import { createStores } from '@kith/api/store/stores';
import type { HistoryEntry } from '@kith/core/keep/history';
import type {
  Member,
  NamedMember,
  Organisation,
  OrganisationKey,
  OrganisationLine,
} from '@kith/core/keep/organisation';
import { type Person, VISITOR } from '@kith/core/keep/roles';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { accept, type KeepingWorld, keepingWorld, NORTHGATE } from './keeping-world.ts';
import { appOf, type KithApp } from './kith-app.ts';

let world: KeepingWorld;
/** The same world, with a letter box. */
let app: KithApp;
let letters: { to: string; subject: string; text: string }[];
beforeAll(async () => {
  world = await keepingWorld();
  app = appOf(world.kith, {
    person: async () => world.asks,
    now: () => new Date(world.now),
    mailer: { send: async (letter) => void letters.push(letter) },
  });
});
afterAll(() => world.close());
beforeEach(() => {
  world.asks = VISITOR;
  letters = [];
});

const ours = (rest = '') => `/api/organisations/${world.organisation.id}${rest}`;
async function ask<T>(method: string, path: string, expected: number, body?: unknown): Promise<T> {
  const answer = await app.request(path, {
    method,
    headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  expect([method, path, answer.status, answer.status === expected ? '' : text]).toEqual([
    method,
    path,
    expected,
    '',
  ]);
  return (text === '' ? null : JSON.parse(text)) as T;
}

describe('an organisation', () => {
  it('is made by a steward, and put right by its members, but for its name', async () => {
    world.asks = world.people.steward;
    const { id } = await ask<{ id: string }>('POST', '/api/organisations', 201, {
      name: '  Chess Club ',
      website: 'chess.example.org',
    });
    expect(await ask('GET', `/api/organisations/${id}`, 200)).toEqual({
      id,
      name: 'Chess Club',
      website: 'https://chess.example.org',
      phone: null,
      email: null,
      keeps: [],
    });
    const { organisations } = await ask<{ organisations: OrganisationLine[] }>(
      'GET',
      '/api/organisations',
      200,
    );
    expect(organisations.map(({ name, members, keeps }) => [name, members, keeps])).toEqual([
      ['Chess Club', 0, 0],
      ['Elsewhere', 0, 0],
      ['Northgate Friends', 1, 0],
    ]);
    world.asks = world.people.anchor;
    const email = 'hello@northgate.example.org';
    const blank = { was: { phone: null, email: null } };
    await ask('PATCH', ours(), 204, { phone: '0116 496 0000', email, ...blank });
    await ask('PATCH', ours(), 204, { email: null, was: { email } });
    const named = { was: { name: 'Northgate Friends' } };
    await ask('PATCH', ours(), 403, { name: 'Leicester City Council', ...named });
    world.asks = world.people.steward;
    await ask('PATCH', ours(), 204, { name: 'Friends of Northgate', ...named });
    await ask('PATCH', `/api/organisations/${'0'.repeat(8)}`, 404, { phone: null, ...blank });
    world.asks = VISITOR;
    expect(await ask<Organisation>('GET', ours(), 200)).toMatchObject({
      name: 'Friends of Northgate',
      phone: '0116 496 0000',
      email: null,
    });
    await ask('GET', '/api/organisations/none', 404);
  });

  it('is not written over by who saw something else, and what it said before stays in the log', async () => {
    world.asks = world.people.anchor;
    const { phone } = await ask<Organisation>('GET', ours(), 200);
    await ask('PATCH', ours(), 204, { phone: '0116 496 0111', was: { phone } });
    const { error } = await ask<{ error: { code: string; details: unknown } }>('PATCH', ours(), 409, {
      phone: '0116 496 0222',
      was: { phone },
    });
    expect(error.code).toBe('changed-meanwhile');
    expect(error.details).toMatchObject([
      {
        ...{ field: 'phone', yours: '0116 496 0222', theirs: '0116 496 0111' },
        ...{ by: 'someone who signed in', at: world.now },
      },
    ]);
    expect((await ask<Organisation>('GET', ours(), 200)).phone).toBe('0116 496 0111');
    await ask('PATCH', ours(), 204, { phone, was: { phone: '0116 496 0111' } });
    const { rows } = await world.kith.open.client.execute(
      'select author, at, summary from change order by id desc limit 1',
    );
    expect({ ...rows[0] }).toEqual({
      author: `person:${world.people.anchor.id}`,
      at: world.now,
      summary: `Contact of org:${world.organisation.id}: phone was 0116 496 0111`,
    });
  });

  it.each([
    [{ phone: 'ring Jane' }, /area code/],
    [{ email: 'hello' }, /one e-mail/],
    [{ website: 'javascript:alert(1)' }, /web page/],
    [{ name: 'A' }, /called/],
    [{}, /what is to change/],
    [{ phone: '0116 496 0333' }, /what it said before \(phone\)/],
    [{ phone: null, email: null, was: { phone: null } }, /what it said before \(email\)/],
  ])('%j is refused, with what to do', async (body, words) => {
    world.asks = world.people.steward;
    const { error } = await ask<{ error: object }>('PATCH', ours(), 400, body);
    expect(JSON.stringify(error)).toMatch(words);
  });
});

describe('those who act for it', () => {
  it('are named by any of them by e-mail, told by a letter once, and removed again', async () => {
    world.asks = world.people.anchor;
    const first = { email: ' Bea@Example.org ' };
    const { personId, letter } = await ask<NamedMember>('POST', ours('/members'), 201, first);
    const again = await ask<NamedMember>('POST', ours('/members'), 201, { email: 'bea@example.org' });
    expect([letter, again]).toEqual(['sent', { personId, letter: 'none' }]);
    expect(letters).toHaveLength(1);
    expect(letters[0]?.to).toBe('bea@example.org');
    expect(letters[0]?.text).toMatch(/Friends of Northgate[\s\S]*\/sign-in\n/);
    expect(letters[0]?.text, 'signs nobody in').not.toContain('token');
    const bea = await createStores(world.kith.open.db).people.get(personId);
    expect(bea).toMatchObject({ role: 'anchor', organisations: [{ name: 'Friends of Northgate' }] });

    world.asks = bea as Person;
    const { members } = await ask<{ members: Member[] }>('GET', ours('/members'), 200);
    expect(members.map(({ email }) => email)).toContain('bea@example.org');
    await ask('DELETE', ours(`/members/${personId}`), 204);
    await ask('DELETE', ours(`/members/${personId}`), 404);
    expect(await createStores(world.kith.open.db).people.get(personId), 'who never signed in').toBeNull();
  });

  it('are told by whoever named them where no mail server is set', async () => {
    world.asks = world.people.anchor;
    const told: string[] = [];
    const folder = mkdtempSync(join(tmpdir(), 'kith-letters-'));
    const silent = appOf(world.kith, {
      person: async () => world.asks,
      mailer: outboxMailer(folder, (line) => told.push(line)),
    });
    const answer = await silent.send(ours('/members'), { email: 'dee@example.org' });
    expect([answer.status, await answer.json()]).toMatchObject([201, { letter: 'outbox' }]);
    await expect.poll(() => told).toHaveLength(1);
    rmSync(folder, { recursive: true });
  });

  it('take no account away by removing somebody who is no member', async () => {
    const { people } = createStores(world.kith.open.db);
    const invited = await people.byEmail('waits@example.org', new Date(world.now));
    world.asks = world.people.anchor;
    await ask('DELETE', ours(`/members/${invited}`), 404);
    expect(await people.get(invited)).toMatchObject({ id: invited });
  });

  it('have twenty letters an hour sent at most, to whomever', async () => {
    world.asks = world.people.outsider;
    const at = `/api/organisations/${world.people.outsider.organisations[0]?.id}/members`;
    for (let n = 0; n < 20; n += 1) await ask('POST', at, 201, { email: `member-${n}@example.org` });
    await ask('POST', at, 429, { email: 'member-20@example.org' });
    expect(letters).toHaveLength(20);
  });

  it('of another read nothing of it and change nothing', async () => {
    world.asks = world.people.outsider;
    for (const [method, rest, body] of [
      ['GET', '/members', undefined],
      ['POST', '/members', { email: 'evil@example.org' }],
      ['DELETE', `/members/${world.people.anchor.id}`, undefined],
      ['GET', '/tokens', undefined],
      ['POST', '/tokens', { name: 'Evil' }],
      ['PATCH', '', { phone: null }],
    ] as const) {
      await ask(method, ours(rest), 403, body);
    }
    expect(letters).toEqual([]);
  });

  it('get five letters an hour at most', async () => {
    world.asks = world.people.anchor;
    for (let n = 0; n < 5; n += 1) {
      const { personId } = await ask<{ personId: string }>('POST', ours('/members'), 201, {
        email: 'cy@example.org',
      });
      await ask('DELETE', ours(`/members/${personId}`), 204);
    }
    await ask('POST', ours('/members'), 429, { email: 'cy@example.org' });
    expect(letters).toHaveLength(5);
  });
});

describe('its keys', () => {
  it('are shown once, act for it, say when they were used, and end at once', async () => {
    world.asks = world.people.anchor;
    const made = await ask<{ id: string; token: string }>('POST', ours('/tokens'), 201, { name: 'Our page' });
    const list = async () => (await ask<{ tokens: OrganisationKey[] }>('GET', ours('/tokens'), 200)).tokens;
    const listed = await list();
    expect(listed).toEqual([{ id: made.id, name: 'Our page', since: world.now, lastUsedOn: null }]);
    expect(JSON.stringify(listed)).not.toContain(made.token);
    const real = appOf(world.kith);
    const me = () => real.get('/api/me', { Authorization: `Bearer ${made.token}` });
    expect(await (await me()).json()).toMatchObject({ person: { id: null, role: 'anchor' } });
    expect((await list())[0]?.lastUsedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
    await ask('DELETE', ours(`/tokens/${made.id}`), 204);
    await ask('DELETE', ours(`/tokens/${made.id}`), 404);
    expect((await me()).status).toBe(401);
    await ask('POST', ours('/tokens'), 400, { name: ' ' });
  });

  it('are so many and no more', async () => {
    world.asks = world.people.anchor;
    for (let n = 0; n < 20; n += 1) await ask('POST', ours('/tokens'), 201, { name: `Key ${n}` });
    await ask('POST', ours('/tokens'), 409, { name: 'One more' });
  });
});

describe('a place kept no longer', () => {
  it('says so in its history: when, and who ended it', async () => {
    const keep = async () => {
      world.asks = world.people.anchor;
      await accept(
        world,
        await world.send(`/api/places/${NORTHGATE}/keep`, { organisationId: world.organisation.id }),
      );
    };
    await keep();
    expect((await ask<Organisation>('GET', ours(), 200)).keeps.map(({ placeId }) => placeId)).toEqual([
      NORTHGATE,
    ]);
    world.now = '2026-11-24T10:00:00.000Z';
    await ask('DELETE', `/api/places/${NORTHGATE}/keep`, 204);
    await keep();
    world.asks = world.people.steward;
    world.now = '2026-11-25T10:00:00.000Z';
    await ask('DELETE', `/api/places/${NORTHGATE}/keep`, 204);
    const { history } = await ask<{ history: HistoryEntry[] }>(
      'GET',
      `/api/places/${NORTHGATE}/history`,
      200,
    );
    expect(history.slice(0, 4).map(({ summary, by, at }) => [summary, by, at.slice(0, 10)])).toEqual([
      ['No longer kept by Friends of Northgate', 'a steward', '2026-11-25'],
      ['Kept by Friends of Northgate from now on', expect.stringContaining('steward'), '2026-11-24'],
      ['No longer kept by Friends of Northgate', 'Friends of Northgate', '2026-11-24'],
      ['Kept by Friends of Northgate from now on', expect.stringContaining('steward'), '2026-11-23'],
    ]);
    expect((await ask<Organisation>('GET', ours(), 200)).keeps).toEqual([]);
  });
});
