import { cutoffsOf, type Freshness, freshnessOf } from '@kith/core/keep/freshness';
import { KIND_IDS, type Kind } from '@kith/core/place/kinds';
import { type SQL, sql } from 'drizzle-orm';
import { place } from '../../db/schema.ts';
import type { Database } from '../open.ts';

/** How fresh a place is today; null where no person has checked it, or it has closed: then there is nothing to check. */
export function freshnessToday(
  row: { readonly kind: string; readonly status: string; readonly checkedOn: string | null },
  today: string,
): Freshness | null {
  return row.status === 'closed' ? null : freshnessOf(row.kind as Kind, row.checkedOn, today);
}

type Step = Exclude<Freshness, 'fresh'>;

/** The day up to which a check is too long ago, by the kind of the row. */
function cutoff(step: Step, today: string): SQL {
  const kindsByDay = new Map<string, Kind[]>();
  for (const kind of KIND_IDS) {
    const day = cutoffsOf(kind, today)[step];
    kindsByDay.set(day, [...(kindsByDay.get(day) ?? []), kind]);
  }
  const cases = [...kindsByDay].map(([day, kinds]) => {
    const names = sql.join(
      kinds.map((kind) => sql`${kind}`),
      sql`, `,
    );
    return sql`when ${place.kind} in (${names}) then ${day}`;
  });
  return sql`case ${sql.join(cases, sql` `)} end`;
}

/** Places that are at least so far from fresh today. Asks the index of those that somebody checked. */
export function atLeast(step: Step, today: string): SQL {
  return sql`(${place.checkedOn} is not null and ${place.status} <> 'closed' and ${place.checkedOn} <= ${cutoff(step, today)})`;
}

/** Places of which a day is at least so far from fresh today, such as the day from which somebody keeps them. */
export function lapsed(step: Step, day: SQL, today: string): SQL {
  return sql`(${place.status} <> 'closed' and ${day} <= ${cutoff(step, today)})`;
}

/** All others. */
export function notYet(step: Step, today: string): SQL {
  return sql`(${place.checkedOn} is null or ${place.status} = 'closed' or ${place.checkedOn} > ${cutoff(step, today)})`;
}

/** Whether any place has sunk in lists today: mostly none has, and then lists need not look. */
export async function anyStale(db: Database, today: string): Promise<boolean> {
  const rows = await db.all(sql`select 1 from ${place} where ${atLeast('stale', today)} limit 1`);
  return rows.length > 0;
}

/**
 * How many places are due, stale and old or more. Days only add to these, and whatever a person does changes the
 * version of the data by itself: so while they stay the same, so do the places they count.
 */
export async function freshnessCounts(
  db: Database,
  today: string,
): Promise<{ due: number; stale: number; old: number }> {
  const rows = await db.all<{ due: number | null; stale: number | null; old: number | null }>(sql`
    select sum(${place.checkedOn} <= ${cutoff('due', today)}) as due,
      sum(${place.checkedOn} <= ${cutoff('stale', today)}) as stale,
      sum(${place.checkedOn} <= ${cutoff('old', today)}) as old
    from ${place} where ${place.checkedOn} is not null and ${place.status} <> 'closed'`);
  const row = rows[0];
  return { due: row?.due ?? 0, stale: row?.stale ?? 0, old: row?.old ?? 0 };
}
