import type { Baseline } from '../reach/baseline.ts';
import { homeArrays, homeTree } from '../reach/columns.ts';
import { nearestInTree } from '../reach/nearest-tree.ts';
import type { SiteFrom } from './site-question.ts';

/** A spot where a new place may stand. */
export interface SiteCandidate {
  /** Whole metres of the British National Grid. */
  readonly easting: number;
  readonly northing: number;
  /** Of the area it stands in, or of the home point nearest to it: index into `baseline.areas`. */
  readonly area: number;
  readonly areaCode: string;
  readonly areaName: string;
  /** Id of the place that is there now; null where people live. */
  readonly place: string | null;
}

/**
 * The spots of a question, in the order of the baseline. Where every home point would be more than `most`, as many of
 * each area as fit, those with most people first; `perArea` says how many, null where nothing was left out.
 *
 * @param stays whether a place counts as somewhere to go with nothing new opened.
 */
export function siteCandidates(
  baseline: Baseline,
  from: SiteFrom,
  stays: (place: number) => boolean,
  most: number,
): { readonly candidates: readonly SiteCandidate[]; readonly perArea: number | null } {
  if (typeof from === 'object') return { candidates: ofPlaces(baseline, from.kinds, stays), perArea: null };
  const byArea = pointsByArea(baseline);
  const larger = byArea.reduce((least, points) => Math.max(least, points.length), 1);
  let perArea = from === 'areas' ? 1 : larger;
  const count = () => byArea.reduce((sum, points) => sum + Math.min(points.length, perArea), 0);
  while (perArea > 1 && count() > most) perArea--;
  const homes = homeArrays(baseline);
  const points = byArea.flatMap((own) => own.slice(0, perArea)).sort((a, b) => a - b);
  const candidates = points.map((point) =>
    candidate(baseline, homes.easting[point] ?? 0, homes.northing[point] ?? 0, homes.area[point] ?? 0, null),
  );
  return { candidates, perArea: from === 'home-points' && perArea < larger ? perArea : null };
}

/** Home points with people, area by area, those with most people first, ties by the lower number. */
function pointsByArea(baseline: Baseline): number[][] {
  const { area, residents } = homeArrays(baseline);
  const byArea: number[][] = baseline.areas.code.map(() => []);
  residents.forEach((people, point) => {
    if (people > 0) byArea[area[point] ?? 0]?.push(point);
  });
  for (const points of byArea) points.sort((a, b) => (residents[b] ?? 0) - (residents[a] ?? 0) || a - b);
  return byArea;
}

/** Places of some kinds inside the map whose spot is exact and that do not stay open anyway. */
function ofPlaces(
  baseline: Baseline,
  kinds: readonly string[],
  stays: (place: number) => boolean,
): SiteCandidate[] {
  const { places } = baseline;
  const tree = homeTree(baseline);
  const { area } = homeArrays(baseline);
  const nearest = new Int32Array(1);
  const squares = new Float64Array(1);
  return places.id.flatMap((id, place) => {
    const isSpot = kinds.includes(places.kind[place] ?? '') && places.spreadMetres[place] === 0;
    if (!isSpot || places.outside[place] === true || stays(place)) return [];
    const [easting, northing] = [places.easting[place] ?? 0, places.northing[place] ?? 0];
    nearestInTree(tree, easting, northing, 1, nearest, squares, 0);
    return [candidate(baseline, easting, northing, area[nearest[0] ?? 0] ?? 0, id)];
  });
}

function candidate(
  { areas }: Baseline,
  easting: number,
  northing: number,
  area: number,
  place: string | null,
): SiteCandidate {
  const areaCode = areas.code[area] ?? '';
  return { easting, northing, area, areaCode, areaName: areas.name[area] ?? '', place };
}
