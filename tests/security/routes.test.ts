import { isShared } from '@kith/api/delivery';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROUTES } from './routes.ts';
import { ASKERS, type Asker, makeWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

/** Leads to nothing, and has the shape of an id. */
const NOBODY = '00000000-0000-4000-8000-000000000000';
const READS = ['GET', 'HEAD'];

async function ask(route: string, asker: Asker, from: 'our page' | 'another site'): Promise<Response> {
  const [method = '', pattern = ''] = route.split(' ');
  const row = ROUTES[route];
  const path = row?.path?.(world) ?? pattern.replace(/\{[a-z]+\}/gi, NOBODY);
  const ours = from === 'our page';
  return world.request(path, {
    method,
    headers: {
      ...(await world.headersOf(asker)),
      Origin: ours ? 'http://localhost:4401' : 'https://elsewhere.example',
      'Sec-Fetch-Site': ours ? 'same-origin' : 'cross-site',
      'Content-Type': 'application/json',
    },
    ...(READS.includes(method) ? {} : { body: JSON.stringify(row?.body ?? {}) }),
  });
}

/** What a guard says, in words: anything else that is no failure means that they were let through. */
function outcome(status: number): string {
  if (status === 401) return 'sign in first';
  if (status === 403) return 'not theirs';
  return status === 405 || status === 429 || status >= 500 ? `failed with ${status}` : 'let through';
}

describe('every route', () => {
  it('has a row, and every row a route', () => {
    expect(Object.keys(ROUTES).sort()).toEqual([...world.routes].sort());
  });

  it.each(Object.keys(ROUTES))('%s lets through those of its row and nobody else', async (route) => {
    const row = ROUTES[route];
    const found: Record<string, string> = {};
    const expected: Record<string, string> = {};
    for (const asker of ASKERS) {
      const answer = await ask(route, asker, 'our page');
      found[asker] = outcome(answer.status);
      const turnedAway = asker === 'visitor' ? 'sign in first' : 'not theirs';
      expected[asker] = row?.letThrough.includes(asker) ? 'let through' : turnedAway;
      const [method = '', path = ''] = route.split(' ');
      const hangsOnWho = asker !== 'visitor' && !(READS.includes(method) && isShared(path));
      if (hangsOnWho && found[asker] === 'let through') {
        expect(answer.headers.get('Cache-Control'), `${asker}: kept by nobody`).toContain('no-store');
      }
      await answer.body?.cancel();
    }
    expect(found).toEqual(expected);
  });

  it.each(Object.keys(ROUTES).filter((route) => !READS.includes(route.split(' ')[0] ?? '')))(
    '%s takes nothing from the page of another site',
    async (route) => {
      for (const asker of ASKERS) {
        const answer = await ask(route, asker, 'another site');
        expect([asker, answer.status]).toEqual([asker, 403]);
        expect(await answer.json()).toMatchObject({ error: { code: 'cross-site' } });
      }
    },
  );
});

describe('a key of an organisation', () => {
  it('is none once it was taken back, nor by a letter more or less', async () => {
    const { id, token } = await world.stores.tokens.make(
      world.organisation,
      'Old',
      'person:test',
      '2026-11-23T10:00:00Z',
    );
    const ask = async (given: string) => {
      const answer = await world.request('/api/me', { headers: { Authorization: given } });
      return answer.status === 200
        ? ((await answer.json()) as { person: { role: string } }).person.role
        : answer.status;
    };
    expect(await ask(`Bearer ${token}`)).toBe('anchor');
    expect(await ask(`Bearer ${token}x`)).toBe(401);
    expect(await ask(`Bearer ${token.slice(0, -1)}`)).toBe(401);
    expect(await ask(`Basic ${token}`)).toBe(401);
    expect(await world.stores.tokens.revoke(world.otherOrganisation, id, 'now'), 'of another').toBe(false);
    expect(await world.stores.tokens.revoke(world.organisation, id, '2026-11-23T11:00:00Z')).toBe(true);
    expect(await ask(`Bearer ${token}`)).toBe(401);
  });

  it('lies in the database as a hash alone, and says when it was last used', async () => {
    const { token } = await world.stores.tokens.make(
      world.organisation,
      'New',
      'person:test',
      '2026-11-23T10:00:00Z',
    );
    await world.request('/api/me', { headers: { Authorization: `Bearer ${token}` } });
    const { rows } = await world.kith.open.client.execute('select * from api_token');
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(
      (await world.stores.tokens.list(world.organisation)).find(({ name }) => name === 'New'),
    ).toMatchObject({
      lastUsedOn: new Date().toISOString().slice(0, 10),
    });
  });
});

describe('ids', () => {
  it('of people, sessions, organisations and keys are made by chance and tell nothing', async () => {
    const { stores } = world;
    await world.headersOf('steward');
    await world.headersOf('contributor');
    const people = await stores.people.list();
    const sessions = (
      await Promise.all(people.map(({ id }) => stores.people.sessions(id, new Date())))
    ).flat();
    const ids = [
      ...people.map(({ id }) => id),
      ...sessions.map(({ id }) => id),
      ...(await stores.organisations.list()).map(({ id }) => id),
      ...(await stores.tokens.list(world.organisation)).map(({ id }) => id),
    ];
    // A UUID of version 4: 122 bits by chance.
    const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
    expect(ids.length).toBeGreaterThan(6);
    for (const id of ids) expect(id).toMatch(shape);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('roles', () => {
  it('hold from the next request on, given or taken, and never their own', async () => {
    const { stores } = world;
    const administrator = await world.headersOf('administrator');
    const contributor = await world.headersOf('contributor');
    const roleOf = async (headers: Record<string, string>) =>
      ((await (await world.request('/api/me', { headers })).json()) as { person: { role: string } }).person
        .role;
    const idOf = async (email: string) =>
      (await stores.people.list()).find((each) => each.email === email)?.id ?? '';
    const give = async (id: string, role: string | null) => {
      const answer = await world.request(`/api/people/${id}/role`, {
        method: 'POST',
        headers: { ...administrator, Origin: 'http://localhost:4401', 'Content-Type': 'application/json' },
        body: JSON.stringify({ role }),
      });
      return answer.status;
    };
    const id = await idOf('contributor@example.org');
    expect(await give(id, 'steward')).toBe(200);
    expect(await roleOf(contributor)).toBe('steward');
    expect(await give(id, null)).toBe(200);
    expect(await roleOf(contributor)).toBe('contributor');
    expect(await give(await idOf('administrator@example.org'), null)).toBe(409);
    expect(await give(id, 'anchor'), 'is not given: it comes from belonging').toBe(400);
    expect(await give('nobody', 'steward')).toBe(404);
  });
});
