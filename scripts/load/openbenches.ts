import type { Source } from '@kith/core/source/source';
import { type Columns, hasColumns } from './files/columns.ts';
import type { SourceFile } from './files/found-file.ts';
import { readTable } from './files/read-table.ts';
import {
  type GroundBelow,
  type Listed,
  type Listings,
  oneByOne,
  type Position,
  positionInDegrees,
  saying,
  type Whereabouts,
  whereaboutsOf,
} from './listing.ts';
import { placeId, type Word } from './place-claims.ts';

export const OPENBENCHES_SOURCE = 'openbenches-2026-05';
/** Without its month: a later file must not change the ids. */
const ID_SOURCE = 'openbenches';

const ID_COLUMN = 'bench_id_mvt';
/** What is written on a bench names people: it is in the file, and is not among the columns that are read. */
const COLUMNS: Columns<'id' | 'lon' | 'lat'> = {
  id: { is: [ID_COLUMN, 'benchID', 'bench_id', 'id'] },
  lon: { is: ['lon', 'longitude', 'lng'] },
  lat: { is: ['lat', 'latitude'] },
};

/** Tells it from any other table with `id`, `lon` and `lat`: the publisher's own list calls its numbers just that. */
const OWN = { is: [ID_COLUMN, 'benchID', 'bench_id', 'inscription'] };

export interface OpenBench {
  readonly id: string;
  readonly lon: number;
  readonly lat: number;
}

/** Memorial benches of OpenBenches: their number and where they stand, and nothing else. */
export const openBenches: SourceFile<OpenBench> = {
  source: OPENBENCHES_SOURCE,
  what: 'the list of benches of OpenBenches',
  rolling: true,
  recognise: (head) => hasColumns(head, { ...COLUMNS, own: OWN }),
  async *read(file, reject) {
    for await (const rows of readTable(file, COLUMNS, reject)) {
      yield rows.flatMap(({ row, cells }) => {
        const refuse = (column: string, problem: string) => {
          reject({ row, column, problem });
          return [];
        };
        if (!/^\d+$/.test(cells.id))
          return refuse(ID_COLUMN, 'The number of the bench is missing or is no number.');
        const [lon, lat] = [Number(cells.lon || Number.NaN), Number(cells.lat || Number.NaN)];
        if (!(Math.abs(lon) <= 180)) return refuse('lon', 'The longitude is not a number of degrees.');
        if (!(Math.abs(lat) <= 90)) return refuse('lat', 'The latitude is not a number of degrees.');
        return [{ id: cells.id, lon, lat }];
      });
    }
  },
};

/**
 * The benches that stand in an area that is loaded. Their age is the file's month, not a check that they still stand.
 * @param nameNear what a bench can be called after: see nearest-name.ts
 */
export function benchListings(
  rows: readonly OpenBench[],
  ground: GroundBelow,
  nameNear: (at: { easting: number; northing: number }) => string | null,
  source: Source,
): Listed<Listings> {
  let elsewhere = 0;
  const byId = new Map(rows.map((row) => [row.id, row]));
  const here: { id: string; position: Position; at: Whereabouts }[] = [];
  for (const { id, lon, lat } of byId.values()) {
    const position = isNearBritain(lon, lat) ? positionInDegrees(lon, lat) : null;
    const at = position && whereaboutsOf(position, ground, false);
    if (position === null || at === null) elsewhere += 1;
    else here.push({ id, position, at });
  }
  const listings = oneByOne(here, ({ id, position, at }) => {
    const word: Word = {
      source: source.id,
      sourceDetail: `https://openbenches.org/bench/${id}`,
      ...datedBy(source),
      licence: source.licence,
    };
    const near = nameNear(position);
    const name = near === null ? `Bench in ${at.district}` : `Bench near ${near}`;
    const claims = saying(word, { name, kind: 'bench', status: 'open', position, ...at, mobile: false });
    return { key: id, placeId: placeId(ID_SOURCE, id), claims };
  });
  const twice = rows.length - byId.size;
  return { listings, elsewhere, leftOut: twice === 0 ? {} : { 'listed twice': twice } };
}

/** As old as the edition of its file; undated where that is not known. */
function datedBy({ vintage }: Source): Pick<Word, 'asOf' | 'basis'> {
  return /^\d{4}(-\d\d){0,2}$/.test(vintage)
    ? { asOf: vintage, basis: 'published' }
    : { asOf: null, basis: 'undated' };
}

/** The grid's arithmetic holds near Great Britain only. */
export function isNearBritain(lon: number, lat: number): boolean {
  return lon > -9 && lon < 3 && lat > 49 && lat < 61.5;
}
