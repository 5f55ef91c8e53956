import type { LicenceFamilyId } from '@kith/core/source/licences';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { claimFamilies, type ExportedClaim, exportClaims } from './claim-export-store.ts';
import { allClaimsOf } from './claims-of.ts';
import { mergePlaces } from './merge-store.ts';
import type { OpenDatabase } from './open.ts';
import { projectPlace } from './place-projection.ts';
import { getPlace } from './place-store.ts';
import { OTHER_PLACE, PLACE, placeClaims, positionAt, say, temporaryStore } from './temporary-store.ts';

const OGL = 'Open Government Licence v3.0';
const ODBL = 'Open Data Commons Open Database License 1.0 (ODbL)';

let open: OpenDatabase;
let close: () => void;
/** What the council's list alone comes to. */
let alone: ReturnType<typeof projectPlace>;

/** A library of a council's list, and the same of OpenStreetMap, made one. */
beforeEach(async () => {
  ({ open, close } = await temporaryStore());
  const council = placeClaims(PLACE, 'Enderby Library', {
    kind: 'library',
    postcode: 'LE19 4ND',
    position: positionAt(453_000, 299_000),
  });
  await say(
    open,
    council.map((claim) => ({ ...claim, licence: OGL, author: 'load' })),
  );
  alone = projectPlace(PLACE, (await allClaimsOf(open.db, PLACE)).claims, new Map());
  const map = placeClaims(OTHER_PLACE, 'Enderby Community Library', {
    kind: 'library',
    openingHours: 'Mo-Fr 09:00-17:00',
    website: 'https://example.org/',
  });
  await say(
    open,
    map.map((claim) => ({ ...claim, licence: ODBL, author: 'load', source: 'other', asOf: '2026-01' })),
  );
  await mergePlaces(open.db, OTHER_PLACE, PLACE, 'load', '2026-02-01T00:00:00Z');
});
afterEach(() => close());

async function exported(family: LicenceFamilyId): Promise<ExportedClaim[]> {
  const all: ExportedClaim[] = [];
  for await (const batch of exportClaims(open.db, family)) all.push(...batch);
  return all;
}

it('says of every field shown which licence it comes under', async () => {
  const found = await getPlace(open.db, PLACE);
  if (found.found !== 'place') throw new Error('The place is not there.');
  const licences = new Map(found.place.claims.map(({ field, licence }) => [field, licence]));
  expect([licences.get('postcode'), licences.get('position')]).toEqual([OGL, OGL]);
  expect([licences.get('openingHours'), licences.get('website'), licences.get('name')]).toEqual([
    ODBL,
    ODBL,
    ODBL,
  ]);
});

it('exports what is shared alike apart from what is not, each under the id of the merged place', async () => {
  const [odbl, ogl] = [await exported('odbl'), await exported('ogl')];
  expect(new Set(odbl.map(({ licence }) => licence))).toEqual(new Set([ODBL]));
  expect(new Set(ogl.map(({ licence }) => licence))).toEqual(new Set([OGL]));
  expect(odbl.map(({ field }) => field)).toEqual(expect.arrayContaining(['openingHours', 'website']));
  expect(ogl.map(({ field }) => field)).not.toContain('openingHours');
  expect([...odbl, ...ogl].every(({ nowId }) => nowId === PLACE)).toBe(true);
  expect(await claimFamilies(open.db)).toEqual(
    new Map([
      ['odbl', odbl.length],
      ['ogl', ogl.length],
    ]),
  );
});

it('leaves the rest whole when what is shared alike is taken out', async () => {
  const { claims } = await allClaimsOf(open.db, PLACE);
  const rest = claims.filter(({ licence }) => licence !== ODBL);
  expect(projectPlace(PLACE, rest, new Map())).toEqual(alone);
  expect(projectPlace(PLACE, claims, new Map())).toMatchObject({ openingHours: 'Mo-Fr 09:00-17:00' });
});
