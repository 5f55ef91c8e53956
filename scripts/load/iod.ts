import { isLsoa, LSOA_CODE, notACode } from './area-codes.ts';
import { countIn, notACount } from './cell-number.ts';
import { tableSource } from './table-source.ts';

export interface Deprivation {
  readonly code: string;
  /** 1 is the most deprived tenth of areas of England. */
  readonly decile: number;
  /** 1 is the most deprived; null where the file leaves it out. */
  readonly rank: number | null;
}

/** The Indices of Deprivation 2025: the tidied table, File 1, or File 7 with its long headings. */
export const indicesOfDeprivation = tableSource({
  source: 'iod-2025',
  what: 'the Indices of Deprivation 2025',
  columns: {
    code: LSOA_CODE,
    decile: { is: ['IMD_decile', /^indexofmultipledeprivation(imd)?decile/] },
    rank: { is: ['IMD_rank', /^indexofmultipledeprivation(imd)?rank/], optional: true },
  },
  row: ({ code, decile, rank }, fail): Deprivation | null => {
    if (!isLsoa(code)) return fail('code', notACode(code));
    const tenth = countIn(decile);
    if (tenth === null || tenth < 1 || tenth > 10)
      return fail('decile', `"${decile.slice(0, 40)}" is not 1 to 10.`);
    if (rank !== '' && countIn(rank) === null) return fail('rank', notACount(rank));
    return { code, decile: tenth, rank: countIn(rank) };
  },
});
