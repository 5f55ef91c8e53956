import { createRoute } from '@hono/zod-openapi';
import { adminStateSchema } from '@kith/core/keep/admin-state';
import { need } from '../auth/need.ts';
import type { House } from '../house.ts';
import type { Services } from '../services.ts';
import { json, named, newRoutes, refusals } from './parts.ts';

const state = createRoute({
  method: 'get',
  path: '/api/admin/state',
  summary: 'How this Kith stands: counts, queue, last load, last backup',
  middleware: need('administer'),
  responses: { 200: json(named('AdminState', adminStateSchema), 'As of now'), ...refusals(401, 403) },
});

/** For administrators. @param house what the machine says */
export function adminRoutes({ stores, config, snapshot, now }: Services, house: () => Promise<House>) {
  return newRoutes().openapi(state, async (c) => {
    const stands = await stores.admin.state(now());
    const { data } = (await snapshot()).version;
    return c.json({ version: config.version, data, ...stands, ...(await house()) }, 200);
  });
}
