import { createApp } from '@kith/api/app';
import { usualLimits } from '@kith/api/auth/limits';
import { signInsOver } from '@kith/api/auth/sign-ins';
import { rateLimit } from '@kith/api/rate-limit';
import { createStores } from '@kith/api/store/stores';
import { smallKith, type TemporaryKith } from '../load/temporary-kith.ts';
import { cookieOf, ORIGIN } from './signed-in-app.ts';

/** Who may ask. `anchor` and `key` are of the organisation that keeps the place, the `other` ones of another. */
export const ASKERS = [
  'visitor',
  'contributor',
  'anchor',
  'other-anchor',
  'commissioner',
  'steward',
  'administrator',
  'key',
  'other-key',
] as const;
export type Asker = (typeof ASKERS)[number];

/** A small Kith with an organisation that keeps a place, one that keeps none, and somebody in every role. */
export interface World {
  readonly kith: TemporaryKith;
  readonly stores: ReturnType<typeof createStores>;
  /** Method and path of every route there is: `GET /api/places/{id}`. */
  readonly routes: readonly string[];
  /** Kept by `organisation`. */
  readonly placeId: string;
  readonly organisation: string;
  readonly otherOrganisation: string;
  /** Headers of an asker, made anew: what one route ends (a session, an account) is whole for the next. */
  headersOf(asker: Asker): Promise<Record<string, string>>;
  request(path: string, init: RequestInit): Promise<Response>;
  close(): void;
}

const AT = '2026-11-23T10:00:00Z';
/** So many that the table never meets a limit; the limits have tests of their own. */
const MANY = 1_000_000;

export async function makeWorld(): Promise<World> {
  const kith = await smallKith();
  const stores = createStores(kith.open.db);
  const letters: string[] = [];
  const app = createApp({
    stores,
    config: { basemap: null, basemapOrigins: [], version: 'test', webDist: kith.folder },
    log: { request: () => undefined, failure: () => undefined },
    reportLimit: rateLimit(MANY, MANY),
    limits: {
      ...usualLimits(),
      linksByAddress: rateLimit(MANY, MANY),
      linksByEmail: rateLimit(MANY, MANY),
      invitations: rateLimit(MANY, MANY),
      tries: rateLimit(MANY, MANY),
      writes: rateLimit(MANY, MANY),
    },
    signIns: signInsOver({
      stores,
      origin: ORIGIN,
      secret: 'a secret of the tests that is long enough',
      mailer: { send: async ({ text }) => void letters.push(text) },
    }),
  });
  const request = async (path: string, init: RequestInit) => app.request(`${ORIGIN}${path}`, init);

  const organisation = await stores.organisations.create({ name: 'Ours', website: null }, AT);
  const otherOrganisation = await stores.organisations.create({ name: 'Others', website: null }, AT);
  const placeId = await keptPlace(kith, organisation);
  const keys = {
    key: (await stores.tokens.make(organisation, 'Our programs', 'person:test', AT)).token,
    'other-key': (await stores.tokens.make(otherOrganisation, 'Their programs', 'person:test', AT)).token,
  };

  const cookies = new Map<Asker, string>();
  const headersOf = async (asker: Asker): Promise<Record<string, string>> => {
    if (asker === 'visitor') return {};
    if (asker === 'key' || asker === 'other-key') return { Authorization: `Bearer ${keys[asker]}` };
    const email = `${asker}@example.org`;
    const id = await stores.people.byEmail(email, new Date());
    if (asker === 'anchor') await stores.organisations.addMember(organisation, id, AT);
    else if (asker === 'other-anchor') await stores.organisations.addMember(otherOrganisation, id, AT);
    else if (asker !== 'contributor') await stores.people.giveRole(id, asker, new Date());
    const known = cookies.get(asker);
    const session = (await stores.people.sessions(id, new Date()))[0];
    if (known !== undefined && session !== undefined) return { Cookie: known };
    const cookie = await signedIn(email);
    cookies.set(asker, cookie);
    return { Cookie: cookie };
  };
  const signedIn = async (email: string): Promise<string> => {
    letters.length = 0;
    const json = (body: unknown) => ({
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    await request('/api/sign-in', json({ email }));
    for (let n = 0; n < 400 && letters.length === 0; n += 1) {
      await new Promise((done) => setTimeout(done, 2));
    }
    const token = /#token=([\w-]+)/.exec(letters[0] ?? '')?.[1];
    return cookieOf(await request('/api/sign-in/confirm', json({ token })));
  };

  const routes = app.routes
    .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/'))
    .map(({ method, path }) => `${method} ${path.replace(/:([a-z]+)(\{[^/]*\})?/gi, '{$1}')}`);
  return {
    kith,
    stores,
    routes: [...new Set(routes)],
    placeId,
    organisation,
    otherOrganisation,
    headersOf,
    request,
    close: () => kith.close(),
  };
}

async function keptPlace(kith: TemporaryKith, organisation: string): Promise<string> {
  const { client } = kith.open;
  const { rows } = await client.execute('select id from place order by id limit 1');
  const placeId = String(rows[0]?.id);
  const change = await client.execute({
    sql: `insert into change (kind, at, author, summary) values ('edit', ?, 'person:test', 'Keeps it')`,
    args: [AT],
  });
  await client.execute({
    sql: 'insert into keeper (place_id, organisation_id, since, change_id) values (?, ?, ?, ?)',
    args: [placeId, organisation, AT, Number(change.lastInsertRowid)],
  });
  return placeId;
}
