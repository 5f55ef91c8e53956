import type { Kind } from '@kith/core/place/kinds';

export type Tags = Readonly<Record<string, string>>;

/** What went before a tag when the thing it names is gone for good. */
const GONE = ['disused', 'abandoned', 'was'] as const;
const KIND_KEYS = ['amenity', 'leisure', 'club', 'community_centre', 'social_facility'] as const;

/**
 * The tags that are read. Others never leave the parser: what is written on a bench (`inscription`), who mapped a
 * thing, and all that Kith has no use for.
 */
export const TAG_KEYS: readonly string[] = [
  ...KIND_KEYS,
  ...GONE.flatMap((gone) => KIND_KEYS.map((key) => `${gone}:${key}`)),
  'name',
  'name:en',
  'official_name',
  'brand',
  'operator',
  'access',
  'garden:type',
  'type',
  'addr:housename',
  'addr:housenumber',
  'addr:street',
  'addr:place',
  'addr:village',
  'addr:suburb',
  'addr:city',
  'addr:postcode',
  'contact:phone',
  'contact:email',
  'contact:website',
  'phone',
  'email',
  'website',
  'opening_hours',
  'check_date',
  'check_date:opening_hours',
  'wheelchair',
  'wheelchair:description',
  'toilets:wheelchair',
  'backrest',
  'armrest',
  'seats',
  'community_centre:for',
  'social_facility:for',
  'ref:GB:uprn',
];

/** What a thing is, by its tags (`core/src/place/kinds.ts` has the list), and whether it is gone for good. */
export interface OsmKind {
  readonly kind: Kind;
  /** In a few words, for what has no name. */
  readonly words: string;
  readonly gone: boolean;
}

/** @returns null for what is no place to go, and for what is private */
export function osmKind(tags: Tags): OsmKind | null {
  if (tags.access === 'private' || tags.access === 'no') return null;
  const now = kindNow(tags, '');
  if (now !== null) return { ...now, gone: false };
  for (const gone of GONE) {
    const then = kindNow(tags, `${gone}:`);
    if (then !== null) return { ...then, gone: true };
  }
  return null;
}

const AMENITIES: Readonly<Record<string, readonly [kind: Kind, words: string]>> = {
  library: ['library', 'Library'],
  bench: ['bench', 'Bench'],
  cafe: ['cafe', 'Café'],
  place_of_worship: ['faith', 'Place of worship'],
  social_centre: ['social-club', 'Social centre'],
  public_bookcase: ['other', 'Public bookcase'],
};
const LEISURE: Readonly<Record<string, readonly [kind: Kind, words: string]>> = {
  bench: ['bench', 'Bench'],
  park: ['park', 'Park'],
  garden: ['park', 'Garden'],
  picnic_table: ['other', 'Picnic table'],
};
/** People live there: it is nobody else's to walk into. */
const HOMES = /^(group_home|nursing_home|assisted_living|hospice|shelter|residential_home|dormitory)$/;

function kindNow(tags: Tags, before: string): Omit<OsmKind, 'gone'> | null {
  const amenity = tags[`${before}amenity`] ?? '';
  const leisure = tags[`${before}leisure`] ?? '';
  const club = tags[`${before}club`] ?? '';
  const plain = AMENITIES[amenity] ?? LEISURE[leisure];
  if (leisure === 'garden' && tags['garden:type'] === 'residential') return null;
  if (plain !== undefined) return { kind: plain[0], words: plain[1] };
  if (amenity === 'community_centre') {
    const centre = tags[`${before}community_centre`] ?? tags.community_centre ?? '';
    const isHall = /_hall$/.test(centre) || /\bhall\b/i.test(tags.name ?? '');
    return isHall ? { kind: 'hall', words: 'Hall' } : { kind: 'hub', words: 'Community centre' };
  }
  if (amenity === 'social_facility') {
    const facility = tags[`${before}social_facility`] ?? tags.social_facility ?? '';
    if (facility === 'day_care') return { kind: 'day-centre', words: 'Day centre' };
    return HOMES.test(facility) ? null : { kind: 'hub', words: 'Community service' };
  }
  if (club !== '' && club !== 'no') {
    return club === 'social'
      ? { kind: 'social-club', words: 'Social club' }
      : { kind: 'group', words: 'Club' };
  }
  return null;
}

/** Things to sit on or take from, that have no name of their own. A name on a bench is mostly that of a person. */
const NAMELESS = /^(Bench|Picnic table|Public bookcase)$/;

/**
 * What it is called: its name; a bench by its kind alone (the caller says near what); else its kind with its
 * operator or street. Null where there is nothing to call it by: it is then passed over.
 */
export function osmName(tags: Tags, { kind, words }: OsmKind): string | null {
  if (NAMELESS.test(words)) return words;
  const name = (tags.name ?? tags['name:en'] ?? tags.official_name ?? tags.brand ?? '').trim();
  if (name !== '') return name;
  if (kind === 'park' || kind === 'group') return null;
  const by = (tags.operator ?? tags['addr:street'] ?? '').trim();
  return by === '' ? null : `${words}, ${by}`;
}

/** True for what is called by its kind alone. */
export function hasNoName(kind: OsmKind): boolean {
  return NAMELESS.test(kind.words);
}
