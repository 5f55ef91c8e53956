import type { DateOrder } from './mapping.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** An ISO day, month or year; or what is wrong with the date and what to do. */
export type DateRead = { readonly asOf: string | null } | { readonly problem: string };

/**
 * Reads a date. ISO dates, years and dates with the month in letters need nothing said of their order; 05/06/2026 may
 * be May or June, and is refused where the mapping does not say which.
 */
export function readDate(text: string, order: DateOrder | undefined): DateRead {
  const plain = text.trim();
  if (plain === '') return { asOf: null };
  const refuse = (why: string): DateRead => ({ problem: `"${plain.slice(0, 30)}" ${why}` });
  const iso = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:[T ]\d.*)?$/.exec(plain);
  if (iso !== null) return isoDate(iso[1], iso[2], iso[3]) ?? refuse('is no date.');
  const worded = /^(?:\w+day,?\s+)?(?:(\d{1,2})(?:st|nd|rd|th)?[\s-]+)?([a-z]{3,9})\.?[\s-]+(\d{4})$/i.exec(
    plain,
  );
  const month = MONTHS.indexOf((worded?.[2] ?? '').slice(0, 3).toLowerCase()) + 1;
  if (worded !== null && month > 0)
    return isoDate(worded[3], String(month), worded[1]) ?? refuse('is no date.');
  const parts = /^(\d{1,4})[/.-](\d{1,2})[/.-](\d{1,4})(?:\s+\d.*)?$/.exec(plain);
  const [first = '', second = '', third = ''] = parts?.slice(1) ?? [];
  if (first.length === 4) return isoDate(first, second, third) ?? refuse('is no date.');
  if (parts === null || third.length !== 4) {
    return refuse('is no date that can be read. Write it as 2026-05-31, or leave it empty.');
  }
  const dayFirst = isoDate(third, second, first);
  const monthFirst = isoDate(third, first, second);
  if (order === 'day-month-year')
    return dayFirst ?? refuse('is no date with the day first, as the mapping says.');
  if (order === 'month-day-year')
    return monthFirst ?? refuse('is no date with the month first, as the mapping says.');
  if (dayFirst !== null && monthFirst !== null && first !== second) {
    return refuse(
      'may be read with the day or the month first. Say which in the mapping: "order": "day-month-year".',
    );
  }
  return dayFirst ?? monthFirst ?? refuse('is no date.');
}

function isoDate(year?: string, month?: string, day?: string): { asOf: string } | null {
  const [y, m, d] = [Number(year), Number(month ?? 1), Number(day ?? 1)];
  const at = new Date(Date.UTC(y, m - 1, d));
  if (y < 1900 || at.getUTCFullYear() !== y || at.getUTCMonth() !== m - 1 || at.getUTCDate() !== d)
    return null;
  const iso = at.toISOString();
  return {
    asOf: day !== undefined ? iso.slice(0, 10) : month !== undefined ? iso.slice(0, 7) : iso.slice(0, 4),
  };
}
