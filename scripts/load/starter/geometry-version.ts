import { createHash } from 'node:crypto';
import type { PlaceNameToLoad } from '@kith/api/store/seed-store';
import type { Shape } from '@kith/api/store/shape-store';

/** Everything that is answered at an address with the version in it. */
export interface Drawn {
  readonly areas: readonly Shape[];
  readonly districts: readonly Shape[];
  readonly names: readonly PlaceNameToLoad[];
}

/**
 * The version of the shapes and labels, in twelve characters that may stand in a URL: a hash of what is drawn. So it
 * changes when they do, for whatever reason, and what browsers keep for ever is never out of date.
 */
export function geometryVersion({ areas, districts, names }: Drawn): string {
  const row = ({ code, name, patch, geometry }: Shape) => [code, name, patch, geometry];
  const drawn = [areas.map(row), districts.map(row), names];
  return createHash('sha256').update(JSON.stringify(drawn)).digest('hex').slice(0, 12);
}
