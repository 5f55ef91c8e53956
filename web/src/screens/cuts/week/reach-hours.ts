import { DAYS } from '@kith/core/place/week';

/** People within reach of a place that counts, hour by hour from Monday 00:00: 168 numbers each. */
export interface HoursOfReach {
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/** People within reach in one hour of one day. */
export interface HourOfReach {
  readonly hour: number;
  readonly before: number;
  readonly after: number;
}

/** The hours of the day in which anybody has anything open on any day, before or after; empty where nobody ever has. */
export function hoursWithReach({ before, after }: HoursOfReach): number[] {
  const open = new Set([...before, ...after].flatMap((people, at) => (people > 0 ? [at % 24] : [])));
  const [first, last] = [Math.min(...open), Math.max(...open)];
  return open.size === 0 ? [] : Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

/** One row for each hour given, with Monday to Sunday in it. */
export function weekRows(
  week: HoursOfReach,
  hours: readonly number[],
): { hour: number; days: HourOfReach[] }[] {
  return hours.map((hour) => ({ hour, days: DAYS.map((_, day) => hourAt(week, day, hour)) }));
}

/** The hours of one day. */
export function dayRows(week: HoursOfReach, day: number, hours: readonly number[]): HourOfReach[] {
  return hours.map((hour) => hourAt(week, day, hour));
}

function hourAt({ before, after }: HoursOfReach, day: number, hour: number): HourOfReach {
  const slot = day * 24 + hour;
  return { hour, before: before[slot] ?? 0, after: after[slot] ?? 0 };
}

/** Whole percent for a narrow cell: some of many are never 0, nor nearly all 100. */
export function percentOf(part: number, all: number): number {
  if (all <= 0 || part <= 0) return 0;
  return part >= all ? 100 : Math.min(99, Math.max(1, Math.round((100 * part) / all)));
}

/** Hours in which fewer have a place within reach after than before, and those in which nobody has any more. */
export function hoursLost({ before, after }: HoursOfReach): {
  readonly fewer: number;
  readonly none: number;
} {
  const fewer = before.filter((people, slot) => (after[slot] ?? 0) < people).length;
  const none = before.filter((people, slot) => people > 0 && (after[slot] ?? 0) === 0).length;
  return { fewer, none };
}
