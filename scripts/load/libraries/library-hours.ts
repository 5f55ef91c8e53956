import { daysApart, SHORT_DAYS, spans } from './library-days.ts';

/** OpenStreetMap's names of the days, Monday first. */
export const OSM_DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const;
/** Minutes from midnight. */
export type Range = readonly [start: number, end: number];
type Week = readonly (readonly Range[])[];

export interface ClockHours {
  /** In OpenStreetMap's opening_hours grammar; empty where the clock hours are not certain. */
  readonly openingHours: string;
  /** Hours they add up to in a week; 0 when there are none. */
  readonly total: number;
  /** What is not certain about them, in plain words; empty when nothing. */
  readonly doubt: string;
}

/**
 * Clock hours of a week from the ranges of each day (`09:00-17:00`) and the note beside them. A note like "Hours closed:
 * Tu 13:00-14:00" is taken out of that day. They are left empty, and told in words instead, where a note or the
 * Arts Council's word for the day says that it shuts in the middle and nobody says when, and where one list has
 * it open on a day on which the other has it shut: better not known than wrong.
 */
export function clockHours(
  days: readonly (readonly string[])[],
  notes: string,
  aceDays: readonly string[],
): ClockHours {
  const week = days.map((ranges) => joined(ranges.map(rangeIn).filter((range) => range !== null)));
  if (week.every((ranges) => ranges.length === 0)) return { openingHours: '', total: 0, doubt: '' };
  const unsure = (why: string) => ({
    openingHours: '',
    total: 0,
    doubt: `The 2025 list has ${hoursText(week, SHORT_DAYS)}, but ${why}.`,
  });
  const closures = closuresIn(notes);
  if (closures === null) return unsure('it shuts in the middle of some days and does not say clearly when');
  const open = week.map((ranges, day) => without(ranges, closures[day] ?? []));
  const { whole, part } = daysApart(aceDays, open);
  if (whole.length > 0) return unsure(`the Arts Council list differs on ${whole.join(', ')}`);
  const unsplit = open.flatMap((ranges, day) =>
    spansMidday(ranges) && aceDays[day]?.includes('with closure') ? [SHORT_DAYS[day] as string] : [],
  );
  if (unsplit.length > 0) {
    return unsure(`it shuts in the middle of the day on ${unsplit.join(', ')} at a time not given`);
  }
  const total = open.flat().reduce((sum, [start, end]) => sum + (end - start) / 60, 0);
  const doubt = part.length > 0 ? `The lists differ on part of ${part.join(', ')}: check before you go.` : '';
  return { openingHours: hoursText(open, OSM_DAYS), total, doubt };
}

function spansMidday(ranges: readonly Range[]): boolean {
  const [only, more] = ranges;
  return only !== undefined && more === undefined && only[0] < 12 * 60 && only[1] > 14 * 60;
}

/** Days with the same hours become one rule: `Mo-We,Fr 09:00-17:00; Sa 10:00-13:00` with OpenStreetMap's day names. */
export function hoursText(week: Week, dayNames: readonly string[]): string {
  const rules = new Map<string, number[]>();
  week.forEach((ranges, day) => {
    if (ranges.length === 0) return;
    const times = ranges.map(([start, end]) => `${clock(start)}-${clock(end)}`).join(',');
    rules.set(times, [...(rules.get(times) ?? []), day]);
  });
  return [...rules].map(([times, days]) => `${spans(days, dayNames)} ${times}`).join('; ');
}

const NOTE_DAYS: readonly RegExp[] = [
  /^m(on(day)?s?)?$/,
  /^tu(e(s(day)?)?s?)?$/,
  /^w(ed(s|nesday)?s?)?$/,
  /^th(u(r(s(day)?)?)?s?)?$/,
  /^f(ri(day)?s?)?$/,
  /^sa(t(urday)?)?s?$/,
  /^su(n(day)?)?s?$/,
];

/**
 * The midday closures that a note gives, by day. `[]` where it speaks of none, null where it speaks of one that cannot
 * be read for certain.
 */
export function closuresIn(notes: string): Range[][] | null {
  const text = notes.replace(/\([^)]*\)/g, ' ');
  if (!/\b(hours closed|lunch\w*|closed (between )?\d|closed (mon|tue|wed|thu|fri|sat))/i.test(text))
    return [];
  const week: Range[][] = [[], [], [], [], [], [], []];
  const start = text.search(/hours closed|closed/i);
  const clauses = text
    .slice(start)
    .replace(/^hours closed:?|^closed( for)?( lunchtimes?| lunch)?( between)?:?/i, '')
    .split(';');
  for (const clause of clauses) {
    const ranges = [...clause.matchAll(/(\d{1,2})[.:](\d{2})\s*(?:-|to|and)\s*(\d{1,2})[.:](\d{2})/g)].map(
      (match) => [afternoon(match[1], match[2]), afternoon(match[3], match[4])] as const,
    );
    const words = clause.replace(/\d{1,2}[.:]\d{2}/g, ' ').replace(/\b(and|to|on|between)\b|[,.&]/gi, ' ');
    const days = dayNumbers(words);
    if (ranges.length === 0 || days === null || days.length === 0) return null;
    if (ranges.some(([from, to]) => to <= from)) return null;
    for (const day of days) week[day]?.push(...ranges);
  }
  return week;
}

/** "2.00" in a midday closure is two in the afternoon. */
function afternoon(hours: string | undefined, minutes: string | undefined): number {
  const hour = Number(hours);
  return (hour < 8 ? hour + 12 : hour) * 60 + Number(minutes);
}

function dayNumbers(words: string): number[] | null {
  const days: number[] = [];
  for (const word of words
    .toLowerCase()
    .split(/\s+/)
    .filter((part) => part !== '' && part !== '-')) {
    const [from, to, more] = word
      .replace(/^-|-$/g, '')
      .split('-')
      .map((part) => NOTE_DAYS.findIndex((day) => day.test(part)));
    if (from === undefined || from < 0 || more !== undefined || (to !== undefined && to < from)) return null;
    for (let day = from; day <= (to ?? from); day += 1) days.push(day);
  }
  return days;
}

function rangeIn(text: string): Range | null {
  const match = /^(\d{1,2}):(\d{2})-(\d{1,2}):(\d{2})$/.exec(text);
  if (!match) return null;
  const [start, end] = [Number(match[1]) * 60 + Number(match[2]), Number(match[3]) * 60 + Number(match[4])];
  return end > start && end <= 24 * 60 ? [start, end] : null;
}

/** Ranges in order, overlapping or touching ones as one (staffed hours lie within unstaffed ones). */
function joined(ranges: readonly Range[]): Range[] {
  const merged: Range[] = [];
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = merged.at(-1);
    if (last && start <= last[1]) merged[merged.length - 1] = [last[0], Math.max(last[1], end)];
    else merged.push([start, end]);
  }
  return merged;
}

function without(ranges: readonly Range[], closures: readonly Range[]): Range[] {
  let open = [...ranges];
  for (const [from, to] of closures) {
    open = open.flatMap(([start, end]) =>
      (
        [
          [start, Math.min(end, from)],
          [Math.max(start, to), end],
        ] as Range[]
      ).filter(([a, b]) => b > a),
    );
  }
  return open;
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
