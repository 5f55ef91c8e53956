import { replaceAreasOf, replaceHomePointsOf, replaceShapesOf } from '@kith/api/store/area-load-store';
import { logChange } from '@kith/api/store/claim-store';
import { loadListings } from '@kith/api/store/listing-store';
import { putLoadPart } from '@kith/api/store/load-store';
import { replaceNames } from '@kith/api/store/name-load-store';
import { remakePatches } from '@kith/api/store/patch-load-store';
import { getPlace } from '@kith/api/store/place-store';
import { putPostcodes } from '@kith/api/store/postcode-load-store';
import { putSources, replaceMoney } from '@kith/api/store/seed-store';
import { areaOf } from '@kith/api/store/temporary-store';
import { placeId } from '@kith/scripts/load/place-claims.ts';
import { readSources } from '@kith/scripts/load/starter/sources.ts';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { smallFiles, type TemporaryKith, temporaryKith } from './temporary-kith.ts';

let kith: TemporaryKith;
beforeEach(async () => {
  kith = await temporaryKith();
});
afterEach(() => kith.close());

const BLABY = 'E07000129';
const NORTHGATE = placeId('libraries', 'blaby/northgate');
const ACE = 'ace-libraries-2023';

/** What `npm run load` leaves behind: one district from publishers' files, in a database without the starter. */
async function loadOfficially(): Promise<void> {
  const square = JSON.stringify({
    type: 'Polygon',
    coordinates: [
      [
        [0, 52],
        [1, 52],
        [1, 53],
        [0, 52],
      ],
    ],
  });
  const at = { easting: 456_000, northing: 297_000, lon: -1.17, lat: 52.56 };
  await kith.open.db.transaction(async (db) => {
    await putSources(db, readSources(smallFiles(kith.folder).sources));
    const figure = { indicator: 'imd', reason: null, geography: 'lsoa' as const, source: ACE, year: '2025' };
    const codes = ['E01000001', 'E01000009'];
    const values = codes.map((area) => ({ area, value: 5, ...figure }));
    const official = codes.map((code) => areaOf(code, BLABY, { district: 'Blaby' }));
    await replaceAreasOf(db, [BLABY], official, values);
    await replaceHomePointsOf(
      db,
      [BLABY],
      codes.map((area) => ({ area, easting: 456_001, northing: 297_001, residents: 100, kind: 'cluster' })),
    );
    const shapes = codes.map((code) => ({ code, name: code, patch: 'leicestershire', geometry: square }));
    const border = { code: BLABY, name: 'Blaby', patch: 'leicestershire', geometry: square };
    await replaceShapesOf(db, [BLABY], shapes, [border], 'official');
    await putPostcodes(db, [{ folded: 'LE100AA', easting: 1, northing: 2, area: 'E01000001' }]);
    const name = { name: 'Northgate', district: 'Blaby', type: 'town', patch: 'leicestershire', ...at };
    await replaceNames(db, [name]);
    const spending = { authority: 'Leicestershire', authorityCode: 'E10000018', patch: 'leicestershire' };
    await replaceMoney(db, [{ ...spending, year: '2010-11', netCurrentGbpThousand: 1 }]);
    for (const part of ['areas', 'money']) {
      const what = { part, scope: BLABY, districts: [BLABY], fingerprint: 'x' };
      await putLoadPart(db, { ...what, at: '2026-11-01', seconds: 1 });
    }
    const changeId = await logChange(db, { kind: 'load', at: '2026-11-01', author: 'load', summary: '' });
    const claim = {
      source: ACE,
      sourceDetail: null,
      asOf: '2023',
      basis: 'published' as const,
      licence: 'OGL',
    };
    const fields = {
      name: 'Northgate as the file has it',
      kind: 'library',
      status: 'open',
      patch: 'leicestershire',
    };
    const claims = Object.entries(fields).map(([field, value]) => ({
      ...claim,
      field: field as 'name',
      value,
    }));
    const listings = [{ key: 'blaby/northgate', placeId: NORTHGATE, claims }];
    const rest = { source: ACE, author: 'load', changeId, day: '2026-11-01', districts: 'all' as const };
    await loadListings(db, { ...rest, listings });
    await remakePatches(db, new Map());
  });
}

/** The rows that publishers' files brought. */
async function officialRows(): Promise<Record<string, unknown[]>> {
  const inside = `in (select code from area where district_code = '${BLABY}')`;
  const queries = {
    areas: `select * from area where district_code = '${BLABY}'`,
    values: `select * from area_value where area ${inside}`,
    points: `select area, easting, northing, residents, kind from home_point where area ${inside}`,
    shapes: `select * from area_shape where area ${inside}`,
    border: `select * from district_shape where code = '${BLABY}'`,
    postcodes: 'select * from postcode',
    names: `select * from place_name where name = 'Northgate'`,
    money: `select * from money where year = '2010-11'`,
    listings: 'select * from listing',
    claims: `select * from claim where author = 'load'`,
  };
  const rows: Record<string, unknown[]> = {};
  for (const [what, query] of Object.entries(queries)) {
    rows[what] = (await kith.open.client.execute(query)).rows.map((row) => ({ ...row }));
  }
  return rows;
}
const column = async (query: string) => (await kith.open.client.execute(query)).rows.map((row) => row[0]);

it('npm start on a database made by npm run load adds what is missing and replaces nothing', async () => {
  await loadOfficially();
  const before = await officialRows();
  for (const firstLibrary of ['Northgate Library', 'New Northgate Library']) {
    await kith.load(smallFiles(kith.folder, { firstLibrary }));
    expect(await officialRows()).toEqual(before);
  }
  expect(await column(`select code from area where origin = 'starter' order by code`)).toEqual([
    'E01000003',
    'E01000004',
    'E01000005',
    'E01000006',
  ]);
  expect(await column('select count(*) from home_point')).toEqual([2 + 12]);
  expect(await column('select code from district_shape order by code')).toEqual([
    'E06000043',
    BLABY,
    'E07000130',
    'E08000034',
  ]);
  expect(await column('select name from place_name order by name')).toEqual([
    'Great Millbrook',
    'Millbrook',
    'Millbrook',
    'Northgate',
  ]);
  expect(await column('select year from money order by year')).toEqual(['2010-11', '2011-12', '2014-15']);
  expect(await column('select id from patch order by id')).toEqual([
    'brighton-and-hove',
    'kirklees',
    'leicestershire',
  ]);
  // The excerpt in the starter does not speak over the file itself, but adds what the file does not say.
  const found = await getPlace(kith.open.db, NORTHGATE);
  expect(found).toMatchObject({ place: { name: 'Northgate as the file has it', postcode: 'LE10 0AA' } });
});

it('areas of a district loaded later take the stead of the starter’s, and the rest of the starter stays', async () => {
  await kith.load(smallFiles(kith.folder));
  await loadOfficially();
  expect(await column(`select code from area where district_code = '${BLABY}' order by code`)).toEqual([
    'E01000001',
    'E01000009',
  ]);
  expect(await column(`select count(*) from area where origin = 'starter'`)).toEqual([4]);
  expect(await column('select count(*) from area_shape')).toEqual([6]);
});
