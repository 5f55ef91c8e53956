import type { Baseline } from '../reach/baseline.ts';
import { detours, homeArrays, homeTree } from '../reach/columns.ts';
import { isWithin, straightMetres } from '../reach/detour.ts';
import type { NearestLists } from '../reach/nearest.ts';
import { visitWithin } from '../reach/nearest-tree.ts';
import { isPerhapsWithin } from '../reach/perhaps.ts';
import { DETOUR } from '../reach/walk.ts';
import type { Applied } from './apply-cuts.ts';
import type { Before } from './before.ts';
import { NumberedRows } from './numbered-rows.ts';
import type { PointChanges } from './point-changes.ts';
import type { Tally } from './tally.ts';

const rowsByHomes = new WeakMap<Baseline['homePoints'], NumberedRows>();
const LEAST_MIDDLE = Math.min(DETOUR.urban.middle, DETOUR.rural.middle);

/** What `perhaps` comes to once cuts are made. */
export interface PerhapsAfter {
  /** People not within the limit of a place that counts, but perhaps of one that may. */
  readonly people: number;
  /** Areas with someone who loses reach and is perhaps still within it. */
  readonly areas: ReadonlySet<number>;
  /** Cut places that might have counted: see `ScenarioReport`. */
  readonly most: readonly { readonly place: number; readonly most: number }[];
}

/** Works `perhaps` out again, for those who lose or gain reach and for those near a place that may count and changes. */
export function perhapsAfter(
  baseline: Baseline,
  lists: NearestLists,
  { maybeGone, nowMaybe, maybeAdded }: Applied,
  limitMetres: number,
  before: Before,
  changes: PointChanges,
  tally: Tally,
): PerhapsAfter {
  const { area: areaOf, easting, northing, residents } = homeArrays(baseline);
  const { middle } = detours(baseline);
  const { places } = baseline;
  const extra = [
    ...[...nowMaybe].map((place) => ({
      easting: places.easting[place] ?? 0,
      northing: places.northing[place] ?? 0,
    })),
    ...maybeAdded,
  ];
  const detourOf = (point: number) => middle[areaOf[point] ?? 0] ?? 1;
  const isPerhaps = (point: number): boolean =>
    isPerhapsWithin(baseline, lists, point, detourOf(point), limitMetres, maybeGone) ||
    extra.some((spot) => {
      const straight = straightMetres(easting[point] ?? 0, northing[point] ?? 0, spot.easting, spot.northing);
      return isWithin(straight, detourOf(point), limitMetres);
    });
  const isWithinAfter = (point: number): boolean => {
    const row = changes.rowOf(point);
    const place = row < 0 ? lists.place[point * lists.k] : changes.place[row];
    const straight = row < 0 ? lists.straight[point * lists.k] : changes.straight[row];
    return (place ?? -1) >= 0 && isWithin(straight ?? -1, detourOf(point), limitMetres);
  };

  const areas = new Set<number>();
  let people = before.perhapsPeople;
  for (const point of tally.gainers) if (before.isPerhaps[point]) people -= residents[point] ?? 0;
  for (const point of tally.losers) {
    if (!isPerhaps(point)) continue;
    people += residents[point] ?? 0;
    areas.add(areaOf[point] ?? 0);
  }
  // Those near a place that may count and changes, once each. Who loses or gains reach is counted already.
  const seen = rowsFor(baseline);
  for (const point of tally.losers) seen.add(point);
  for (const point of tally.gainers) seen.add(point);
  /** People near such a place with none that counts within the limit; works them out again on the way. */
  const look = (east: number, north: number, spread: number): number => {
    const far = limitMetres / LEAST_MIDDLE + spread + 1;
    let sum = 0;
    visitWithin(homeTree(baseline), east, north, far, (point, square) => {
      if (!isWithin(Math.sqrt(square) - spread, detourOf(point), limitMetres)) return false;
      if (isWithinAfter(point)) return false;
      const here = residents[point] ?? 0;
      sum += here;
      if (seen.rowOf(point) >= 0) return false;
      seen.add(point);
      people += ((isPerhaps(point) ? 1 : 0) - (before.isPerhaps[point] ?? 0)) * here;
      return false;
    });
    return sum;
  };
  const most = [...maybeGone]
    .sort((a, b) => a - b)
    .map((place) => ({
      place,
      most: look(places.easting[place] ?? 0, places.northing[place] ?? 0, places.spreadMetres[place] ?? 0),
    }));
  for (const spot of extra) look(spot.easting, spot.northing, 0);
  return { people, areas, most };
}

function rowsFor({ homePoints }: Baseline): NumberedRows {
  const known = rowsByHomes.get(homePoints);
  if (known !== undefined) return known.start();
  const made = new NumberedRows(homePoints.area.length);
  rowsByHomes.set(homePoints, made);
  return made.start();
}
