import { tidyPostcode } from '../load/postcode-text.ts';
import { compareText, csvText } from './csv-text.ts';

import type { SharedFiles } from './shared-files.ts';
import { venueGround } from './venue-ground.ts';
import { KEYS_WITH_OWN_KIND, venueKind } from './venue-kinds.ts';
import { sourceWithoutNames } from './venue-source.ts';
import { KEYS_IN_DOUBT, venueStatus } from './venue-status.ts';
import { certainHours, pageYear, splitPhone } from './venue-times.ts';

export const VENUES_FILE = 'facts/places.csv';
const PATCH_OF_AREA: Readonly<Record<string, string>> = {
  A: 'leicestershire',
  B: 'kirklees',
  C: 'brighton-and-hove',
};

const COLUMNS = [
  'key',
  'name',
  'kind',
  'status',
  'patch',
  'district',
  'address',
  'postcode',
  'lon',
  'lat',
  'easting',
  'northing',
  'precision',
  'when',
  'year',
  'opening_hours',
  'for_whom',
  'phone',
  'website',
  'source',
] as const;

/** venues.csv: every venue and group of the shared facts. */
export function venuesCsv(files: SharedFiles): string {
  const facts = files.table(VENUES_FILE, [
    'id',
    'name',
    'kind',
    'area',
    'district',
    'address',
    'postcode',
    'lat',
    'lon',
    'precision',
    'when',
    'for_whom',
    'website',
    'source_url',
  ]);
  const keys = new Set(facts.map((fact) => fact.id));
  const gone = [...KEYS_WITH_OWN_KIND, ...KEYS_IN_DOUBT].filter((key) => !keys.has(key));
  if (gone.length > 0)
    throw new Error(`venue-kinds.ts or venue-status.ts speaks of venues that are gone: ${gone.join(', ')}`);
  const rows = facts.map((fact) => {
    const { words, phone } = splitPhone(fact.for_whom);
    return {
      key: fact.id,
      name: fact.name,
      kind: venueKind(fact.id, fact.kind),
      status: venueStatus(fact.id, [fact.when, fact.for_whom, fact.address]),
      patch: PATCH_OF_AREA[fact.area],
      postcode: tidyPostcode(fact.postcode),
      ...venueGround(fact),
      when: fact.when,
      year: pageYear([fact.when, fact.for_whom, fact.address], fact.source_url),
      opening_hours: certainHours(fact.when),
      for_whom: words,
      phone,
      website: fact.website,
      source: sourceWithoutNames(fact.source_url),
    };
  });
  rows.sort((a, b) => compareText(a.key, b.key));
  return csvText(COLUMNS, rows);
}
