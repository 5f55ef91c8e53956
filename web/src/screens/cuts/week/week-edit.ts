import { DAYS, type Day, SLOTS, slotsOf, type Week } from '@kith/core/place/week';

/** A week with no hour in it. */
export const NO_HOURS: Week = '.'.repeat(SLOTS);

const everySlot = (pick: (slot: number) => string): Week =>
  Array.from({ length: SLOTS }, (_, slot) => pick(slot)).join('');

export const dayOf = (slot: number): Day => DAYS[Math.floor(slot / 24)] ?? 'mo';

/**
 * Opens or closes some hours. Where the hours a place has are known it can only get back what it had: a cut gives
 * nobody hours. `had` null: its hours are not known, so any may be kept.
 */
export function setSlots(week: Week, slots: readonly number[], open: boolean, had: Week | null): Week {
  const chosen = new Set(slots);
  return everySlot((slot) => {
    const now = week[slot] ?? '.';
    if (!chosen.has(slot)) return now;
    return open ? (had ? (had[slot] ?? '.') : 'o') : '.';
  });
}

/** What a place keeps when only some of its hours stay. */
export function keepOnly(week: Week, stays: (day: Day, hour: number) => boolean): Week {
  return everySlot((slot) => (stays(dayOf(slot), slot % 24) ? (week[slot] ?? '.') : '.'));
}

/** The hours from `from` until `to` on each of some days, open every week. */
export const openFor = (days: readonly Day[], from: number, to: number): Week =>
  setSlots(NO_HOURS, slotsOf({ days, from, to }), true, null);

/** A day from its first open hour to the end of its last; null where it is closed all day. */
export function spanOf(week: Week, day: Day): { readonly from: number; readonly to: number } | null {
  const hours = [...week.slice(DAYS.indexOf(day) * 24, DAYS.indexOf(day) * 24 + 24)];
  const from = hours.findIndex((state) => state !== '.');
  return from < 0 ? null : { from, to: hours.findLastIndex((state) => state !== '.') + 1 };
}

/**
 * Sets the span of one day, or closes it. Within the span a place of known hours has the hours it had, with its
 * closed lunch hour; one of unknown hours is open throughout.
 */
export function setSpan(
  week: Week,
  day: Day,
  span: { readonly from: number; readonly to: number } | null,
  had: Week | null,
): Week {
  const emptied = setSlots(week, slotsOf({ days: [day], from: 0, to: 24 }), false, had);
  return span ? setSlots(emptied, slotsOf({ days: [day], ...span }), true, had) : emptied;
}

/** The first and last hour worth showing of a place's own hours. */
export function hoursOfWeek(week: Week): { readonly from: number; readonly to: number } {
  const spans = DAYS.flatMap((day) => spanOf(week, day) ?? []);
  return {
    from: Math.min(24, ...spans.map(({ from }) => from)),
    to: Math.max(0, ...spans.map(({ to }) => to)),
  };
}

/** The same where its hours are not known: a working day at least, and all that is chosen so far. */
export function hoursShown(week: Week): { readonly from: number; readonly to: number } {
  const { from, to } = hoursOfWeek(week);
  return { from: Math.min(9, from), to: Math.max(18, to) };
}

/** A change that one press makes. */
export interface QuickChange {
  readonly id: string;
  readonly words: string;
  readonly change: (had: Week | null) => Week;
}

const WEEKDAYS: readonly Day[] = DAYS.slice(0, 5);
const NOON = 12;

/** From the hours a place has. */
const KEEPING: readonly QuickChange[] = [
  { id: 'no-mornings', words: 'Close mornings', change: keeping((_, hour) => hour >= NOON) },
  { id: 'mornings', words: 'Mornings only', change: keeping((_, hour) => hour < NOON) },
  { id: 'weekdays', words: 'Weekdays only', change: keeping((day) => WEEKDAYS.includes(day)) },
  {
    id: 'two-days',
    words: 'Only Tuesday and Thursday',
    change: keeping((day) => day === 'tu' || day === 'th'),
  },
  { id: 'all', words: 'Put all its hours back', change: keeping(() => true) },
];

/** Where its hours are not known, or it is new. */
const FILLING: readonly QuickChange[] = [
  { id: 'fill-weekdays', words: 'Weekdays, 9:00 to 17:00', change: () => openFor(WEEKDAYS, 9, 17) },
  { id: 'fill-mornings', words: 'Weekday mornings', change: () => openFor(WEEKDAYS, 9, 13) },
  { id: 'fill-two-days', words: 'Only Tuesday and Thursday', change: () => openFor(['tu', 'th'], 9, 17) },
  { id: 'fill-none', words: 'Clear', change: () => NO_HOURS },
];

function keeping(stays: (day: Day, hour: number) => boolean): QuickChange['change'] {
  return (had) => keepOnly(had ?? NO_HOURS, stays);
}

/** The quick choices that do something: one that leaves no hour, or the hours as they are now, is not offered. */
export function quickChanges(now: Week, had: Week | null): readonly QuickChange[] {
  if (!had) return FILLING.filter(({ change }) => change(null) !== now);
  return KEEPING.filter(({ change }) => change(had) !== now && change(had) !== NO_HOURS);
}
