import { writeHours } from '@kith/core/place/hours-text';
import { hoursInWords } from '@kith/core/place/hours-words';
import { readTimes } from '../../../words/opening-hours.ts';
import { fortnightOf, hoursOfDraft, NO_TIME } from '../../add/draft.ts';
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
 * What was every two weeks and is typed as a time again is no longer said in words.
 */
export function textsWithTimes(shown: Values, texts: Texts, typed: TypedTimes): Texts {
  // An empty form in place of times as text takes nothing away before something is typed in it.
  if (same(typed, NO_TIMES)) return texts;
  const before = textOf('openingHours', shown.openingHours);
  const written = writeHours(hoursOfDraft(typed));
  const stood = readTimes(before);
  const openingHours = stood && writeHours(stood) === written ? before : written;
  const when = texts.when && withoutFortnights(texts.when, typed);
  const follows = when && (when === wordsOf(texts.openingHours ?? '') || when === wordsOf(before));
  const words = follows ? wordsOf(openingHours) || when : when;
  return { ...texts, openingHours, ...(words === undefined ? {} : { when: words }) };
}

function withoutFortnights(words: string, { times }: TypedTimes): string {
  const asTimes = times.filter(({ days, from, to }) => days.length > 0 && from && to).map(fortnightOf);
  return words
    .split('. ')
    .filter((part) => !asTimes.includes(part))
    .join('. ');
}

/**
 * Every two weeks, which opening times cannot hold: the time at `at` leaves them and is said in words, before the words
 * that stand and were not written from the times. The other times stay times: said in words too, the two would part
 * as soon as one of them is changed.
 */
export function asFortnight(
  shown: Values,
  texts: Texts,
  typed: TypedTimes,
  at: number,
): { readonly typed: TypedTimes; readonly texts: Texts } {
  const rest = { ...typed, times: typed.times.toSpliced(at, 1) };
  const next = textsWithTimes(shown, texts, rest);
  const written = [shown.openingHours, texts.openingHours, next.openingHours].map((hours) =>
    wordsOf(textOf('openingHours', hours)),
  );
  const own = next.when && !written.includes(next.when) ? next.when : '';
  const when = [fortnightOf(typed.times[at]), own].filter(Boolean).join('. ');
  return { typed: rest, texts: { ...next, when } };
}

/** What is to become of words that stood beside the times, now that the times are others. */
export type WordsAnswer = 'keep' | 'away' | 'change';

/** The words that stood beside times that were changed, and may no longer fit them. Null: there is nothing to ask. */
export function wordsToAsk(shown: Values, texts: Texts): string | null {
  const words = textOf('when', shown.when).trim();
  const [before, now] = [textOf('openingHours', shown.openingHours), texts.openingHours ?? ''];
  if (words === '' || texts.when === undefined || now.trim() === before.trim()) return null;
  // Written from the times, they went along with them.
  return texts.when !== '' && texts.when === wordsOf(now) ? null : words;
}

/** What is answered to that. @param said what was chosen; words that are others by now, or none, say it themselves */
export function wordsAnswer(shown: Values, texts: Texts, said: WordsAnswer | null): WordsAnswer | null {
  const now = texts.when?.trim() ?? '';
  if (now === '') return 'away';
  return now === textOf('when', shown.when).trim() ? said : 'change';
}
