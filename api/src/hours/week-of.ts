import { SLOTS, type Week } from '@kith/core/place/week';
import OpeningHours from 'opening_hours';
import { withoutHolidays } from './holidays-out.ts';

/** A Monday in a week in which no clock is put forward or back; of any year, for hours that are the same each week. */
const WEEK_START = new Date(2026, 0, 12);
/** The year that hours are looked at over where weeks differ: 52 weeks from the first Monday of 2026. */
const YEAR_START = new Date(2026, 0, 5);
const WEEKS = 52;
/**
 * Weeks of the year in which an hour may be closed and still count as open every week: what shuts over Christmas and
 * at Easter only is taken as open, as bank holidays are left out. Errs generous for those two weeks.
 */
const CLOSED_WEEKS = 2;
const MINUTE_MS = 60 * 1_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/**
 * With a place given so, the package takes sunrise as 06:00 and sunset as 18:00 all year: errs generous in winter and
 * short in summer. No holiday hangs on it, as they are taken out before.
 */
const ENGLAND = { lat: 52.6, lon: -1.5, address: { country_code: 'gb', state: 'England' } };

/** Days alone do not say when: the package would take them as open all day and all night. */
const SAYS_WHEN = /\d:\d|24\/7|sunrise|sunset|dawn|dusk/i;
/** The one text of no hour at all that is an answer; any other (of a year gone by, say) is of hours not known. */
const SAYS_CLOSED = /^\s*(off|closed)\s*;?\s*$/i;
const NONE: Week = '.'.repeat(SLOTS);
/** Whoever has to ask first has not been told that it is open. */
const ASK_FIRST = /appointment|arrangement|request|booking/i;

/**
 * The week that an OpenStreetMap opening_hours text says, or null where it cannot be read or says no hour that is
 * sure. Hours that it calls unknown, open-ended or by appointment do not count as open: errs short. School holidays
 * and term time, months, week numbers and `Tu[2]` make hours of some weeks (`s`). Same text, same week in any
 * time zone whose clock is never put forward or back, as UTC, which the server sets for itself. In others the package
 * may err by an hour for what is open in the night of the change and not the same every week; by day they agree.
 */
export function weekOf(text: string): Week | null {
  try {
    const said = withoutHolidays(text);
    const term = readWeek(said.term);
    if (said.break === said.term) return term;
    const inBreak = readWeek(said.break);
    return term === null && inBreak === null ? null : inBoth(term ?? NONE, inBreak ?? NONE);
  } catch {
    return null;
  }
}

/** @throws when the text cannot be read */
function readWeek(text: string): Week | null {
  if (SAYS_CLOSED.test(text)) return NONE;
  if (!SAYS_WHEN.test(text)) return null;
  const hours = new OpeningHours(text, ENGLAND, 0);
  const isStable = hours.isWeekStable();
  const start = isStable ? WEEK_START : YEAR_START;
  const weeks = isStable ? 1 : WEEKS;
  const end = new Date(start.getFullYear(), start.getMonth(), start.getDate() + 7 * weeks);
  const counts = new Uint8Array(SLOTS);
  const lastWeek = new Int8Array(SLOTS).fill(-1);
  for (const [from, to, unknown, comment] of hours.getOpenIntervals(start, end)) {
    if (unknown || ASK_FIRST.test(comment ?? '')) continue;
    for (let at = from; at < to; at = nextHour(at)) {
      const { slot, week } = slotOf(at, start);
      if (lastWeek[slot] === week) continue;
      lastWeek[slot] = week;
      counts[slot] = (counts[slot] ?? 0) + 1;
    }
  }
  if (counts.every((count) => count === 0)) return null;
  return Array.from(counts, (count) => {
    if (count === 0) return '.';
    return count >= weeks - (isStable ? 0 : CLOSED_WEEKS) ? 'o' : 's';
  }).join('');
}

/** When the next hour begins, by the clock on the wall. */
function nextHour(at: Date): Date {
  return new Date(at.getTime() + HOUR_MS - at.getMinutes() * MINUTE_MS - at.getSeconds() * 1_000);
}

/** Which hour of which week a moment lies in, by the clock on the wall. */
function slotOf(at: Date, start: Date): { slot: number; week: number } {
  const midnight = new Date(at.getFullYear(), at.getMonth(), at.getDate());
  const day = Math.round((midnight.getTime() - start.getTime()) / DAY_MS);
  return { slot: (day % 7) * 24 + at.getHours(), week: Math.floor(day / 7) };
}

/** What is open in term time and in school holidays is open every week; in one of the two, in some. */
function inBoth(one: Week, other: Week): Week {
  return [...one].map((state, slot) => (state === other[slot] ? state : 's')).join('');
}
