import type { Kind } from '../place/kinds.ts';
import { compareAddresses } from '../place/match/address-key.ts';
import { compareNames } from '../place/match/name-key.ts';
import { CERTAIN, LIKELY, NEAR_KIND } from '../place/match/ratios.ts';
import { compareSpots } from '../place/match/whereabouts.ts';
import { comparable, type Likeness, type Listing, likeness } from '../place/match.ts';
import { type RowListing, readRowListing, type Way } from './row-listing.ts';
import { qualifiersDiffer, typesDiffer } from './row-names.ts';

/**
 * Kinds that people's lists mix up: a centre is a hub, a hall, a day centre or none of these; a club is a group.
 * Any other two kinds are compared only under one name: a church is not its hall, nor a library the café in it.
 */
const MIXED_UP: readonly ReadonlySet<Kind>[] = [
  new Set(['hub', 'hall', 'day-centre', 'other']),
  new Set(['group', 'social-club']),
];

/**
 * Ratios for what rows of spreadsheets differ in from the lists that ratios.ts was made for. Round numbers, chosen on
 * the odd half of tests/sheets/pairs.csv; each errs towards another place, or towards asking.
 */
/** Two groups whose names share only a word, such as that of the town, are two however near: they meet in one hall. */
const GROUPS_SHARE = 1 / 20;
/** The same town and another kind of building, at another door. */
const OTHER_BUILDING = 1 / 25;
/** A name such as Coffee Morning says nothing a walk away. */
const GENERIC_NAME = 1 / 50;
/** Groups move from hall to hall and keep their name; buildings do not. */
const GROUP_MOVED = 5;
/** One is named after the street it stands in, the other is in that street: the names do not gainsay each other. */
const NAMED_AFTER_STREET = 100;

/** `sameAsRows` of two listings that are not compared with others. */
export function sameAsRow(a: Listing, b: Listing): Likeness {
  return sameAsRows(readRowListing(a), readRowListing(b));
}

/**
 * How likely a row of a spreadsheet is a place that is there. What ratios.ts says, under each way either name may be
 * written; a pair that only these ways make alike is asked about, never certain. Symmetric.
 */
export function sameAsRows(a: RowListing, b: RowListing): Likeness {
  let best = NO_LIKENESS;
  for (const one of a) {
    for (const other of b) {
      const found = judge(one, other);
      if (best === NO_LIKENESS || found.odds > best.odds) best = found;
    }
  }
  return best;
}

const NO_LIKENESS: Likeness = { score: 0, odds: 0, verdict: 'apart', reasons: ['different kinds of place'] };

function judge(a: Way, b: Way): Likeness {
  const [kindA, kindB] = [a.listing.kind, b.listing.kind];
  const mixed = kindA !== kindB && !comparable(kindA, kindB);
  if (kindA === 'bench' || kindB === 'bench') return likeness(a.as(kindA), b.as(kindB));
  if (mixed && a.plain !== b.plain && !MIXED_UP.some((kinds) => kinds.has(kindA) && kinds.has(kindB))) {
    return { ...NO_LIKENESS };
  }
  // Compared as one kind, the lower by name: which of the two comes first changes nothing.
  const kind = mixed ? ([kindA, kindB].sort()[0] ?? kindA) : null;
  const [one, other] = [a.as(kind ?? kindA), b.as(kind ?? kindB)];
  const found = likeness(one, other);
  const name = compareNames(one.name, other.name);
  const address = compareAddresses(one.address, other.address);
  const where = compareSpots(one.spot, other.spot).nearness;
  const groups = kindA === 'group' && kindB === 'group';

  let odds = found.odds;
  if (mixed) odds *= NEAR_KIND;
  if (groups && name === 'share') odds *= GROUPS_SHARE;
  const atDoor = address === 'door' || where === 'spot';
  const otherType = typesDiffer(a.types, b.types) || qualifiersDiffer(a.qualifiers, b.qualifiers);
  if (!atDoor && otherType && ['own', 'within', 'share'].includes(name) && where !== 'village') {
    odds *= OTHER_BUILDING;
  }
  if (a.generic && b.generic && where !== 'spot' && where !== 'near') odds *= GENERIC_NAME;
  else if (groups && address === 'other' && (name === 'same' || name === 'own')) odds *= GROUP_MOVED;
  if (name === 'different' && where === 'spot' && (inStreetOf(a, b) || inStreetOf(b, a))) {
    odds *= NAMED_AFTER_STREET;
  }
  if (odds === found.odds) return found;
  const score = Math.round((odds / (1 + odds)) * 10_000) / 10_000;
  const certain = found.verdict === 'certain' && score >= CERTAIN;
  return {
    ...found,
    odds,
    score: Math.min(score, 0.9999),
    verdict: certain ? 'certain' : score >= LIKELY ? 'likely' : 'apart',
  };
}

/** Whether a place is named after a street that the other gives as its address. */
function inStreetOf(named: Way, at: Way): boolean {
  const streets = [...at.as(at.listing.kind).address.streets.keys()].flatMap((street) => street.split(' '));
  const own = [...named.as(named.listing.kind).name.words];
  return own.length >= 2 && own.every((word) => streets.includes(word));
}
