import { logChange } from '@kith/api/store/claim-store';
import { loadListings } from '@kith/api/store/listing-store';
import { putLoadPart } from '@kith/api/store/load-store';
import { placeId } from '@kith/scripts/load/place-claims.ts';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { smallKith, type TemporaryKith } from '../load/temporary-kith.ts';
import { appOf, type KithApp } from './kith-app.ts';

let kith: TemporaryKith;
let app: KithApp;
let clock = Date.parse('2026-11-22T10:00:00Z');
beforeEach(async () => {
  kith = await smallKith();
  app = appOf(kith, {
    now: () => {
      clock += 5_000;
      return new Date(clock);
    },
  });
});
afterEach(() => kith.close());

const SOURCE = 'openbenches-2026-05';

/** A load of a list of benches, by the numbers of those in it, as the command leaves it behind. */
async function loadBenches(numbers: readonly number[]): Promise<void> {
  const word = {
    source: SOURCE,
    sourceDetail: null,
    asOf: '2026-05',
    basis: 'published',
    licence: 'x',
  } as const;
  const listings = numbers.map((number) => {
    const [easting, northing] = [456_000 + number, 297_000];
    const position = { lon: -1.17, lat: 52.56, easting, northing, precision: 'exact', spreadMetres: 0 };
    const fields = {
      name: `Bench ${number}`,
      kind: 'bench',
      patch: 'leicestershire',
      status: 'open',
      position,
    };
    const claims = Object.entries(fields).map(([field, value]) => ({
      ...word,
      field: field as 'name',
      value,
    }));
    return { key: String(number), placeId: placeId('benches', String(number)), claims };
  });
  await kith.open.db.transaction(async (db) => {
    const change = { kind: 'load' as const, at: '2026-11-22', author: 'load', summary: '' };
    const changeId = await logChange(db, change);
    const rest = { source: SOURCE, author: 'load', changeId, day: '2026-11-22', districts: 'all' as const };
    await loadListings(db, { ...rest, listings: listings as never });
    const mark = {
      part: 'places',
      scope: 'E10000018',
      districts: ['E07000129'],
      at: '2026-11-22',
      seconds: 1,
    };
    await putLoadPart(db, { ...mark, fingerprint: numbers.join() });
  });
}

it('a running server shows what an older list, loaded again, no longer has', async () => {
  const versions = new Set<string>();
  const statuses: (string | undefined)[] = [];
  let tag = '';
  for (const numbers of [[901], [901, 902], [901]]) {
    await loadBenches(numbers);
    const answer = await app.get(
      '/api/pins?patch=leicestershire&kind=bench',
      tag === '' ? {} : { 'If-None-Match': tag },
    );
    expect(answer.status).toBe(200);
    tag = answer.headers.get('etag') ?? '';
    const pins = (await answer.json()) as Record<'version' | 'name' | 'status', string[]>;
    versions.add(String(pins.version));
    statuses.push(pins.status[pins.name.indexOf('Bench 902')]);
  }
  expect(statuses).toEqual([undefined, 'open', 'unknown']);
  expect(versions.size).toBe(3);
});
