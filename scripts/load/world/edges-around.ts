import type { AreaRecord } from '@kith/api/store/area-store';
import type { HomePoint } from '@kith/core/area/area';
import { FARTHEST_EDGE_METRES } from '@kith/core/reach/edge';
import KDBush from 'kdbush';
import { edgeFinder } from './edge-metres.ts';
import type { Geography } from './geography.ts';
import { columnsOf } from './home-points.ts';
import type { PlacedPostcodes } from './place-postcodes.ts';

/** Of the areas as far round as an edge is looked for this share must have postcodes in the files; estates built since have none in older ones. */
const SHARE_COVERED = 0.9;

export interface AroundInputs {
  readonly postcodes: PlacedPostcodes;
  readonly geography: Geography;
  /** Districts of this load: what is theirs is no edge any more. */
  readonly districts: ReadonlySet<string>;
  /** Areas that were held before, whoever brought them. */
  readonly held: readonly Pick<AreaRecord, 'code' | 'districtCode' | 'edgeMetres'>[];
  readonly homes: readonly HomePoint[];
  /** Metres to the nearest postcode outside all that is loaded now. */
  readonly edge: (points: readonly HomePoint[]) => number | null;
}

/**
 * Edges of areas beside those of this load that led to what is loaded now: so it makes no difference which of two
 * neighbours was loaded first. Where the files do not hold the ground around an area its edge stays: it errs to too near.
 */
export function edgesAround(inputs: AroundInputs): { code: string; edgeMetres: number | null }[] {
  const { postcodes, geography, districts, held, edge } = inputs;
  const beside = held.filter((area) => !districts.has(area.districtCode) && area.edgeMetres !== null);
  if (beside.length === 0) return [];
  const homes = new Map<string, HomePoint[]>();
  for (const home of inputs.homes) homes.set(home.area, [...(homes.get(home.area) ?? []), home]);
  const toLoaded = edgeFinder(columnsOf(postcodes, postcodesOf(postcodes, geography, districts)));
  const isCovered = coverageOf(postcodes, geography);
  return beside.flatMap(({ code, edgeMetres }) => {
    const points = homes.get(code) ?? [];
    const loaded = toLoaded(points);
    const ledThere = loaded !== null && edgeMetres !== null && loaded <= edgeMetres;
    return ledThere && isCovered(code, points) ? [{ code, edgeMetres: edge(points) }] : [];
  });
}

/** Places of the postcodes that lie in some districts. */
function postcodesOf(
  { area, length }: PlacedPostcodes,
  { areas }: Geography,
  districts: ReadonlySet<string>,
): Int32Array {
  const theirs = areas.map(({ districtCode }) => districts.has(districtCode));
  const places = new Int32Array(length);
  let count = 0;
  for (let at = 0; at < length; at += 1) if (theirs[area[at] as number]) places[count++] = at;
  return places.subarray(0, count);
}

/** Whether the files have postcodes of an area itself and of nearly all as far round as an edge is looked for. */
function coverageOf({ area }: PlacedPostcodes, { areas }: Geography) {
  const has = new Uint8Array(areas.length);
  for (const place of area) if (place >= 0) has[place] = 1;
  const placeOf = new Map(areas.map(({ code }, place) => [code, place]));
  const index = new KDBush(areas.length);
  for (const { rings } of areas) index.add(...(rings[0]?.[0] ?? [0, 0]));
  index.finish();
  return (code: string, points: readonly HomePoint[]): boolean => {
    const [first] = points;
    if (first === undefined || has[placeOf.get(code) ?? -1] !== 1) return false;
    const near = index.within(first.easting, first.northing, FARTHEST_EDGE_METRES);
    return near.filter((place) => has[place] === 1).length >= near.length * SHARE_COVERED;
  };
}
