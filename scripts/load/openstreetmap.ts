import type { PlaceFields } from '@kith/core/place/place';
import type { Source } from '@kith/core/source/source';
import { firstOf, websiteIn } from './contact-text.ts';
import type { SourceFile } from './files/found-file.ts';
import { organisationMailbox } from './libraries/library-facts.ts';
import {
  type GroundBelow,
  type Listed,
  type Listing,
  type Listings,
  oneByOne,
  type Position,
  positionInDegrees,
  saying,
  type Whereabouts,
  whereaboutsOf,
} from './listing.ts';
import { isNearBritain } from './openbenches.ts';
import { accessWords, forWhom, wheelchairOf } from './osm/osm-access.ts';
import { isOpeningHours } from './osm/osm-hours.ts';
import { type OsmPlace, osmPlaces } from './osm/osm-places.ts';
import { hasNoName, type Tags } from './osm/osm-tags.ts';
import { placeId, type Word } from './place-claims.ts';
import { tidyPostcode } from './postcode-text.ts';

export const OSM_SOURCE = 'openstreetmap';
type NameNear = (at: { easting: number; northing: number }) => string | null;

/** An extract of OpenStreetMap (`.osm.pbf`), of a town or of the country. */
export const openStreetMap: SourceFile<OsmPlace> = {
  source: OSM_SOURCE,
  what: 'an OpenStreetMap extract (.osm.pbf)',
  recognise: (head) => head.format === 'pbf',
  read: osmPlaces,
};

/**
 * The places that stand in an area that is loaded; libraries also beside it. What someone checked on a day
 * (`check_date`) is of that day; all else is as old as the last edit. What no one can reach by name is passed over:
 * see `osmName`.
 */
export function osmListings(
  rows: readonly OsmPlace[],
  ground: GroundBelow,
  nameNear: NameNear,
  source: Source,
): Listed<Listings> {
  const byRef = new Map(rows.map((row) => [row.ref, row]));
  const here: Here[] = [];
  for (const row of byRef.values()) {
    const position = isNearBritain(row.lon, row.lat) ? positionInDegrees(row.lon, row.lat) : null;
    const at = position && whereaboutsOf(position, ground, row.is.kind === 'library');
    if (position !== null && at !== null) here.push({ row, position, at });
  }
  const twice = rows.length - byRef.size;
  return {
    listings: oneByOne(here, (each) => listingOf(each, nameNear, source)),
    elsewhere: byRef.size - here.length,
    leftOut: twice === 0 ? {} : { 'listed twice': twice },
  };
}

interface Here {
  readonly row: OsmPlace;
  readonly position: Position;
  readonly at: Whereabouts;
}

function listingOf({ row, position, at }: Here, nameNear: NameNear, source: Source): Listing {
  const { is, ref } = row;
  const near = hasNoName(is) ? nameNear(position) : null;
  const nameless = near === null ? `${row.name} in ${at.district}` : `${row.name} near ${near}`;
  const claims = [
    ...saying(wordOf(row, 'check_date', source), {
      name: hasNoName(is) ? nameless : row.name,
      kind: is.kind,
      status: statusOf(row),
      position,
      ...at,
      mobile: false,
      ...aboutOf(row),
    }),
    ...saying(wordOf(row, 'check_date:opening_hours', source), hoursOf(row)),
  ];
  return { key: ref, placeId: placeId(OSM_SOURCE, ref), claims };
}

/** ISO day, month or year: OpenStreetMap began in 2004. */
const CHECKED = /^(20(0[4-9]|[1-9]\d))(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

function wordOf({ ref, tags, edited }: OsmPlace, key: string, { id, licence }: Source): Word {
  const sourceDetail = `https://www.openstreetmap.org/${ref}`;
  const checked = [tags[key], tags.check_date].find((day) => day !== undefined && CHECKED.test(day));
  if (checked !== undefined) return { source: id, sourceDetail, asOf: checked, basis: 'checked', licence };
  return {
    source: id,
    sourceDetail,
    asOf: edited,
    basis: edited === null ? 'undated' : 'published',
    licence,
  };
}

function statusOf({ is, tags }: OsmPlace): PlaceFields['status'] {
  if (is.gone) return 'closed';
  return /^(off|closed)$/i.test(tags.opening_hours?.trim() ?? '') ? 'temporarily-closed' : 'open';
}

/** What cannot be read for certain stays words. */
function hoursOf({ is, tags }: OsmPlace): Pick<PlaceFields, 'openingHours' | 'when'> {
  const text = tags.opening_hours?.trim() ?? '';
  if (text === '' || is.gone || /^(off|closed)$/i.test(text)) return { openingHours: '', when: '' };
  return isOpeningHours(text) ? { openingHours: text, when: '' } : { openingHours: '', when: text };
}

function aboutOf({ is, name, tags }: OsmPlace) {
  const wheelchair = wheelchairOf(tags);
  const facts = { wheelchair, access: accessWords(tags), uprn: uprnOf(tags), operator: tags.operator ?? '' };
  // On a bench or a bookcase a telephone number or a street is somebody's own.
  if (hasNoName(is)) return { wheelchair, access: facts.access };
  const address = { address: addressOf(tags), postcode: tidyPostcode(tags['addr:postcode'] ?? '') };
  if (is.gone || tags.name === undefined) return { ...facts, ...address, forWhom: forWhom(tags) };
  const website = websiteIn(tags['contact:website'] ?? tags.website ?? '');
  const phone = firstOf(tags['contact:phone'] ?? tags.phone ?? '');
  const email = organisationMailbox(firstOf(tags['contact:email'] ?? tags.email ?? '').toLowerCase(), name);
  return {
    ...facts,
    ...address,
    forWhom: forWhom(tags),
    phone,
    email,
    ...(website === '' ? {} : { website }),
  };
}

function addressOf(tags: Tags): string {
  const street = [tags['addr:housenumber'], tags['addr:street']].filter(Boolean).join(' ');
  const place = tags['addr:place'] ?? tags['addr:village'] ?? tags['addr:suburb'];
  return [tags['addr:housename'], street, place, tags['addr:city']].filter(Boolean).join(', ');
}

function uprnOf(tags: Tags): string {
  const uprn = firstOf(tags['ref:GB:uprn'] ?? '');
  return /^\d{8,12}$/.test(uprn) ? uprn : '';
}
