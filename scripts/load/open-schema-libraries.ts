import { addressKey, compareAddresses } from '@kith/core/place/match/address-key';
import type { Source } from '@kith/core/source/source';
import { LIBRARY_IDS } from './ace-libraries.ts';
import { hasColumns } from './files/columns.ts';
import type { SourceFile } from './files/found-file.ts';
import { readTable } from './files/read-table.ts';
import type { AceLibrary } from './libraries/ace-library.ts';
import { columnsOf } from './libraries/columns-of.ts';
import { operatorOf, organisationMailbox, runByOf, statusOf } from './libraries/library-facts.ts';
import { clockHours } from './libraries/library-hours.ts';
import { joinLibraries } from './libraries/library-join.ts';
import { libraryNotes } from './libraries/library-notes.ts';
import {
  OPEN_SCHEMA_COLUMNS,
  type OpenSchemaColumn,
  type OpenSchemaLibrary,
  openSchemaLibraryOf,
} from './libraries/open-schema-library.ts';
import { type LibraryGround, placeLibraries } from './libraries/place-libraries.ts';
import { denying, type Listed, saying } from './listing.ts';
import { placeId, type Word } from './place-claims.ts';

export const OPEN_SCHEMA_SOURCE = 'libraries-open-schema-2025';

const NEEDED: readonly OpenSchemaColumn[] = [
  'Local authority',
  'Library name',
  'Postcode',
  'Type of library',
  'Year closed',
];
const COLUMNS = columnsOf(OPEN_SCHEMA_COLUMNS, (column) => ({
  is: [column],
  optional: !NEEDED.includes(column),
}));
/** Tells it from other lists: no other has a column for each day's staffed hours. */
const MARK = { ...COLUMNS, hours: { is: ['Monday staffed hours'] } };

/** A row, with its number in the file (the header is row 1). */
export type OpenSchemaRow = OpenSchemaLibrary & { readonly row: number };

/** Libraries in the open schema of Libraries Hacked, of one council or of the whole country. */
export const openSchemaLibraries: SourceFile<OpenSchemaRow> = {
  source: OPEN_SCHEMA_SOURCE,
  what: 'a list of libraries in the libraries open schema',
  rolling: true,
  recognise: (head) => hasColumns(head, MARK),
  async *read(file, reject) {
    for await (const rows of readTable(file, COLUMNS, reject)) {
      yield rows.flatMap(({ row, cells }) => {
        if (cells['Library name'].trim() !== '') return [{ row, ...openSchemaLibraryOf(cells) }];
        const problem = 'The library has no name. Put its name in, or take the row out.';
        reject({ row, column: 'Library name', problem });
        return [];
      });
    }
  },
};

/**
 * What the open-schema file says. Its rows carry no date and some are years older than the file, so it shows where
 * nobody else says anything; but that a library closed in a year was said in that year or later. And where it gives
 * the address of the Arts Council's row another postcode, where it stands is said as of the file (`givesOtherPostcode`).
 * @param beside the Arts Council's list: clock hours that its words gainsay are left out, with a note
 */
export function openSchemaListings(
  rows: readonly OpenSchemaLibrary[],
  beside: readonly AceLibrary[],
  on: LibraryGround,
  source: Source,
): Listed {
  const { id, url, licence } = source;
  const word: Word = { source: id, sourceDetail: url, asOf: null, basis: 'undated', licence };
  const aceOf = new Map(joinLibraries(beside, rows).map(({ ace, schema }) => [schema, ace]));
  const { placed, ...rest } = placeLibraries(
    rows.map((schema) => ({
      from: { schema, ace: aceOf.get(schema) ?? null },
      own: { ace: null, schema },
      type:
        aceOf.get(schema)?.type ??
        (/^mobile|mobile library/i.test(schema.name) ? 'mobile library' : 'static library'),
    })),
    on,
  );
  const listings = placed.map(({ from: { schema, ace }, key, ...at }) => {
    const closed = at.status === 'closed';
    const own = { ace: null, schema };
    const runBy = runByOf(own);
    const clock = clockHours(closed || at.mobile ? [] : schema.hours, schema.notes, ace?.days ?? []);
    const both = { ace, schema };
    const known = { status: statusOf(both).status, mobile: false, clock };
    // Where the other list has the building open still, its page must not say that the open one is elsewhere.
    const earlier = closed && known.status === 'open' ? '' : at.notes;
    const notes = [earlier, ace === null ? clock.doubt : libraryNotes(both, known)].filter(Boolean).join(' ');
    const closing: Word =
      at.yearClosed === null ? word : { ...word, asOf: String(at.yearClosed), basis: 'published' };
    const placed: Word =
      at.position !== null && ace !== null && givesOtherPostcode(schema, ace)
        ? { ...word, asOf: source.vintage, basis: 'published' }
        : word;
    const claims = [
      ...saying(closing, { status: at.status, yearClosed: at.yearClosed }),
      ...saying(word, {
        name: at.name,
        kind: 'library',
        address: at.address,
        mobile: at.mobile,
        yearOpened: schema.yearOpened,
        statutory: /^(yes|no)$/.test(schema.statutory) ? schema.statutory === 'yes' : null,
        runBy,
        operator: operatorOf(own, runBy),
        email: closed ? '' : organisationMailbox(schema.email, schema.name),
        website: closed || !URL.canParse(schema.website) ? '' : schema.website,
        uprn: at.mobile ? '' : schema.uprn,
        openingHours: clock.openingHours,
        coLocatedWith: schema.coLocated,
        notes,
      }),
      ...saying(placed, {
        position: at.position,
        postcode: at.postcode,
        district: at.district,
        patch: at.patch,
        outside: at.outside,
      }),
      // The other postcode may lie in a district; this one lies in none that is loaded.
      ...(placed.asOf !== null && at.district === '' ? denying(placed, ['district']) : []),
    ];
    return { key, placeId: placeId(LIBRARY_IDS, key), claims };
  });
  return { listings, ...rest };
}

/**
 * One address with two postcodes, of which one is a slip: the later list is followed, as in data/starter. In 2023 the
 * Arts Council's slips put libraries up to 37 km off. It errs where the slip is in the open schema or its code is an
 * older one, by a few hundred metres. Two addresses are two buildings: there the checked row keeps its own postcode.
 */
function givesOtherPostcode(schema: OpenSchemaLibrary, ace: AceLibrary): boolean {
  if (ace.postcode === '' || schema.postcode === '' || ace.postcode === schema.postcode) return false;
  const [one, other] = [schema, ace].map(({ address }) => addressKey(address.join(', ')));
  if (one === undefined || other === undefined) return false;
  const found = compareAddresses(one, other);
  return found === 'door' || found === 'street';
}
