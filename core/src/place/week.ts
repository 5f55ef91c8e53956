/**
 * A place's week as the 168 hours from Monday 00:00, one character each: `o` open at some time in that hour,
 * `s` open in it in some weeks only (a monthly session, a season), `.` closed. An hour counts as open when any part
 * of it is: errs generous by up to an hour at each end. Bank holidays are left out. Unknown hours have no week: they
 * are `null`, "not known" in every hour and never closed (method.md 2).
 */
export type Week = string;

export const SLOTS = 168;
export const DAYS = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'] as const;
export type Day = (typeof DAYS)[number];
/** 168 of the three characters. */
export const WEEK_PATTERN = /^[.os]{168}$/;

/** A time that is asked about: the hours from `from` until `to` (24 at most, after `from`) on each of the days. */
export interface When {
  readonly days: readonly Day[];
  readonly from: number;
  readonly to: number;
}

/** Whether a place can be gone to at a time: `unknown` where its hours are not known. */
export type OpenAt = 'open' | 'some-weeks' | 'closed' | 'unknown';

/** The slots (0 to 167) of a time, in order, each once. */
export function slotsOf({ days, from, to }: When): number[] {
  return DAYS.flatMap((day, at) =>
    days.includes(day)
      ? Array.from({ length: Math.max(0, to - from) }, (_, hour) => at * 24 + from + hour)
      : [],
  );
}

/** The best that a week has in any of some slots: a place open for one hour of an evening is open that evening. */
export function openAt(week: Week | null, slots: readonly number[]): OpenAt {
  if (week === null) return 'unknown';
  let someWeeks = false;
  for (const slot of slots) {
    if (week[slot] === 'o') return 'open';
    if (week[slot] === 's') someWeeks = true;
  }
  return someWeeks ? 'some-weeks' : 'closed';
}

/** Hours of a week that are open: every week, and in some weeks only. */
export function hoursOf(week: Week): { readonly everyWeek: number; readonly someWeeks: number } {
  const count = (state: string) => week.split(state).length - 1;
  return { everyWeek: count('o'), someWeeks: count('s') };
}

/** Whether a week has no hour that another has not: `s` is less than `o`. */
export function isWithinWeek(week: Week, of: Week): boolean {
  return [...week].every((state, slot) => state === '.' || of[slot] === 'o' || of[slot] === state);
}

/**
 * A week as short text for links: `mo9-17.tu9-13.sa10-12s`, runs of hours by day, `s` after those of some weeks only.
 * `none` for a week with no hour.
 */
export function formatWeek(week: Week): string {
  const runs = DAYS.flatMap((day, at) => {
    const found: string[] = [];
    for (let from = 0; from < 24; ) {
      const state = week[at * 24 + from] ?? '.';
      let to = from + 1;
      while (to < 24 && week[at * 24 + to] === state) to++;
      if (state !== '.') found.push(`${day}${from}-${to}${state === 's' ? 's' : ''}`);
      from = to;
    }
    return found;
  });
  return runs.length === 0 ? 'none' : runs.join('.');
}

/** Reads what `formatWeek` wrote; null for anything else. */
export function parseWeek(text: string): Week | null {
  if (text === 'none') return '.'.repeat(SLOTS);
  const slots: string[] = Array.from({ length: SLOTS }, () => '.');
  for (const run of text.split('.')) {
    const [, day, from, to, some] = /^(mo|tu|we|th|fr|sa|su)(\d{1,2})-(\d{1,2})(s?)$/.exec(run) ?? [];
    const start = Number(from);
    const end = Number(to);
    if (day === undefined || !(start < end) || end > 24) return null;
    const at = DAYS.indexOf(day as Day) * 24;
    for (let hour = start; hour < end; hour++) slots[at + hour] = some ? 's' : 'o';
  }
  return slots.join('');
}
