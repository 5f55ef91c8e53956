import { INDICATORS } from '@kith/core/area/indicators';
import type { DataCheck } from '@kith/core/source/data-report';
import { type SQL, sql } from 'drizzle-orm';
import type { Database } from './open.ts';

/** What must hold of the data, what it means when it does not, and how to mend it. `at` names what is at fault. */
interface Rule {
  readonly id: string;
  readonly holds: string;
  readonly fails: string;
  readonly mend: string;
  /** Rows at fault, each with `at`. */
  readonly at: SQL;
}

const EXAMPLES = 5;
const LOAD_AGAIN = 'Load the area again: npm run load -- --area NAME.';

const idsWhere = (unit: (unit: string) => boolean): SQL =>
  sql.join(
    INDICATORS.filter((indicator) => unit(indicator.unit)).map(({ id }) => sql`${id}`),
    sql`, `,
  );

const RULES: readonly Rule[] = [
  {
    id: 'source-licence',
    holds: 'Every source has a licence, its address and its attribution',
    fails: 'sources lack a licence, its address or what must be said of them',
    mend: 'Write them into data/sources.json, then start Kith again. Show nothing from a source without a licence.',
    at: sql`select id as at from source
      where trim(licence) = '' or trim(licence_url) = '' or trim(attribution) = '' order by id`,
  },
  {
    id: 'figure-source',
    holds: 'Every figure of an area comes from a source that is listed',
    fails: 'figures of areas name a source that is not listed',
    mend: 'Add the source to data/sources.json with its licence, or load the area again from a listed one.',
    at: sql`select indicator || ' of ' || area || ': ' || source as at from area_value
      where source not in (select id from source) order by indicator, area`,
  },
  {
    id: 'figure-reason',
    holds: 'Every missing figure says why it is missing',
    fails: 'figures are missing without a reason',
    mend: LOAD_AGAIN,
    at: sql`select indicator || ' of ' || area as at from area_value
      where value is null and coalesce(trim(reason), '') = '' order by indicator, area`,
  },
  {
    id: 'figure-range',
    holds: 'Every percentage lies between 0 and 100, and every tenth between 1 and 10',
    fails: 'figures lie outside what they can be',
    mend: 'Look at the column in the file they were read from (the report says which), put it right and load again.',
    at: sql`select indicator || ' of ' || area || ': ' || value as at from area_value
      where (indicator in (${idsWhere((unit) => unit.includes('percent'))}) and (value < 0 or value > 100))
        or (indicator in (${idsWhere((unit) => unit === 'decile')}) and (value < 1 or value > 10))
      order by indicator, area`,
  },
  {
    id: 'home-points',
    holds: 'Every area has home points',
    fails: 'areas have no home points, so nobody there is counted in reach',
    mend: `Give the load the file of postcodes (Code-Point Open). ${LOAD_AGAIN}`,
    at: sql`select code as at from area a
      where not exists (select 1 from home_point h where h.area = a.code) order by code`,
  },
  {
    id: 'home-point-people',
    holds: 'The people of the home points of an area add up to its residents',
    fails: 'areas have home points whose people do not add up to the residents',
    mend: LOAD_AGAIN,
    at: sql`select a.code || ': ' || sum(h.residents) || ' of ' || a.residents as at
      from area a join home_point h on h.area = a.code group by a.code
      having sum(h.residents) <> a.residents order by a.code`,
  },
  {
    id: 'claims-listed',
    holds: 'Everything said is about a place that is listed',
    fails: 'places have statements that stand but are not listed',
    mend: 'Load the places again (--only places); if they stay, report them with their ids: a name or kind is missing.',
    at: sql`select place_id as at from (select distinct place_id from claim) as spoken
      where not exists (select 1 from place where place.id = spoken.place_id)
        and not exists (select 1 from place_redirect r where r.from_id = spoken.place_id)
        and exists (select 1 from claim where claim.id in (
          select max(id) from claim where claim.place_id = spoken.place_id group by field, source
        ) and claim.value <> 'null')
      order by place_id`,
  },
  {
    id: 'listing-places',
    holds: 'Every entry of a source’s list leads to a place',
    fails: 'entries of sources’ lists lead nowhere',
    mend: 'Load the places again (--only places).',
    at: sql`select source || ' ' || key as at from listing l
      where not exists (select 1 from claim where claim.place_id = l.place_id) order by source, key`,
  },
  {
    id: 'redirects',
    holds: 'Every merged place leads to one that is listed',
    fails: 'merged places lead nowhere, or are listed as well',
    mend: 'Undo the merge (npm run merges -- undo ID --by NAME), look at both sides, and merge them again.',
    at: sql`select from_id as at from place_redirect r
      where exists (select 1 from place where place.id = r.from_id)
        or not (exists (select 1 from place where place.id = r.to_id)
          or exists (select 1 from place_redirect on_ where on_.from_id = r.to_id))
      order by from_id`,
  },
  {
    id: 'shapes',
    holds: 'Every area has an outline',
    fails: 'areas have no outline and cannot be drawn',
    mend: LOAD_AGAIN,
    at: sql`select code as at from area a
      where not exists (select 1 from area_shape s where s.area = a.code) order by code`,
  },
  {
    id: 'tiles',
    holds: 'The map has its tiles',
    fails: 'map has no tiles: it stays empty',
    mend: `${LOAD_AGAIN} For the starter, start Kith again with a new database file.`,
    at: sql`select 'all tiles' as at where exists (select 1 from area) and not exists (select 1 from tile)`,
  },
  {
    id: 'files-whole',
    holds: 'No file was turned away whole',
    fails: 'files were turned away whole: nothing of them was used',
    mend: 'The report of the source says what is wrong with each. Fetch the file anew and load again.',
    at: sql`select file as at from load_file where rows_kept = 0 and rows_elsewhere = 0 and rows_rejected > 0
      union select file from rejected_row where "row" is null order by at`,
  },
];

/** Everything a person must look at before leaning on the data. A rule that holds has `count` 0. */
export async function checkData(db: Database): Promise<DataCheck[]> {
  const checks: DataCheck[] = [];
  for (const { id, holds, fails, mend, at } of RULES) {
    const found = await db.all<{ n: number }>(sql`select count(*) as n from (${at})`);
    const count = found[0]?.n ?? 0;
    const examples =
      count === 0 ? [] : await db.all<{ at: string }>(sql`select at from (${at}) limit ${EXAMPLES}`);
    checks.push({
      id,
      holds: count === 0,
      count,
      says: count === 0 ? holds : fails,
      mend: count === 0 ? null : mend,
      examples: examples.map((each) => each.at),
    });
  }
  return checks;
}
