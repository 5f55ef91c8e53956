import type { Database } from '@kith/api/store/open';
import { listNames } from '@kith/api/store/search-store';
import { listAreaShapes, listDistrictShapes } from '@kith/api/store/shape-store';
import { countTiles, replaceTiles } from '@kith/api/store/tile-store';
import { readMeta, writeMeta } from '@kith/api/store/version-store';
import { buildTiles } from './build-tiles.ts';
import { geometryVersion } from './geometry-version.ts';

/**
 * Makes the tiles anew from every shape and name in the database, whoever loaded it, and sets the version they are
 * found under. Where nothing that is drawn has changed it leaves them. Call it inside the transaction that changes
 * shapes or names, last.
 * @returns how many tiles there are
 */
export async function remakeTiles(db: Database): Promise<number> {
  const drawn = {
    areas: await listAreaShapes(db),
    districts: await listDistrictShapes(db),
    names: await listNames(db),
  };
  const version = geometryVersion(drawn);
  const there = await countTiles(db);
  if (there > 0 && (await readMeta(db, 'geometry-version')) === version) return there;
  await replaceTiles(db, buildTiles(drawn));
  await writeMeta(db, 'geometry-version', version);
  return countTiles(db);
}
