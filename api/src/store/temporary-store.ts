import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PlaceFields } from '@kith/core/place/place';
import { toDegrees } from '../geo/national-grid.ts';
import { addClaims, logChange, type NewClaim } from './claim-store.ts';
import { databaseSetting } from './database-setting.ts';
import { migrateDatabase, type OpenDatabase, openDatabase } from './open.ts';
import { type AreaToLoad, putSources } from './seed-store.ts';

/** An empty database in a file of its own, for one test. Two sources are in it: `trusted` before `other`. */
export async function temporaryStore(): Promise<{ open: OpenDatabase; file: string; close: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'kith-store-'));
  const file = join(folder, 'kith.db');
  const open = await openDatabase(databaseSetting({ KITH_DB: file }, folder));
  await migrateDatabase(open);
  await putSources(open.db, [sourceNamed('trusted'), sourceNamed('other')]);
  return {
    open,
    file,
    close() {
      open.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function sourceNamed(id: string) {
  return {
    id,
    title: `The ${id} list`,
    publisher: `The keeper of ${id}`,
    url: 'https://example.org/',
    licence: 'OGL',
    licenceUrl: 'https://example.org/licence',
    attribution: 'Made up',
    vintage: '2025',
    caution: '',
    sha256: null,
  };
}

export const PLACE = 'a0000000-0000-5000-8000-000000000001';
export const OTHER_PLACE = 'a0000000-0000-5000-8000-000000000002';

/** A claim of 2025 by the loader, unless said otherwise. */
export function claimOf<F extends keyof PlaceFields>(
  field: F,
  value: PlaceFields[F] | null,
  more: Partial<NewClaim> = {},
): NewClaim {
  return {
    placeId: PLACE,
    field,
    value,
    source: 'trusted',
    sourceDetail: null,
    asOf: '2025',
    basis: 'published',
    licence: 'OGL',
    author: 'load',
    ...more,
  };
}

/** Whole metres with their degrees. */
export function positionAt(easting: number, northing: number): NonNullable<PlaceFields['position']> {
  return {
    ...toDegrees(easting, northing),
    easting,
    northing,
    precision: 'exact',
    spreadMetres: 0,
  };
}

/** An area with a hundred residents, in the district of this code. */
export function areaOf(code: string, districtCode: string, more: Partial<AreaToLoad> = {}): AreaToLoad {
  return {
    code,
    name: `Area ${code}`,
    ward: 'Ward',
    district: `District ${districtCode}`,
    districtCode,
    patch: 'leicestershire',
    ruralUrban: 'urban',
    rucClass: 'Made up',
    residents: 100,
    households: 40,
    aged65Over: 20,
    disabled: 10,
    edgeMetres: null,
    easting: 442_000,
    northing: 293_000,
    ...toDegrees(442_000, 293_000),
    ...more,
  };
}

/** Logs a change and adds claims under it. */
export async function say(
  open: OpenDatabase,
  claims: readonly NewClaim[],
  kind: 'load' | 'edit' = 'load',
): Promise<void> {
  await open.db.transaction(async (tx) => {
    const change = await logChange(tx, { kind, at: '2026-01-01T00:00:00Z', author: 'test', summary: 'Test' });
    await addClaims(tx, change, claims);
  });
}

/** Claims that make a whole place. */
export function placeClaims(
  placeId: string,
  name: string,
  fields: { readonly [field in keyof PlaceFields]?: PlaceFields[field] | null } = {},
): NewClaim[] {
  const whole = { name, kind: 'hall' as const, status: 'open' as const, patch: 'leicestershire', ...fields };
  return Object.entries(whole).map(([field, value]) => ({
    ...claimOf('name', null),
    placeId,
    field: field as keyof PlaceFields,
    value,
  }));
}
