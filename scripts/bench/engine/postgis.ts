import type { Baseline } from '@kith/core/reach/baseline';
import { homeArrays } from '@kith/core/reach/columns';
import type { NearestLists } from '@kith/core/reach/nearest';
import { nearestChanges } from '@kith/core/reach/nearest-changes';
import { OwnPostgres } from './postgres.ts';
import { median } from './timing.ts';

/** All of it from scratch takes seconds, so only a few closures are asked about that way. */
const FROM_SCRATCH = 3;
/** Metres that sums of distances may differ by: PostgreSQL adds up in another order. */
const ROUNDING = 0.01;

export interface PostgisTimes {
  /** Median milliseconds: the nearest of every home point again; and only those that change, from the same lists. */
  readonly fromScratch: number;
  readonly fromLists: number;
}

/**
 * Closures answered by PostGIS in a database of its own with the same points, indexes built and tables analysed
 * beforehand. Undefined where PostGIS is not installed.
 *
 * @throws Error where it finds other distances than Kith.
 */
export async function timePostgis(
  world: Baseline,
  lists: NearestLists,
  closures: readonly ReadonlySet<number>[],
): Promise<PostgisTimes | undefined> {
  const postgres = await OwnPostgres.start();
  if (postgres === undefined) return undefined;
  try {
    postgres.ask(tables(world, lists));
    const asked = closures.filter((closed) => nearestChanges(world, lists, closed).homePoint.length > 0);
    const [, ...scratch] = postgres.time(['select 1', ...asked.slice(0, FROM_SCRATCH).map(allAgain)]);
    const quick = postgres.time([...asked.slice(0, 10), ...asked].map(changedOnly)).slice(-asked.length);
    for (const [nth, closed] of asked.entries()) {
      const { straight } = nearestChanges(world, lists, closed);
      const own = straight.reduce((sum, metres) => sum + Math.max(0, metres), 0);
      if (Math.abs(Number(quick[nth]?.answer) - own) > ROUNDING)
        throw new Error(`PostGIS adds up to ${quick[nth]?.answer} m and Kith to ${own} m.`);
    }
    return { fromScratch: median(scratch.map(({ ms }) => ms)), fromLists: median(quick.map(({ ms }) => ms)) };
  } finally {
    await postgres.stop();
  }
}

function tables(world: Baseline, lists: NearestLists): string {
  const { easting, northing } = homeArrays(world);
  const homes = [...easting.keys()].map((at) => `${at}\t${easting[at]}\t${northing[at]}`);
  const places = [...lists.exact.index].map(
    (at) => `${at}\t${world.places.easting[at]}\t${world.places.northing[at]}`,
  );
  const near: string[] = [];
  for (const [slot, place] of lists.place.entries())
    if (place >= 0)
      near.push(`${Math.floor(slot / lists.k)}\t${slot % lists.k}\t${place}\t${lists.straight[slot]}`);
  const pointTable = (name: string, rows: readonly string[]) => `
create table ${name}_xy (id int, x float8, y float8);
copy ${name}_xy from stdin;
${rows.join('\n')}
\\.
create table ${name} as select id, st_setsrid(st_makepoint(x, y), 27700)::geometry(point, 27700) as spot from ${name}_xy;
create index on ${name} using gist (spot);
create index on ${name} (id);`;
  return `${pointTable('home', homes)}${pointTable('place', places)}
create table near (home int, rank int, place int, metres float8);
copy near from stdin;
${near.join('\n')}
\\.
create index on near (home, rank);
create index on near (place) where rank = 0;
vacuum analyze;`;
}

const listOf = (closed: ReadonlySet<number>) => `array[${[...closed].join(',')}]`;

const allAgain = (closed: ReadonlySet<number>) => `select sum(n.metres) from home h cross join lateral
(select p.spot <-> h.spot as metres from place p where p.id <> all (${listOf(closed)})
order by p.spot <-> h.spot limit 1) n`;

/** As Kith does it: the next in the list that is left; where the whole list goes, all places are searched. */
const changedOnly = (closed: ReadonlySet<number>) => `select sum(coalesce(
(select b.metres from near b where b.home = a.home and b.place <> all (${listOf(closed)}) order by b.rank limit 1),
(select n.metres from home h cross join lateral (select p.spot <-> h.spot as metres from place p
where p.id <> all (${listOf(closed)}) order by p.spot <-> h.spot limit 1) n where h.id = a.home)
)) from near a where a.rank = 0 and a.place = any (${listOf(closed)})`;
