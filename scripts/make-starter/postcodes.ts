import { tidyPostcode } from '../load/postcode-text.ts';
import type { SharedFiles } from './shared-files.ts';

/** Code-Point Open comes by postcode area: these hold every postcode within 10 km of the patches. */
const POSTCODE_AREAS = 'b bd bn cv de hd hx le ln ls ng nn ol pe rh s sk tn wf ws';
export const POSTCODE_FILES = POSTCODE_AREAS.split(' ').map(
  (area) => `data/postcodes/codepoint_open_2014-08_${area}.csv.gz`,
);

/** The files have no header row of their own. */
const CODE_POINT_COLUMNS = ['PC', 'PQ', 'EA', 'NO', 'CY', 'RH', 'LH', 'CC', 'DC', 'WC'];

export interface Postcode {
  /** With one space before the last three: `LE10 0AA`. */
  readonly postcode: string;
  readonly easting: number;
  readonly northing: number;
  /** District as of August 2014. The districts loaded have kept their codes since. */
  readonly districtCode: string;
}

/** The postcodes near the patches, without those that have no position. */
export function readPostcodes(files: SharedFiles): Postcode[] {
  return POSTCODE_FILES.flatMap((path) =>
    files
      .table(path, ['PC', 'EA', 'NO', 'DC'], { header: CODE_POINT_COLUMNS })
      .filter((row) => Number(row.EA) > 0)
      .map((row) => ({
        postcode: tidyPostcode(row.PC),
        easting: Number(row.EA),
        northing: Number(row.NO),
        districtCode: row.DC,
      })),
  );
}
