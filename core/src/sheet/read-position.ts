import { isEasting, isLatitude, isLongitude, isNorthing, numberIn, pairIn } from './cell-shapes.ts';
import type { Meaning } from './meanings.ts';
import type { RowCells } from './read-cells.ts';
import type { SheetMapping, SheetRow } from './understanding.ts';

/** Where a row says it is, in the words of the file's coordinate system. Null where it does not, or not in Britain. */
export function positionOf(
  cells: RowCells,
  mapping: SheetMapping,
  note: (meaning: Meaning, problem: string, todo: string) => void,
): SheetRow['at'] {
  const { coordinates } = mapping;
  if (coordinates === 'none') return null;
  const headed: readonly [Meaning, Meaning] = cells.has('latitude')
    ? ['latitude', 'longitude']
    : ['easting', 'northing'];
  const meaning: Meaning = cells.has(headed[0]) ? headed[0] : 'coordinates';
  const given =
    meaning === 'coordinates' ? cells.one('coordinates') : `${cells.one(headed[0])}${cells.one(headed[1])}`;
  if (given === '') return null;
  const pair =
    meaning === 'coordinates'
      ? pairIn(given)
      : [numberIn(cells.one(headed[0])), numberIn(cells.one(headed[1]))];
  const [one, other] = pair ?? [null, null];
  if (one === undefined || other === undefined || one === null || other === null) {
    note(
      meaning,
      'The coordinates cannot be read.',
      'Write them as two numbers, or leave them: the postcode then says where it is.',
    );
    return null;
  }
  if (one === 0 && other === 0) return null;
  const found = placed(one, other, coordinates === 'grid-swapped');
  if (found === null) {
    note(
      meaning,
      `The coordinates (${one}, ${other}) do not lie in Great Britain.`,
      'Check them, or leave them: the postcode then says where it is.',
    );
    return null;
  }
  if (found.system !== coordinates) {
    note(
      meaning,
      `The coordinates of this row are ${WORDS[found.system]}, unlike the other rows.`,
      'Nothing to do: they are read so. Check the pin on the map.',
    );
  }
  return found.at;
}

const WORDS = {
  degrees: 'degrees, latitude first',
  swapped: 'degrees the wrong way round',
  grid: 'metres of the National Grid',
  'grid-swapped': 'metres of the National Grid the wrong way round',
};

/**
 * Each row by itself. The ranges of the systems do not meet in Britain, but for the grid swapped: a row alone may be in
 * the sea as well.
 */
function placed(
  one: number,
  other: number,
  gridSwapped: boolean,
): { system: keyof typeof WORDS; at: NonNullable<SheetRow['at']> } | null {
  if (isLatitude(one) && isLongitude(other)) return { system: 'degrees', at: { lat: one, lon: other } };
  if (isLatitude(other) && isLongitude(one)) return { system: 'swapped', at: { lat: other, lon: one } };
  if (isEasting(one) && isNorthing(other)) return { system: 'grid', at: { easting: one, northing: other } };
  if (gridSwapped && isEasting(other) && isNorthing(one))
    return { system: 'grid-swapped', at: { easting: other, northing: one } };
  return null;
}
