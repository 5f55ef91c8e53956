import { isLsoa, LSOA_CODE, notACode } from './area-codes.ts';
import { numberIn } from './cell-number.ts';
import { tableSource } from './table-source.ts';

export interface ModelledLoneliness {
  readonly code: string;
  /** Percent modelled as lonely at least some of the time, in the pandemic year 2020-21. */
  readonly percent: number;
}

/** Loneliness as the British Red Cross modelled it, by type of area. For comparison, never as truth. */
export const brcLoneliness = tableSource({
  source: 'brc-loneliness-2020-21',
  what: 'modelled loneliness of the British Red Cross, 2020-21',
  columns: { code: LSOA_CODE, percent: { is: ['perc'] }, tenth: { is: ['deciles', 'decile'] } },
  row: ({ code, percent }, fail): ModelledLoneliness | null => {
    if (!isLsoa(code)) return fail('code', notACode(code));
    const value = numberIn(percent);
    if (value === null || value < 0 || value > 100)
      return fail('percent', `"${percent.slice(0, 40)}" is no percentage.`);
    return { code, percent: value };
  },
});
