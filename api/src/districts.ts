import type { AreaRecord } from './store/area-store.ts';

/** A district with where its areas stand among all. */
export interface District {
  readonly code: string;
  readonly name: string;
  readonly patch: string;
  readonly residents: number;
  readonly rows: readonly number[];
}

/** The districts that areas make up, by code. */
export function districtsOf(areas: readonly AreaRecord[]): readonly District[] {
  const found = new Map<string, District & { residents: number; rows: number[] }>();
  for (const [at, { districtCode, district, patch, residents }] of areas.entries()) {
    const known = found.get(districtCode) ?? {
      code: districtCode,
      name: district,
      patch,
      residents: 0,
      rows: [],
    };
    found.set(districtCode, known);
    known.residents += residents;
    known.rows.push(at);
  }
  return [...found.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}
