import type { Baseline } from '../reach/baseline.ts';
import type { Applied } from './apply-cuts.ts';

/** The reference and name of a place by its number, new ones among them. */
export function placeNamer({ places }: Baseline, { added, maybeAdded }: Applied) {
  const fresh = new Map([...added, ...maybeAdded].map((each) => [each.number, each]));
  return (number: number): { readonly place: string; readonly name: string } => ({
    place: fresh.get(number)?.id ?? places.id[number] ?? '',
    name: fresh.get(number)?.name ?? places.name[number] ?? '',
  });
}
export type PlaceNamer = ReturnType<typeof placeNamer>;
