import { isEasting, isLatitude, isLongitude, isNorthing, numberIn, pairIn } from './cell-shapes.ts';
import { type CoordinateSystem, type Meaning, meaningLabel } from './meanings.ts';
import type { About, RowCells } from './read-cells.ts';
import type { SheetMapping, SheetRow } from './understanding.ts';

/** What is wrong with the coordinates of a row. */
export interface PositionFault {
  /** The column of the wrong number, or both where either may be. */
  readonly about: About;
  readonly problem: string;
  /** What to do, the beginning of a sentence. */
  readonly todo: string;
  /** They are left empty in the way of computers, with noughts: said only where nothing else says where it is. */
  readonly empty?: true;
}

export interface PositionRead {
  readonly at: SheetRow['at'];
  readonly fault: PositionFault | null;
}

/** The columns of the coordinates: two, or one with both in it. */
export function coordinateMeanings(cells: Pick<RowCells, 'has'>): readonly Meaning[] {
  if (cells.has('latitude')) return ['latitude', 'longitude'];
  return cells.has('easting') ? ['easting', 'northing'] : ['coordinates'];
}

/** Where a row says it is, in the words of the file's coordinate system. Null where it does not, or not in Britain. */
export function positionOf(
  cells: RowCells,
  { coordinates }: SheetMapping,
  note: (about: About, problem: string, todo: string) => void,
): PositionRead {
  const none = { at: null, fault: null };
  if (coordinates === 'none') return none;
  const meanings = coordinateMeanings(cells);
  const given = meanings.map((meaning) => cells.one(meaning));
  if (given.every((cell) => cell === '')) return none;
  const fault = (problem: string, todo: string, wrong: readonly number[] = [0, 1]): PositionRead => ({
    at: null,
    fault: { about: meanings.filter((_, at) => meanings.length === 1 || wrong.includes(at)), problem, todo },
  });
  const read = meanings.length === 1 ? pairIn(given[0] ?? '') : given.map(numberIn);
  const [one = null, other = null] = read ?? [];
  if (one === null || other === null) {
    const unread = [one, other].flatMap((value, at) => (value === null ? [at] : []));
    const [first = 0] = unread;
    if (unread.length === 2)
      return fault('The coordinates cannot be read.', 'Write them as two numbers', unread);
    return given[first] === ''
      ? fault(`${the(meanings, first)} is missing.`, 'Write it in', unread)
      : fault(`${the(meanings, first)} cannot be read.`, 'Write it as a number', unread);
  }
  if (one === 0 && other === 0) {
    const { at, fault: zeros } = fault('The coordinates are noughts.', 'Write them in');
    return { at, fault: zeros && { ...zeros, empty: true } };
  }
  const found = placed(one, other, coordinates === 'grid-swapped');
  if (found === null) {
    const wrong = wrongOf(one, other, coordinates);
    const [first = 0] = wrong;
    return wrong.length === 2 || meanings.length === 1
      ? fault(`The coordinates (${one}, ${other}) do not lie in Great Britain.`, 'Check them')
      : fault(
          `${the(meanings, first)} (${[one, other][first]}) does not lie in Great Britain.`,
          'Check it',
          wrong,
        );
  }
  if (found.system !== coordinates) {
    note(
      meanings,
      `The coordinates of this row are ${WORDS[found.system]}, unlike the other rows.`,
      'Nothing to do: they are read so. Check the pin on the map.',
    );
  }
  return { at: found.at, fault: null };
}

const the = (meanings: readonly Meaning[], at: number): string =>
  `The ${meaningLabel(meanings[at] ?? 'coordinates').toLowerCase()}`;

type System = Exclude<CoordinateSystem, 'none'>;

const WORDS: Readonly<Record<System, string>> = {
  degrees: 'degrees, latitude first',
  swapped: 'degrees the wrong way round',
  grid: 'metres of the National Grid',
  'grid-swapped': 'metres of the National Grid the wrong way round',
};

type Fits = (value: number) => boolean;
/** What the first number and the second have to be. */
const FITS: Readonly<Record<System, readonly [Fits, Fits]>> = {
  degrees: [isLatitude, isLongitude],
  swapped: [isLongitude, isLatitude],
  grid: [isEasting, isNorthing],
  'grid-swapped': [isNorthing, isEasting],
};

/** Which of two numbers is wrong, read as the file is or else in another way: that beside one which fits; else both. */
function wrongOf(one: number, other: number, system: System): readonly (0 | 1)[] {
  for (const [first, second] of [FITS[system], ...Object.values(FITS)]) {
    if (first(one) !== second(other)) return first(one) ? [1] : [0];
  }
  return [0, 1];
}

/**
 * Each row by itself. The ranges of the systems do not meet in Britain, but for the grid swapped: a row alone may be in
 * the sea as well.
 */
function placed(
  one: number,
  other: number,
  gridSwapped: boolean,
): { system: System; at: NonNullable<SheetRow['at']> } | null {
  if (isLatitude(one) && isLongitude(other)) return { system: 'degrees', at: { lat: one, lon: other } };
  if (isLatitude(other) && isLongitude(one)) return { system: 'swapped', at: { lat: other, lon: one } };
  if (isEasting(one) && isNorthing(other)) return { system: 'grid', at: { easting: one, northing: other } };
  if (gridSwapped && isEasting(other) && isNorthing(one))
    return { system: 'grid-swapped', at: { easting: other, northing: one } };
  return null;
}
