import type { Baseline } from '../reach/baseline.ts';
import { detours, homeArrays } from '../reach/columns.ts';
import { isWithin } from '../reach/detour.ts';
import type { NearestLists } from '../reach/nearest.ts';
import { isPerhapsWithin } from '../reach/perhaps.ts';
import { COUNTED, countedColumns, HIGH, LOW, MIDDLE } from './counted.ts';
import { addStep, type CurveSteps, noSteps } from './curve.ts';

/** How things stand before any cut, under the middle detour factor where none is said. */
export interface Before {
  /** All in the patch, and those within the limit, in the order of `COUNTED`. */
  readonly totals: Float64Array;
  readonly within: Float64Array;
  /** People by area, all and those within the limit, in the order of `baseline.areas`. */
  readonly peopleByArea: Float64Array;
  readonly withinByArea: Float64Array;
  /** How far people walk, under each factor. */
  readonly steps: CurveSteps;
  /** Home points not within the limit of a place that counts, but perhaps of one that may: 1; and their people. */
  readonly isPerhaps: Uint8Array;
  readonly perhapsPeople: number;
}

/** How many limits are remembered for the same lists: a few are tried in turn. */
const KEPT = 4;
const remembered = new WeakMap<NearestLists, { readonly of: object; readonly limits: Map<number, Before> }>();

/**
 * Counts the state before any cut. Answers are kept beside the lists, as every scenario tried on the same map with
 * the same limit starts from one.
 */
export function countBefore(baseline: Baseline, lists: NearestLists, limitMetres: number): Before {
  let known = remembered.get(lists);
  if (known?.of !== baseline.homePoints) {
    known = { of: baseline.homePoints, limits: new Map() };
    remembered.set(lists, known);
  }
  const { limits } = known;
  const counted = limits.get(limitMetres) ?? count(baseline, lists, limitMetres);
  limits.delete(limitMetres);
  limits.set(limitMetres, counted);
  for (const old of [...limits.keys()].slice(0, -KEPT)) limits.delete(old);
  return counted;
}

function count(baseline: Baseline, lists: NearestLists, limitMetres: number): Before {
  const { area: areaOf, residents } = homeArrays(baseline);
  const columns = countedColumns(baseline);
  const { low, middle, high } = detours(baseline);
  const areaCount = baseline.areas.code.length;
  const totals = new Float64Array(COUNTED.length);
  const within = new Float64Array(COUNTED.length);
  const peopleByArea = new Float64Array(areaCount);
  const withinByArea = new Float64Array(areaCount);
  const steps = noSteps();
  const isPerhaps = new Uint8Array(areaOf.length);
  const anyMaybe = lists.approximate.length > 0;
  let perhapsPeople = 0;
  for (let point = 0; point < areaOf.length; point++) {
    const area = areaOf[point] ?? 0;
    const people = residents[point] ?? 0;
    const straight = lists.straight[point * lists.k] ?? -1;
    const hasAny = (lists.place[point * lists.k] ?? -1) >= 0;
    const detour = middle[area] ?? 1;
    const reached = hasAny && isWithin(straight, detour, limitMetres);
    for (let column = 0; column < columns.length; column++) {
      const here = columns[column]?.[point] ?? 0;
      totals[column] = (totals[column] ?? 0) + here;
      if (reached) within[column] = (within[column] ?? 0) + here;
    }
    peopleByArea[area] = (peopleByArea[area] ?? 0) + people;
    if (reached) withinByArea[area] = (withinByArea[area] ?? 0) + people;
    else if (anyMaybe && isPerhapsWithin(baseline, lists, point, detour, limitMetres)) {
      isPerhaps[point] = 1;
      perhapsPeople += people;
    }
    if (!hasAny || people === 0) continue;
    addStep(steps, LOW, straight * (low[area] ?? 1), people);
    addStep(steps, MIDDLE, straight * detour, people);
    addStep(steps, HIGH, straight * (high[area] ?? 1), people);
  }
  return { totals, within, peopleByArea, withinByArea, steps, isPerhaps, perhapsPeople };
}
