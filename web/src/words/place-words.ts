import { hoursInWords } from '@kith/core/place/hours-words';
import type { PlaceSummary } from '@kith/core/place/place';
import { inSomeWeeks, londonMoment, readTimes, todayWords } from './opening-hours.ts';

type Addressed = Pick<PlaceSummary, 'address' | 'postcode' | 'district'>;

/** Where it is, as one line; the district where nothing nearer is known; null where nothing is. */
export function addressWords({ address, postcode, district }: Addressed): string | null {
  const plain = address?.replace(/\s*\(position approximate\)/i, '').trim();
  // A list may have the word in place of an address.
  if (!plain || /^\W*unknown\W*$/i.test(plain)) return postcode ?? district;
  const has = postcode && plain.replaceAll(' ', '').includes(postcode.replaceAll(' ', ''));
  return postcode && !has ? `${plain} ${postcode}` : plain;
}

/** Kinds that meet at a time rather than keep a door open. */
export const meets = (kind: PlaceSummary['kind']): boolean => kind === 'group' || kind === 'social-club';

/** A day and no time: said in full, with what is missing. */
const DAYS_ALONE: Record<string, string> = Object.fromEntries(
  ['Mon', 'Tues', 'Wednes', 'Thurs', 'Fri', 'Satur', 'Sun'].map((day) => [
    day.slice(0, 3).toLowerCase(),
    `${day}days; time not known`,
  ]),
);

type Timed = Pick<PlaceSummary, 'kind' | 'status' | 'yearClosed' | 'openingHours' | 'when' | 'mobile'>;

/** When one can go there, in a line. Null when nobody has said: the reader is asked to tell. */
export function hoursWords(place: Timed, now: Date = new Date()): string | null {
  if (place.status === 'closed')
    return place.yearClosed ? `Closed in ${place.yearClosed}` : 'Closed for good';
  if (place.status === 'temporarily-closed') return 'Closed for now';
  const hours = readTimes(place.openingHours);
  if (hours) {
    const today = todayWords(hours, londonMoment(now), meets(place.kind));
    return inSomeWeeks(hours) && !/ (today|now,) /.test(today) ? hoursInWords(hours) : today;
  }
  if (place.when) return DAYS_ALONE[place.when.trim().toLowerCase()] ?? place.when;
  if (place.openingHours) return place.openingHours;
  if (place.kind === 'bench') return 'Any time';
  return place.mobile ? 'Moves about: ask where it stops next' : null;
}

const CITIES = ['Leicester', 'Brighton', 'Hove', 'Huddersfield'];
const STREET = /\d|\b(road|street|lane|walk|avenue|drive|close|way|place|square|hill|gate|row)$/i;

/**
 * What is said of a place known only to its town or village: "Somewhere in Enderby". The name is the last part of
 * the address; in a city the part before it (its neighbourhood), unless that is a street.
 */
export function somewhere({ address }: Pick<PlaceSummary, 'address'>): string {
  const parts = (addressWords({ address, postcode: null, district: null }) ?? '')
    .split(',')
    .map((part) => part.trim());
  const [last = '', before = ''] = parts.toReversed();
  const name = CITIES.includes(last) && before && !STREET.test(before) ? before : last;
  return !name || STREET.test(name) || name.length > 24 || name.includes('-wide')
    ? 'Exact spot not known'
    : `Somewhere in ${name}`;
}
