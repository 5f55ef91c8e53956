import { type Kind, kindOf } from '@kith/core/place/kinds';
import { sql } from 'drizzle-orm';
import { place } from '../db/schema.ts';
import { toDegrees } from '../geo/national-grid.ts';
import { insertAll } from './bulk.ts';
import { folded } from './folded.ts';
import type { Database } from './open.ts';

/** A place for a bench: made up, and put straight into the list without claims behind it. */
export interface MadeUpPlace {
  readonly id: string;
  readonly name: string;
  readonly kind: Kind;
  readonly address: string;
  readonly district: string;
  readonly patch: string;
  readonly easting: number;
  readonly northing: number;
}

export async function putMadeUpPlaces(db: Database, places: Iterable<MadeUpPlace>): Promise<void> {
  const rows = function* () {
    for (const each of places) {
      const { label, plural } = kindOf(each.kind);
      const sortName = folded(each.name);
      yield {
        ...each,
        ...toDegrees(each.easting, each.northing),
        sortName,
        timesName: `2${sortName}`,
        kindWords: `${label} ${plural}`,
        status: 'open',
        precision: 'exact',
        spreadMetres: 0,
        outside: false,
        mobile: false,
        basis: 'published',
        sourceName: 'Made up',
      };
    }
  };
  await insertAll(db, place, rows());
}

/** What the store would do without any index: look at every place, or at every name. */
export async function scanPlaces(
  db: Database,
  [west, south, east, north]: readonly [number, number, number, number],
): Promise<number> {
  const rows = await db.all<{ n: number }>(
    sql`select count(*) as n from place not indexed where lon >= ${west} and lon <= ${east} and lat >= ${south} and lat <= ${north}`,
  );
  return rows[0]?.n ?? 0;
}

export async function scanNames(db: Database, words: string): Promise<number> {
  const rows = await db.all<{ n: number }>(
    sql`select count(*) as n from place_name not indexed where instr(' ' || folded, ${` ${folded(words)}`}) > 0`,
  );
  return rows[0]?.n ?? 0;
}

export async function scanListings(db: Database, words: string): Promise<number> {
  const parts = folded(words)
    .split(' ')
    .map((word) => sql`instr(' ' || sort_name || ' ' || coalesce(address, ''), ${` ${word}`}) > 0`);
  const rows = await db.all<{ n: number }>(
    sql`select count(*) as n from place not indexed where ${sql.join(parts, sql` and `)}`,
  );
  return rows[0]?.n ?? 0;
}
