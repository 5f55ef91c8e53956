import { DISTRICT_CODE, DISTRICT_NAME, isCode, notACode } from './area-codes.ts';
import { editionIn, tableSource } from './table-source.ts';

export interface AuthorityOfDistrict {
  readonly districtCode: string;
  readonly authorityCode: string;
  readonly authorityName: string;
}

/**
 * The upper-tier authority of each district: its county, else itself. The look-up to counties alone does as well:
 * a district that it leaves out is an authority of its own.
 */
export const authorityLookup = tableSource({
  source: 'ons-lookups-2024',
  what: 'the look-up from districts to counties and other upper-tier authorities',
  columns: {
    districtCode: DISTRICT_CODE,
    district: DISTRICT_NAME,
    authorityCode: { is: [/^(utla|ctyua|cty)\d\d(cd|code)$/] },
    authorityName: { is: [/^(utla|ctyua|cty)\d\d(nm|name)$/] },
  },
  without: [/^lsoa/, /^(wd|ward)\d\d/],
  edition: editionIn(/^(lad|ltla)\d\d(cd|code)$/),
  row: ({ districtCode, authorityCode, authorityName }, fail): AuthorityOfDistrict | null => {
    if (!isCode(districtCode)) return fail('districtCode', notACode(districtCode));
    if (!isCode(authorityCode)) return fail('authorityCode', notACode(authorityCode));
    return { districtCode, authorityCode, authorityName };
  },
});
