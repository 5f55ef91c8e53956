import type { Kind } from '../place/kinds.ts';
import { plainWords } from '../place/match/plain-words.ts';
import { type Listing, type ReadListing, readListing } from '../place/match.ts';
import { isGeneric, namesOf, qualifiersIn, typesIn } from './row-names.ts';

/** One way a listing's name may be written, taken apart. */
export interface Way {
  readonly listing: Listing;
  /** The listing as one of this kind. */
  readonly as: (kind: Kind) => ReadListing;
  readonly plain: string;
  readonly generic: boolean;
  readonly types: ReadonlySet<string>;
  readonly qualifiers: ReadonlySet<string>;
}

/** A listing with its words taken apart in each way its name may be written: once for many comparisons. */
export type RowListing = readonly Way[];

export function readRowListing(listing: Listing): RowListing {
  const ways = namesOf(listing.name, listing.kind).map((name) => wayOf({ ...listing, name }));
  return ways.length > 0 ? ways : [wayOf(listing)];
}

function wayOf(listing: Listing): Way {
  const read = new Map<Kind, ReadListing>();
  return {
    listing,
    as: (kind) => {
      const known = read.get(kind) ?? readListing(kind === listing.kind ? listing : { ...listing, kind });
      read.set(kind, known);
      return known;
    },
    plain: plainWords(listing.name)
      .filter((word) => word !== 'the')
      .join(' '),
    generic: isGeneric(listing.name),
    types: typesIn(listing.name),
    qualifiers: qualifiersIn(listing.name),
  };
}
