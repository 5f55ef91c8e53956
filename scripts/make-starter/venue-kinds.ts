import type { Kind } from '@kith/core/place/kinds';

/**
 * From the loose kinds of the facts to Kith's. A community centre is a `hub`: a building with a programme of its
 * own, open to the neighbourhood. A `hall` is rooms that groups hire, a village hall first of all.
 */
const BY_LOOSE_KIND: Readonly<Record<string, Kind>> = {
  hall: 'hall',
  community_centre: 'hub',
  hub: 'hub',
  group: 'group',
  bench: 'bench',
  cafe: 'cafe',
  day_centre: 'day-centre',
  social_club: 'social-club',
  other: 'other',
};

/** Rows whose own name says more than their loose kind. By key, so that a changed name is noticed. */
const BY_KEY: Readonly<Record<string, Kind>> = {
  // The row is the church, chapel or meeting house itself; a church hall that is named as a hall stays a hall.
  'all-saints-church-hove': 'faith',
  'brighthelm-church-and-community-centre': 'faith',
  'brighton-friends-meeting-house': 'faith',
  'fleckney-baptist-church-warm-hub': 'faith',
  'higham-on-the-hill-methodist-church': 'faith',
  'holy-nativity-church-and-community-centre': 'faith',
  'mirfield-salvation-army-hall': 'faith',
  'new-north-road-baptist-church': 'faith',
  'one-church-brighton': 'faith',
  'ratby-methodist-church': 'faith',
  'south-wigston-methodist-church': 'faith',
  'st-andrews-church-and-hall-moulsecoomb': 'faith',
  'st-richards-church-and-community-centre': 'faith',
  'the-quaker-meeting-house-leicester': 'faith',
  // Gardens and playgrounds. A cafe in a park stays a cafe, and a group that meets in one a group.
  'bevendean-community-garden': 'park',
  'crow-nest-adventure-playground': 'park',
  'one-garden-brighton': 'park',
  'stanmer-wellbeing-gardens': 'park',
  'talking-tables-and-community-garden-harborough-leisure-centre': 'park',
  // One room to book, not a centre.
  'jubilee-court-community-room': 'hall',
  'moulsecoomb-community-room': 'hall',
  'student-castle-community-room': 'hall',
  // Clubs with a place of their own.
  'brighton-table-tennis-club': 'social-club',
  'knighton-park-table-tennis-club': 'social-club',
  // A centre for its people rather than one meeting of them.
  'age-uk-wigston': 'hub',
  'the-carers-centre-for-brighton-and-hove': 'hub',
};

/** @throws Error on a loose kind that the table does not know. */
export function venueKind(key: string, looseKind: string): Kind {
  const kind = BY_KEY[key] ?? BY_LOOSE_KIND[looseKind];
  if (!kind) throw new Error(`venue ${key} is of a kind unknown: ${looseKind}`);
  return kind;
}

/** The keys that the table speaks of, to check that each is still among the facts. */
export const KEYS_WITH_OWN_KIND: readonly string[] = Object.keys(BY_KEY);
