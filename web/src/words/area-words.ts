/** Fifths of risk in words, lower first. Never an order of areas: each holds a fifth of all areas loaded. */
export const FIFTH_WORDS = [
  'Lower than most',
  'Below the middle',
  'Near the middle',
  'Above the middle',
  'Higher than most',
] as const;

export const fifthWords = (fifth: number | null): string =>
  fifth === null ? 'No data' : (FIFTH_WORDS[fifth - 1] ?? 'No data');

/** Made once: it costs more than all that it writes. */
const numbers = new Intl.NumberFormat('en-GB');
export const whole = (count: number): string => numbers.format(Math.round(count));

/** "1 place", "24 places". */
export const counted = (count: number, one: string, many: string): string =>
  `${whole(count)} ${count === 1 ? one : many}`;

/** "a", "a or b", "a, b or c". */
export const orList = (words: readonly string[], joiner = 'or'): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${joiner} ${words.at(-1)}`;
