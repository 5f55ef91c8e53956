import type { MoneyRow } from '@kith/core/money/money';

/** One council's spending, a point for every year of the table; null where that year was not published. */
export interface MoneySeries {
  readonly authority: string;
  readonly points: readonly { readonly year: string; readonly gbpThousand: number | null }[];
  /** The greatest of them, never under 1, so that bars can be drawn against it. */
  readonly most: number;
}

const startOf = (year: string): number => Number(year.slice(0, 4));
const yearOf = (start: number): string => `${start}-${String((start + 1) % 100).padStart(2, '0')}`;

/**
 * Rows as one series per council over every financial year from the first to the last, so that a year nobody
 * published stays a gap and is never joined over. Most spending first.
 */
export function moneySeries(rows: readonly MoneyRow[]): MoneySeries[] {
  if (rows.length === 0) return [];
  const starts = rows.map((row) => startOf(row.year));
  const first = Math.min(...starts);
  const years = Array.from({ length: Math.max(...starts) - first + 1 }, (_, at) => yearOf(first + at));
  const authorities = [...new Set(rows.map((row) => row.authority))];
  return authorities
    .map((authority) => {
      const mine = rows.filter((row) => row.authority === authority);
      const points = years.map((year) => ({
        year,
        gbpThousand: mine.find((row) => row.year === year)?.netCurrentGbpThousand ?? null,
      }));
      return { authority, points, most: Math.max(1, ...mine.map((row) => row.netCurrentGbpThousand)) };
    })
    .sort((a, b) => b.most - a.most || a.authority.localeCompare(b.authority, 'en-GB'));
}

/** `£11.7m`, or `£940,000` below a million. */
export function pounds(gbpThousand: number): string {
  if (Math.abs(gbpThousand) >= 1000) return `£${(gbpThousand / 1000).toFixed(1)}m`;
  return `£${(gbpThousand * 1000).toLocaleString('en-GB')}`;
}
