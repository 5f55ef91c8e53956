import type { Feature, FeatureCollection, Point } from 'geojson';
import { fanOut } from './fan-out.ts';
import { type PinLook, pinName } from './pin-images.ts';
import type { Pins } from './types.ts';

/** Pins as points for the map, and those of them that must always be seen. */
export interface PinFeatures {
  readonly places: FeatureCollection<Point>;
  readonly marks: FeatureCollection<Point>;
}

const collection = (features: Feature<Point>[]): FeatureCollection<Point> => ({
  type: 'FeatureCollection',
  features,
});

/**
 * Turns columns into points. A place chosen or closed in the scenario becomes a mark and leaves the clusters, so
 * that it is never counted twice on the map.
 */
export function pinFeatures(
  pins: Omit<Pins, 'version'>,
  chosen: string | null,
  closed: ReadonlySet<string>,
): PinFeatures {
  const slots = fanOut(pins.lon, pins.lat);
  const places: Feature<Point>[] = [];
  const marks: Feature<Point>[] = [];
  pins.id.forEach((id, index) => {
    const status = pins.status[index];
    const gone = closed.has(id) || status === 'closed' || status === 'temporarily-closed';
    const look: PinLook = gone ? 'closed' : pins.precision[index] === 'village' ? 'approximate' : 'open';
    const selected = id === chosen;
    const feature: Feature<Point> = {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [pins.lon[index] ?? 0, pins.lat[index] ?? 0] },
      properties: {
        id,
        name: pins.name[index] ?? '',
        pin: pinName(pins.kind[index] ?? 'other', look, selected),
        slot: slots[index] ?? 0,
        // Who is known exactly stands above who is not, and a bench below both.
        order: selected ? 3 : pins.kind[index] === 'bench' ? 0 : look === 'approximate' ? 1 : 2,
      },
    };
    (selected || closed.has(id) ? marks : places).push(feature);
  });
  return { places: collection(places), marks: collection(marks) };
}
