import { Problem } from './errors.ts';
import type { Services } from './services.ts';

/** For what lies at an address with the version of the shapes in it: it never changes. */
export const FOR_EVER = 'public, max-age=31536000, immutable';

/** Refuses a version of the shapes that is not the one of now, and says which is. */
export async function mustBeCurrentGeometry(snapshot: Services['snapshot'], version: string): Promise<void> {
  const current = (await snapshot()).version.geometry;
  if (version === current) return;
  throw new Problem(
    404,
    'old-geometry',
    'These shapes have been drawn anew. Read geometryVersion in /api/patches and ask again.',
    { details: { geometryVersion: current } },
  );
}
