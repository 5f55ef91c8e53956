import { createHash } from 'node:crypto';
import type { Shape } from '@kith/api/store/shape-store';
import type { TilesInput } from './build-tiles.ts';

/** Raise it when the same shapes and names are made into other tiles, so that databases make theirs again. */
const TILES = 4;

/**
 * The version of the shapes and labels, in twelve characters that may stand in a URL: a hash of what is drawn. So it
 * changes when they do, for whatever reason, and what browsers keep for ever is never out of date.
 */
export function geometryVersion({ areas, districts, names }: TilesInput): string {
  const hash = createHash('sha256').update(`tiles ${TILES}`);
  const add = (what: string, rows: Iterable<readonly unknown[]>) => {
    hash.update(`\n${what}`);
    for (const row of rows) hash.update(`\n${JSON.stringify(row)}`);
  };
  add('areas', mapped(areas, shapeRow));
  add('districts', mapped(districts, shapeRow));
  add(
    'names',
    mapped(names, ({ name, type, patch, lon, lat }) => [name, type, patch, lon, lat]),
  );
  return hash.digest('hex').slice(0, 12);
}

function shapeRow({ code, name, patch, geometry }: Shape): readonly unknown[] {
  return [code, name, patch, geometry];
}

/** One after another: all of England in one text would be tens of megabytes. */
function* mapped<A, B>(all: readonly A[], change: (each: A) => B): Generator<B> {
  for (const each of all) yield change(each);
}
