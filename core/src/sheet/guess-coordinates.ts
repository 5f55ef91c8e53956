import { isEasting, isLatitude, isLongitude, isNorthing, numberIn, pairIn } from './cell-shapes.ts';
import type { CoordinateSystem, Meaning } from './meanings.ts';
import type { Cells, Guess } from './understanding.ts';

/** Which numbers the coordinates are, and which comes first, by where they would lie. */
export function guessCoordinates(
  meanings: readonly Meaning[],
  body: Cells,
): Guess & { system: CoordinateSystem } {
  const pairs: (readonly [number, number])[] = [];
  const at = (meaning: Meaning) => meanings.indexOf(meaning);
  const two =
    at('latitude') >= 0 && at('longitude') >= 0
      ? [at('latitude'), at('longitude')]
      : at('easting') >= 0 && at('northing') >= 0
        ? [at('easting'), at('northing')]
        : null;
  for (const row of body) {
    if (two !== null) {
      const [one, other] = [numberIn(row[two[0] ?? 0] ?? ''), numberIn(row[two[1] ?? 0] ?? '')];
      if (one !== null && other !== null && (one !== 0 || other !== 0)) pairs.push([one, other]);
    } else if (at('coordinates') >= 0) {
      const pair = pairIn(row[at('coordinates')] ?? '');
      if (pair !== null) pairs.push(pair);
    }
  }
  if (pairs.length === 0)
    return {
      system: 'none',
      sure: 'certain',
      why: 'No column holds coordinates: postcodes and villages say where.',
    };
  const share = (fits: (one: number, other: number) => boolean) =>
    pairs.filter(([one, other]) => fits(one, other)).length / pairs.length;
  const found: readonly (readonly [CoordinateSystem, number, string])[] = [
    [
      'degrees',
      share((one, other) => isLatitude(one) && isLongitude(other)),
      'They are degrees in Great Britain, latitude first.',
    ],
    [
      'swapped',
      share((one, other) => isLatitude(other) && isLongitude(one)),
      'Read as headed they would lie in the sea off Africa; the other way round they lie in Great Britain.',
    ],
    [
      'grid',
      share((one, other) => isEasting(one) && isNorthing(other)),
      'They are metres of the British National Grid.',
    ],
    [
      'grid-swapped',
      share((one, other) => isEasting(other) && isNorthing(one) && !isNorthing(other)),
      'Read as headed they would lie in the sea; the other way round they lie in Great Britain.',
    ],
  ];
  const best = found.reduce((one, other) => (other[1] > one[1] ? other : one));
  if (best[1] < 0.5)
    return { system: 'none', sure: 'unsure', why: 'The numbers are not coordinates in Great Britain.' };
  const [system, sure, why] = best;
  const inGrid = system === 'degrees' || system === 'grid' || two !== null;
  const words =
    system === 'swapped' && two === null ? 'They are degrees in Great Britain, longitude first.' : why;
  return { system, sure: sure >= 0.95 && inGrid ? 'certain' : 'likely', why: words };
}
