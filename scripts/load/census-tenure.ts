import { isLsoa, LSOA_CODE, notACode } from './area-codes.ts';
import { countIn, notACount } from './cell-number.ts';
import { tableSource } from './table-source.ts';

export interface TenureCounts {
  readonly code: string;
  readonly households: number;
  readonly renting: number;
}

/** Social and private renting. "Lives rent free" and shared ownership are not renting and are left out. */
const RENTED = {
  council: { is: ['Social rented: Rents from council or Local Authority'] },
  otherSocial: { is: ['Social rented: Other social rented'] },
  landlord: { is: ['Private rented: Private landlord or letting agency'] },
  otherPrivate: { is: ['Private rented: Other private rented'] },
} as const;
const NAMES = Object.keys(RENTED) as (keyof typeof RENTED)[];

export const censusTenure = tableSource({
  source: 'census-2021-tenure',
  what: 'households by tenure (2021 census, TS054)',
  columns: { code: LSOA_CODE, households: { is: ['total_households'] }, ...RENTED },
  row: (cells, fail): TenureCounts | null => {
    if (!isLsoa(cells.code)) return fail('code', notACode(cells.code));
    const households = countIn(cells.households);
    if (households === null) return fail('households', notACount(cells.households));
    let renting = 0;
    for (const name of NAMES) {
      const count = countIn(cells[name]);
      if (count === null) return fail(name, notACount(cells[name]));
      renting += count;
    }
    return { code: cells.code, households, renting };
  },
});
