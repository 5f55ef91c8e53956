import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PlaceStatus } from '@kith/core/place/place';
import type { Baseline } from '@kith/core/reach/baseline';
import { type SmallArea, smallWorld } from '@kith/core/reach/small-world';
import { parse } from 'csv-parse/sync';

function rows(name: string): Record<string, string>[] {
  const file = join(import.meta.dirname, '..', '..', 'data', 'starter', `${name}.csv`);
  return parse(readFileSync(file, 'utf8'), { columns: true, bom: true }) as Record<string, string>[];
}
const whole = (text: string | undefined) => Number.parseInt(text ?? '', 10);

/** All areas and home points of the starter with its libraries, straight from its files, without a database. */
export function starterLibraries(): Baseline {
  const homes = new Map<string, SmallArea['homePoints'][number][]>();
  for (const row of rows('home-points')) {
    const list = homes.get(row.area ?? '') ?? [];
    list.push({
      easting: whole(row.easting),
      northing: whole(row.northing),
      residents: whole(row.residents),
    });
    homes.set(row.area ?? '', list);
  }
  const areas = rows('areas').map((row) => ({
    code: row.code ?? '',
    ruralUrban: row.rural_urban === 'rural' ? ('rural' as const) : ('urban' as const),
    homePoints: homes.get(row.code ?? '') ?? [],
  }));
  const places = rows('libraries')
    .filter((row) => row.mobile === 'no' && row.easting !== '')
    .map((row) => ({
      id: row.key ?? '',
      name: row.name ?? '',
      status: row.status as PlaceStatus,
      easting: whole(row.easting),
      northing: whole(row.northing),
      outside: row.outside === 'yes',
    }));
  return smallWorld({ areas, places });
}
