import { positionInDegrees } from './national-grid.ts';

/** How well a venue is placed, and where: four empty cells where it is at no one spot. */
interface VenueGround {
  readonly address: string;
  readonly district: string;
  readonly precision: string;
  readonly lon: string | number;
  readonly lat: string | number;
  readonly easting: string | number;
  readonly northing: string | number;
}

interface Fact {
  readonly address: string;
  readonly district: string;
  readonly precision: string;
  readonly lon: string;
  readonly lat: string;
}

/**
 * Where a venue is. One that works across a whole county or district ("Kirklees-wide") is at no spot of it: the middle
 * of a town would be tens of kilometres off, not 600 m. It keeps its patch, and its district where that is its area.
 */
export function venueGround({ address, district, precision, lon, lat }: Fact): VenueGround {
  const wide = /^(.+?)-wide\b/.exec(address);
  if (!wide) return { address, district, precision, ...positionInDegrees(Number(lon), Number(lat)) };
  return {
    address: address.replace(/\s*\(position approximate\)|; position approximate(?=\))/, ''),
    district: wide[1] === district ? district : '',
    precision: 'none',
    lon: '',
    lat: '',
    easting: '',
    northing: '',
  };
}
