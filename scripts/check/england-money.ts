import type { Rejection } from '../load/files/found-file.ts';
import { councilsToday } from '../load/money/councils-today.ts';
import { moneyOf } from '../load/money/money-of.ts';
import type { SpendingRow } from '../load/money/spending-row.ts';
import type { District } from '../load/world/geography.ts';
import type { Checks } from './checks.ts';

/** First and last year of the manifest, GBP thousand. */
const FACTS: readonly (readonly [string, number, number])[] = [
  ['Leicestershire', 15_712, 11_697],
  ['Leicester', 30_564, 19_179],
  ['Kirklees', 25_115, 16_216],
  ['Brighton and Hove', 24_529, 13_186],
  ['Rutland', 1618, 1164],
];

/** Spending of every council that stands today, and whether the workbook has what the tidy table has. */
export async function checkEnglandMoney(
  checks: Checks,
  tidy: readonly SpendingRow[],
  workbook: readonly SpendingRow[],
  { geography }: { readonly geography: { readonly districts: readonly District[] } },
): Promise<void> {
  const councils = councilsToday(geography.districts, () => true);
  const rejected: Rejection[] = [];
  const { money, leftOut } = moneyOf(tidy, councils, (each) => rejected.push(each));
  const with2018 = moneyOf(workbook, councils, () => {}).money;
  const named = new Set(money.map(({ authorityCode }) => authorityCode));
  const without = councils.filter(({ code }) => !named.has(code)).map(({ name }) => name);
  console.log(
    `  spending: ${tidy.length} rows, ${money.length} years of ${named.size} councils of ${councils.length}`,
  );
  console.log(
    `    ${rejected.length} rows of councils that have gone; ${Object.entries(leftOut)
      .map(([what, rows]) => `${rows} of ${what}`)
      .join(', ')}`,
  );
  console.log(`    without a figure, as they were made since: ${without.join(', ')}`);
  const spend = new Map(money.map((row) => [`${row.authority} ${row.year}`, row.netCurrentGbpThousand]));
  for (const [name, first, last] of FACTS) {
    checks.equal(`${name}, spending on culture in 2010-11`, spend.get(`${name} 2010-11`), first);
    checks.equal(`${name}, spending on culture in 2017-18`, spend.get(`${name} 2017-18`), last);
  }
  const differ = with2018.filter(
    (row) => spend.get(`${row.authority} ${row.year}`) !== row.netCurrentGbpThousand,
  );
  checks.equal('councils of the workbook of 2017-18', with2018.length, 306);
  checks.equal('of them with another figure in the tidy table', differ.length, 0);
}
