import { mergePlaces } from '@kith/api/store/merge-store';
import { openDatabase } from '@kith/api/store/open';
import { listReports } from '@kith/api/store/report-store';
import { createStores } from '@kith/api/store/stores';
import { placeId } from '@kith/scripts/load/place-claims.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smallKith, type TemporaryKith } from '../load/temporary-kith.ts';
import { appOf } from './kith-app.ts';

const NORTHGATE = placeId('libraries', 'blaby/northgate');
const MILLBROOK = placeId('libraries', 'charnwood/millbrook');
const WEIR = placeId('libraries', 'charnwood/repair');

let kith: TemporaryKith;
beforeAll(async () => {
  kith = await smallKith();
});
afterAll(() => kith.close());

describe('a problem with a listing', () => {
  it('is kept for a steward, with a reference, and nothing about who sent it', async () => {
    const app = appOf(kith, { now: () => new Date('2026-11-22T10:00:00Z') });
    const sent = await app.send(
      `/api/places/${NORTHGATE}/reports`,
      { reason: 'hours', detail: ' Shut on Fridays ' },
      {
        'User-Agent': 'Someone’s phone'.replace('’', "'"),
        'X-Forwarded-For': '203.0.113.7',
      },
    );
    expect(sent.status).toBe(201);
    const { received, reference } = (await sent.json()) as { received: boolean; reference: string };
    expect(received).toBe(true);
    expect(reference).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/);
    expect(await listReports(kith.open.db)).toEqual([
      {
        reference,
        placeId: NORTHGATE,
        reason: 'hours',
        detail: 'Shut on Fridays',
        at: '2026-11-22T10:00:00.000Z',
      },
    ]);
    for (const table of ['waiting', 'change']) {
      const { rows } = await kith.open.client.execute(`select * from ${table}`);
      expect(JSON.stringify(rows.map((row) => ({ ...row })))).not.toMatch(/203\.0\.113\.7|phone/);
    }
  });

  it('is to be sent again where a load is writing: no failure, and nothing half kept', async () => {
    const before = (await listReports(kith.open.db)).length;
    const other = await openDatabase(kith.open.setting, 50);
    const app = appOf(kith, { stores: createStores(other.db) });
    const load = await kith.open.client.transaction('write');
    try {
      const sent = await app.send(`/api/places/${NORTHGATE}/reports`, { reason: 'closed' });
      expect(sent.status).toBe(503);
      expect(sent.headers.get('retry-after')).toBe('30');
      expect(await sent.text()).toMatch(/Nothing is lost: try again/);
      expect(app.heard.failures).toEqual([]);
      expect((await app.get(`/api/places/${NORTHGATE}`)).status).toBe(200);
    } finally {
      await load.rollback();
    }
    expect((await app.send(`/api/places/${NORTHGATE}/reports`, { reason: 'closed' })).status).toBe(201);
    expect(await listReports(kith.open.db)).toHaveLength(before + 1);
    other.close();
  });

  it('needs no detail', async () => {
    const app = appOf(kith);
    expect((await app.send(`/api/places/${NORTHGATE}/reports`, { reason: 'closed' })).status).toBe(201);
    expect((await listReports(kith.open.db)).at(-1)).toMatchObject({ reason: 'closed', detail: null });
  });

  it('of a place that is not there is not kept', async () => {
    const before = (await listReports(kith.open.db)).length;
    const app = appOf(kith);
    expect((await app.send('/api/places/nobody/reports', { reason: 'closed' })).status).toBe(404);
    expect((await listReports(kith.open.db)).length).toBe(before);
  });

  it('changes nothing that is shown', async () => {
    const app = appOf(kith);
    const before = await app.get(`/api/places/${NORTHGATE}`);
    await app.send(`/api/places/${NORTHGATE}/reports`, { reason: 'closed' });
    const after = await app.get(`/api/places/${NORTHGATE}`);
    expect(after.headers.get('ETag')).toBe(before.headers.get('ETag'));
  });

  it('is taken thirty times an hour from one address, then says how long to wait', async () => {
    let now = Date.parse('2026-11-22T10:00:00Z');
    const app = appOf(kith, { now: () => new Date(now) });
    const send = () => app.send(`/api/places/${NORTHGATE}/reports`, { reason: 'other' });
    for (let times = 0; times < 30; times++) expect((await send()).status).toBe(201);
    now += 10 * 60_000;
    const refused = await send();
    expect(refused.status).toBe(429);
    expect(refused.headers.get('Retry-After')).toBe(String(50 * 60));
    expect(await refused.json()).toMatchObject({
      error: { code: 'too-many', message: expect.stringContaining('50 minutes') },
    });
    now += 50 * 60_000;
    expect((await send()).status).toBe(201);
  });
});

describe('a merged place', () => {
  it('answers for ever with the one it was merged into, and takes reports for it', async () => {
    await mergePlaces(kith.open.db, WEIR, MILLBROOK, 'ann', '2026-11-22T10:00:00Z');
    const app = appOf(kith);
    const moved = await app.get(`/api/places/${WEIR}`);
    expect(moved.status).toBe(308);
    expect(moved.headers.get('Location')).toBe(`/api/places/${MILLBROOK}`);
    expect(moved.headers.get('X-Request-Id')).toBeTruthy();
    expect((await app.send(`/api/places/${WEIR}/reports`, { reason: 'moved' })).status).toBe(201);
    expect((await listReports(kith.open.db)).at(-1)).toMatchObject({ placeId: MILLBROOK, reason: 'moved' });
  });
});
