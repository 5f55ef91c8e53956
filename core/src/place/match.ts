import type { Kind } from './kinds.ts';
import { type AddressKey, type AddressLikeness, addressKey, compareAddresses } from './match/address-key.ts';
import { councilKey, sameCouncil } from './match/council-key.ts';
import { compareNames, type NameKey, type NameLikeness, nameKey } from './match/name-key.ts';
import {
  BOTH_MOBILE,
  CERTAIN,
  LIBRARY_RATIOS,
  LIKELY,
  NEAR_KIND,
  ODDS_BEFORE,
  OTHER_MOBILE,
  OTHER_RATIOS,
  OTHER_ROLE,
  OTHER_STATUS_ELSEWHERE,
  OTHER_STATUS_HERE,
  OTHER_UPRN,
} from './match/ratios.ts';
import { ADDRESS_WORDS, nameWords, whereWords } from './match/reason-words.ts';
import { compareSpots, type Nearness, type Spot } from './match/whereabouts.ts';
import type { PlaceStatus } from './place.ts';

/** What of a listing is looked at to tell whether two are one place. */
export interface Listing extends Omit<Spot, 'postcode'> {
  readonly name: string;
  readonly kind: Kind;
  readonly status: PlaceStatus;
  readonly mobile: boolean;
  readonly postcode: string | null;
  readonly address: string | null;
  /** Names that may say which council it lies in or is run by: district, authority, operator. */
  readonly councils: readonly string[];
  readonly uprn: string | null;
}

/** A listing with its words taken apart, once for many comparisons. */
export interface ReadListing {
  readonly listing: Listing;
  readonly name: NameKey;
  readonly address: AddressKey;
  readonly spot: Spot;
  readonly councils: readonly string[];
  readonly uprn: string;
}

/** `certain` is merged, `likely` is asked of a person, `apart` is neither. */
export type Verdict = 'certain' | 'likely' | 'apart';

export interface Likeness {
  /** The chance that the two are one place, as reckoned: 0 to 1, four decimals. 1 only by UPRN. */
  readonly score: number;
  /** What the score is made from; finer where many round to 1. For order only. */
  readonly odds: number;
  readonly verdict: Verdict;
  /** In words, for a person who has to decide. */
  readonly reasons: readonly string[];
}

/** Digits of a real UPRN; empty for a number of fewer than 8 digits or with letters, which is a council's own. */
export function realUprn(text: string | null): string {
  const digits = (text ?? '').trim().replace(/\.0+$/, '').replace(/^0+/, '');
  return /^\d{8,12}$/.test(digits) ? digits : '';
}

export function readListing(listing: Listing): ReadListing {
  const councils = [...new Set(listing.councils.map(councilKey).filter((key) => key !== ''))].sort();
  const name = nameKey(listing.name);
  // A mobile library is named after its council, in one list and not in the other.
  const mobile = listing.mobile || name.role === 'mobile';
  return {
    listing,
    name: mobile ? nameKey(listing.name, new Set(councils.flatMap((key) => key.split(' ')))) : name,
    address: addressKey(listing.address ?? ''),
    spot: { ...listing, postcode: (listing.postcode ?? '').replace(/\s+/g, '').toUpperCase() },
    councils,
    uprn: realUprn(listing.uprn),
  };
}

/** What a kind is matched as: what one list calls a community hub another calls a hall. */
export function matchedAs(kind: Kind): Kind {
  return kind === 'hub' ? 'hall' : kind;
}

/** Benches are never one: there is nothing to tell them by but where they stand. */
export function comparable(a: Kind, b: Kind): boolean {
  return a !== 'bench' && matchedAs(a) === matchedAs(b);
}

/**
 * How likely two listings are one place. Symmetric: the order of the two never matters. An equal UPRN settles it, but
 * for what the UPRN cannot know (see `settledByUprn`); else evidence is multiplied up (see match/ratios.ts).
 */
export function likeness(a: ReadListing, b: ReadListing): Likeness {
  if (!comparable(a.listing.kind, b.listing.kind)) return NOT_COMPARABLE;
  const ratios = a.listing.kind === 'library' ? LIBRARY_RATIOS : OTHER_RATIOS;
  const name = compareNames(a.name, b.name);
  const where = compareSpots(a.spot, b.spot);
  const address = compareAddresses(a.address, b.address);
  const council = councilOf(a, b);
  const status = statusOf(a, b, where.nearness, address);
  const role = a.name.role === b.name.role;
  const oneUprn = a.uprn !== '' && a.uprn === b.uprn;
  let odds = ODDS_BEFORE * ratios.name[name] * ratios.where[where.nearness] * ratios.address[address];
  odds *= ratios.council[council] * status.ratio;
  if (!role) odds *= OTHER_ROLE;
  else if (a.listing.mobile !== b.listing.mobile) odds *= OTHER_MOBILE;
  else if (a.listing.mobile) odds *= BOTH_MOBILE;
  if (a.listing.kind !== b.listing.kind) odds *= NEAR_KIND;
  if (a.uprn !== '' && b.uprn !== '' && !oneUprn) odds *= OTHER_UPRN;

  const reasons = [
    ...(oneUprn ? [`the same UPRN (${a.uprn})`] : []),
    nameWords(name, a.name, b.name),
    ...(role
      ? []
      : ['one is another service, such as a mobile library or an archive, that may share the address']),
    whereWords(where, a.listing, b.listing),
    ...ADDRESS_WORDS[address],
    ...(council === 'same' ? ['the same council'] : []),
    ...status.reasons,
  ];
  if (oneUprn && !status.moved && settledByUprn(name, where.nearness, role)) {
    return { score: 1, odds: odds * UPRN_ODDS, verdict: 'certain', reasons };
  }
  if (oneUprn && role && odds < 1) odds = 1;
  const score = Math.round((odds / (1 + odds)) * 10_000) / 10_000;
  const certain = score >= CERTAIN && role;
  return {
    score: Math.min(score, 0.9999),
    odds,
    verdict: certain ? 'certain' : score >= LIKELY ? 'likely' : 'apart',
    reasons,
  };
}

/**
 * Two libraries of one name that stand open as far as anyone says. A council seldom has two, so even where one list
 * holds both, one of them may be the building it moved out of: worth asking about, never certain.
 */
export function standingNamesakes(a: ReadListing, b: ReadListing): boolean {
  const standing = ({ listing }: ReadListing) =>
    listing.kind === 'library' && listing.status !== 'closed' && !listing.mobile;
  if (!standing(a) || !standing(b) || a.name.role !== b.name.role) return false;
  const name = compareNames(a.name, b.name);
  return name === 'same' || name === 'own';
}

const NOT_COMPARABLE: Likeness = {
  score: 0,
  odds: 0,
  verdict: 'apart',
  reasons: ['different kinds of place'],
};

/** Sets pairs of one UPRN before all others; among themselves they keep their order. */
const UPRN_ODDS = 1e12;

/**
 * Mistakes that councils make with UPRNs: a mobile library or an archive carries that of the building it is kept
 * in, and a row carries that of the row above, which shows where neither name nor place agrees. The third is looked
 * at in `statusOf`: a library moves, and the new row keeps the UPRN of the building it left.
 */
function settledByUprn(name: NameLikeness, nearness: Nearness, role: boolean): boolean {
  return role && !((name === 'different' || name === 'none') && (nearness === 'far' || nearness === 'town'));
}

function councilOf(a: ReadListing, b: ReadListing): 'same' | 'other' | 'unknown' {
  if (a.councils.length === 0 || b.councils.length === 0) return 'unknown';
  return sameCouncil(a.councils, b.councils) ? 'same' : 'other';
}

/** Open and closed only: `unknown` and `temporarily-closed` agree with either. */
function statusOf(a: ReadListing, b: ReadListing, nearness: Nearness, address: AddressLikeness) {
  const closed = (each: ReadListing) => each.listing.status === 'closed';
  if (closed(a) === closed(b)) return { ratio: 1, moved: false, reasons: [] };
  const elsewhere =
    address === 'other' || (nearness !== 'spot' && address !== 'door' && nearness !== 'unknown');
  return elsewhere
    ? {
        ratio: OTHER_STATUS_ELSEWHERE,
        moved: true,
        reasons: ['one is closed and the other is not, at another address: it may have moved'],
      }
    : { ratio: OTHER_STATUS_HERE, moved: false, reasons: ['one list says it is closed'] };
}
