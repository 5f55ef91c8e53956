import type { Ring } from '../../../map/types.ts';
import { whole } from '../../../words/area-words.ts';
import { type CutPlace, matching } from '../cut-places.ts';
import { between } from '../words.ts';

/** A place and the people who would have no other within reach if it alone closed. */
export interface Alone {
  readonly place: CutPlace;
  readonly people: number;
  /** The same as streets run straighter or less. */
  readonly least: number;
  readonly most: number;
}

/** The doubt about that count: `between 1,100 and 1,340`. */
export const aloneBetween = ({ people, least, most }: Pick<Alone, 'people' | 'least' | 'most'>): string =>
  between({ least, middle: people, most });

/** The headings of the list, each with what it can be sorted by: the district stands beneath the name. */
export const ALONE_HEADS = [
  [
    { id: 'name', label: 'Place' },
    { id: 'district', label: 'District' },
  ],
  [{ id: 'people', label: 'People' }],
  [{ id: 'share', label: 'Share' }],
] as const;
export type AloneColumn = (typeof ALONE_HEADS)[number][number]['id'];
export interface AloneSort {
  readonly column: AloneColumn;
  readonly up: boolean;
}

/** The next sort when a heading is pressed: numbers start from the most, words from A; pressed again it turns. */
export const sortAlone = (sort: AloneSort, column: AloneColumn): AloneSort =>
  sort.column === column
    ? { column, up: !sort.up }
    : { column, up: column === 'name' || column === 'district' };

/** The rows that answer the words typed, in the order asked for; ties by name. */
export function aloneRows(all: readonly Alone[], { column, up }: AloneSort, asked: string): readonly Alone[] {
  const found = new Set(
    matching(
      all.map(({ place }) => place),
      asked,
    ),
  );
  const sign = up ? 1 : -1;
  const byName = (a: Alone, b: Alone): number => a.place.name.localeCompare(b.place.name, 'en-GB');
  return all
    .filter(({ place }) => found.has(place))
    .sort((a, b) => {
      if (column === 'name') return sign * byName(a, b);
      if (column === 'district') {
        return sign * a.place.district.localeCompare(b.place.district, 'en-GB') || byName(a, b);
      }
      return sign * (a.people - b.people) || byName(a, b);
    });
}

/** Each number is a picture of its own: of all England only those with most people are drawn. */
export const MOST_RINGS = 300;

/** Each place as a ring with its people in it; of many, those with most people. */
export const aloneRings = (all: readonly Alone[]): readonly Ring[] =>
  [...all]
    .sort((a, b) => b.people - a.people)
    .slice(0, MOST_RINGS)
    .map(({ place, people }) => ({
      id: place.id,
      name: `${place.name}: ${whole(people)} have no other`,
      lon: place.lon,
      lat: place.lat,
      words: whole(people),
      size: people,
      look: 'alone',
    }));
