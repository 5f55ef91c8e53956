import { writeHours } from '@kith/core/place/hours-text';
import { hoursInWords } from '@kith/core/place/hours-words';
import { readTimes } from '../../../words/opening-hours.ts';
import { hoursOfDraft, NO_TIME } from '../../add/draft.ts';
import { type TypedTimes, typedTimes } from '../../add/typed-times.ts';
import { type Texts, textOf, type Values } from './edit-fields.ts';

/** One time of which nothing is said yet. */
export const NO_TIMES: TypedTimes = { times: [NO_TIME], closedOnHolidays: false };
const same = (a: TypedTimes | null, b: TypedTimes | null): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The times that stand, in their editor: an empty one where none do, null where it cannot show them. */
export function timesThatStand(shown: Values): TypedTimes | null {
  const text = textOf('openingHours', shown.openingHours);
  return text === '' ? NO_TIMES : typedTimes(text);
}

/** Whether somebody has begun to say other times than those that stand. */
export const timesTouched = (typed: TypedTimes | null, shown: Values): boolean =>
  typed !== null && !same(typed, NO_TIMES) && !same(typed, timesThatStand(shown));

const wordsOf = (text: string): string => {
  const hours = readTimes(text);
  return hours ? hoursInWords(hours) : '';
};

/**
 * What the texts of an edit say once its times are typed so. Words that were written from the times that stood go with
 * them; others stay. Times typed again as they stood are as they stood: another way to write the same is no change.
 */
export function textsWithTimes(shown: Values, texts: Texts, typed: TypedTimes): Texts {
  // An empty form in place of times as text takes nothing away before something is typed in it.
  if (same(typed, NO_TIMES)) return texts;
  const before = textOf('openingHours', shown.openingHours);
  const written = writeHours(hoursOfDraft(typed));
  const stood = readTimes(before);
  const openingHours = stood && writeHours(stood) === written ? before : written;
  const { when } = texts;
  const follows = when && (when === wordsOf(texts.openingHours ?? '') || when === wordsOf(before));
  return { ...texts, openingHours, ...(follows ? { when: wordsOf(openingHours) || when } : {}) };
}
