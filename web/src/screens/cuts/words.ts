import { type Kind, kindOf } from '@kith/core/place/kinds';
import type { RUN_BY } from '@kith/core/place/run-by';
import type { Band } from '@kith/core/scenario/report';

const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });

/** A count as people write it: `6,410`. */
export function count(value: number): string {
  return whole.format(value);
}

/** A count with its noun: `1 person`, `6,410 people`. */
export function counted(value: number, unit: 'people' | 'households' | 'areas' | 'places'): string {
  const one = { people: 'person', households: 'household', areas: 'area', places: 'place' }[unit];
  return `${count(value)} ${value === 1 ? one : unit}`;
}

/** A share in whole percent. A few out of many are never `0%`, nor nearly all `100%`; of none there is no share. */
export function share(part: number, all: number): string | null {
  if (all <= 0) return null;
  if (part === 0) return '0%';
  const percent = Math.round((100 * part) / all);
  if (percent === 0) return 'under 1%';
  if (percent === 100 && part < all) return 'over 99%';
  return `${percent}%`;
}

/** The doubt about a count: the least and most of the three detour factors tried. */
export function between({ least, most }: Band): string {
  return least === most
    ? `${count(least)} however streets run`
    : `between ${count(least)} and ${count(most)}`;
}

/** The same doubt in a cell of a table; empty where all three agree. */
export function bandWords({ least, most }: Band): string {
  return least === most ? '' : `${count(least)} to ${count(most)}`;
}

/** A distance as people say it: metres to the nearest 10 below 1 km, then km to one decimal. */
export function distance(metres: number): string {
  const tens = Math.round(metres / 10) * 10;
  return tens < 1000 ? `${tens} m` : `${(metres / 1000).toFixed(1)} km`;
}

/** A further walk, with its sign. */
export function further(metres: number): string {
  return `+${distance(metres)}`;
}

const AN = /^[aeiou]/i;

/** What someone loses: `a library`, `a hall or a group`, `a place of these kinds`. */
export function oneOfKinds(kinds: readonly Kind[]): string {
  const names = kinds.map((kind) => kindOf(kind).label.toLowerCase());
  const withArticle = names.map((name) =>
    name === 'other place' ? 'another place' : `${AN.test(name) ? 'an' : 'a'} ${name}`,
  );
  return withArticle.length <= 2 ? withArticle.join(' or ') : 'a place of these kinds';
}

/** Several places of these kinds: `libraries`, `halls and groups`, `places of these kinds`. */
export function manyOfKinds(kinds: readonly Kind[]): string {
  const names = kinds.map((kind) => kindOf(kind).plural.toLowerCase());
  return names.length <= 2 ? names.join(' and ') : 'places of these kinds';
}

/** Fifths of risk, 1 lower to 5 higher. Words of people, never of places to be ashamed of. */
export const FIFTH_WORDS = [
  'Lowest fifth',
  'Second lowest',
  'Middle fifth',
  'Second highest',
  'Highest fifth',
] as const;

export function fifthWords(fifth: number | null): string {
  return fifth === null ? 'No score' : (FIFTH_WORDS[fifth - 1] ?? 'No score');
}

/** Who runs several places. The words of core are for one. */
export const RUN_BY_MANY: { readonly [runBy in keyof typeof RUN_BY]: string } = {
  council: 'the council',
  commissioned: 'another body, paid by the council',
  community: 'their community',
  independent: 'an independent body',
};

/** What happens to those people: `lose a library they can walk to`. */
export function lossWords(people: number, kinds: readonly Kind[]): string {
  return `${people === 1 ? 'loses' : 'lose'} ${oneOfKinds(kinds)} they can walk to`;
}
