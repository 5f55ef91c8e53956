import type { KeptField } from '@kith/core/keep/fields';
import { valueWords } from './claim-words.ts';
import { dateWords } from './dates.ts';

/** Ways in that a person may say of a place, in the words of a list to choose from. */
export const WHEELCHAIR_WORDS = {
  yes: 'A wheelchair can get in',
  designated: 'Made for wheelchair users',
  limited: 'A wheelchair can get into part of it',
  no: 'A wheelchair cannot get in',
} as const;

export const NOTHING_SAID = 'Nothing';

/** What stands in a field, as a before and after shows it. Nothing said is a word of its own, never a gap. */
export function saidWords(field: KeptField, value: unknown): string {
  if (value === null || value === undefined || value === '') return NOTHING_SAID;
  if (field === 'wheelchair')
    return WHEELCHAIR_WORDS[value as keyof typeof WHEELCHAIR_WORDS] ?? String(value);
  return valueWords(field, value);
}

/** An ISO time as people say it: the day in London. */
export function dayWordsOf(iso: string): string {
  const at = new Date(iso);
  if (iso.length <= 10 || Number.isNaN(at.getTime())) return dateWords(iso.slice(0, 10));
  return at.toLocaleDateString('en-GB', {
    timeZone: 'Europe/London',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
}

/** The same with the time of day, where the order of things on one day matters. */
export function momentWords(iso: string): string {
  const at = new Date(iso);
  if (iso.length <= 10 || Number.isNaN(at.getTime())) return dayWordsOf(iso);
  const time = at.toLocaleTimeString('en-GB', {
    timeZone: 'Europe/London',
    hour: '2-digit',
    minute: '2-digit',
  });
  return `${dayWordsOf(iso)}, ${time}`;
}
