import { DAYS } from '@kith/core/place/week';
import { counted, orList } from '../words/area-words.ts';
import { CUT_KEYS, readCuts, type UnreadCuts } from './cut-links.ts';
import { parseView, type View } from './view.ts';

/** The parts of a link that change an answer of the Cuts screen and hold one thing each, as a reader calls them. */
const PARTS: readonly {
  readonly key: string;
  readonly words: string;
  readonly isRead: (text: string, view: View) => boolean;
}[] = [
  { key: 'patch', words: 'the map', isRead: (text, view) => view.patch === text },
  {
    key: 'count',
    words: 'what counts as somewhere to go',
    isRead: (text, view) => isAll(text, ',', view.cutKinds),
  },
  { key: 'minutes', words: 'the length of the walk', isRead: (text, view) => view.minutes === Number(text) },
  { key: 'pace', words: 'the walking pace', isRead: (text, view) => view.pace === text },
  { key: 'metres', words: 'the limit in metres', isRead: (_, view) => view.metres !== null },
  { key: 'lens', words: 'whose risk is asked about', isRead: (text, view) => view.lens === text },
  {
    key: 'when',
    words: 'the time',
    isRead: (text, view) => view.when !== null && isAll(daysOf(text), '.', DAYS),
  },
  {
    key: 'aside',
    words: 'the plan kept aside',
    isRead: (text) =>
      text === 'none' || [...new URLSearchParams(text).keys()].some((key) => CUT_KEYS.has(key)),
  },
  { key: 'on', words: 'the day looked at', isRead: (_, view) => view.on !== null },
];

const isAll = (text: string, joiner: string, known: readonly string[]): boolean =>
  text.split(joiner).every((each) => known.includes(each));
const daysOf = (when: string): string => when.split('~')[0] ?? '';

/**
 * What a link says about cuts that could not be read, in words that a sentence takes: `2 cuts`, `the time`. None for a
 * whole link. What is left out there falls back in silence, and an answer to less than was asked would mislead.
 */
export function unreadIn(query: string): readonly string[] {
  const q = new URLSearchParams(query);
  const view = parseView('/cuts', query);
  const parts = PARTS.flatMap(({ key, words, isRead }) => {
    const text = q.get(key);
    return text && !isRead(text, view) ? [words] : [];
  });
  const aside = readCuts(new URLSearchParams(q.get('aside') ?? '')).unread;
  return [...cutWords(readCuts(q).unread, ''), ...cutWords(aside, ' of the plan kept aside'), ...parts];
}

function cutWords({ cuts, places }: UnreadCuts, of: string): string[] {
  return [
    ...(cuts > 0 ? [`${counted(cuts, 'cut', 'cuts')}${of}`] : []),
    ...(places > 0 ? [`${counted(places, 'place', 'places')} of a grant${of && ' kept aside'}`] : []),
  ];
}

/** The same as a sentence; null for nothing. */
export function unreadWords(unread: readonly string[]): string | null {
  if (unread.length === 0) return null;
  const [only = ''] = unread;
  const one = unread.length === 1 && !/^(?!1 )\d/.test(only);
  return `Part of this link could not be read: ${orList(unread, 'and')} ${one ? 'is' : 'are'} missing. Ask for the link again.`;
}
