import { isCode } from './area-codes.ts';
import { boundarySource } from './geojson-areas.ts';

/** Boundaries of the districts of the United Kingdom, whatever their year. */
export const districtBoundaries = boundarySource({
  source: 'ons-lad24-boundaries',
  what: 'the boundaries of districts',
  code: /^(lad|ltla)\d\d_?(cd|code)$/,
  name: /^(lad|ltla)\d\d_?(nm|name)$/,
  without: /^(lsoa|msoa|wd|oa)\d\d_?(cd|code)$/,
  isCode,
});
