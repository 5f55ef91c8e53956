import type { Baseline } from './baseline.ts';
import { buildTree, type PointTree } from './nearest-tree.ts';
import { DETOUR, type DetourEnd } from './walk.ts';

/** The home points of a baseline in typed arrays, in its order: about 200,000 rows for all England. */
export interface HomeArrays {
  /** Index into `baseline.areas`. */
  readonly area: Int32Array;
  /** Whole metres of the British National Grid. */
  readonly easting: Float64Array;
  readonly northing: Float64Array;
  readonly residents: Int32Array;
  readonly aged65Over: Int32Array;
  readonly disabled: Int32Array;
  readonly livingAlone: Int32Array;
  readonly noCar: Int32Array;
  readonly households: Int32Array;
}

const homes = new WeakMap<Baseline['homePoints'], HomeArrays>();
const trees = new WeakMap<Baseline['homePoints'], PointTree>();
const factors = new WeakMap<Baseline['areas'], Readonly<Record<DetourEnd, Float64Array>>>();

/** Home points as typed arrays. Made once for each baseline, as are the rest here. */
export function homeArrays({ homePoints }: Pick<Baseline, 'homePoints'>): HomeArrays {
  return keep(homes, homePoints, () => ({
    area: Int32Array.from(homePoints.area),
    easting: Float64Array.from(homePoints.easting),
    northing: Float64Array.from(homePoints.northing),
    residents: Int32Array.from(homePoints.residents),
    aged65Over: Int32Array.from(homePoints.aged65Over),
    disabled: Int32Array.from(homePoints.disabled),
    livingAlone: Int32Array.from(homePoints.livingAlone),
    noCar: Int32Array.from(homePoints.noCar),
    households: Int32Array.from(homePoints.households),
  }));
}

/** Home points arranged so that those near a position, such as a new place, are found without looking at all. */
export function homeTree(baseline: Pick<Baseline, 'homePoints'>): PointTree {
  const { easting, northing } = homeArrays(baseline);
  return keep(trees, baseline.homePoints, () => buildTree([...easting.keys()], easting, northing));
}

/** The detour factor of each area by end of the band, in the order of `baseline.areas`. */
export function detours({ areas }: Pick<Baseline, 'areas'>): Readonly<Record<DetourEnd, Float64Array>> {
  const of = (end: DetourEnd) => Float64Array.from(areas.ruralUrban, (each) => DETOUR[each][end]);
  return keep(factors, areas, () => ({ low: of('low'), middle: of('middle'), high: of('high') }));
}

function keep<K extends object, V>(kept: WeakMap<K, V>, key: K, make: () => V): V {
  const known = kept.get(key);
  if (known !== undefined) return known;
  const made = make();
  kept.set(key, made);
  return made;
}
