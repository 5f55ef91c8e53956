import type { Feature, FeatureCollection, Point } from 'geojson';
import { fanOut } from './fan-out.ts';
import { type PinLook, pinName } from './pin-images.ts';
import type { Pins, ScenarioPins } from './types.ts';

/** Pins as points for the map, and those of them that must always be seen. */
export interface PinFeatures {
  readonly places: FeatureCollection<Point>;
  readonly marks: FeatureCollection<Point>;
}

const collection = (features: Feature<Point>[]): FeatureCollection<Point> => ({
  type: 'FeatureCollection',
  features,
});

/** Nothing closes, nothing opens. */
export const AS_IT_IS: ScenarioPins = { closed: [], shortened: [], opened: [] };

/**
 * Turns columns into points. A place chosen, or changed by the scenario, becomes a mark and leaves the clusters, so
 * that it is never counted twice on the map. What the scenario opens is a mark from the start.
 */
export function pinFeatures(
  pins: Omit<Pins, 'version'>,
  chosen: string | null,
  scenario: ScenarioPins = AS_IT_IS,
): PinFeatures {
  const [closed, shortened] = [new Set(scenario.closed), new Set(scenario.shortened)];
  const slots = fanOut(pins.lon, pins.lat);
  const places: Feature<Point>[] = [];
  const marks: Feature<Point>[] = [];
  pins.id.forEach((id, index) => {
    const status = pins.status[index];
    const gone = closed.has(id) || status === 'closed' || status === 'temporarily-closed';
    const look: PinLook = gone
      ? 'closed'
      : shortened.has(id)
        ? 'shorter'
        : pins.precision[index] === 'village'
          ? 'approximate'
          : 'open';
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
    (selected || closed.has(id) || shortened.has(id) ? marks : places).push(feature);
  });
  for (const { id, name, kind, lon, lat } of scenario.opened) {
    const selected = id === chosen;
    marks.push({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [lon, lat] },
      properties: { id, name, pin: pinName(kind, 'new', selected), slot: 0, order: 3 },
    });
  }
  return { places: collection(places), marks: collection(marks) };
}
