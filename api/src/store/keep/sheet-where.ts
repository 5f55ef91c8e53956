import { postcodeOf } from '@kith/core/keep/contact-shapes';
import type { SheetRow } from '@kith/core/sheet/understanding';
import { villageWords } from '@kith/core/sheet/village-words';
import { sql } from 'drizzle-orm';
import { area, placeName, postcode } from '../../db/schema.ts';
import { toDegrees } from '../../geo/national-grid.ts';
import { folded } from '../folded.ts';
import type { Database } from '../open.ts';
import { type Ground, type Position, positionFrom } from './place-ground.ts';

/** Where a postcode is; its ground only where the unit itself is known. */
export interface PostcodeSpot {
  readonly position: Position;
  readonly ground: Ground | null;
  /** The part of it that is known, `LE9 5`, where it is not: the position is the middle of that. */
  readonly sector: string | null;
}

/** A village as a row names it. */
export interface NamedVillage {
  readonly name: string;
  readonly position: Position;
}

/** As far as a place known only to its village may be off (docs/method.md). */
const VILLAGE_METRES = 600;
/** Most doors of a town lie within this of its middle; errs short in the largest. */
const TOWN_METRES = 1_500;

/** Where the postcodes of some rows are, as written; those that are not known are not in it. Whole ones in one question. */
export async function postcodesOf(
  db: Database,
  rows: readonly SheetRow[],
): Promise<ReadonlyMap<string, PostcodeSpot>> {
  const written = [...new Set(rows.flatMap((row) => row.postcode ?? []))];
  const asked = JSON.stringify(
    written.map((each) => [each, (postcodeOf(each) ?? '').replace(' ', ''), each.replace(' ', '')]),
  );
  const units = await db.all<{
    written: string;
    easting: number;
    northing: number;
    district: string | null;
    patch: string | null;
  }>(sql`
    select asked.value ->> 0 as written, p.easting, p.northing, a.district, a.patch
    from json_each(${asked}) as asked cross join ${postcode} p on p.folded = asked.value ->> 1
      left join ${postcode} own on own.folded = asked.value ->> 2 left join ${area} a on a.code = own.area`);
  const found = new Map<string, PostcodeSpot>();
  for (const { written: each, easting, northing, district, patch } of units) {
    const position = {
      ...toDegrees(easting, northing),
      easting,
      northing,
      precision: 'postcode' as const,
      spreadMetres: 0,
    };
    found.set(each, {
      position,
      ground: district === null || patch === null ? null : { district, patch },
      sector: null,
    });
  }
  // What is no unit that is known may lie in a sector that is: one question for each sector.
  const sectors = new Map<string, Position | null>();
  for (const each of written) {
    if (found.has(each)) continue;
    const sector = (postcodeOf(each) ?? each).slice(0, -2);
    let position = sectors.get(sector);
    if (position === undefined) {
      position = await positionFrom(db, { pin: null, postcode: each, address: null });
      sectors.set(sector, position);
    }
    if (position !== null) found.set(each, { position, ground: null, sector });
  }
  return found;
}

/** Where the villages are that some rows name, in the town column or at the end of the address: see `villageOf`. */
export async function villagesOf(
  db: Database,
  rows: readonly SheetRow[],
): Promise<ReadonlyMap<string, Position>> {
  const names = [...new Set(rows.flatMap(namesIn).map(folded))];
  const found = await db.all<{ name: string; easting: number; northing: number; type: string }>(sql`
    select asked.value as name, n.easting, n.northing, n.type
    from json_each(${JSON.stringify(names)}) as asked cross join ${placeName} n on n.folded = asked.value
    where n.type in ('town', 'village', 'hamlet', 'area', 'other') group by asked.value having count(*) = 1`);
  return new Map(
    found.map(({ name, easting, northing, type }) => [
      name,
      {
        ...toDegrees(easting, northing),
        easting,
        northing,
        precision: 'village',
        spreadMetres: type === 'town' || type === 'other' ? TOWN_METRES : VILLAGE_METRES,
      },
    ]),
  );
}

/** The village that a row names, where only one is so called. */
export function villageOf(row: SheetRow, villages: ReadonlyMap<string, Position>): NamedVillage | null {
  for (const name of namesIn(row)) {
    const position = villages.get(folded(name));
    if (position !== undefined) return { name, position };
  }
  return null;
}

function namesIn(row: SheetRow): string[] {
  return [row.town ?? '', ...(row.address ?? '').split(',').reverse()]
    .flatMap(villageWords)
    .filter((name) => folded(name).length > 2);
}
