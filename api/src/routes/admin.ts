import { createRoute, z } from '@hono/zod-openapi';
import { need } from '../auth/need.ts';
import type { House } from '../house.ts';
import type { Services } from '../services.ts';
import { lastBackupSchema } from '../store/keep/admin-store.ts';
import { json, named, newRoutes, refusals } from './parts.ts';

const happened = z.object({ at: z.string(), summary: z.string() }).nullable();

const stateSchema = z
  .object({
    version: z.string().openapi({ description: 'Of Kith itself' }),
    data: z.string().openapi({ description: 'Of the data, as every answer is made from it' }),
    counts: z.object({
      places: z.int(),
      closed: z.int(),
      areas: z.int(),
      statements: z.int(),
      people: z.int(),
      organisations: z.int(),
      kept: z.int(),
      photos: z.int(),
    }),
    waiting: z.object({ honest: z.int(), apart: z.int(), oldest: z.string().nullable() }).openapi({
      description: 'What awaits a steward; `apart` is set aside as likely spam; `oldest` is of the others',
    }),
    freshness: z.object({ due: z.int(), stale: z.int(), old: z.int() }).openapi({
      description:
        'Places that people keep, by how long ago they were checked. Each is in the one before it too',
    }),
    reminders: z.object({ open: z.int(), lastSent: z.string().nullable() }),
    lastLoad: happened,
    lastChange: happened,
    lastBackup: named('LastBackup', lastBackupSchema).nullable(),
    databaseBytes: z.int().nullable().openapi({ description: 'Null where the database is on a server' }),
    outbox: z
      .int()
      .nullable()
      .openapi({ description: 'Letters to deliver by hand; null where a mail server takes them' }),
  })
  .openapi('AdminState');

const state = createRoute({
  method: 'get',
  path: '/api/admin/state',
  summary: 'How this Kith stands: counts, queue, last load, last backup',
  middleware: need('administer'),
  responses: { 200: json(stateSchema, 'As of now'), ...refusals(401, 403) },
});

/** For administrators. @param house what the machine says */
export function adminRoutes({ stores, config, snapshot, now }: Services, house: () => Promise<House>) {
  return newRoutes().openapi(state, async (c) => {
    const stands = await stores.admin.state(now());
    const { data } = (await snapshot()).version;
    return c.json({ version: config.version, data, ...stands, ...(await house()) }, 200);
  });
}
