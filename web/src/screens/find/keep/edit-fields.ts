import { checkValue } from '@kith/core/keep/check-value';
import type { FieldChange, Meanwhile } from '@kith/core/keep/contribution';
import { KEPT_FIELDS, type KeptField, labelOf } from '@kith/core/keep/fields';
import { KINDS } from '@kith/core/place/kinds';
import type { Claim } from '@kith/core/place/place';
import { RUN_BY } from '@kith/core/place/run-by';
import { STATUS_WORDS } from '../../../words/claim-words.ts';
import { WHEELCHAIR_WORDS } from '../../../words/kept-words.ts';

/** How a field is asked for. A spot is a pair of degrees, as maps give it. */
export type Control =
  | { readonly type: 'line'; readonly input?: 'tel' | 'email' | 'url' }
  | { readonly type: 'words' }
  | { readonly type: 'choice'; readonly choices: readonly (readonly [id: string, words: string])[] }
  | { readonly type: 'hours' }
  | { readonly type: 'spot' };

const choice = (choices: readonly (readonly [string, string])[]): Control => ({ type: 'choice', choices });

export const CONTROLS: Readonly<Record<KeptField, Control>> = {
  name: { type: 'line' },
  kind: choice(KINDS.map((kind) => [kind.id, kind.label])),
  status: choice(Object.entries(STATUS_WORDS)),
  position: { type: 'spot' },
  address: { type: 'line' },
  postcode: { type: 'line' },
  when: { type: 'words' },
  openingHours: { type: 'hours' },
  forWhom: { type: 'words' },
  wheelchair: choice(Object.entries(WHEELCHAIR_WORDS)),
  access: { type: 'words' },
  phone: { type: 'line', input: 'tel' },
  email: { type: 'line', input: 'email' },
  website: { type: 'line', input: 'url' },
  runBy: choice(
    Object.entries(RUN_BY).map(([id, words]) => [id, `${words[0]?.toUpperCase()}${words.slice(1)}`]),
  ),
  operator: { type: 'line' },
  notes: { type: 'words' },
};

export const HINTS: Readonly<Partial<Record<KeptField, string>>> = {
  position: 'Two numbers, north then east, as maps show them: 52.5931, -1.2065.',
  openingHours: 'Days and hours, such as Mo-Fr 09:00-17:00; Sa 10:00-13:00.',
  when: 'In your own words, such as: Tuesdays 10 to 12, not in August. Or: every second Tuesday, 10 to 12, next on 1 December.',
  phone: 'The place’s own number, never a private one.',
  email: 'The place’s own address, never a private one.',
  access: 'Steps, a ramp, toilets, parking, a hearing loop.',
};

type Shown = { readonly claims: readonly Claim[] };

/** What the page said of a field when the form was opened, as it came; null where nobody has said anything. */
export function claimedOf(place: Shown, field: KeptField): unknown {
  return place.claims.find((claim) => claim.field === field)?.value ?? null;
}

/** The fields that are there, and those of which nothing is known yet. */
export function fieldsOf(place: Shown): { readonly there: KeptField[]; readonly missing: KeptField[] } {
  const ids = KEPT_FIELDS.map((field) => field.id);
  const there = ids.filter((field) => claimedOf(place, field) !== null);
  return { there, missing: ids.filter((field) => !there.includes(field)) };
}

/** A value as its control holds it. */
export function textOf(field: KeptField, value: unknown): string {
  if (value === null || value === undefined) return '';
  if (field !== 'position') return String(value);
  const { lat, lon, spreadMetres = 0 } = value as Partial<Spot>;
  return lat === undefined || lon === undefined ? '' : spotText({ lat, lon, spreadMetres });
}

/** What a control holds, as a value; null for nothing, and for what cannot be read. */
export function readText(field: KeptField, text: string): unknown {
  if (field === 'position') return readSpot(text);
  const checked = checkValue(field, text);
  return checked.ok ? checked.value : null;
}

/** A spot on the map, WGS84 degrees. How far off it may be, metres, where only a village is known. */
export interface Spot {
  readonly lon: number;
  readonly lat: number;
  readonly spreadMetres?: number;
}

/** `52.5931, -1.2065`, or `52.5931, -1.2065 ± 600` for somewhere about it. */
export const spotText = ({ lon, lat, spreadMetres = 0 }: Spot): string =>
  `${lat}, ${lon}${spreadMetres > 0 ? ` ± ${spreadMetres}` : ''}`;

/** Two numbers, north then east; the other way round is put right, since Britain allows no doubt of which is which. */
export function readSpot(text: string): Spot | null {
  const [numbers = '', about = '0', ...others] = text.trim().split('±');
  const [a, b, ...more] = numbers
    .trim()
    .split(/[,;\s]+/)
    .map(Number);
  const spreadMetres = Number(about);
  if (a === undefined || b === undefined || more.length + others.length > 0) return null;
  if (![a, b, spreadMetres].every(Number.isFinite)) return null;
  const [lat, lon] = a > b ? [a, b] : [b, a];
  if (!(lon > -9 && lon < 2.5 && lat > 49 && lat < 61.5)) return null;
  return spreadMetres > 0 ? { lon, lat, spreadMetres } : { lon, lat };
}

/** What is wrong with what a control holds, and what to do; null where nothing is. */
export function troubleOf(field: KeptField, text: string): string | null {
  const label = labelOf(field);
  if (field === 'position')
    return text.trim() !== '' && readSpot(text) === null
      ? `${label}: give two numbers in Britain, such as 52.5931, -1.2065.`
      : null;
  const checked = checkValue(field, text);
  return checked.ok ? null : `${label}: ${checked.problem}`;
}

/** What was shown of each field when the form was opened. A draft of yesterday still starts from yesterday's. */
export type Values = Readonly<Partial<Record<KeptField, unknown>>>;
export type Texts = Readonly<Partial<Record<KeptField, string>>>;

export function valuesOf(place: Shown): Values {
  return Object.fromEntries(KEPT_FIELDS.map(({ id }) => [id, claimedOf(place, id)]));
}

/** The texts that differ from what was shown, as changes. `was` goes with each, so that nothing is written over. */
export function changesOf(shown: Values, texts: Texts): FieldChange[] {
  return KEPT_FIELDS.flatMap(({ id: field }) => {
    const text = texts[field];
    const was = shown[field] ?? null;
    if (text === undefined || text.trim() === textOf(field, was).trim()) return [];
    return [{ field, was, value: readText(field, text) }];
  });
}

/** Whose value is kept of a field that two people changed. */
export type Choice = 'yours' | 'theirs';

const wentWithTimes = ({ field, value }: FieldChange, choices: Readonly<Record<string, Choice>>): boolean =>
  field === 'when' && value === null && choices.openingHours === 'theirs';

/**
 * The changes once whoever made them has seen what came meanwhile: a field of which theirs is kept drops out, and one
 * of which yours is kept now starts from theirs, which they have seen. Words beside the times that were to go because of
 * yours stay where the times are theirs.
 */
export function settle(
  changes: readonly FieldChange[],
  meanwhile: readonly Meanwhile[],
  choices: Readonly<Record<string, Choice>>,
): FieldChange[] {
  return changes.flatMap((change) => {
    const other = meanwhile.find((row) => row.field === change.field);
    if (!other) return wentWithTimes(change, choices) ? [] : [change];
    return choices[change.field] === 'theirs' ? [] : [{ ...change, was: other.theirs }];
  });
}
