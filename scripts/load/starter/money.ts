import type { MoneyRow } from '@kith/core/money/money';
import { z } from 'zod';
import { cell, readCsv } from './read-csv.ts';

const row = z.object({
  authority: cell.text,
  authority_code: cell.text,
  patch: cell.text,
  year: z.string().regex(/^\d{4}-\d{2}$/, 'is not a financial year such as 2010-11'),
  net_current_gbp_thousand: cell.whole,
});

/** Net current spend on culture by council and year. Years that were not published have no row. */
export function readMoney(file: string): MoneyRow[] {
  return readCsv(file, row).map((each) => ({
    authority: each.authority,
    authorityCode: each.authority_code,
    patch: each.patch,
    year: each.year,
    netCurrentGbpThousand: each.net_current_gbp_thousand,
  }));
}
