/** Days of the Gregorian calendar as ISO texts (`2026-02-28`), without a clock: core has none. */

/** The same day of a later month, or the last day of that month where it has none such. */
export function addMonths(day: string, months: number): string {
  const [year, month, date] = partsOf(day);
  const at = year * 12 + (month - 1) + months;
  const toYear = Math.floor(at / 12);
  const toMonth = at - toYear * 12 + 1;
  return isoDay(toYear, toMonth, Math.min(date, daysIn(toYear, toMonth)));
}

/** So many days later; earlier where negative. */
export function addDays(day: string, days: number): string {
  let [year, month, date] = partsOf(day);
  date += days;
  while (date < 1) {
    month -= 1;
    if (month === 0) [year, month] = [year - 1, 12];
    date += daysIn(year, month);
  }
  while (date > daysIn(year, month)) {
    date -= daysIn(year, month);
    month += 1;
    if (month === 13) [year, month] = [year + 1, 1];
  }
  return isoDay(year, month, date);
}

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];

/** `2026-11-03` as `3 November 2026`. */
export function dayInWords(day: string): string {
  const [year, month, date] = partsOf(day);
  return `${date} ${MONTHS[month - 1] ?? ''} ${year}`;
}

function partsOf(day: string): [year: number, month: number, date: number] {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return [year, month, date];
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isoDay(year: number, month: number, date: number): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}`;
}
