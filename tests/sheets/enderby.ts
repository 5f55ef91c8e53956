import { startKeeping } from '@kith/api/store/keep/keeper-store';
import type { Person } from '@kith/core/keep/roles';
import { appOf } from '../contract/kith-app.ts';
import { starterKith } from '../load/temporary-kith.ts';
import { bringing } from './bringing.ts';

const ALPHA = { id: 'org-1', name: 'Alpha' };
const BETA = { id: 'org-2', name: 'Beta' };
export const STEWARD: Person = { id: 'steward-1', role: 'steward', organisations: [] };
export const OF_ALPHA: Person = { id: 'anchor-1', role: 'anchor', organisations: [ALPHA] };
export const OF_BETA: Person = { id: 'anchor-2', role: 'anchor', organisations: [BETA] };
export const OF_BOTH: Person = { id: 'anchor-3', role: 'anchor', organisations: [ALPHA, BETA] };

/** A Kith with a steward and two organisations, one of which keeps Enderby Library. Who asks, and when, is set. */
export async function enderbyKith(keeper: 'org-1' | 'org-2' = 'org-1') {
  const kith = await starterKith();
  const { client, db } = kith.open;
  for (const { id, role } of [STEWARD, OF_ALPHA, OF_BETA, OF_BOTH]) {
    await client.execute({
      sql: `insert into user (id, name, email, email_verified, created_at, updated_at, given_role) values (?, '', ?, 1, 0, 0, ?)`,
      args: [id ?? '', `${id}@example.org`, role === 'steward' ? role : null],
    });
  }
  for (const { id, name } of [ALPHA, BETA]) {
    await client.execute({
      sql: 'insert into organisation (id, name, at) values (?, ?, ?)',
      args: [id, name, '2026-01-01T00:00:00.000Z'],
    });
  }
  const asks = { person: STEWARD, at: '2026-11-23T10:00:00.000Z' };
  const app = appOf(kith, { person: async () => asks.person, now: () => new Date(asks.at) });
  const found = await app.get('/api/places?patch=leicestershire&kind=library&q=Enderby&limit=1');
  const { features } = (await found.json()) as { features: { id: string }[] };
  const enderby = features[0]?.id ?? '';
  await startKeeping(db, enderby, keeper, 1, '2026-01-01T00:00:00.000Z');
  const placeNow = async () =>
    (await (await app.get(`/api/places/${enderby}`)).json()) as Record<string, unknown>;
  return {
    kith,
    app,
    asks,
    enderby,
    sheets: bringing(app),
    placeNow,
    /** Says something of the library through its form. */
    edit: async (field: string, value: unknown) => {
      const was = (await placeNow())[field] ?? null;
      const key = crypto.randomUUID();
      const sent = await app.send(`/api/places/${enderby}/edits`, { key, changes: [{ field, was, value }] });
      if (!sent.ok) throw new Error(`${sent.status}: ${await sent.text()}`);
    },
    /** A list of the library alone, with its phone. @param day in Last checked */
    phoneList: (phone: string, day = '') =>
      `Library name,Type,Postcode,Telephone,Last checked\nEnderby,Library,LE19 4PG,${phone},${day}\nNowhere,Library,,,\n`,
    undo: (id: string) => app.send(`/api/imports/${id}/undo`, {}),
  };
}
