import { DISTRICT_CODE, DISTRICT_NAME, isCode, notACode } from './area-codes.ts';
import { editionIn, tableSource } from './table-source.ts';

export interface RegionOfDistrict {
  readonly districtCode: string;
  readonly regionCode: string;
  readonly regionName: string;
}

/** The region of each district of England. */
export const regionLookup = tableSource({
  source: 'ons-lookups-2024',
  what: 'the look-up from districts to regions',
  columns: {
    districtCode: DISTRICT_CODE,
    district: DISTRICT_NAME,
    regionCode: { is: [/^(rgn|region)\d\d(cd|code)$/] },
    regionName: { is: [/^(rgn|region)\d\d(nm|name)$/] },
  },
  without: [/^lsoa/, /^(wd|ward)\d\d/, /^(utla|ctyua|cty)\d\d(cd|code)$/],
  edition: editionIn(/^(lad|ltla)\d\d(cd|code)$/),
  row: ({ districtCode, regionCode, regionName }, fail): RegionOfDistrict | null => {
    if (!isCode(districtCode)) return fail('districtCode', notACode(districtCode));
    if (!isCode(regionCode)) return fail('regionCode', notACode(regionCode));
    return { districtCode, regionCode, regionName };
  },
});
