import type { Claim, PlaceField } from '@kith/core/place/place';
import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '../open.ts';
import type { LoggedClaim } from '../winning-claim.ts';

/** A claim in its change. */
export interface HistoryClaim extends LoggedClaim {
  readonly changeId: number;
  readonly publisher: string;
}

/** Whether two listings were said to be one, or two again. */
export interface HistoryMerge {
  readonly changeId: number;
  readonly kind: 'merge' | 'undo' | 'apart';
  readonly fromId: string;
  readonly toId: string;
}

/** From which change on a source listed a place, and from which no longer. */
export interface HistoryListing {
  readonly placeId: string;
  readonly firstChange: number;
  readonly goneChange: number | null;
}

export interface HistoryChange {
  readonly id: number;
  /** ISO time. */
  readonly at: string;
  readonly kind: 'load' | 'edit' | 'merge' | 'report';
  readonly author: string;
  readonly summary: string;
}

/** All that the log holds of a place and of every listing that ever was merged into it. Each list is in the log's order. */
export interface HistoryLog {
  readonly id: string;
  readonly changes: readonly HistoryChange[];
  readonly claims: readonly HistoryClaim[];
  readonly merges: readonly HistoryMerge[];
  readonly listings: readonly HistoryListing[];
}

/**
 * @param id of a place that stands for itself: see `survivorsOf`
 * @param allNotes whether notes that it is at risk are in it that are not public
 */
export async function readHistoryLog(db: Database, id: string, allNotes = false): Promise<HistoryLog> {
  const parts = await everMergedInto(db, id);
  const some = sql`(select value from json_each(${JSON.stringify(parts)}))`;
  const claimRows = await db.all<
    Omit<HistoryClaim, 'value' | 'field'> & { value: string; field: string }
  >(sql`
    select c.id, c.place_id as placeId, c.field, c.value, c.source, c.source_detail as sourceDetail, c.as_of as asOf,
      c.basis, c.licence, c.author, s.priority, s.publisher, c.change_id as changeId
    from claim c join source s on s.id = c.source where c.place_id in ${some} order by c.id`);
  const merges = await db.all<HistoryMerge>(sql`
    select change_id as changeId, kind, from_id as fromId, to_id as toId from merge_event
    where from_id in ${some} or to_id in ${some} order by id`);
  const listings = await db.all<HistoryListing>(sql`
    select place_id as placeId, first_change as firstChange,
      case when gone_since is null then null else last_change end as goneChange
    from listing where place_id in ${some}`);
  const changes = await db.all<HistoryChange>(sql`
    select id, at, kind, author, summary from change where id in (${changesOf(parts, allNotes)}) order by id`);
  return {
    id,
    changes,
    claims: claimRows.map((row) => ({
      ...row,
      field: row.field as PlaceField,
      basis: row.basis as Claim['basis'],
      value: JSON.parse(row.value) as unknown,
    })),
    merges,
    listings,
  };
}

/**
 * The numbers of all changes that are about some listings.
 * @param ids see `everMergedInto`
 * @param allNotes whether of notes that it is at risk also those that are not public
 */
export function changesOf(ids: readonly string[], allNotes: boolean): SQL {
  const some = sql`(select value from json_each(${JSON.stringify(ids)}))`;
  const notes = sql`(public = 1 or ${allNotes ? 1 : 0}) and place_id in ${some}`;
  return sql`
    select change_id from claim where place_id in ${some}
    union select change_id from merge_event where from_id in ${some} or to_id in ${some}
    union select last_change from listing where place_id in ${some}
    union select change_id from keeper where place_id in ${some}
    union select end_change_id from keeper where end_change_id is not null and place_id in ${some}
    union select change_id from risk_note where ${notes}
    union select withdraw_change_id from risk_note where withdraw_change_id is not null and ${notes}
    union select change_id from waiting where kind = 'photo' and change_id is not null and place_id in ${some}`;
}

/** A place and every listing that was ever merged into it, also those whose merge was undone. */
export async function everMergedInto(db: Database, id: string): Promise<string[]> {
  const rows = await db.all<{ id: string }>(sql`
    with recursive part(id) as (
      select ${id}
      union
      select e.from_id from part join merge_event e on e.to_id = part.id and e.kind = 'merge'
    )
    select id from part`);
  return rows.map((row) => row.id);
}
