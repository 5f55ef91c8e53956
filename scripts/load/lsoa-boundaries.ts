import { isLsoa } from './area-codes.ts';
import { boundarySource } from './geojson-areas.ts';

/** Boundaries of the areas (LSOA 2021) of England and Wales. */
export const lsoaBoundaries = boundarySource({
  source: 'ons-lsoa21-boundaries',
  what: 'the boundaries of areas (LSOA 2021)',
  code: /^lsoa21_?(cd|code)$/,
  name: /^lsoa21_?(nm|name)$/,
  isCode: isLsoa,
});
