import { DAYS, type Day, hoursOf, slotsOf, type Week, type When } from '@kith/core/place/week';
import { DAY_NAMES } from '@kith/core/scenario/cut-words';
import { daysWords, hourWords, weekWords } from '@kith/core/scenario/week-words';
import { orList, whole } from '../../../words/area-words.ts';
import { keepOnly } from './week-edit.ts';

export { daysWords, hourWords, weekWords };

const WEEKDAYS: readonly Day[] = DAYS.slice(0, 5);
const NOON = 12;
const EVENING = 17;
const sameDays = (a: readonly Day[], b: readonly Day[]): boolean => a.join() === b.join();

const PARTS_OF_DAY = [
  { words: 'mornings', from: 0, to: 13 },
  { words: 'afternoons', from: NOON, to: EVENING + 1 },
  { words: 'evenings', from: EVENING, to: 24 },
] as const;

/**
 * What a place keeps, as short as it can be said: `Only Tuesday mornings`, `Only Tuesday and Thursday`, `No
 * mornings`; else the week in full. Short words are used only where they say exactly what stays of the hours it had.
 */
export function keepsWords(keeps: Week, had: Week | null): string {
  const days = DAYS.filter((_, at) => keeps.slice(at * 24, at * 24 + 24) !== '.'.repeat(24));
  if (had) {
    if (keeps === had) return 'All its hours';
    if (keeps === keepOnly(had, (_, hour) => hour >= NOON)) return 'No mornings';
    if (keeps === keepOnly(had, (_, hour) => hour < NOON)) return 'Mornings only';
    if (keeps === keepOnly(had, (day) => days.includes(day))) {
      return sameDays(days, WEEKDAYS) ? 'Weekdays only' : `Only ${daysWords(days)}`;
    }
  }
  const part = PARTS_OF_DAY.find(
    ({ from, to }) => keeps === keepOnly(keeps, (_, hour) => hour >= from && hour < to),
  );
  const [only] = days;
  if (days.length === 1 && only && part) return `Only ${DAY_NAMES[only]} ${part.words}`;
  return weekWords(keeps);
}

/** Hours of a week, with those of some weeks only said apart: `37 hours a week, and 2 in some weeks`. */
export function hoursSaid(everyWeek: number, someWeeks: number): string {
  const hours = `${whole(everyWeek)} ${everyWeek === 1 ? 'hour' : 'hours'} a week`;
  if (someWeeks === 0) return hours;
  return everyWeek === 0
    ? `${whole(someWeeks)} ${someWeeks === 1 ? 'hour' : 'hours'} in some weeks`
    : `${hours}, and ${whole(someWeeks)} in some weeks`;
}

/** The hours of a week, counted and said as `hoursSaid` does. */
export function hoursWords(week: Week): string {
  const { everyWeek, someWeeks } = hoursOf(week);
  return hoursSaid(everyWeek, someWeeks);
}

/** The hours that a place has now, to stand after those it keeps: `, 37 now`. */
export function nowSaid(everyWeek: number, someWeeks: number): string {
  return someWeeks === 0 ? `, ${whole(everyWeek)} now` : `; now ${hoursSaid(everyWeek, someWeeks)}`;
}

/** Hours open before and after, of the same place: `5 hours a week, 37 now`. */
export function beforeAfterWords(keeps: Week, had: Week | null): string {
  if (!had) return `${hoursWords(keeps)}; its hours now are not known`;
  const { everyWeek, someWeeks } = hoursOf(had);
  return `${hoursWords(keeps)}${nowSaid(everyWeek, someWeeks)}`;
}

/** A time that one tap chooses. */
export interface WhenChoice {
  readonly id: string;
  readonly words: string;
  readonly when: When;
}
export const WHEN_CHOICES: readonly WhenChoice[] = [
  { id: 'weekday', words: 'Weekday daytime', when: { days: [...WEEKDAYS], from: 9, to: 17 } },
  { id: 'tuesday-evening', words: 'Tuesday evening', when: { days: ['tu'], from: 17, to: 22 } },
  { id: 'saturday', words: 'Saturday', when: { days: ['sa'], from: 0, to: 24 } },
  { id: 'sunday', words: 'Sunday', when: { days: ['su'], from: 0, to: 24 } },
];

/** The choice that asks about exactly these hours. */
export const choiceOf = (when: When): WhenChoice | undefined =>
  WHEN_CHOICES.find((choice) => slotsOf(choice.when).join() === slotsOf(when).join());

/** A time as it stands in a sentence: `on a Tuesday between 17:00 and 22:00`, `on a Sunday`, `on a weekday`. */
export function whenWords({ days, from, to }: When): string {
  const inOrder = DAYS.filter((day) => days.includes(day));
  const day =
    inOrder.length === 7
      ? 'on any day'
      : sameDays(inOrder, WEEKDAYS)
        ? 'on a weekday'
        : `on a ${orList(inOrder.map((each) => DAY_NAMES[each]))}`;
  if (from === 0 && to === 24) return day;
  return `${day} between ${hourWords(from)} and ${hourWords(to)}`;
}
