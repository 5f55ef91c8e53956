import { KIND_IDS, kindOf } from '@kith/core/place/kinds';
import type { FoundListing, FoundName, FoundSector } from './store/search-store.ts';
import type { Stores } from './store/stores.ts';

export interface Found {
  type: 'postcode-sector' | 'postcode-district' | 'place-name' | 'place';
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
 * places. Only sectors of postcodes are loaded, so a full postcode is answered by its sector, and says so.
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
  const postcodes = await findPostcodes(search, text, limit, maps);
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

const PART_OF_POSTCODE = /^([A-Z]{1,2}\d[A-Z\d]?)(?:(\d)([A-Z]{0,2}))?$/;

async function findPostcodes(
  search: Stores['search'],
  text: string,
  limit: number,
  maps: MapNames,
): Promise<Found[]> {
  const squeezed = text.toUpperCase().replace(/\s+/g, '');
  if (!/^[A-Z]{1,2}\d[A-Z\d]{0,5}$/.test(squeezed)) return [];
  // `LE100AA` and `LE10 0AA`: the inward part is always a digit and two letters.
  const full = /^([A-Z]{1,2}\d[A-Z\d]?)(\d)[A-Z]{2}$/.exec(squeezed);
  if (full !== null) {
    const found = await search.sectors(`${full[1]}${full[2]}`, limit);
    const exact = found.filter((sector) => sector.sector === `${full[1]} ${full[2]}`);
    return exact.map((sector) =>
      fromSector(sector, `Full postcodes are not loaded: the middle of ${sector.sector}`),
    );
  }
  const typedSpace = /^([A-Z]{1,2}\d[A-Z\d]?)\s+(\d)/.exec(text.toUpperCase());
  const wanted = squeezed.replace(/(\d)[A-Z]$/, '$1');
  const found = await search.sectors(wanted, 200);
  const sectors = found.filter((each) =>
    typedSpace === null ? true : each.sector === `${typedSpace[1]} ${typedSpace[2]}`,
  );
  const districts = typedSpace === null ? districtsOf(sectors, squeezed, maps) : [];
  return [
    ...districts,
    ...sectors.map((sector) => fromSector(sector, onMap('Postcode sector', sector.patch, maps))),
  ].slice(0, limit);
}

/** Postcode districts (`LE10`) that were typed whole or are still open, from the sectors that make them up. */
function districtsOf(sectors: readonly FoundSector[], squeezed: string, maps: MapNames): Found[] {
  const byDistrict = new Map<string, FoundSector[]>();
  for (const sector of sectors) {
    const district = sector.sector.split(' ')[0] ?? '';
    if (!district.startsWith(squeezed)) continue;
    byDistrict.set(district, [...(byDistrict.get(district) ?? []), sector]);
  }
  return [...byDistrict].map(([district, inside]) => {
    const postcodes = inside.reduce((sum, each) => sum + each.postcodes, 0);
    const mean = (of: (sector: FoundSector) => number) =>
      Math.round((1e5 * inside.reduce((sum, each) => sum + of(each) * each.postcodes, 0)) / postcodes) / 1e5;
    const patch = inside[0]?.patch ?? '';
    return {
      type: 'postcode-district' as const,
      label: district,
      detail: onMap('Postcode district', patch, maps),
      lon: mean((sector) => sector.lon),
      lat: mean((sector) => sector.lat),
      patch,
    };
  });
}

/** The gazetteer lists postcode districts among its names (`BN1`); sectors answer for those. */
function isNoPostcode({ name }: FoundName): boolean {
  return !PART_OF_POSTCODE.test(name);
}

function fromSector(sector: FoundSector, detail: string): Found {
  return {
    type: 'postcode-sector',
    label: sector.sector,
    detail,
    lon: sector.lon,
    lat: sector.lat,
    patch: sector.patch,
  };
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
    address ?? district ?? '',
  ];
  return { type: 'place', label: name, detail: parts.filter(Boolean).join(', '), lon, lat, patch, id, kind };
}

function onMap(what: string, patch: string, maps: MapNames): string {
  const map = maps.get(patch);
  return map === undefined ? what : `${what}, ${map}`;
}
