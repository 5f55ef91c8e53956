import { spans } from '../load/libraries/library-days.ts';
import { OSM_DAYS } from '../load/libraries/library-hours.ts';

const DAY = /^(mon|tue|wed|thu|fri|sat|sun)$/i;
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const MONTHS =
  'january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec';

/**
 * Weekly clock times in OpenStreetMap's grammar, only where the words say just that: `Tue 10:00-12:00` or `Mon-Fri
 * 10:00-14:00 (2022)`. Monthly, term-time, open-ended and vague times give nothing and stay words.
 */
export function certainHours(when: string): string {
  const plain = when.replace(/\s*\(\d{4}\)/, '').trim();
  if (plain === '') return '';
  const rules: string[] = [];
  for (const part of plain.split(';').map((text) => text.trim())) {
    if (/^lunch \d{2}:\d{2}-\d{2}:\d{2}$/.test(part)) continue;
    const match =
      /^([a-z]{3}(?:(?:-|, | and )[a-z]{3})*) (\d{2}:\d{2}-\d{2}:\d{2}(?: and \d{2}:\d{2}-\d{2}:\d{2})*)$/i.exec(
        part,
      );
    const days = match ? dayNumbers(match[1] as string) : null;
    if (!match || !days) return '';
    rules.push(`${spans(days, OSM_DAYS)} ${(match[2] as string).replaceAll(' and ', ',')}`);
  }
  return rules.join('; ');
}

function dayNumbers(words: string): number[] | null {
  const days: number[] = [];
  for (const part of words.split(/, | and /)) {
    const ends = part.split('-');
    if (ends.length > 2 || !ends.every((end) => DAY.test(end))) return null;
    const [from, to] = ends.map((end) => DAYS.indexOf(end.toLowerCase())) as [number, number | undefined];
    if (to !== undefined && to <= from) return null;
    for (let day = from; day <= (to ?? from); day += 1) days.push(day);
  }
  return days;
}

/**
 * The year of the page that a fact was read from, where the facts or the address of the page make it certain: in this order
 * a year in the words, a date in the address, a year in the citation. Null where none does.
 */
export function pageYear(words: readonly string[], source: string): number | null {
  for (const text of words) {
    const found =
      /\((?:(?:19|20)\d{2}-)?((?:19|20)\d{2})\)|\b(?:from|in|announced|reopened \d+ \w+|dec) ((?:19|20)\d{2})\b/i.exec(
        text,
      );
    if (found) return Number(found[1] ?? found[2]);
  }
  const year = '((?:19|20)\\d{2})';
  const patterns = /^https?:/.test(source)
    ? [
        `/${year}/(?:0?[1-9]|1[0-2])(?:/|$)`,
        `/${year}-\\d{2}-\\d{2}(?:\\D|$)`,
        `/${year}(?:0[1-9]|1[0-2])\\d{2}/`,
        `[/_-](?:${MONTHS})[_-]${year}(?:\\1)?(?!\\d)`,
        `(?:newsletter-|reports-|half-term-|consultation_)${year}(?!\\d)`,
        `blogspot\\.com/${year}$`,
        `-on-\\w+-\\d{1,2}-${year}(?!\\d)`,
      ]
    : [`\\b${year}$`];
  for (const pattern of patterns) {
    const found = new RegExp(pattern, 'i').exec(source);
    if (found) return Number(found[1]);
  }
  return null;
}

/** Takes a telephone number out of words: `Unpaid carers (tel. 01273 746222)`. */
export function splitPhone(words: string): { words: string; phone: string } {
  const found = /\s*\(tel\. ([\d ]+)\)/.exec(words);
  return found
    ? { words: words.replace(found[0], '').trim(), phone: found[1] as string }
    : { words, phone: '' };
}
