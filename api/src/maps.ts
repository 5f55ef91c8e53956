import type { Patch } from '@kith/core/area/patch';
import { AREAS_OF_ENGLAND, EVERYWHERE } from '@kith/core/area/patches';

/** The maps there are: all of England first, once every area of it is loaded, and then each by its name. */
export function mapsOf(patches: readonly Patch[], areasOfEngland: number): readonly Patch[] {
  if (areasOfEngland < AREAS_OF_ENGLAND) return patches;
  const bbox: Patch['bbox'] = [180, 90, -180, -90];
  for (const patch of patches) {
    bbox[0] = Math.min(bbox[0], patch.bbox[0]);
    bbox[1] = Math.min(bbox[1], patch.bbox[1]);
    bbox[2] = Math.max(bbox[2], patch.bbox[2]);
    bbox[3] = Math.max(bbox[3], patch.bbox[3]);
  }
  const sum = (of: (patch: Patch) => number) => patches.reduce((total, patch) => total + of(patch), 0);
  const everywhere: Patch = {
    id: EVERYWHERE,
    name: 'All England',
    shortName: 'All England',
    bbox,
    areaCount: sum((patch) => patch.areaCount),
    residents: sum((patch) => patch.residents),
    districts: patches.flatMap((patch) => patch.districts).sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
  return [everywhere, ...patches];
}

/** Whether what lies on one map is shown on another: everything is, on the map of everything. */
export function isOnMap(patch: string, map: string): boolean {
  return map === EVERYWHERE || patch === map;
}

/** A map as a store is asked for it: no map at all where it is the one of everything. */
export function narrowedTo(map: string | undefined): string | undefined {
  return map === EVERYWHERE ? undefined : map;
}
