import { checkData } from '@kith/api/store/data-check-store';
import type { DataCheck } from '@kith/core/source/data-report';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { smallKith, type TemporaryKith } from './temporary-kith.ts';

let kith: TemporaryKith;
beforeEach(async () => {
  kith = await smallKith();
});
afterEach(() => kith.close());

async function failing(): Promise<DataCheck[]> {
  return (await checkData(kith.open.db)).filter((check) => !check.holds);
}

/** Each way in which data can be wrong, as it would stand in the tables. */
const BREAKS: readonly [id: string, count: number, example: RegExp, statements: readonly string[]][] = [
  ['source-licence', 1, /^iod-2025$/, ["update source set licence = ' ' where id = 'iod-2025'"]],
  ['source-licence', 1, /^iod-2025$/, ["update source set attribution = '' where id = 'iod-2025'"]],
  [
    'figure-source',
    6,
    /^disabled of E01000001: luck$/,
    ["update area_value set source = 'luck' where indicator = 'disabled'"],
  ],
  ['figure-reason', 1, /^no-car of E01000005$/, ['update area_value set reason = null where value is null']],
  [
    'figure-range',
    1,
    /^disabled of E01000002: 100\.1$/,
    ["update area_value set value = 100.1 where indicator = 'disabled' and area = 'E01000002'"],
  ],
  [
    'figure-range',
    1,
    /^deprivation of E01000002: 0/,
    ["update area_value set value = 0 where indicator = 'deprivation' and area = 'E01000002'"],
  ],
  ['home-points', 1, /^E01000003$/, ["delete from home_point where area = 'E01000003'"]],
  [
    'home-point-people',
    1,
    /^E01000003: 1201 of 1200$/,
    [
      "update home_point set residents = residents + 1 where id = (select min(id) from home_point where area = 'E01000003')",
    ],
  ],
  ['claims-listed', 1, /^[0-9a-f-]{36}$/, ["delete from place where name = 'Weir Library'"]],
  [
    'listing-places',
    1,
    /^openbenches-2026-05 999$/,
    ["insert into listing values ('openbenches-2026-05', '999', 'nowhere', 'f', 1, 1, null)"],
  ],
  [
    'redirects',
    1,
    /^gone$/,
    ["insert into place_redirect (from_id, to_id, change_id) values ('gone', 'nowhere', 1)"],
  ],
  [
    'redirects',
    1,
    /^[0-9a-f-]{36}$/,
    [
      "insert into place_redirect (from_id, to_id, change_id) select a.id, b.id, 1 from place a, place b where a.name = 'Weir Library' and b.name = 'Almond Library'",
    ],
  ],
  ['shapes', 1, /^E01000004$/, ["delete from area_shape where area = 'E01000004'"]],
  ['tiles', 1, /^all tiles$/, ['delete from tile']],
  [
    'files-whole',
    1,
    /^bad\.csv$/,
    [
      `insert into rejected_row (part, scope, source, file, problem) values ('places', 'x', 'iod-2025', 'bad.csv', 'A web page saved as CSV.')`,
    ],
  ],
];

describe('the checks of the data', () => {
  it('hold on data that is whole', async () => {
    expect(await failing()).toEqual([]);
  });

  it.each(BREAKS)('notice what %s is about (%i)', async (id, count, example, statements) => {
    for (const statement of statements) await kith.open.client.execute(statement);
    const found = await failing();
    expect(found.map((check) => [check.id, check.count])).toEqual([[id, count]]);
    expect(found[0]?.examples[0]).toMatch(example);
    expect(found[0]?.mend?.length).toBeGreaterThan(10);
  });

  it('leave no check unseen', async () => {
    const broken = new Set(BREAKS.map(([id]) => id));
    expect([...broken].sort()).toEqual((await checkData(kith.open.db)).map((check) => check.id).sort());
  });
});
