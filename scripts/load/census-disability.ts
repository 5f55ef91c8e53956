import { isLsoa, LSOA_CODE, notACode } from './area-codes.ts';
import { countIn, notACount } from './cell-number.ts';
import { tableSource } from './table-source.ts';

export interface DisabilityCounts {
  readonly code: string;
  readonly residents: number;
  readonly disabled: number;
}

/** Residents who are disabled under the Equality Act (2021 census, TS038), tidied: `n` of `total_residents`. */
export const censusDisability = tableSource({
  source: 'census-2021-disability',
  what: 'residents who are disabled (2021 census, TS038)',
  columns: {
    code: LSOA_CODE,
    disabled: { is: ['n', 'disabled'] },
    residents: { is: ['total_residents'] },
  },
  row: ({ code, disabled, residents }, fail): DisabilityCounts | null => {
    if (!isLsoa(code)) return fail('code', notACode(code));
    const [part, whole] = [countIn(disabled), countIn(residents)];
    if (part === null) return fail('disabled', notACount(disabled));
    if (whole === null) return fail('residents', notACount(residents));
    if (part > whole)
      return fail('disabled', 'More are disabled than live here: one of the two counts is wrong.');
    return { code, residents: whole, disabled: part };
  },
});
