import { patchIdSchema } from '@kith/core/area/patch';
import { PLACE_STATUSES } from '@kith/core/place/place';
import type { Source } from '@kith/core/source/source';
import { z } from 'zod';
import { claimsFrom, type LoadedClaim, placeId, type Word } from '../place-claims.ts';
import { cell, readCsv } from './read-csv.ts';

const ARTS_COUNCIL = 'ace-libraries-2023';
const OPEN_SCHEMA = 'libraries-open-schema-2025';
/** The key names the list where only the open-schema file has it; so ids outlive a new year of either list. */
const ID_SOURCE = 'libraries';

const row = z.object({
  key: cell.text,
  name: cell.text,
  district: z.string(),
  patch: patchIdSchema,
  outside: cell.yesNo,
  mobile: cell.yesNo,
  status: z.enum(PLACE_STATUSES),
  year_closed: cell.maybeWhole,
  year_opened: cell.maybeWhole,
  statutory_2023: z.string(),
  year_left_statutory: cell.maybeWhole,
  run_by: z.string(),
  operator: z.string(),
  address: z.string(),
  postcode: z.string(),
  lon: cell.maybeDecimal,
  lat: cell.maybeDecimal,
  easting: cell.maybeWhole,
  northing: cell.maybeWhole,
  opening_hours: z.string(),
  days: z.string(),
  co_located_with: z.string(),
  email: z.string(),
  website: z.string(),
  uprn: z.string(),
  source: cell.text,
  ace_year: z.string(),
  notes: z.string(),
});
type Row = z.infer<typeof row>;

/**
 * Libraries, as claims of the two lists apart: each value is claimed for the list that data/starter took it from
 * (see its dictionary). Standing, name and who runs it come from the Arts Council's list where it has the row; clock
 * hours, website, postcode and so position from the open-schema file where that has them.
 * The Arts Council's list is the library services' own return for its year, so it counts as checked. Rows of the
 * open-schema file carry no date and some are years older than the file, so what it says is undated: it shows where
 * nobody else says anything, and loses to anything dated.
 */
export function readLibraries(file: string, sources: ReadonlyMap<string, Source>): LoadedClaim[] {
  return readCsv(file, row).flatMap((each) => {
    const named = each.source.split('+');
    const first = named[0] ?? each.source;
    const id = placeId(ID_SOURCE, each.key);
    const wordOf = (source: string, year: string, basis: Word['basis']): Word => {
      const found = sources.get(source);
      if (found === undefined)
        throw new Error(`data/sources.json has no "${source}", which ${each.key} names.`);
      return { source, sourceDetail: found.url, asOf: year || null, basis, licence: found.licence };
    };
    const ace = () => wordOf(ARTS_COUNCIL, each.ace_year, 'checked');
    const openSchema = () => wordOf(OPEN_SCHEMA, '', 'undated');
    const inBoth = named.includes(ARTS_COUNCIL) && named.includes(OPEN_SCHEMA);
    // A closing later than the Arts Council's list can only have come from the other one.
    const closedLater = inBoth && each.year_closed !== null && each.year_closed > Number(each.ace_year);
    const onlyWord = first === OPEN_SCHEMA ? openSchema : ace;
    if (!inBoth) {
      return claimsFrom(id, onlyWord(), {
        ...identity(each),
        ...standing(each),
        ...whereAbouts(each),
        ...online(each),
      });
    }
    const { status, yearClosed, ...rest } = standing(each);
    const closing = claimsFrom(id, closedLater ? openSchema() : ace(), { status, yearClosed });
    return [
      ...claimsFrom(id, ace(), { ...identity(each), ...rest, when: each.days }),
      ...closing,
      ...claimsFrom(id, openSchema(), { ...whereAbouts(each), ...online(each), when: null }),
    ];
  });
}

function identity(each: Row) {
  return {
    name: each.name,
    kind: 'library' as const,
    address: each.address,
    district: each.district,
    patch: each.patch,
    outside: each.outside,
    mobile: each.mobile,
  };
}

function standing(each: Row) {
  const statutory = each.statutory_2023;
  return {
    status: each.status,
    yearClosed: each.year_closed,
    yearOpened: each.year_opened,
    statutory: statutory === '' ? null : /^(yes|true)$/i.test(statutory),
    yearLeftStatutory: each.year_left_statutory,
    runBy: each.run_by,
    operator: each.operator,
    email: each.email,
    uprn: each.uprn,
    notes: each.notes,
  };
}

/** A library is placed by its postcode, to within about 100 m. A mobile one has no position. */
function whereAbouts({ mobile, lon, lat, easting, northing, postcode }: Row) {
  const placed = !mobile && lon !== null && lat !== null && easting !== null && northing !== null;
  return {
    postcode,
    position: placed
      ? { lon, lat, easting, northing, precision: 'postcode' as const, spreadMetres: 0 }
      : null,
  };
}

function online(each: Row) {
  return {
    openingHours: each.opening_hours,
    when: each.days,
    website: each.website,
    coLocatedWith: each.co_located_with,
  };
}
