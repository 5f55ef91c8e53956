import { toDegrees } from '@kith/api/geo/national-grid';
import { type Acceptance, type Accepted, acceptWaiting, canAccept } from '@kith/api/store/keep/accept';
import { addMember, createOrganisation } from '@kith/api/store/keep/organisation-store';
import { personByEmail } from '@kith/api/store/keep/people-store';
import { waitingById } from '@kith/api/store/keep/waiting-store';
import type { Edit, NewPlace, Sent } from '@kith/core/keep/contribution';
import { type Person, VISITOR } from '@kith/core/keep/roles';
import type { PlaceDetail } from '@kith/core/place/place';
import { placeId } from '@kith/scripts/load/place-claims.ts';
import { smallKith, type TemporaryKith } from '../load/temporary-kith.ts';
import { appOf, type KithApp } from './kith-app.ts';
import { bareNewPlace } from './new-place.ts';

export const NORTHGATE = placeId('libraries', 'blaby/northgate');
export const MILLBROOK = placeId('libraries', 'charnwood/millbrook');

/** A small Kith in which the test says who asks, and when. */
export interface KeepingWorld {
  readonly kith: TemporaryKith;
  readonly app: KithApp;
  /** Whoever asks next. */
  asks: Person;
  /** ISO time of now. */
  now: string;
  readonly people: Readonly<
    Record<'contributor' | 'anchor' | 'outsider' | 'steward' | 'commissioner', Person>
  >;
  readonly organisation: { readonly id: string; readonly name: string };
  place(id: string): Promise<PlaceDetail>;
  send<T>(path: string, body: unknown, expected?: number): Promise<T>;
  read<T>(path: string, expected?: number): Promise<T>;
  remove(path: string): Promise<number>;
  close(): void;
}

export async function keepingWorld(): Promise<KeepingWorld> {
  const kith = await smallKith();
  const { db } = kith.open;
  const at = '2026-11-23T09:00:00.000Z';
  const organisation = {
    id: await createOrganisation(db, { name: 'Northgate Friends', website: null }, at),
    name: 'Northgate Friends',
  };
  const other = {
    id: await createOrganisation(db, { name: 'Elsewhere', website: null }, at),
    name: 'Elsewhere',
  };
  const personOf = async (
    role: Person['role'],
    organisations: Person['organisations'] = [],
  ): Promise<Person> => ({
    id: await personByEmail(
      db,
      `${role}-${organisations.length}${organisations[0]?.name ?? ''}@example.org`,
      new Date(at),
    ),
    role,
    organisations,
  });
  const people = {
    contributor: await personOf('contributor'),
    anchor: await personOf('anchor', [organisation]),
    outsider: await personOf('anchor', [other]),
    steward: await personOf('steward'),
    commissioner: await personOf('commissioner'),
  };
  await addMember(db, organisation.id, people.anchor.id ?? '', at);
  await kith.open.client.execute({
    sql: `update user set given_role = 'steward' where id = ?`,
    args: [people.steward.id],
  });
  const asking = { asks: VISITOR, now: '2026-11-23T10:00:00.000Z' };
  const world: KeepingWorld = {
    kith,
    get asks() {
      return asking.asks;
    },
    set asks(person) {
      asking.asks = person;
    },
    get now() {
      return asking.now;
    },
    set now(at) {
      asking.now = at;
    },
    people,
    organisation,
    app: appOf(kith, { person: async () => asking.asks, now: () => new Date(asking.now) }),
    place: (id) => world.read<PlaceDetail>(`/api/places/${id}`),
    async send<T>(path: string, body: unknown, expected = 201) {
      return answer<T>(await world.app.send(path, body), expected);
    },
    async read<T>(path: string, expected = 200) {
      return answer<T>(await world.app.get(path), expected);
    },
    remove: async (path) => (await world.app.request(path, { method: 'DELETE' })).status,
    close: () => kith.close(),
  };
  return world;
}

async function answer<T>(response: Response, expected: number): Promise<T> {
  const text = await response.text();
  if (response.status !== expected) throw new Error(`${response.status} and not ${expected}: ${text}`);
  return (text === '' ? {} : JSON.parse(text)) as T;
}

let made = 0;
/** A key as devices make them, and a new one each time. */
export function newKey(): string {
  made += 1;
  return `0b8e6b0e-1111-4111-8111-${String(made).padStart(12, '0')}`;
}

/** Some 400 m from Northgate Library. */
export const SPOT = toDegrees(456_400, 297_300);

/** A whole new place there. */
export function newPlace(more: Partial<NewPlace> = {}): NewPlace {
  return bareNewPlace({
    key: newKey(),
    name: 'Knit and natter',
    kind: 'group',
    pin: SPOT,
    address: 'Chapel Street',
    openingHours: 'Tu 10:00-12:00',
    forWhom: 'Anyone who likes wool',
    wheelchair: 'yes',
    ...more,
  });
}

/** An edit with a key of its own. */
export function editOf(changes: Edit['changes'], more: Partial<Edit> = {}): Edit {
  return { key: newKey(), changes, why: null, ...more };
}

/** Lets something that waits stand, as the steward; a refusal is thrown, and then nothing is kept. */
export async function accept(
  world: KeepingWorld,
  { reference }: Pick<Sent, 'reference'>,
  fields: Acceptance['fields'] = null,
): Promise<Accepted> {
  const { db, client } = world.kith.open;
  const { rows } = await client.execute({
    sql: 'select id from waiting where reference = ?',
    args: [reference],
  });
  const id = String(rows[0]?.id);
  const accepted = await db.transaction(async (tx) => {
    const row = await waitingById(tx, id);
    if (row === undefined || !canAccept(row.kind)) throw new Error('this does not wait');
    const by = { author: `person:${world.people.steward.id}`, at: world.now, fields };
    return acceptWaiting(tx, { ...row, kind: row.kind }, by);
  });
  const { changeId } = accepted;
  const sql = `update waiting set state = 'accepted', decided_at = ?, note = 'Thank you.', change_id = ? where id = ?`;
  await client.execute({ sql, args: [world.now, changeId, id] });
  return accepted;
}

export async function numberOf(
  world: KeepingWorld,
  table: 'change' | 'claim' | 'waiting' | 'place',
): Promise<number> {
  const { rows } = await world.kith.open.client.execute(`select count(*) as n from ${table}`);
  return Number(rows[0]?.n);
}
