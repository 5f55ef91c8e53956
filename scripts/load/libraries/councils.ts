import { councilKey } from './library-cells.ts';

/** A district that is loaded, and the authority that runs its libraries. */
export interface LoadedDistrict {
  readonly code: string;
  readonly name: string;
  readonly authorityCode: string;
  readonly authorityName: string;
  readonly patch: string;
}

/** Where a library without a position belongs: the map of its council, and the district where it has but one. */
export type CouncilAt = (council: string) => { readonly patch: string; readonly district: string } | null;

/** Finds the loaded council of a name, in whatever form a list has it. */
export function councilsOf(districts: readonly LoadedDistrict[]): CouncilAt {
  const byKey = new Map<string, { patch: string; districts: string[] }>();
  for (const { authorityName, name, patch } of districts) {
    const key = councilKey(authorityName);
    const known = byKey.get(key) ?? { patch, districts: [] };
    known.districts.push(name);
    byKey.set(key, known);
  }
  return (council) => {
    const found = byKey.get(councilKey(council));
    if (found === undefined) return null;
    return { patch: found.patch, district: found.districts.length === 1 ? (found.districts[0] ?? '') : '' };
  };
}
