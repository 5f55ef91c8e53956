import { INDICATORS } from '@kith/core/area/indicators';
import { type LicenceFamilyId, licenceFamilyOf } from '@kith/core/source/licences';
import { and, asc, eq, gt, inArray, lte, sql } from 'drizzle-orm';
import { area, areaValue, change, claim, source } from '../db/schema.ts';
import { survivorsOf } from './merges.ts';
import type { Database } from './open.ts';

/** Rows fetched at once while a file is being written. */
const BATCH = 4_000;

export interface ExportedClaim {
  readonly placeId: string;
  /** The id it is shown under now: another where the listing was merged. */
  readonly nowId: string;
  readonly field: string;
  /** JSON; null withdraws what was said before. */
  readonly value: unknown;
  readonly source: string;
  readonly sourceDetail: string | null;
  readonly asOf: string | null;
  readonly basis: string;
  readonly licence: string;
  readonly attribution: string;
  /** Who said it, never by name. */
  readonly saidBy: 'load' | 'person';
  readonly saidAt: string;
}

/** Licence families that any claim stands under, with how many claims do. */
export async function claimFamilies(db: Database): Promise<ReadonlyMap<LicenceFamilyId, number>> {
  const families = new Map<LicenceFamilyId, number>();
  for (const { licence, n } of await listLicences(db)) {
    const family = licenceFamilyOf(licence);
    families.set(family, (families.get(family) ?? 0) + n);
  }
  return families;
}

function listLicences(db: Database): Promise<{ licence: string; n: number }[]> {
  return db.all(sql`select licence, count(*) as n from claim group by licence`);
}

/**
 * Every claim under one family of licences, oldest first, in batches. Claims are only ever added, so the claims there
 * were when it began are a whole, whatever is loaded meanwhile.
 */
export async function* exportClaims(
  db: Database,
  family: LicenceFamilyId,
): AsyncGenerator<readonly ExportedClaim[]> {
  const licences = (await listLicences(db)).flatMap(({ licence }) =>
    licenceFamilyOf(licence) === family ? [licence] : [],
  );
  const last = (await db.all<{ id: number | null }>(sql`select max(id) as id from claim`))[0]?.id ?? 0;
  for (let after = 0; licences.length > 0; ) {
    const rows = await db
      .select({ claim, attribution: source.attribution, at: change.at })
      .from(claim)
      .innerJoin(source, eq(source.id, claim.source))
      .innerJoin(change, eq(change.id, claim.changeId))
      .where(and(gt(claim.id, after), lte(claim.id, last), inArray(claim.licence, licences)))
      .orderBy(asc(claim.id))
      .limit(BATCH);
    const end = rows.at(-1);
    if (end === undefined) return;
    after = end.claim.id;
    const ids = [...new Set(rows.map((row) => row.claim.placeId))];
    const survivors = await survivorsOf(db, ids);
    yield rows.map(({ claim: each, attribution, at }) => ({
      placeId: each.placeId,
      nowId: survivors.get(each.placeId) ?? each.placeId,
      field: each.field,
      value: JSON.parse(each.value) as unknown,
      source: each.source,
      sourceDetail: each.sourceDetail,
      asOf: each.asOf,
      basis: each.basis,
      licence: each.licence,
      attribution,
      saidBy: each.author === 'load' || each.author === 'starter' ? 'load' : 'person',
      saidAt: at,
    }));
  }
}

/** How many rows the figures of areas have, with those that only say why there is none. */
export async function countFigureRows(db: Database): Promise<number> {
  return (await db.all<{ n: number }>(sql`select count(*) as n from area_value`))[0]?.n ?? 0;
}

export interface ExportedFigure {
  readonly area: string;
  readonly district: string;
  readonly indicator: string;
  readonly value: number | null;
  readonly geography: 'lsoa' | 'msoa';
  readonly reason: string | null;
  readonly year: string;
  readonly source: string;
  readonly licence: string;
}

/** Every figure of every area, by indicator and area, in batches: those that are missing too. */
export async function* exportFigures(db: Database): AsyncGenerator<readonly ExportedFigure[]> {
  for (const { id } of INDICATORS) {
    for (let after = ''; ; ) {
      const rows = await db
        .select({ figure: areaValue, district: area.districtCode, licence: source.licence })
        .from(areaValue)
        .innerJoin(area, eq(area.code, areaValue.area))
        .leftJoin(source, eq(source.id, areaValue.source))
        .where(and(eq(areaValue.indicator, id), gt(areaValue.area, after)))
        .orderBy(asc(areaValue.area))
        .limit(BATCH);
      const end = rows.at(-1);
      if (end === undefined) break;
      after = end.figure.area;
      yield rows.map(({ figure, district, licence }) => ({
        area: figure.area,
        district,
        indicator: figure.indicator,
        value: figure.value,
        geography: figure.geography,
        reason: figure.reason,
        year: figure.year,
        source: figure.source,
        licence: licence ?? '',
      }));
    }
  }
}
