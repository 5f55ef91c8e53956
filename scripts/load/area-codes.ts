import type { ColumnMatcher } from './files/columns.ts';

/** How publishers name the columns of codes: Office for National Statistics (`LSOA21CD`) and the tidied files. */
export const LSOA_CODE: ColumnMatcher = { is: [/^lsoa(20)?21(cd|code)$/, 'LSOA code (2021)'] };
export const LSOA_NAME: ColumnMatcher = { is: [/^lsoa(20)?21(nm|name)$/, 'LSOA name (2021)'] };
export const WARD_NAME: ColumnMatcher = { is: [/^(wd|ward)\d\d(nm|name)$/] };
export const DISTRICT_CODE: ColumnMatcher = { is: [/^(lad|ltla)\d\d(cd|code)$/] };
export const DISTRICT_NAME: ColumnMatcher = { is: [/^(lad|ltla)\d\d(nm|name)$/] };

/** An LSOA of England or Wales. */
const LSOA = /^[EW]01\d{6}$/;
/** Any area of the United Kingdom's statistics offices. */
const ANY = /^[EWSNK]\d{8}$/;

export function isLsoa(code: string): boolean {
  return LSOA.test(code);
}

export function isEnglish(code: string): boolean {
  return code.startsWith('E');
}

export function isCode(code: string): boolean {
  return ANY.test(code);
}

/** For a row whose code is none. */
export function notACode(text: string): string {
  return `"${text.slice(0, 40)}" is not the code of an area. Nine characters are expected, such as E01025611.`;
}
