import type { PlaceDetail } from '@kith/core/place/place';
import type { Pins } from '../../map/types.ts';

/** One place as pins. Null where it has no position. */
export function onePin(place: PlaceDetail): Pins | null {
  const { id, name, kind, status, lon, lat, precision, outside } = place;
  if (lon === null || lat === null) return null;
  return {
    version: '',
    id: [id],
    name: [name],
    kind: [kind],
    status: [status],
    lon: [lon],
    lat: [lat],
    precision: [precision],
    outside: [outside],
  };
}
