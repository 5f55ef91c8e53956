import { type PatchId, STARTER_PATCHES } from '@kith/core/area/patches';
import type { SharedFiles } from './shared-files.ts';

export const LOOKUP_FILE = 'data/lookups/lookup_lsoa21_ward24_ltla24.csv.gz';

export interface AreaNames {
  readonly code: string;
  readonly name: string;
  readonly ward: string;
  readonly district: string;
  readonly districtCode: string;
}

const patchOfDistrict = new Map<string, PatchId>(
  STARTER_PATCHES.flatMap((patch) =>
    patch.districts.map((district) => [district as string, patch.id] as const),
  ),
);

/** The patch a district belongs to, or null when it is not loaded. */
export function patchOf(districtCode: string): PatchId | null {
  return patchOfDistrict.get(districtCode) ?? null;
}

/** Names of every LSOA of England and Wales by code, as of 2024. */
export function readAreaNames(files: SharedFiles): Map<string, AreaNames> {
  const rows = files.table(LOOKUP_FILE, [
    'lsoa21_code',
    'lsoa21_name',
    'ward24_name',
    'ltla24_name',
    'ltla24_code',
  ]);
  return new Map(
    rows.map((row) => [
      row.lsoa21_code,
      {
        code: row.lsoa21_code,
        name: row.lsoa21_name,
        ward: row.ward24_name,
        district: row.ltla24_name,
        districtCode: row.ltla24_code,
      },
    ]),
  );
}
