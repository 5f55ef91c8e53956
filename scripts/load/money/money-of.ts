import type { MoneyRow } from '@kith/core/money/money';
import type { Rejection } from '../files/found-file.ts';
import { councilKey } from '../libraries/library-cells.ts';
import type { SpendingRow } from './spending-row.ts';

/** A council of England as it stands today: a district, or the county above it. */
export interface Council {
  readonly code: string;
  readonly name: string;
  /** The map it belongs to; null where nothing of it is loaded. */
  readonly patch: string | null;
}

export interface MoneyFound {
  readonly money: readonly MoneyRow[];
  /** Rows of councils that are not loaded. */
  readonly elsewhere: number;
  /** Rows of bodies that are no council. */
  readonly leftOut: Readonly<Record<string, number>>;
}

/** What the first letters of a code say of a council, by the ministry's class. */
const CODE_OF_CLASS: Readonly<Record<string, string>> = {
  SC: 'E10',
  SD: 'E07',
  UA: 'E06',
  MD: 'E08',
  L: 'E09',
};

/** In one wording, so that a summary counts them together; the row says which council it is. */
const GONE =
  'The council is none of today: it was merged into another since, which spends on more. Where it was not, correct its code.';

/**
 * The spending of councils that stand today. Found by code; in years without codes by that of the same E-code in another
 * year; and by name among councils of the same class where codes have changed since. A council that has gone is
 * rejected: its money went to a successor that spends on more. Of several rows for one council and year the first
 * counts.
 */
export function moneyOf(
  rows: readonly SpendingRow[],
  councils: readonly Council[],
  reject: (rejection: Rejection, row: SpendingRow) => void,
): MoneyFound {
  const find = councilFinder(rows, councils);
  const leftOut: Record<string, number> = {};
  const seen = new Map<string, MoneyRow>();
  let elsewhere = 0;
  for (const row of rows) {
    if (CODE_OF_CLASS[row.authorityClass] === undefined) {
      const what = 'police, fire, parks and other bodies that are no council';
      leftOut[what] = (leftOut[what] ?? 0) + 1;
      continue;
    }
    const council = find(row);
    if (council === undefined) {
      reject({ row: row.row, column: 'authority', problem: GONE }, row);
      continue;
    }
    if (council.patch === null) {
      elsewhere += 1;
      continue;
    }
    const key = `${council.code} ${row.year}`;
    const netCurrentGbpThousand = Math.round(row.gbpThousand);
    const known = seen.get(key);
    if (known === undefined) {
      const { name: authority, code: authorityCode, patch } = council;
      seen.set(key, { authority, authorityCode, patch, year: row.year, netCurrentGbpThousand });
    } else if (known.netCurrentGbpThousand !== netCurrentGbpThousand) {
      const problem = `${council.name} has ${known.netCurrentGbpThousand} and ${netCurrentGbpThousand} for ${row.year}: the first is used.`;
      reject({ row: row.row, column: 'authority', problem }, row);
    }
  }
  const money = [...seen.values()].sort(
    (a, b) => compare(a.authorityCode, b.authorityCode) || compare(a.year, b.year),
  );
  return { money, elsewhere, leftOut };
}

function councilFinder(rows: readonly SpendingRow[], councils: readonly Council[]) {
  const byCode = new Map(councils.map((council) => [council.code, council]));
  const byName = new Map(
    councils.map((council) => [`${council.code.slice(0, 3)} ${councilKey(council.name)}`, council]),
  );
  const codeOf = new Map(rows.filter((row) => row.onsCode !== '').map((row) => [row.ecode, row.onsCode]));
  return ({ onsCode, ecode, authority, authorityClass }: SpendingRow): Council | undefined =>
    byCode.get(onsCode) ??
    byCode.get(codeOf.get(ecode) ?? '') ??
    byName.get(`${CODE_OF_CLASS[authorityClass]} ${councilKey(plainName(authority))}`);
}

/** `Leicestershire CC`, `Bath & North East Somerset UA`: the letters say what sort of council it is. */
function plainName(authority: string): string {
  return authority.replace(/\s+(UA|CC|DC|BC|MBC|MDC|LBC|LB)$/i, '').replace(/^(.*), The$/i, '$1');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
