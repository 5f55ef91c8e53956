import {
  DISTRICT_CODE,
  DISTRICT_NAME,
  isCode,
  isLsoa,
  LSOA_CODE,
  LSOA_NAME,
  notACode,
  WARD_NAME,
} from './area-codes.ts';
import { editionIn, tableSource } from './table-source.ts';

export interface AreaNames {
  readonly code: string;
  readonly name: string;
  readonly ward: string;
  readonly district: string;
  readonly districtCode: string;
}

/** Which ward and district an area lies in, by Office for National Statistics. */
export const wardLookup = tableSource({
  source: 'ons-lookups-2024',
  what: 'the look-up from areas (LSOA 2021) to wards and districts',
  columns: {
    code: LSOA_CODE,
    name: LSOA_NAME,
    ward: WARD_NAME,
    district: DISTRICT_NAME,
    districtCode: DISTRICT_CODE,
  },
  edition: editionIn(/^(lad|ltla)\d\d(cd|code)$/),
  row: (cells, fail): AreaNames | null => {
    if (!isLsoa(cells.code)) return fail('code', notACode(cells.code));
    if (!isCode(cells.districtCode)) return fail('districtCode', notACode(cells.districtCode));
    if (cells.name === '') return fail('name', 'The area has no name.');
    return { ...cells };
  },
});
