import type { Baseline } from '@kith/core/reach/baseline';
import { featureCollection, point } from '@turf/helpers';
import { nearestPoint } from '@turf/nearest-point';
import { timed } from './timing.ts';

/**
 * Milliseconds that Turf would need for every home point, asked one by one over all places, as it is mostly used: a
 * few home points are timed and the rest reckoned from them, as all of them would take hours.
 */
export function turfReckoned(world: Baseline, places: readonly number[], sample: number): number {
  const features = featureCollection(
    places.map((at) => point([world.places.lon[at] ?? 0, world.places.lat[at] ?? 0])),
  );
  const count = world.homePoints.area.length;
  // A place stands in for a home point, which has no longitude and latitude here: only the time is asked for.
  const from = Array.from({ length: sample }, (_, nth) => {
    const at = places[Math.floor((nth * places.length) / sample)] ?? 0;
    return point([world.places.lon[at] ?? 0, world.places.lat[at] ?? 0]);
  });
  const taken = timed(() => from.map((each) => nearestPoint(each, features)));
  return (taken.ms / sample) * count;
}
