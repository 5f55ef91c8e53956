import type { Baseline } from '../reach/baseline.ts';
import { MIDDLE } from './counted.ts';
import type { PointLoss } from './point-losses.ts';
import type { NextPlace } from './report.ts';

/** Where people who lose reach would have to go, and how many have nowhere left. Middle detour factor. */
export interface NextPlaces {
  readonly nextPlaces: NextPlace[];
  readonly nowhere: number;
}

/** Adds up the next-nearest places of all who lose reach: most people first, then by id. */
export function nextPlacesOf(baseline: Baseline, losses: readonly PointLoss[]): NextPlaces {
  const byPlace = new Map<number, { people: number; walkMetres: number; extraMetres: number }>();
  let nowhere = 0;
  for (const { homePoint, lost, toPlace, walkMetres, extraMetres } of losses) {
    const people = baseline.homePoints.residents[homePoint] ?? 0;
    if (!lost[MIDDLE] || people === 0) continue;
    if (toPlace < 0) {
      nowhere += people;
      continue;
    }
    const sum = byPlace.get(toPlace) ?? { people: 0, walkMetres: 0, extraMetres: 0 };
    sum.people += people;
    sum.walkMetres += people * walkMetres;
    sum.extraMetres += people * extraMetres;
    byPlace.set(toPlace, sum);
  }
  const nextPlaces = [...byPlace].map(([place, sum]) => ({
    place: baseline.places.id[place] ?? '',
    name: baseline.places.name[place] ?? '',
    people: sum.people,
    walkMetres: Math.round(sum.walkMetres / sum.people),
    extraWalkMetres: Math.round(sum.extraMetres / sum.people),
  }));
  nextPlaces.sort((a, b) => b.people - a.people || (a.place < b.place ? -1 : 1));
  return { nextPlaces, nowhere };
}
