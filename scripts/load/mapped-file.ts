import type { SourceFile } from './files/found-file.ts';
import type { CouncilAt } from './libraries/councils.ts';
import {
  type GroundBelow,
  type Listed,
  type Listing,
  type PostcodeAt,
  positionOfPostcode,
  saying,
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

/**
 * What a mapped file says. A row is placed by its position, else by its postcode; one that has neither known is listed
 * without a position on the map of the council that the mapping names. A UPRN alone gives no position: it is kept, and
 * used to match.
 */
export function mappedListings(
  rows: readonly MappedPlace[],
  mapping: Mapping,
  on: { readonly ground: GroundBelow; readonly postcodeAt: PostcodeAt; readonly councilAt: CouncilAt },
): Listed {
  const { id, url, licence } = sourceOf(mapping);
  let elsewhere = 0;
  const byKey = new Map<string, MappedPlace>();
  for (const row of rows) if (!byKey.has(row.key)) byKey.set(row.key, row);
  const listings = [...byKey.values()].flatMap(({ key, fields, postcode, asOf, basis }): Listing[] => {
    const position = fields.position ?? positionOfPostcode(postcode, on.postcodeAt);
    const council = position === null ? on.councilAt(mapping.council ?? '') : null;
    const at =
      position === null
        ? council && { ...council, outside: false }
        : whereaboutsOf(position, on.ground, fields.kind === 'library');
    if (at === null) {
      elsewhere += 1;
      return [];
    }
    const word: Word = { source: id, sourceDetail: url, asOf, basis, licence };
    const claims = saying(word, { ...fields, postcode, position, ...at, mobile: false });
    return [{ key, placeId: placeId(idSourceOf(mapping), key), claims }];
  });
  const twice = rows.length - byKey.size;
  return { listings, elsewhere, leftOut: twice === 0 ? {} : { 'listed twice': twice } };
}
