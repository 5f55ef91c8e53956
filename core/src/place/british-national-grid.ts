/**
 * British National Grid (EPSG:27700) in the words of PROJ, by the standard seven-parameter Helmert shift of Ordnance
 * Survey's "A guide to coordinate systems in Great Britain". Published error: about 5 m, typically 3 to 5 m, against
 * the surveyed transformation (OSTN15), anywhere in Great Britain and either way. No more is claimed; postcodes are
 * no more exact than that. Only for reading positions in and for showing them: distances are measured on the grid.
 */
export const BRITISH_NATIONAL_GRID =
  '+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy ' +
  '+towgs84=446.448,-125.157,542.06,0.15,0.247,0.842,-20.489 +units=m +no_defs';
