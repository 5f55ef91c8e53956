import type { Found, MapNames } from './search-everything.ts';
import type { FoundPostcode, FoundSector } from './store/postcode-store.ts';
import type { Stores } from './store/stores.ts';

/** A postcode or the beginning of one, without its space: outward part, then a digit and two letters. */
export const PART_OF_POSTCODE = /^([A-Z]{1,2}\d[A-Z\d]?)(?:(\d)([A-Z]{0,2}))?$/;

type Search = Pick<Stores['search'], 'postcodes' | 'sectors' | 'postcodeDistricts'>;

/**
 * What people type, looked up as a postcode: a whole one, or districts and sectors that begin so. Where a whole one
 * is not there its sector stands in for it, and says so.
 */
export async function searchPostcodes(
  search: Search,
  text: string,
  limit: number,
  maps: MapNames,
): Promise<Found[]> {
  const squeezed = text.toUpperCase().replace(/\s+/g, '');
  if (!/^[A-Z]{1,2}\d[A-Z\d]{0,5}$/.test(squeezed)) return [];
  const inward = /^([A-Z]{1,2}\d[A-Z\d]?)(\d)([A-Z]{1,2})$/.exec(squeezed);
  if (inward?.[3]?.length === 2) return wholePostcode(search, squeezed, `${inward[1]} ${inward[2]}`);
  if (inward !== null) {
    const units = await search.postcodes(squeezed, limit);
    if (units.length > 0) return units.map(fromPostcode);
  }
  const typedSpace = /^([A-Z]{1,2}\d[A-Z\d]?)\s+(\d)/.exec(text.toUpperCase());
  const wanted = squeezed.replace(/(\d)[A-Z]$/, '$1');
  const asSector = (sector: FoundSector) => fromSector(sector, onMap('Postcode sector', sector.patch, maps));
  if (typedSpace !== null) {
    const found = await search.sectors(wanted, limit);
    return found.filter((each) => each.sector === `${typedSpace[1]} ${typedSpace[2]}`).map(asSector);
  }
  const districts = await search.postcodeDistricts(squeezed, limit);
  const sectors = districts.length < limit ? await search.sectors(wanted, limit - districts.length) : [];
  return [
    ...districts.map((district) => ({
      ...fromSector(district, onMap('Postcode district', district.patch, maps)),
      type: 'postcode-district' as const,
    })),
    ...sectors.map(asSector),
  ];
}

async function wholePostcode(search: Search, squeezed: string, sector: string): Promise<Found[]> {
  const exact = await search.postcodes(squeezed, 1);
  if (exact.length > 0) return exact.map(fromPostcode);
  const found = await search.sectors(sector.replace(' ', ''), 1);
  const whole = `${sector}${squeezed.slice(-2)}`;
  return found
    .filter((each) => each.sector === sector)
    .map((each) => fromSector(each, `${whole}: we know only roughly where it is`));
}

function fromPostcode({ postcode, district, patch, lon, lat }: FoundPostcode): Found {
  const where = district === null ? 'outside the areas that are loaded' : district;
  return { type: 'postcode', label: postcode, detail: `Postcode, ${where}`, lon, lat, patch: patch ?? '' };
}

function fromSector(sector: FoundSector, detail: string): Found {
  const { sector: label, lon, lat, patch } = sector;
  return { type: 'postcode-sector', label, detail, lon, lat, patch };
}

function onMap(what: string, patch: string, maps: MapNames): string {
  const map = maps.get(patch);
  return map === undefined ? what : `${what}, ${map}`;
}
