import type { AreaTables } from './area-tables.ts';

/** Whole people and households of an area. Null where no table counts them. */
export interface AreaCounts {
  readonly residents: number | null;
  readonly households: number | null;
  readonly aged65Over: number | null;
  readonly disabled: number | null;
}

/**
 * How many live in an area. Residents are those of the table on disability, as in the starter: counts of
 * tables differ by a few, as the Office for National Statistics changes small counts.
 */
export function countsOf(tables: AreaTables, code: string): AreaCounts {
  const { nomis, age, disability, tenure } = tables;
  return {
    residents: nomis.ts038?.get(code)?.total ?? disability?.get(code)?.residents ?? null,
    households: nomis.ts054?.get(code)?.total ?? tenure?.get(code)?.households ?? null,
    aged65Over: nomis.ts007a?.get(code)?.counts.aged65Over ?? age?.get(code)?.aged65Over ?? null,
    disabled: nomis.ts038?.get(code)?.counts.disabled ?? disability?.get(code)?.disabled ?? null,
  };
}
