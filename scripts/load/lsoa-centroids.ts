import { isLsoa, LSOA_CODE, notACode } from './area-codes.ts';
import { numberIn } from './cell-number.ts';
import { tableSource } from './table-source.ts';

export interface Centroid {
  readonly code: string;
  /** Metres of the National Grid, with their decimals. */
  readonly easting: number;
  readonly northing: number;
}

/** Where the people of an area are on average: the population-weighted centroid, by Office for National Statistics. */
export const lsoaCentroids = tableSource({
  source: 'ons-lsoa21-centroids',
  what: 'the population-weighted centroids of areas (LSOA 2021)',
  columns: {
    code: LSOA_CODE,
    x: { is: ['x', 'BNG_E', 'easting', 'eastings'] },
    y: { is: ['y', 'BNG_N', 'northing', 'northings'] },
  },
  row: ({ code, x, y }, fail): Centroid | null => {
    if (!isLsoa(code)) return fail('code', notACode(code));
    const [easting, northing] = [numberIn(x), numberIn(y)];
    if (easting === null || !(easting > 0 && easting < 700_000)) return fail('x', notOnGrid(x));
    if (northing === null || !(northing > 0 && northing < 1_300_000)) return fail('y', notOnGrid(y));
    return { code, easting, northing };
  },
});

function notOnGrid(text: string): string {
  return `"${text.slice(0, 40)}" is not in metres of the British National Grid.`;
}
