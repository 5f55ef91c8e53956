import { DAYS, type Day } from './week.ts';

/** Minutes after midnight. `to` is later than `from` and may lie on the next day, as of a club open until 1:00. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Which of a month: the 1st to the 4th of that weekday, or the last (-1). */
export const NTH_WEEKS = [1, 2, 3, 4, -1] as const;
export type NthWeek = (typeof NTH_WEEKS)[number];

/** Times on some days, every week or in some weeks of the month. */
export interface HoursRule {
  readonly days: readonly Day[];
  /** Empty: every week. */
  readonly weeks: readonly NthWeek[];
  readonly spans: readonly Span[];
  /** On those days it takes the place of the rules before it; else it comes on top of them. */
  readonly instead: boolean;
}

/** What people say of when a place is open, as far as a form can ask for it. */
export interface Hours {
  readonly rules: readonly HoursRule[];
  readonly closedOnHolidays: boolean;
}

export const DAY_MINUTES = 24 * 60;
export const ALWAYS: Hours = {
  rules: [{ days: DAYS, weeks: [], spans: [{ from: 0, to: DAY_MINUTES }], instead: false }],
  closedOnHolidays: false,
};

/** Whether a span is one that can be written and read back: a minute at least, and less than a day but for a whole one. */
export function isSpan({ from, to }: Span): boolean {
  const whole = Number.isInteger(from) && Number.isInteger(to) && from >= 0 && from < DAY_MINUTES;
  return whole && to > from && (to - from < DAY_MINUTES || (from === 0 && to === DAY_MINUTES));
}

/**
 * Hours in the order and shape in which they are written: days and weeks in order, spans that touch joined, days of the
 * same times together. What takes the place of rules before it stays after them.
 */
export function tidyHours({ rules, closedOnHolidays }: Hours): Hours {
  let tidy: HoursRule[] = [];
  let onTop: HoursRule[] = [];
  const settle = (): void => {
    tidy = [...tidy, ...together(onTop)];
    onTop = [];
  };
  for (const rule of rules) {
    const next: HoursRule = {
      days: DAYS.filter((day) => rule.days.includes(day)),
      weeks: NTH_WEEKS.filter((week) => rule.weeks.includes(week)),
      spans: joined(rule.spans.filter(isSpan)),
      instead: rule.instead && [...tidy, ...onTop].some((each) => overlaps(each, rule)),
    };
    if (next.days.length === 0 || next.spans.length === 0) continue;
    if (next.instead) {
      settle();
      tidy.push(next);
    } else onTop.push(next);
  }
  settle();
  return { rules: tidy, closedOnHolidays };
}

/** Rules that come on top of one another: the spans of each day gathered, then the days that have the same. */
function together(rules: readonly HoursRule[]): HoursRule[] {
  const kinds = new Map(rules.map(({ weeks }) => [weeks.join(), weeks]));
  const inOrder = [...kinds.values()].toSorted(
    (a, b) => a.length - b.length || (a.join() < b.join() ? -1 : 1),
  );
  return inOrder.flatMap((weeks) => {
    const bySpans = new Map<string, HoursRule>();
    for (const day of DAYS) {
      const of = rules.filter((rule) => sameList(rule.weeks, weeks) && rule.days.includes(day));
      const spans = joined(of.flatMap((rule) => rule.spans));
      if (spans.length === 0) continue;
      const days = [...(bySpans.get(spanKey(spans))?.days ?? []), day];
      bySpans.set(spanKey(spans), { days, weeks, spans, instead: false });
    }
    return [...bySpans.values()];
  });
}

export const sameList = (a: readonly unknown[], b: readonly unknown[]): boolean => a.join() === b.join();
export const spanKey = (spans: readonly Span[]): string =>
  spans.map(({ from, to }) => `${from}-${to}`).join();

/** Whether two rules may speak of the same day. The last of a month is its 4th where it has no 5th. */
export function overlaps(a: HoursRule, b: HoursRule): boolean {
  if (!a.days.some((day) => b.days.includes(day))) return false;
  if (a.weeks.length === 0 || b.weeks.length === 0) return true;
  const meets = (one: HoursRule, other: HoursRule): boolean =>
    one.weeks.some((week) => other.weeks.includes(week) || (week === -1 && other.weeks.includes(4)));
  return meets(a, b) || meets(b, a);
}

export const isAllWeek = ({ days, weeks, spans }: HoursRule): boolean =>
  days.length === 7 && weeks.length === 0 && spanKey(spans) === `0-${DAY_MINUTES}`;

function joined(spans: readonly Span[]): Span[] {
  const inOrder = spans.toSorted((a, b) => a.from - b.from || a.to - b.to);
  const out: Span[] = [];
  for (const span of inOrder) {
    const last = out.at(-1);
    const both = last && { from: last.from, to: Math.max(last.to, span.to) };
    if (last && both && span.from <= last.to && isSpan(both)) out[out.length - 1] = both;
    else out.push(span);
  }
  return out;
}
