import type { Source } from '@kith/core/source/source';
import { hasColumns } from './files/columns.ts';
import type { SourceFile } from './files/found-file.ts';
import { readTable } from './files/read-table.ts';
import { ACE_COLUMNS, type AceColumn, type AceLibrary, aceLibraryOf } from './libraries/ace-library.ts';
import { columnsOf } from './libraries/columns-of.ts';
import { dayWords } from './libraries/library-days.ts';
import {
  ACE_YEAR,
  operatorOf,
  organisationMailbox,
  runByOf,
  statutoryIn,
  yearLeftStatutory,
} from './libraries/library-facts.ts';
import { type LibraryGround, placeLibraries } from './libraries/place-libraries.ts';
import { denying, type Listed, type PostcodeAt, saying } from './listing.ts';
import { placeId, type Word } from './place-claims.ts';
import { foldedPostcode } from './postcode-text.ts';

export const ACE_SOURCE = 'ace-libraries-2023';
/** Without its year: a later list must not change the ids. */
export const LIBRARY_IDS = 'libraries';

/** What columns are called in the workbook of the Arts Council, where that differs from the short names. */
const LONG_NAMES: Partial<Record<AceColumn, readonly (string | RegExp)[]>> = {
  name: ['Library name'],
  address1: ['Address 1'],
  address2: ['Address 2'],
  authority: ['Upper tier local authority', 'Local authority'],
  uprn: ['Unique property reference number'],
  type: ['Type of library'],
  operation_23: [/^(typeof)?operation.*2023$/],
  closed: ['Year closed'],
  opened: ['Year opened'],
  email: ['Email address', 'Contact email'],
  hours: ['Total hours', 'Opening hours per week'],
  staffed_hours: ['Staffed hours per week'],
};
const COLUMNS = columnsOf(ACE_COLUMNS, (column) => {
  const year = /^statutory_(\d\d)$/.exec(column)?.[1];
  const long = year === undefined ? (LONG_NAMES[column] ?? []) : [new RegExp(`^statutory.*20${year}$`)];
  return { is: [column, ...long], optional: column.startsWith('co_located') || column === 'email' };
});

/** A row, with its number in the file (the header is row 1). */
export type AceRow = AceLibrary & { readonly row: number };

/** Every public library in England since 2010: the Arts Council's basic dataset. */
export const aceLibraries: SourceFile<AceRow> = {
  source: ACE_SOURCE,
  what: 'the list of libraries of Arts Council England',
  recognise: (head) => hasColumns(head, COLUMNS),
  async *read(file, reject) {
    for await (const rows of readTable(file, COLUMNS, reject)) {
      yield rows.flatMap(({ row, cells }) => {
        if (cells.name.trim() !== '') return [{ row, ...aceLibraryOf(cells, null) }];
        reject({
          row,
          column: 'name',
          problem: 'The library has no name. Put its name in, or take the row out.',
        });
        return [];
      });
    }
  },
};

export interface AcePosition {
  readonly postcode: string;
  readonly easting: number;
  readonly northing: number;
}
const PLACED = {
  postcode: { is: ['postcode'] },
  easting: { is: ['easting'] },
  northing: { is: ['northing'] },
  quality: { is: ['pc_quality'] },
  operation: { is: ['operation_23'] },
} as const;

/** The same list placed by postcode. Only its positions are read: they fill in for postcodes newer than Code-Point. */
export const acePositions: SourceFile<AcePosition> = {
  source: ACE_SOURCE,
  what: 'the list of libraries of Arts Council England, placed by postcode',
  recognise: (head) => hasColumns(head, PLACED),
  async *read(file, reject) {
    for await (const rows of readTable(file, PLACED, reject)) {
      yield rows.flatMap(({ cells }) => {
        const [easting, northing] = [Math.round(Number(cells.easting)), Math.round(Number(cells.northing))];
        const postcode = foldedPostcode(cells.postcode);
        return postcode !== '' && easting > 0 && northing > 0 ? [{ postcode, easting, northing }] : [];
      });
    }
  },
};

/** Looks up the positions of the companion file. */
export function positionsOf(rows: readonly AcePosition[]): PostcodeAt {
  const known = new Map(rows.map((row) => [row.postcode, row]));
  return (folded) => known.get(folded) ?? null;
}

/**
 * What the Arts Council's list says. It is the library services' own return for its year, so it counts as checked.
 * Prison libraries, archives and local history libraries are left out.
 * @param positions what the companion file has, for postcodes that `on` does not know
 */
export function aceListings(
  rows: readonly AceLibrary[],
  positions: PostcodeAt,
  on: LibraryGround,
  source: Source,
): Listed {
  const word: Word = {
    source: source.id,
    sourceDetail: source.url,
    asOf: source.vintage,
    basis: 'checked',
    licence: source.licence,
  };
  const postcodeAt: PostcodeAt = (folded) => on.postcodeAt(folded) ?? positions(folded);
  const { placed, ...rest } = placeLibraries(
    rows.map((ace) => ({ from: ace, own: { ace, schema: null }, type: ace.type })),
    { ...on, postcodeAt },
  );
  const listings = placed.map(({ from: ace, key, ...at }) => {
    const closed = at.status === 'closed';
    const own = { ace, schema: null };
    const runBy = runByOf(own);
    const statutory = statutoryIn(ace, ACE_YEAR);
    const claims = saying(word, {
      name: at.name,
      kind: 'library',
      status: at.status,
      position: at.position,
      address: at.address,
      postcode: at.postcode,
      district: at.district,
      patch: at.patch,
      outside: at.outside,
      mobile: at.mobile,
      yearClosed: at.yearClosed,
      yearOpened: ace.yearOpened,
      statutory: statutory === '' ? null : statutory === 'yes',
      yearLeftStatutory: yearLeftStatutory(ace, at.yearClosed),
      runBy,
      operator: operatorOf(own, runBy),
      email: closed ? '' : organisationMailbox(ace.email, ace.name),
      uprn: at.mobile ? '' : ace.uprn,
      when: closed ? '' : dayWords(ace.days),
      coLocatedWith: ace.coLocated,
      notes: at.notes,
    });
    // Said outright, because another list may keep hours from before it closed, or an older year of closing.
    const not = closed ? denying(word, ['openingHours', 'when', 'website', 'email']) : [];
    const stands = at.status === 'open' ? denying(word, ['yearClosed']) : [];
    return { key, placeId: placeId(LIBRARY_IDS, key), claims: [...claims, ...not, ...stands] };
  });
  return { listings, ...rest };
}
