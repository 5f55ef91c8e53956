/** A time of day in minutes from midnight, or minutes with which half of the day is not said. */
interface Clock {
  readonly minutes: number;
  readonly half: 'am' | 'pm' | null;
}

const ONE = String.raw`(\d{1,2})(?:[:.h](\d{2}))?\s*(a\.?m\.?|p\.?m\.?|noon|midday)?`;
const FOUR = String.raw`([01]\d|2[0-4])([0-5]\d)(?:\s*hrs)?`;
const TO = String.raw`\s*(?:-|–|—|to|until|till|til)\s*`;
const TWELVE = new RegExp(`^${ONE}${TO}${ONE}(?:\\s*(?:hrs|hours))?(?![\\d:.]|\\w)`, 'i');
const TWENTY_FOUR = new RegExp(`^${FOUR}${TO}${FOUR}(?!\\w)`, 'i');

/** A span of time at the beginning of a text. */
export interface FoundSpan {
  /** Minutes from midnight; null where it is not certain which half of the day is meant. */
  readonly span: readonly [number, number] | null;
  readonly length: number;
  /** It names an hour or a minute that no day has. */
  readonly impossible?: true;
}

/**
 * Reads `10-12`, `10.30am to 1pm`, `9-5`, `1000-1200`. Hours before 7 without a half of the day are of the afternoon:
 * nothing listed here opens in the night. From 7 to 9 in both (`7-9`) nobody can tell, and it stays in words.
 */
export function spanAt(text: string): FoundSpan | undefined {
  const plain = text
    .replace(/^(noon|midday)/i, '12pm')
    .replace(/^(\S+\s*(?:-|–|to|until|till)\s*)(noon|midday)\b/i, '$112pm');
  const lost = text.length - plain.length;
  const four = TWENTY_FOUR.exec(plain);
  if (four !== null) {
    const [from, to] = [Number(four[1]) * 60 + Number(four[2]), Number(four[3]) * 60 + Number(four[4])];
    return { span: from < to ? [from, to] : null, length: four[0].length + lost };
  }
  const found = TWELVE.exec(plain);
  if (found === null) return undefined;
  const length = found[0].length + lost;
  const [from, to] = [clock(found[1], found[2], found[3]), clock(found[4], found[5], found[6])];
  if (from === null || to === null) return { span: null, length, impossible: true };
  return { span: spanOf(from, to, /[:.]/.test(found[0])), length };
}

function clock(hours = '', minutes = '0', half: string | undefined): Clock | null {
  const hour = Number(hours);
  if (hour > 24 || Number(minutes) > 59) return null;
  const said = half === undefined ? null : /^a/i.test(half) ? 'am' : 'pm';
  if (said !== null && (hour === 0 || hour > 12))
    return hour > 12 && hour < 24 ? { minutes: hour * 60 + Number(minutes), half: null } : null;
  return { minutes: hour * 60 + Number(minutes), half: said };
}

const HALF_DAY = 12 * 60;

function spanOf(from: Clock, to: Clock, _written: boolean): readonly [number, number] | null {
  const ends = to.half === null ? null : halved(to);
  if (from.half !== null) {
    const start = halved(from);
    if (ends !== null) return ordered(start, ends);
    const end = to.minutes > start ? to.minutes : to.minutes + HALF_DAY;
    return ordered(start, end);
  }
  if (ends !== null) {
    const late = from.minutes < HALF_DAY ? from.minutes + HALF_DAY : from.minutes;
    if (to.half === 'pm' && late < ends) return ordered(late, ends);
    return ordered(from.minutes, ends);
  }
  if (from.minutes >= 13 * 60 || to.minutes >= 13 * 60) return ordered(from.minutes, to.minutes);
  const start = from.minutes < 7 * 60 ? from.minutes + HALF_DAY : from.minutes;
  if (start >= HALF_DAY) return ordered(start, to.minutes >= HALF_DAY ? to.minutes : to.minutes + HALF_DAY);
  if (to.minutes <= from.minutes) return ordered(start, to.minutes + HALF_DAY);
  // `7-9` and `8-10` may be of the morning or of the evening; from 9 on it is the morning.
  return start < 9 * 60 && to.minutes - from.minutes <= 4 * 60 ? null : ordered(start, to.minutes);
}

function halved({ minutes, half }: Clock): number {
  const inHalf = minutes % HALF_DAY;
  return half === 'pm' ? inHalf + HALF_DAY : inHalf;
}

function ordered(start: number, end: number): readonly [number, number] | null {
  return start < end && end <= 24 * 60 ? [start, end] : null;
}

/** `09:30`. */
export function clockText(minutes: number): string {
  const part = minutes % 60;
  const two = (each: number): string => String(each).padStart(2, '0');
  return `${two((minutes - part) / 60)}:${two(part)}`;
}
