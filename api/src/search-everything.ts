import { KIND_IDS, kindOf } from '@kith/core/place/kinds';
import { PART_OF_POSTCODE, searchPostcodes } from './search-postcodes.ts';
import type { FoundListing, FoundName } from './store/search-store.ts';
import type { Stores } from './store/stores.ts';

export interface Found {
  type: 'postcode' | 'postcode-sector' | 'postcode-district' | 'place-name' | 'place';
  label: string;
  detail: string;
  lon: number | null;
  lat: number | null;
  patch: string;
  id?: string;
  kind?: string;
}

/** Short names of the maps there are, by id. */
export type MapNames = ReadonlyMap<string, string>;

/**
 * What people type, looked up as a postcode and as words: postcodes first, then towns and villages, then listed
 * places.
 */
export async function searchEverything(
  search: Stores['search'],
  typed: string,
  patch: string | undefined,
  limit: number,
  maps: MapNames,
): Promise<Found[]> {
  const text = typed.trim();
  if (text === '') return [];
  const postcodes = await searchPostcodes(search, text, limit, maps);
  // Half of what is left at most for names, so that neither crowds out the other.
  const names = await search.names(text, patch, limit);
  // Listed postcodes are written with their space.
  const spaced = text.replace(/^([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})$/i, '$1 $2');
  const listings = await search.listings(spaced, patch, limit);
  const room = Math.max(0, limit - postcodes.length);
  const namesShown = Math.min(names.length, Math.max(Math.ceil(room / 2), room - listings.length));
  return [
    ...postcodes,
    ...names.filter(isNoPostcode).slice(0, namesShown).map(fromName),
    ...listings.map(fromListing),
  ].slice(0, limit);
}

/** The gazetteer lists postcode districts among its names (`BN1`); sectors answer for those. */
function isNoPostcode({ name }: FoundName): boolean {
  return !PART_OF_POSTCODE.test(name);
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  city: 'City',
  town: 'Town',
  village: 'Village',
  hamlet: 'Hamlet',
  area: 'Part of a town',
};

function fromName({ name, district, type, patch, lon, lat }: FoundName): Found {
  const what = TYPE_WORDS[type] ?? 'Place';
  return {
    type: 'place-name',
    label: name,
    detail: district === '' ? what : `${what}, ${district}`,
    lon,
    lat,
    patch,
  };
}

function fromListing({ id, name, kind, status, address, district, patch, lon, lat }: FoundListing): Found {
  const known = KIND_IDS.find((each) => each === kind);
  const parts = [
    known === undefined ? 'Place' : kindOf(known).label,
    status === 'closed' ? 'closed' : '',
    // A list may have the word in place of an address.
    (address && !/^\W*unknown\W*$/i.test(address) ? address : district) ?? '',
  ];
  return { type: 'place', label: name, detail: parts.filter(Boolean).join(', '), lon, lat, patch, id, kind };
}
