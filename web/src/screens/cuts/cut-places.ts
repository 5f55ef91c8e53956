import { type Kind, kindOf } from '@kith/core/place/kinds';
import type { RUN_BY } from '@kith/core/place/run-by';
import type { Baseline } from '@kith/core/reach/baseline';
import { RUN_BY_MANY } from './words.ts';

/** A place that can be closed in a scenario: open, and inside the map. */
export interface CutPlace {
  readonly id: string;
  readonly name: string;
  readonly kind: Kind;
  readonly district: string;
  readonly runBy: string | null;
  readonly operator: string | null;
  /** Known only to its village: closing it is answered by "between 0 and N". */
  readonly approximate: boolean;
  readonly lon: number;
  readonly lat: number;
}

/** The places that can be closed, by name. */
export function listPlaces({ places }: Baseline): CutPlace[] {
  return places.id
    .flatMap((id, at): CutPlace[] => {
      if (places.status[at] !== 'open' || places.outside[at] === true) return [];
      return [
        {
          id,
          name: places.name[at] ?? id,
          kind: places.kind[at] ?? 'other',
          district: places.district[at] ?? 'District not known',
          runBy: places.runBy[at] ?? null,
          operator: places.operator[at] ?? null,
          approximate: (places.spreadMetres[at] ?? 0) > 0,
          lon: places.lon[at] ?? 0,
          lat: places.lat[at] ?? 0,
        },
      ];
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'en-GB') || (a.id < b.id ? -1 : 1));
}

/** Places by district, districts by name. */
export function byDistrict(places: readonly CutPlace[]): { district: string; places: CutPlace[] }[] {
  const groups = new Map<string, CutPlace[]>();
  for (const place of places) groups.set(place.district, [...(groups.get(place.district) ?? []), place]);
  return [...groups]
    .map(([district, members]) => ({ district, places: members }))
    .sort((a, b) => a.district.localeCompare(b.district, 'en-GB'));
}

/** Places whose name, district or operator holds every word asked for. No words: all of them. */
export function matching(places: readonly CutPlace[], asked: string): readonly CutPlace[] {
  const words = fold(asked).split(/\s+/).filter(Boolean);
  if (words.length === 0) return places;
  return places.filter((place) => {
    const text = fold(`${place.name} ${place.district} ${place.operator ?? ''}`);
    return words.every((word) => text.includes(word));
  });
}

const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f’']/g, '')
    .toLowerCase();

/** "All libraries run by their community": a set of places that share who runs them. */
export interface RunByChoice {
  readonly key: string;
  readonly words: string;
  readonly ids: readonly string[];
}

/** Every way to close all places run by someone, most places first within each of the two lists. */
export function runByChoices(places: readonly CutPlace[], plural: string): RunByChoice[] {
  const collect = (
    prefix: string,
    of: (place: CutPlace) => string | null,
    name: (value: string) => string,
  ) => {
    const groups = new Map<string, string[]>();
    for (const place of places) {
      const value = of(place);
      if (value) groups.set(value, [...(groups.get(value) ?? []), place.id]);
    }
    return [...groups]
      .map(([value, ids]) => ({
        key: `${prefix}:${value}`,
        words: `All ${plural} run by ${name(value)} (${ids.length})`,
        ids,
      }))
      .sort((a, b) => b.ids.length - a.ids.length || a.words.localeCompare(b.words, 'en-GB'));
  };
  const kinds = collect(
    'by',
    (place) => place.runBy,
    (slug) => RUN_BY_MANY[slug as keyof typeof RUN_BY] ?? slug,
  );
  const operators = collect(
    'operator',
    (place) => place.operator,
    (name) => name,
  );
  const same = (a: readonly string[], b: readonly string[]) =>
    a.length === b.length && a.every((id) => b.includes(id));
  return [...kinds, ...operators.filter((choice) => !kinds.some((kind) => same(kind.ids, choice.ids)))];
}

/** How a place reads in a list: its kind only where several kinds are shown. */
export function placeDetail(place: CutPlace, kinds: readonly Kind[]): string {
  const parts = [
    kinds.length > 1 ? kindOf(place.kind).label : null,
    place.approximate ? 'Exact spot not known' : null,
  ];
  return parts.filter(Boolean).join(' · ');
}
