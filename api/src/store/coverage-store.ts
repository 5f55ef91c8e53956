import { INDICATORS } from '@kith/core/area/indicators';
import type { CoverageState, DataReport, IndicatorReport } from '@kith/core/source/data-report';
import { sql } from 'drizzle-orm';
import type { Database } from './open.ts';

type District = DataReport['districts'][number];

/** Districts loaded, by code, with how many areas and people each holds. */
export async function listDistricts(db: Database): Promise<District[]> {
  const rows = await db.all<District>(
    sql`select district_code as code, min(district) as name, min(patch) as patch, count(*) as areas,
          sum(residents) as residents
        from area group by district_code order by district_code`,
  );
  return rows.map(({ code, name, patch, areas, residents }) => ({ code, name, patch, areas, residents }));
}

interface Counted {
  readonly indicator: string;
  readonly district: string;
  readonly geography: 'lsoa' | 'msoa';
  readonly reason: string | null;
  readonly missing: number;
  readonly n: number;
}

/** An area for which no row stands at all has no figure either. */
export const NO_ROW = 'No figure is published for this area.';

/** Per indicator: areas with a figure of their own, with that of the wider area, and with none and why, by district. */
export async function coverageOf(db: Database, districts: readonly District[]): Promise<IndicatorReport[]> {
  const rows = await db.all<Counted>(
    sql`select v.indicator as indicator, a.district_code as district, v.geography as geography, v.reason as reason,
          v.value is null as missing, count(*) as n
        from area_value v join area a on a.code = v.area
        group by v.indicator, a.district_code, v.geography, v.reason, v.value is null`,
  );
  const byIndicator = new Map<string, Counted[]>();
  for (const row of rows) {
    const list = byIndicator.get(row.indicator);
    if (list === undefined) byIndicator.set(row.indicator, [row]);
    else list.push(row);
  }
  return INDICATORS.map(({ id, label, year, source, fromMsoa }) => ({
    id,
    label,
    year,
    source,
    fromMsoa,
    ...tally(byIndicator.get(id) ?? [], districts),
  }));
}

function tally(rows: readonly Counted[], districts: readonly District[]) {
  const at = new Map(districts.map(({ code }, index) => [code, index]));
  const own = districts.map(() => 0);
  const wider = districts.map(() => 0);
  const given = districts.map(() => 0);
  const reasons = new Map<string, number>();
  for (const { district, geography, reason, missing, n } of rows) {
    const index = at.get(district) ?? 0;
    if (missing === 1) {
      reasons.set(reason ?? NO_ROW, (reasons.get(reason ?? NO_ROW) ?? 0) + n);
      continue;
    }
    const column = geography === 'lsoa' ? own : wider;
    column[index] = (column[index] ?? 0) + n;
    given[index] = (given[index] ?? 0) + n;
  }
  const none = districts.map(({ areas }, index) => areas - (given[index] ?? 0));
  const unspoken = sum(none) - sum([...reasons.values()]);
  if (unspoken > 0) reasons.set(NO_ROW, (reasons.get(NO_ROW) ?? 0) + unspoken);
  return {
    own: sum(own),
    wider: sum(wider),
    none: sum(none),
    reasons: [...reasons].map(([reason, count]) => ({ reason, count })).sort((a, b) => b.count - a.count),
    byDistrict: { own, wider, none },
  };
}

/** Whose figure each area of a map has, by area code. @param patch undefined for every area loaded */
export async function coverageByArea(
  db: Database,
  indicator: string,
  patch: string | undefined,
): Promise<{ code: string; state: CoverageState }[]> {
  const rows = await db.all<{ code: string; value: number | null; geography: 'lsoa' | 'msoa' | null }>(
    sql`select a.code as code, v.value as value, v.geography as geography
        from area a left join area_value v on v.indicator = ${indicator} and v.area = a.code
        ${patch === undefined ? sql`` : sql`where a.patch = ${patch}`} order by a.code`,
  );
  return rows.map(({ code, value, geography }) => ({
    code,
    state: value === null ? 'none' : geography === 'msoa' ? 'wider' : 'own',
  }));
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, each) => total + each, 0);
}
