import { type Kind, kindOf } from '@kith/core/place/kinds';
import type { RUN_BY } from '@kith/core/place/run-by';
import { hoursOf, type Week } from '@kith/core/place/week';
import type { Baseline } from '@kith/core/reach/baseline';
import { opensAgainAt } from '@kith/core/scenario/opens-again';
import { RUN_BY_MANY } from './words.ts';

/** The columns of a baseline that say which places there are. Home points stay with the engine. */
export type PlaceColumns = Pick<Baseline, 'places' | 'weeks'>;

/** Tells a new place from a closed one that opens again. */
export type OpensAgain = ReturnType<typeof opensAgainAt>;

/** A place that can be cut in a scenario: open, and inside the map. */
export interface CutPlace {
  readonly id: string;
  readonly name: string;
  readonly kind: Kind;
  readonly district: string;
  readonly runBy: string | null;
  readonly operator: string | null;
  /** Known only to its village: closing it is answered by "between 0 and N". */
  readonly approximate: boolean;
  /** The hours it has; null where they are not known. */
  readonly week: Week | null;
  readonly easting: number;
  readonly northing: number;
  readonly lon: number;
  readonly lat: number;
}

/** The places that can be cut, by name. */
export const listPlaces = (columns: PlaceColumns): CutPlace[] => listOf(columns, 'open');

/** Whether a new place is a closed one of these columns that opens again, also one outside the map. */
export const opensAgainIn = ({ places }: Pick<PlaceColumns, 'places'>): OpensAgain =>
  opensAgainAt(
    places.id.flatMap((_, at) =>
      places.status[at] === 'closed'
        ? [
            {
              kind: places.kind[at] ?? 'other',
              easting: places.easting[at] ?? 0,
              northing: places.northing[at] ?? 0,
            },
          ]
        : [],
    ),
  );

/** Closed places inside the map that still have a position, by name: what can be thought open again. */
export const listClosed = (columns: PlaceColumns): CutPlace[] => listOf(columns, 'closed');

function listOf({ places, weeks }: PlaceColumns, status: 'open' | 'closed'): CutPlace[] {
  return places.id
    .flatMap((id, at): CutPlace[] => {
      if (places.status[at] !== status || places.outside[at] === true) return [];
      return [
        {
          id,
          name: places.name[at] ?? id,
          kind: places.kind[at] ?? 'other',
          district: places.district[at] ?? 'District not known',
          runBy: places.runBy[at] ?? null,
          operator: places.operator[at] ?? null,
          approximate: (places.spreadMetres[at] ?? 0) > 0,
          week: weeks[places.week[at] ?? -1] ?? null,
          easting: places.easting[at] ?? 0,
          northing: places.northing[at] ?? 0,
          lon: places.lon[at] ?? 0,
          lat: places.lat[at] ?? 0,
        },
      ];
    })
    .sort((a, b) => names.compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
}

/** Made once: there are some ten thousand names to sort on the map of all England. */
const names = new Intl.Collator('en-GB');

/** Places by district, districts by name. */
export function byDistrict(places: readonly CutPlace[]): { district: string; places: CutPlace[] }[] {
  const groups = new Map<string, CutPlace[]>();
  for (const place of places) {
    const group = groups.get(place.district);
    if (group) group.push(place);
    else groups.set(place.district, [place]);
  }
  return [...groups]
    .map(([district, members]) => ({ district, places: members }))
    .sort((a, b) => a.district.localeCompare(b.district, 'en-GB'));
}

/** Places whose name, district or operator holds every word asked for. No words: all of them. */
export function matching(places: readonly CutPlace[], asked: string): readonly CutPlace[] {
  const words = fold(asked).split(/\s+/).filter(Boolean);
  if (words.length === 0) return places;
  return places.filter((place) => {
    const text = searched.get(place) ?? fold(`${place.name} ${place.district} ${place.operator ?? ''}`);
    searched.set(place, text);
    return words.every((word) => text.includes(word));
  });
}

/** What is searched of a place, once it has been: every letter typed asks for it again. */
const searched = new WeakMap<CutPlace, string>();

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

/** Open places of these columns whose hours are not known: at a day and hour they are `perhaps`. Also those outside. */
export const hoursNotKnown = ({ places }: PlaceColumns): number =>
  places.id.filter((_, at) => places.status[at] === 'open' && (places.week[at] ?? null) === null).length;

/** Places open under so many hours of every week, fewest first. One whose hours are not known is never among them. */
export function openUnder(places: readonly CutPlace[], hours: number): CutPlace[] {
  const open = (place: CutPlace): number =>
    place.week === null ? Number.POSITIVE_INFINITY : hoursOf(place.week).everyWeek;
  return places.filter((place) => open(place) < hours).toSorted((a, b) => open(a) - open(b));
}

/** How a place reads in a list: its kind only where several kinds are shown. */
export function placeDetail(place: CutPlace, kinds: readonly Kind[]): string {
  const parts = [
    kinds.length > 1 ? kindOf(place.kind).label : null,
    place.approximate ? 'Exact spot not known' : null,
  ];
  return parts.filter(Boolean).join(' · ');
}
