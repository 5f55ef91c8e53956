import type { RowProblem, SheetRow } from '@kith/core/sheet/understanding';
import { eq, sql } from 'drizzle-orm';
import { area, placeName, postcode } from '../../db/schema.ts';
import { toDegrees, toGrid } from '../../geo/national-grid.ts';
import { folded } from '../folded.ts';
import type { Database } from '../open.ts';
import { type Ground, groundAt, type Position, positionFrom } from './place-ground.ts';

/** A row with where it is. */
export interface PlacedRow {
  readonly row: SheetRow;
  readonly position: Position;
  readonly ground: Ground;
}

/** As far as a place known only to its village may be off (docs/method.md). */
const VILLAGE_METRES = 600;
/** Most doors of a town lie within this of its middle; errs short in the largest. */
const TOWN_METRES = 1_500;
/** Farther than this from the middle of its postcode, one of the two is wrong. Postcodes in the country are 2 km wide. */
const FAR_METRES = 5_000;

/**
 * Finds out where each row is: by its coordinates, else its postcode, else its village by name. What lies nowhere that is
 * loaded is left out, and said.
 * @param columnOf the column (from 1) and header that say something, for problems
 */
export async function placeRows(
  db: Database,
  rows: readonly SheetRow[],
  columnOf: (meaning: 'postcode' | 'town' | 'latitude' | 'name') => { column: number | null; header: string },
): Promise<{ placed: PlacedRow[]; problems: RowProblem[] }> {
  const placed: PlacedRow[] = [];
  const problems: RowProblem[] = [];
  for (const row of rows) {
    const say = (
      meaning: 'postcode' | 'town' | 'latitude' | 'name',
      value: string,
      problem: string,
      todo: string,
      weight: RowProblem['weight'],
    ) => problems.push({ row: row.row, ...columnOf(meaning), value, problem, todo, weight });
    const pinned = pinOf(row);
    const byPostcode = row.postcode === null ? null : await postcodeAt(db, row.postcode);
    if (pinned !== null && byPostcode !== null && metres(pinned, byPostcode.position) > FAR_METRES) {
      const far = Math.round(metres(pinned, byPostcode.position) / 1_000);
      say(
        'latitude',
        row.postcode ?? '',
        `The coordinates lie ${far} km from the postcode ${row.postcode}.`,
        'Correct the one that is wrong, or empty it.',
        'out',
      );
      continue;
    }
    const position = pinned ?? byPostcode?.position ?? (await villageAt(db, row));
    if (position === null) {
      if (row.postcode !== null) {
        say(
          'postcode',
          row.postcode,
          `The postcode ${row.postcode} is not known.`,
          'Check it. New ones may be missing: write in coordinates or the village instead.',
          'out',
        );
      } else {
        say(
          'town',
          row.town ?? row.address ?? '',
          'Nothing says where it is well enough: no postcode, no coordinates, and no village that is known.',
          'Write in its postcode.',
          'out',
        );
      }
      continue;
    }
    const ground = byPostcode?.ground ?? (await groundAt(db, position.easting, position.northing));
    if (ground === null) {
      say(
        pinned !== null ? 'latitude' : row.postcode === null ? 'town' : 'postcode',
        row.postcode ?? row.name,
        'It lies outside the maps that are loaded here.',
        'Check where it is. If that is right, leave it: it is not taken in.',
        'out',
      );
      continue;
    }
    if (position.precision === 'village' && row.postcode === null) {
      say(
        'town',
        row.town ?? row.address ?? '',
        'Only its village is known, so its pin may be far off.',
        'Nothing to do. With a postcode it is placed better.',
        'note',
      );
    }
    placed.push({ row, position, ground });
  }
  return { placed, problems };
}

function pinOf({ at }: SheetRow): Position | null {
  if (at === null) return null;
  const exact = { precision: 'exact', spreadMetres: 0 } as const;
  if ('lon' in at) return { ...at, ...toGrid(at.lon, at.lat), ...exact };
  const [easting, northing] = [Math.round(at.easting), Math.round(at.northing)];
  return { ...toDegrees(easting, northing), easting, northing, ...exact };
}

async function postcodeAt(
  db: Database,
  written: string,
): Promise<{ position: Position; ground: Ground | null } | null> {
  const position = await positionFrom(db, { pin: null, postcode: written, address: null });
  if (position === null) return null;
  const rows = await db
    .select({ district: area.district, patch: area.patch })
    .from(postcode)
    .innerJoin(area, eq(area.code, postcode.area))
    .where(eq(postcode.folded, written.replace(' ', '')));
  return { position, ground: rows[0] ?? null };
}

/** The village that the town column or the end of the address names, where only one is so called. */
async function villageAt(db: Database, row: SheetRow): Promise<Position | null> {
  const names = [row.town ?? '', ...(row.address ?? '').split(',').reverse()]
    .map(folded)
    .filter((name) => name.length > 2);
  for (const name of names) {
    const found = await db
      .select({ easting: placeName.easting, northing: placeName.northing, type: placeName.type })
      .from(placeName)
      .where(
        sql`${placeName.folded} = ${name} and ${placeName.type} in ('town', 'village', 'hamlet', 'area', 'other')`,
      )
      .limit(2);
    const [only, other] = found;
    if (only === undefined || other !== undefined) continue;
    const { easting, northing, type } = only;
    return {
      ...toDegrees(easting, northing),
      easting,
      northing,
      precision: 'village',
      spreadMetres: type === 'town' || type === 'other' ? TOWN_METRES : VILLAGE_METRES,
    };
  }
  return null;
}

function metres(a: { easting: number; northing: number }, b: { easting: number; northing: number }): number {
  return Math.hypot(a.easting - b.easting, a.northing - b.northing);
}
