import type { PlaceSummary } from '@kith/core/place/place';
import { dateWords } from './dates.ts';
import { londonMoment } from './opening-hours.ts';

const DAY_MS = 86_400_000;
const many = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'} ago`;

/**
 * How long ago a day was, as people say it: "today", "9 days ago", "3 weeks ago", "7 months ago".
 * @param day ISO day, not after today
 * @param today ISO day
 */
export function agoWords(day: string, today: string): string {
  const days = Math.round((Date.parse(today) - Date.parse(day)) / DAY_MS);
  if (days < 1) return 'today';
  if (days === 1) return 'yesterday';
  if (days < 14) return many(days, 'day');
  const [then, now] = [day.split('-').map(Number), today.split('-').map(Number)];
  const part = (of: readonly number[], at: number): number => of[at] ?? 0;
  const months =
    (part(now, 0) - part(then, 0)) * 12 +
    (part(now, 1) - part(then, 1)) -
    (part(now, 2) < part(then, 2) ? 1 : 0);
  if (months < 2) return many(Math.floor(days / 7), 'week');
  return months < 24 ? many(months, 'month') : many(Math.floor(months / 12), 'year');
}

type Checked = Pick<PlaceSummary, 'checkedOn' | 'freshness'>;

/**
 * How fresh a listing is that somebody has checked: "Last checked 7 months ago". Null where nobody has, and of what has
 * closed: then nothing is said to be out of date.
 */
export function freshLine({ checkedOn, freshness }: Checked, now: Date = new Date()): string | null {
  if (checkedOn === null || freshness === null) return null;
  const ago = agoWords(checkedOn, londonMoment(now).date);
  if (freshness === 'old') return `May be out of date: last checked ${ago}`;
  return `Last checked ${ago}${freshness === 'stale' ? '; it may have changed since' : ''}`;
}

/**
 * The same with its day, where there is room for both and on paper, which does not know what today is.
 * @param by who checked it, where that is known
 */
export function freshLineInFull(
  place: Checked,
  now: Date = new Date(),
  by: string | null = null,
): string | null {
  const line = freshLine(place, now);
  if (!line || !place.checkedOn) return line;
  const day = dateWords(place.checkedOn);
  return line.replace(
    /(ago|today|yesterday)/,
    (ago) => `${ago}${ago === 'ago' ? `, on ${day}` : ''}${by ? `${ago === 'ago' ? ',' : ''} by ${by}` : ''}`,
  );
}

/** Whether a listing says of itself that it may be out of date. */
export const mayBeOld = ({ freshness }: Pick<Checked, 'freshness'>): boolean => freshness === 'old';
