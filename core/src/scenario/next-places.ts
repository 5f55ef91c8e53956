import type { Going } from './destinations.ts';
import type { PlaceNamer } from './place-names.ts';
import type { NextPlace } from './report.ts';

/** The next-nearest places of all who lose reach: most people first, then by id. */
export function nextPlacesOf(going: readonly Going[], named: PlaceNamer): NextPlace[] {
  return going
    .map(({ place: number, people, walkMetres, extraMetres }) => {
      const { place, name } = named(number);
      return {
        place,
        name,
        people,
        walkMetres: Math.round(walkMetres / people),
        extraWalkMetres: Math.round(extraMetres / people),
      };
    })
    .sort((a, b) => b.people - a.people || (a.place < b.place ? -1 : 1));
}

/** The place where most of an area's people would go, the lower number where two tie; undefined where nobody goes. */
export function mostGoTo(going: readonly Going[]): Going | undefined {
  let most: Going | undefined;
  for (const each of going)
    if (
      most === undefined ||
      each.people > most.people ||
      (each.people === most.people && each.place < most.place)
    )
      most = each;
  return most;
}
