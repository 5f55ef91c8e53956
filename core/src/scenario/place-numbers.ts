import type { Baseline } from '../reach/baseline.ts';

const remembered = new WeakMap<object, ReadonlyMap<string, number>>();

/** The number of each place (its position in `baseline.places`) by id. Worked out once per baseline. */
export function placeNumbers({ places }: Pick<Baseline, 'places'>): ReadonlyMap<string, number> {
  const known = remembered.get(places);
  if (known !== undefined) return known;
  const numbers = new Map(places.id.map((id, number) => [id, number]));
  remembered.set(places, numbers);
  return numbers;
}
