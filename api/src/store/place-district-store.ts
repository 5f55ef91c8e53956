import type { SourceReport } from '@kith/core/source/data-report';
import { sql } from 'drizzle-orm';
import type { Database } from './open.ts';

/** So many districts are named one by one. */
const MOST_NAMED = 6;

/** The district that is loaded in which each place lies, by the place's id and by those merged into it. */
export async function districtsOfPlaces(db: Database): Promise<ReadonlyMap<string, string>> {
  const held = sql`select distinct district from area`;
  const rows = await db.all<{ id: string; district: string }>(
    sql`select id, district from place where outside = 0 and district in (${held})
        union all
        select r.from_id as id, p.district as district from place_redirect r join place p on p.id = r.to_id
        where p.outside = 0 and p.district in (${held})`,
  );
  return new Map(rows.map(({ id, district }) => [id, district]));
}

/** How far the places of a source reach, over the districts that are loaded. */
export function reachOf(
  places: ReadonlySet<string> | undefined,
  districts: ReadonlyMap<string, string>,
): SourceReport['reaches'] {
  const names = [...new Set([...(places ?? [])].flatMap((id) => districts.get(id) ?? []))];
  if (names.length === 0) return null;
  names.sort((a, b) => a.localeCompare(b, 'en-GB'));
  return { districts: names.length, names: names.length <= MOST_NAMED ? names : [] };
}
