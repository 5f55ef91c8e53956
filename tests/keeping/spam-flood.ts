import { steadyChance } from '@kith/scripts/house/steady-chance.ts';
import { HONEST, type HonestNote } from './honest-notes.ts';
import { COPIES, type CopyFamily, FAMILIES } from './spam-families.ts';

/** One thing sent, with what it is. */
export interface SentNote extends HonestNote {
  readonly family: string;
  readonly spam: boolean;
  /** Which half it belongs to. */
  readonly half: 0 | 1;
}

/** 2,000 of spam among the honest ones, in an order by chance. A copy lies in the half of the note it is made from. */
export function flood(seed: number): SentNote[] {
  const next = steadyChance(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const families = [...Object.keys(FAMILIES), ...COPIES];
  const notes: SentNote[] = HONEST.map((note, n) => ({
    ...note,
    family: 'honest',
    spam: false,
    half: n % 2 === 0 ? 0 : 1,
  }));
  for (let n = 0; n < 2_000; n++) {
    const family = families[n % families.length] as string;
    const templates = FAMILIES[family];
    const half = Math.floor(n / families.length) % 2 === 0 ? 0 : 1;
    const place = pick(HONEST).place;
    if (templates !== undefined) {
      notes.push({ place, words: filled(pick(templates), next), family, spam: true, half });
      continue;
    }
    const originals = HONEST.filter((_, at) => at % 2 === half);
    notes.push({
      place,
      words: copyOf(pick(originals).words, family as CopyFamily, next),
      family,
      spam: true,
      half,
    });
  }
  for (let at = notes.length - 1; at > 0; at--) {
    const other = Math.floor(next() * (at + 1));
    [notes[at], notes[other]] = [notes[other] as SentNote, notes[at] as SentNote];
  }
  return notes;
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const letters = (next: () => number, from: string, most: number) =>
  Array.from({ length: 4 + Math.floor(next() * most) }, () => from[Math.floor(next() * from.length)]).join(
    '',
  );

function filled(template: string, next: () => number): string {
  let words = template;
  for (let before = ''; before !== words; ) {
    before = words;
    words = words.replace(/\{([^{}]*)\}/g, (_, choices: string) => {
      if (choices === 'dollar') return '$';
      if (choices === 'n') return String(10 + Math.floor(next() * 990));
      if (choices === 'word') return letters(next, 'bdelmnorst', 3) + letters(next, 'aeiou', 1).slice(0, 1);
      if (choices === 'mash') return letters(next, LETTERS, 7);
      const list = choices.split('|');
      return list[Math.floor(next() * list.length)] as string;
    });
  }
  return words;
}

const FILLERS = [
  'really',
  'honestly',
  'again',
  'today',
  'please',
  'ok',
  'yes',
  'indeed',
  'fyi',
  'cheers',
  'thanks',
  'asap',
];
const ENDINGS = [
  'thank you',
  'please check',
  'many thanks for this',
  'just so you know',
  'as I said before',
  'hope this helps',
  'regards',
];

/** A near-copy: what somebody makes who sends one note again and again. */
function copyOf(words: string, family: CopyFamily, next: () => number): string {
  const parts = words.split(' ');
  const pick = (list: readonly string[]) => list[Math.floor(next() * list.length)] as string;
  const at = () => Math.floor(next() * parts.length);
  if (family === 'other words') {
    parts[at()] = pick(FILLERS);
    if (parts.length > 8) parts[at()] = pick(FILLERS);
    return parts.join(' ');
  }
  if (family === 'more at the end') return `${words} ${pick(ENDINGS)} ${Math.floor(next() * 1000)}`;
  if (family === 'shortened') {
    parts.splice(at(), Math.max(1, Math.floor(parts.length / 8)));
    return `${parts.join(' ')} ${pick(FILLERS)}`;
  }
  const place = Math.floor(next() * Math.max(1, words.length - 1));
  const swapped =
    words.slice(0, place) +
    words
      .slice(place, place + 2)
      .split('')
      .reverse()
      .join('') +
    words.slice(place + 2);
  return `${next() < 0.5 ? swapped.toUpperCase() : swapped} ${'!'.repeat(1 + Math.floor(next() * 3))}`;
}
