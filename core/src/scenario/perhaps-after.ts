import type { Baseline } from '../reach/baseline.ts';
import { detours, homeArrays, homeTree } from '../reach/columns.ts';
import { isWithin, straightMetres } from '../reach/detour.ts';
import type { NearestLists } from '../reach/nearest.ts';
import { visitWithin } from '../reach/nearest-tree.ts';
import { isPerhapsWithin } from '../reach/perhaps.ts';
import { DETOUR } from '../reach/walk.ts';
import type { Applied } from './apply-cuts.ts';
import type { Before } from './before.ts';
import type { PointChanges } from './point-changes.ts';
import type { Tally } from './tally.ts';

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
  const seen = new Set([...tally.losers, ...tally.gainers]);
  const most = [...maybeGone].sort((a, b) => a - b).map((place) => ({ place, most: 0 }));
  const look = (at: { readonly easting: number; readonly northing: number }, spread: number) => {
    const near: { point: number; straight: number }[] = [];
    const far = limitMetres / LEAST_MIDDLE + spread + 1;
    visitWithin(homeTree(baseline), at.easting, at.northing, far, (point, square) => {
      const straight = Math.sqrt(square) - spread;
      if (isWithin(straight, detourOf(point), limitMetres)) near.push({ point, straight });
      return false;
    });
    for (const { point } of near) {
      if (seen.has(point)) continue;
      seen.add(point);
      if (isWithinAfter(point)) continue;
      const is = isPerhaps(point) ? 1 : 0;
      people += (is - (before.isPerhaps[point] ?? 0)) * (residents[point] ?? 0);
    }
    return near;
  };
  for (const row of most) {
    const at = { easting: places.easting[row.place] ?? 0, northing: places.northing[row.place] ?? 0 };
    for (const { point } of look(at, places.spreadMetres[row.place] ?? 0))
      if (!isWithinAfter(point)) row.most += residents[point] ?? 0;
  }
  for (const spot of extra) look(spot, 0);
  return { people, areas, most };
}
