import type { NewPlace } from '@kith/core/keep/contribution';
import { type Hours, NTH_WEEKS, type NthWeek } from '@kith/core/place/hours-rules';
import { writeHours } from '@kith/core/place/hours-text';
import { hoursInWords, spanWords } from '@kith/core/place/hours-words';
import { KIND_IDS, type Kind } from '@kith/core/place/kinds';
import { DAYS, type Day } from '@kith/core/place/week';
import { DAY_NAMES } from '@kith/core/scenario/week-words';
import { isStep, type StepId } from './steps.ts';
import { readTimes } from './times-typed.ts';
import type { Where } from './where-found.ts';

/** A time on some days, as it was typed. */
export interface TypedTime {
  readonly days: readonly Day[];
  /** Empty: every week. */
  readonly weeks: readonly NthWeek[];
  /** Some weeks of the month were asked for and none is chosen yet: it is not every week. */
  readonly someWeeks?: true;
  readonly from: string;
  readonly to: string;
}
export const NO_TIME: TypedTime = { days: [], weeks: [], from: '', to: '' };

/** A time in other weeks of the month. Null: every week. */
export function inWeeks(time: TypedTime, weeks: readonly NthWeek[] | null): TypedTime {
  const { days, from, to } = time;
  return { days, weeks: weeks ?? [], ...(weeks?.length === 0 ? { someWeeks: true as const } : {}), from, to };
}
export const isEveryWeek = ({ weeks, someWeeks }: TypedTime): boolean => weeks.length === 0 && !someWeeks;

/** How somebody says when. */
export const WHEN_WAYS = ['set', 'always', 'words', 'unknown'] as const;
export type WhenWay = (typeof WHEN_WAYS)[number];
export const WHEELCHAIR_WAYS = ['yes', 'limited', 'no'] as const;
type Wheelchair = (typeof WHEELCHAIR_WAYS)[number];

/** What somebody has said so far of a place that is not listed. It stays on their device until it is sent. */
export interface Draft {
  /** UUID, made once: sent twice it is the same place. */
  readonly key: string;
  /** ISO time of the last change. */
  readonly at: string;
  /** Whose it is: nobody else who signs in on the device is shown it. Null: a visitor's. */
  readonly person: string | null;
  readonly step: StepId;
  readonly kind: Kind | null;
  readonly name: string;
  readonly where: Where | null;
  /** What stands in the search box. */
  readonly typedWhere: string;
  readonly address: string;
  /** Places that look like it and are not, by id. */
  readonly others: readonly string[];
  readonly whenWay: WhenWay;
  readonly times: readonly TypedTime[];
  readonly closedOnHolidays: boolean;
  readonly whenWords: string;
  readonly forWhom: string;
  readonly wheelchair: Wheelchair | null;
  readonly access: string;
  readonly operator: string;
  readonly phone: string;
  readonly email: string;
  readonly website: string;
  /** Its picture lies in the device's own store, by `key`. */
  readonly hasPhoto: boolean;
  readonly alt: string;
}

export const newDraft = (key: string, at: string): Draft => ({
  key,
  at,
  person: null,
  step: 'what',
  kind: null,
  name: '',
  where: null,
  typedWhere: '',
  address: '',
  others: [],
  whenWay: 'set',
  times: [NO_TIME],
  closedOnHolidays: false,
  whenWords: '',
  forWhom: '',
  wheelchair: null,
  access: '',
  operator: '',
  phone: '',
  email: '',
  website: '',
  hasPhoto: false,
  alt: '',
});

/** Whether anything was said at all. */
export const isBegun = (draft: Draft): boolean =>
  draft.kind !== null || draft.name.trim() !== '' || draft.where !== null;

/** The times that can be read, as hours. What is not whole yet is left out. */
export function hoursOfDraft({ times, closedOnHolidays }: Pick<Draft, 'times' | 'closedOnHolidays'>): Hours {
  const rules = times.flatMap(({ days, weeks, someWeeks, from, to }) => {
    const span = readTimes(from, to);
    return span && days.length > 0 && !someWeeks ? [{ days, weeks, spans: [span], instead: false }] : [];
  });
  return { rules, closedOnHolidays };
}

/** Every two weeks, in words: no list of opening times can hold which of the weeks. */
export function fortnightOf(time: TypedTime | undefined): string {
  const days = time?.days.map((day) => DAY_NAMES[day]) ?? [];
  const span = time && readTimes(time.from, time.to);
  const which =
    days.length === 0 ? 'Every two weeks' : `Every second ${new Intl.ListFormat('en-GB').format(days)}`;
  return `${which}${span ? `, ${spanWords(span)}` : ''}`;
}

/** The same of the time at `at`, where words stand for all times: with the others after it. */
export function fortnightWords(times: readonly TypedTime[], at: number): string {
  const others = hoursInWords(hoursOfDraft({ times: times.toSpliced(at, 1), closedOnHolidays: false }));
  return [fortnightOf(times[at]), others].filter(Boolean).join('. ');
}

/** When, in words, as it will be shown. Null for not known. */
export function whenOfDraft(draft: Draft): string | null {
  if (draft.whenWay === 'always') return 'Open at all hours';
  const extra = draft.whenWords.trim();
  if (draft.whenWay === 'words') return extra || null;
  if (draft.whenWay === 'unknown') return null;
  return hoursInWords(hoursOfDraft(draft)) || null;
}

const hoursText = (draft: Draft): string | null =>
  draft.whenWay === 'always'
    ? '24/7'
    : draft.whenWay === 'set'
      ? writeHours(hoursOfDraft(draft)) || null
      : null;

/** Web addresses as people type them begin with `www.`. */
export const fullAddress = (typed: string): string =>
  typed.trim() === '' || /^https?:\/\//i.test(typed.trim()) ? typed.trim() : `https://${typed.trim()}`;

const orNull = (text: string): string | null => text.trim() || null;

/** What is sent: nothing but what was said. `photos` are the ids they were given when they were sent. */
export function newPlaceOf(draft: Draft, photos: readonly string[]): NewPlace {
  const { where } = draft;
  const isPin =
    where !== null &&
    where.lon !== null &&
    where.lat !== null &&
    (where.way !== 'postcode' || where.spreadMetres > 0);
  const pin = isPin && where.lon !== null && where.lat !== null ? { lon: where.lon, lat: where.lat } : null;
  const about =
    where?.way === 'about' ||
    (where?.way === 'spot' && where.postcode === null && where.label !== 'A pin on the map');
  return {
    key: draft.key,
    name: draft.name.trim(),
    kind: draft.kind ?? 'other',
    pin: pin && where && where.spreadMetres > 0 ? { ...pin, spreadMetres: where.spreadMetres } : pin,
    address: orNull(draft.address) ?? (about ? (where?.label ?? null) : null),
    postcode: where?.postcode ?? null,
    when: whenOfDraft(draft),
    openingHours: hoursText(draft),
    forWhom: orNull(draft.forWhom),
    wheelchair: draft.wheelchair,
    access: orNull(draft.access),
    phone: orNull(draft.phone),
    email: orNull(draft.email),
    website: orNull(fullAddress(draft.website)),
    operator: orNull(draft.operator),
    notes: null,
    photos: [...photos],
  };
}

/** Reads what was kept; null for what is no draft of ours. Any part that is not as it should be begins anew. */
export function readDraft(text: string | null): Draft | null {
  let kept: unknown = null;
  try {
    kept = JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
  if (typeof kept !== 'object' || kept === null) return null;
  const got = kept as Record<string, unknown>;
  if (typeof got.key !== 'string' || typeof got.at !== 'string') return null;
  const fresh = newDraft(got.key, got.at);
  const words = Object.fromEntries(
    Object.entries(fresh).map(([field, usual]) => [
      field,
      typeof got[field] === typeof usual && typeof usual !== 'object' ? got[field] : usual,
    ]),
  ) as unknown as Draft;
  const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
  return {
    ...words,
    step: typeof got.step === 'string' && isStep(got.step) ? got.step : 'what',
    person: typeof got.person === 'string' ? got.person : null,
    kind: KIND_IDS.find((id) => id === got.kind) ?? null,
    where: whereIn(got.where),
    others: list(got.others).filter((id): id is string => typeof id === 'string'),
    whenWay: WHEN_WAYS.find((way) => way === got.whenWay) ?? 'set',
    times: list(got.times).length === 0 ? [NO_TIME] : list(got.times).map(timeIn),
    wheelchair: WHEELCHAIR_WAYS.find((way) => way === got.wheelchair) ?? null,
  };
}

function timeIn(value: unknown): TypedTime {
  const got = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const has = (list: unknown, item: unknown): boolean => Array.isArray(list) && list.includes(item);
  const weeks = NTH_WEEKS.filter((week) => has(got.weeks, week));
  return {
    days: DAYS.filter((day) => has(got.days, day)),
    weeks,
    ...(got.someWeeks === true && weeks.length === 0 ? { someWeeks: true as const } : {}),
    from: typeof got.from === 'string' ? got.from : '',
    to: typeof got.to === 'string' ? got.to : '',
  };
}

function whereIn(value: unknown): Where | null {
  if (typeof value !== 'object' || value === null) return null;
  const { way, label, lon, lat, spreadMetres, postcode, near, unknown } = value as Record<string, unknown>;
  if (way !== 'postcode' && way !== 'spot' && way !== 'about') return null;
  if (typeof label !== 'string' || typeof spreadMetres !== 'number') return null;
  const number = (given: unknown): number | null => (typeof given === 'number' ? given : null);
  return {
    way,
    label,
    lon: number(lon),
    lat: number(lat),
    spreadMetres,
    postcode: typeof postcode === 'string' ? postcode : null,
    ...(typeof near === 'string' ? { near } : {}),
    ...(unknown === true ? { unknown } : {}),
  };
}
