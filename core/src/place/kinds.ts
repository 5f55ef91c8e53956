/**
 * The kinds of place Kith knows. One list for code, URL, API and screen.
 * `osmTags` follow the OpenStreetMap wiki; `openReferralTerm` is the taxonomy term used when places
 * are spoken of in Open Referral UK 3.0. `complete` says whether the list of that kind is whole for the
 * patches loaded: where it is not, "none listed" never means "none there".
 */
export const COLOUR_FAMILIES = ['library', 'hall', 'group', 'hub', 'cafe', 'bench'] as const;
export type ColourFamily = (typeof COLOUR_FAMILIES)[number];

export interface KindDefinition {
  readonly id: string;
  readonly label: string;
  readonly plural: string;
  /** Icon name in the lucide set. */
  readonly icon: string;
  readonly colour: ColourFamily;
  readonly osmTags: readonly string[];
  readonly openReferralTerm: string;
  readonly complete: boolean;
}

export const KINDS = [
  {
    id: 'library',
    label: 'Library',
    plural: 'Libraries',
    icon: 'book-open',
    colour: 'library',
    osmTags: ['amenity=library'],
    openReferralTerm: 'Libraries',
    complete: true,
  },
  {
    id: 'hub',
    label: 'Community hub',
    plural: 'Community hubs',
    icon: 'house',
    colour: 'hub',
    osmTags: ['amenity=community_centre', 'amenity=social_facility'],
    openReferralTerm: 'Community hubs and anchors',
    complete: false,
  },
  {
    id: 'hall',
    label: 'Hall',
    plural: 'Halls',
    icon: 'landmark',
    colour: 'hall',
    osmTags: ['amenity=community_centre', 'community_centre=village_hall'],
    openReferralTerm: 'Village halls and community centres',
    complete: false,
  },
  {
    id: 'group',
    label: 'Group',
    plural: 'Groups',
    icon: 'users',
    colour: 'group',
    osmTags: ['club=*'],
    openReferralTerm: 'Social groups and clubs',
    complete: false,
  },
  {
    id: 'bench',
    label: 'Bench',
    plural: 'Benches',
    icon: 'armchair',
    colour: 'bench',
    osmTags: ['amenity=bench', 'leisure=bench'],
    openReferralTerm: 'Outdoor seating',
    complete: false,
  },
  {
    id: 'cafe',
    label: 'Café',
    plural: 'Cafés',
    icon: 'coffee',
    colour: 'cafe',
    osmTags: ['amenity=cafe'],
    openReferralTerm: 'Community cafés',
    complete: false,
  },
  {
    id: 'park',
    label: 'Park or garden',
    plural: 'Parks and gardens',
    icon: 'trees',
    colour: 'bench',
    osmTags: ['leisure=park', 'leisure=garden'],
    openReferralTerm: 'Parks and gardens',
    complete: false,
  },
  {
    id: 'day-centre',
    label: 'Day centre',
    plural: 'Day centres',
    icon: 'sun',
    colour: 'cafe',
    osmTags: ['amenity=social_facility', 'social_facility=day_care'],
    openReferralTerm: 'Day centres',
    complete: false,
  },
  {
    id: 'social-club',
    label: 'Social club',
    plural: 'Social clubs',
    icon: 'dices',
    colour: 'group',
    osmTags: ['club=social', 'amenity=social_centre'],
    openReferralTerm: 'Social clubs',
    complete: false,
  },
  {
    id: 'faith',
    label: 'Faith space',
    plural: 'Faith spaces',
    icon: 'church',
    colour: 'hub',
    osmTags: ['amenity=place_of_worship'],
    openReferralTerm: 'Faith groups and places of worship',
    complete: false,
  },
  {
    id: 'other',
    label: 'Other place',
    plural: 'Other places',
    icon: 'map-pin',
    colour: 'bench',
    osmTags: [],
    openReferralTerm: 'Other community places',
    complete: false,
  },
] as const satisfies readonly KindDefinition[];

export type Kind = (typeof KINDS)[number]['id'];
export const KIND_IDS = KINDS.map((kind) => kind.id) as [Kind, ...Kind[]];

/** The definition of a kind. Total over `Kind`, so it never misses. */
export function kindOf(id: Kind): KindDefinition {
  return KINDS.find((kind) => kind.id === id) as KindDefinition;
}
