import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Kind } from '@kith/core/place/kinds';
import type { Listing } from '@kith/core/place/match';
import { parse } from 'csv-parse/sync';

export interface LabelledPair {
  readonly id: number;
  readonly same: boolean;
  readonly hard: boolean;
  readonly case: string;
  readonly a: Listing;
  readonly b: Listing;
}

/** Somewhere in the middle of England: the pairs say only how far apart they are. */
const EASTING = 460_000;
const NORTHING = 300_000;
/** As far as a place known only to its village may be off (docs/method.md). */
const VILLAGE_METRES = 600;
/** Two that lie nearer than this are nearly always in one district. */
const ONE_DISTRICT_METRES = 4_000;

/** The pairs of pairs.csv, as listings. */
export function labelledPairs(): LabelledPair[] {
  const text = readFileSync(join(import.meta.dirname, 'pairs.csv'), 'utf8');
  const rows = parse(text, { columns: true }) as Record<string, string>[];
  return rows.map((row) => {
    const cell = (name: string) => row[name] ?? '';
    const nowhere = cell('at_b') === 'none';
    const metres = Number(cell('metres') || 0);
    const district = nowhere || metres > ONE_DISTRICT_METRES ? [] : ['Made-up District'];
    const common = { mobile: false, uprn: null };
    return {
      id: Number(cell('id')),
      same: cell('same') === 'yes',
      hard: cell('hard') === 'yes',
      case: cell('case'),
      a: {
        ...common,
        name: cell('name_a'),
        kind: cell('kind_a') as Kind,
        status: cell('status_a') === 'closed' ? 'closed' : 'open',
        easting: EASTING,
        northing: NORTHING,
        precision: 'postcode',
        spreadMetres: 0,
        postcode: cell('postcode_a'),
        address: cell('address_a'),
        councils: district,
      },
      b: {
        ...common,
        name: cell('name_b'),
        kind: cell('kind_b') as Kind,
        status: 'open',
        easting: nowhere ? null : EASTING + metres,
        northing: nowhere ? null : NORTHING,
        precision: cell('at_b') === 'pin' ? 'exact' : (cell('at_b') as 'postcode' | 'village' | 'none'),
        spreadMetres: cell('at_b') === 'village' ? VILLAGE_METRES : 0,
        postcode: cell('postcode_b') || null,
        address: cell('address_b') || null,
        councils: district,
      },
    };
  });
}
