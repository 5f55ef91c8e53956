import { isLsoa, LSOA_CODE, notACode } from './area-codes.ts';
import { countIn, notACount } from './cell-number.ts';
import { tableSource } from './table-source.ts';

export interface AgeCounts {
  readonly code: string;
  readonly people: number;
  readonly aged16To24: number;
  readonly aged65Over: number;
}

/** The 2021 census in six age bands per area, a column each. */
const BANDS = {
  under16: { is: ['Aged 15 years and under'] },
  from16: { is: ['Aged 16 to 24 years'] },
  from25: { is: ['Aged 25 to 34 years'] },
  from35: { is: ['Aged 35 to 49 years'] },
  from50: { is: ['Aged 50 to 64 years'] },
  from65: { is: ['Aged 65 years and over'] },
} as const;
const NAMES = Object.keys(BANDS) as (keyof typeof BANDS)[];

export const censusAge = tableSource({
  source: 'census-2021-age',
  what: 'residents in six age bands (2021 census)',
  columns: { code: LSOA_CODE, ...BANDS },
  row: (cells, fail): AgeCounts | null => {
    if (!isLsoa(cells.code)) return fail('code', notACode(cells.code));
    let people = 0;
    for (const name of NAMES) {
      const count = countIn(cells[name]);
      if (count === null) return fail(name, notACount(cells[name]));
      people += count;
    }
    const [aged16To24, aged65Over] = [countIn(cells.from16) ?? 0, countIn(cells.from65) ?? 0];
    return { code: cells.code, people, aged16To24, aged65Over };
  },
});
