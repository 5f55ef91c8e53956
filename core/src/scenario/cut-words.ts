import { DAYS, type When } from '../place/week.ts';
import type { Cut, CutType } from './cut.ts';
import { DAY_NAMES, weekWords } from './week-words.ts';

export { DAY_NAMES };

/** What each type of cut does, in words. */
export const CUT_WORDS: { readonly [type in CutType]: string } = {
  close: 'closes',
  shorten: 'keeps fewer hours',
  'end-grant': 'grant ends',
  open: 'new place opens',
};
/** The same of a new place that is a closed one opened again. */
export const OPENS_AGAIN = 'closed place opens again';

/** A time asked about in words: `Tuesday and Thursday, 18:00 to 21:00`; any time where none is asked about. */
export function formatWhen(when: When | null): string {
  if (when === null) return 'any time';
  const days = DAYS.filter((day) => when.days.includes(day)).map((day) => DAY_NAMES[day]);
  const last = days.pop() ?? '';
  const list = days.length === 0 ? last : `${days.join(', ')} and ${last}`;
  return `${list}, ${when.from}:00 to ${when.to}:00`;
}

/** What a cut comes to, beside its type and its place: hours kept, places that close, where the new place stands. */
export function cutDetail(cut: Cut, nameOf: (place: string) => string): string {
  if (cut.type === 'close') return '';
  if (cut.type === 'shorten') return `keeps ${weekWords(cut.keeps)}`;
  if (cut.type === 'open')
    return `${cut.kind} at ${cut.easting}, ${cut.northing}; hours ${cut.week === null ? 'not known' : weekWords(cut.week)}`;
  const closes = cut.places.filter((place) => !cut.replaced.includes(place)).map(nameOf);
  const stays = cut.replaced.map(nameOf);
  const on = cut.endsOn === null ? 'on a day not yet known' : `on ${cut.endsOn}`;
  return `${on}; closes ${closes.join(', ') || 'nothing'}${stays.length === 0 ? '' : `; paid for by others: ${stays.join(', ')}`}`;
}
