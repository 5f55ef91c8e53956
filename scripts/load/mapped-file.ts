import type { Reject, SourceFile } from './files/found-file.ts';
import type { CouncilAt } from './libraries/councils.ts';
import {
  type GroundBelow,
  type Listed,
  type Listing,
  type Listings,
  oneByOne,
  type Position,
  type PostcodeAt,
  positionOfPostcode,
  saying,
  type Whereabouts,
  whereaboutsOf,
} from './listing.ts';
import { type MappedPlace, placeOf } from './mapped/mapped-place.ts';
import { fitsMapping, mappedRows } from './mapped/mapped-rows.ts';
import { idSourceOf, type Mapping, sourceOf } from './mapped/mapping.ts';
import { placeId, type Word } from './place-claims.ts';

/** Any table (CSV, TSV, XLSX) or GeoJSON that a mapping describes. */
export function mappedFile(mapping: Mapping): SourceFile<MappedPlace> {
  return {
    source: mapping.source.id,
    what: `${mapping.source.title} (by its mapping)`,
    recognise: (head) => fitsMapping(head, mapping),
    async *read(file, reject) {
      for await (const rows of mappedRows(file, mapping, reject)) {
        yield rows.flatMap((row) => placeOf(row, mapping, reject) ?? []);
      }
    },
  };
}

interface MappedGround {
  readonly ground: GroundBelow;
  readonly postcodeAt: PostcodeAt;
  readonly councilAt: CouncilAt;
  /** True where it is sure that there is no such postcode, here or elsewhere. */
  readonly isNoPostcode?: (postcode: string) => boolean;
}

/**
 * What a mapped file says. A row is placed by its position, else by its postcode; one that has neither known is listed
 * without a position on the map of the council that the mapping names. A UPRN alone gives no position: it is kept, and
 * used to match.
 */
export function mappedListings(
  rows: readonly MappedPlace[],
  mapping: Mapping,
  on: MappedGround,
  reject: Reject = () => {},
): Listed<Listings> {
  const { id, url, licence } = sourceOf(mapping);
  let elsewhere = 0;
  const byKey = new Map<string, MappedPlace>();
  let twice = 0;
  for (const row of rows) {
    const first = byKey.get(row.key);
    if (first === undefined) byKey.set(row.key, row);
    else if (first.said === row.said) twice += 1;
    else reject({ row: row.row, column: mapping.key.join(', '), problem: alike(row, first) });
  }
  const here: Here[] = [];
  for (const row of byKey.values()) {
    const { fields, postcode } = row;
    const position = fields.position ?? positionOfPostcode(postcode, on.postcodeAt);
    const council = position === null ? on.councilAt(mapping.council ?? '') : null;
    const at =
      position === null
        ? council && { ...council, outside: false }
        : whereaboutsOf(position, on.ground, fields.kind === 'library');
    if (at === null && position === null && on.isNoPostcode?.(postcode) === true) {
      reject({ row: row.row, column: mapping.postcode ?? null, problem: noPostcode(postcode) });
    } else if (at === null) elsewhere += 1;
    else here.push({ row, position, at });
  }
  const listings = oneByOne(
    here,
    ({ row: { key, fields, postcode, asOf, basis }, position, at }): Listing => {
      const word: Word = { source: id, sourceDetail: url, asOf, basis, licence };
      const claims = saying(word, { ...fields, postcode, position, ...at, mobile: false });
      return { key, placeId: placeId(idSourceOf(mapping), key), claims };
    },
  );
  return { listings, elsewhere, leftOut: twice === 0 ? {} : { 'listed twice': twice } };
}

interface Here {
  readonly row: MappedPlace;
  readonly position: Position | null;
  readonly at: Whereabouts;
}

function noPostcode(postcode: string): string {
  return `The postcode ${postcode} is not known. Correct it, give the row a position, or name the council in the mapping.`;
}

function alike(row: MappedPlace, first: MappedPlace): string {
  return `The key "${row.said.slice(0, 60)}" differs from that of row ${first.row} in its marks or spaces only, so the two cannot be told apart. Give one of them another key.`;
}
