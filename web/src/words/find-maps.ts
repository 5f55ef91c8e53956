import type { Patch } from '@kith/core/area/patch';
import { EVERYWHERE } from '@kith/core/area/patches';

/** A map that answers what was typed. `via` is the district it was found by, where that is not its own name. */
export interface FoundMap {
  readonly map: Patch;
  readonly via: string | null;
}

/** Small letters without accents or signs: "Brighton & Hove" and "brighton and hove" are one. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('&', 'and')
    .replace(/[^a-z0-9 ]+/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Whether two names are one, however they are written. */
export const sameName = (one: string, other: string): boolean => plain(one) === plain(other);

/** 0 begins so, 1 a word of it begins so, 2 holds it somewhere, null does not. */
function closeness(name: string, asked: string): number | null {
  if (name.startsWith(asked)) return 0;
  if (name.includes(` ${asked}`)) return 1;
  return name.includes(asked) ? 2 : null;
}

/** The maps whose name, or one of whose districts, holds what was typed: the best fit first, then by name. */
export function findMaps(words: string, maps: readonly Patch[]): readonly FoundMap[] {
  const asked = plain(words);
  if (asked === '') return maps.map((map) => ({ map, via: null }));
  return maps
    .flatMap((map): readonly (FoundMap & { readonly rank: number })[] => {
      const own = closeness(plain(map.name), asked);
      if (own !== null) return [{ map, via: null, rank: own }];
      // All England holds every district: found by one of them it would stand before its own map.
      if (map.id === EVERYWHERE) return [];
      const district = map.districts.find((each) => closeness(plain(each.name), asked) !== null);
      return district ? [{ map, via: district.name, rank: 3 }] : [];
    })
    .toSorted((a, b) => a.rank - b.rank || a.map.name.localeCompare(b.map.name, 'en-GB'))
    .map(({ map, via }) => ({ map, via }));
}

export interface MapGroup {
  readonly letter: string;
  readonly found: readonly FoundMap[];
}

/** By first letter, as in the index of an atlas. The maps come in the order of their names. */
export function byLetter(found: readonly FoundMap[]): readonly MapGroup[] {
  const groups = new Map<string, FoundMap[]>();
  for (const each of found) {
    const letter = each.map.name.charAt(0).toUpperCase();
    groups.set(letter, [...(groups.get(letter) ?? []), each]);
  }
  return [...groups].map(([letter, maps]) => ({ letter, found: maps }));
}
