import type { Baseline } from '../reach/baseline.ts';
import { detours, homeArrays } from '../reach/columns.ts';
import { isWithin, wholeWalkMetres } from '../reach/detour.ts';
import type { NearestLists } from '../reach/nearest.ts';
import { COUNTED, countedColumns, FACTORS, HIGH, LOW, MIDDLE } from './counted.ts';
import { addStep, type CurveSteps, noSteps } from './curve.ts';
import { Destinations } from './destinations.ts';
import { NumberedRows } from './numbered-rows.ts';
import type { PointChanges } from './point-changes.ts';

/** Numbers summed for each area that is touched: the lost and the gained of each counted column, and three more. */
const GAINED = COUNTED.length * FACTORS;
const KEPT_PEOPLE = GAINED * 2;
const KEPT_FURTHER = KEPT_PEOPLE + 1;
const WIDTH = KEPT_FURTHER + 1;
/** Room for this many areas to begin with: most closures touch fewer. */
const FIRST_AREAS = 64;

/** Where the lost people of a counted column stand in the sums, under the low factor; the other two follow. */
export function lostAt(column: number): number {
  return column * FACTORS;
}
/** The same for those gained. */
export function gainedAt(column: number): number {
  return GAINED + column * FACTORS;
}

/** What cuts come to: sums over all, and over each area that is touched. Whole numbers, so their order is all one. */
export class Tally {
  /** Numbers in `baseline.areas` of the areas touched; their row in `sums`. */
  readonly areas: number[] = [];
  #sums = new Float64Array(FIRST_AREAS * WIDTH);
  /** As `sums` of one area, over all of them. */
  readonly total = new Float64Array(WIDTH);
  /** By how much the curve changes. */
  readonly steps: CurveSteps = noSteps();
  readonly nearer = { people: 0, lessMetres: 0 };
  /** Where those who lose reach would go. */
  readonly destinations = new Destinations();
  /** Home points that lose and gain reach under the middle factor. */
  readonly losers: number[] = [];
  readonly gainers: number[] = [];
  nowhere = 0;

  /** The sums of all areas so far, with room for one more. Ask again when an area is added: they may have moved. */
  addArea(area: number): Float64Array {
    this.areas.push(area);
    if (this.areas.length * WIDTH > this.#sums.length) {
      const larger = new Float64Array(this.#sums.length * 2);
      larger.set(this.#sums);
      this.#sums = larger;
    }
    return this.#sums;
  }
  /** A number of the sums of one area. */
  of(row: number, at: number): number {
    return this.#sums[row * WIDTH + at] ?? 0;
  }
  keptFurther(row: number): number {
    return this.of(row, KEPT_FURTHER);
  }
  /** People who keep reach but walk further, and how much further in all. */
  get kept(): { readonly people: number; readonly metres: number } {
    return { people: this.total[KEPT_PEOPLE] ?? 0, metres: this.total[KEPT_FURTHER] ?? 0 };
  }
  /** Whether anyone of an area, or any household, loses or gains reach under any factor, or walks further. */
  isChanged(row: number): boolean {
    for (let at = row * WIDTH; at < (row + 1) * WIDTH; at++) if ((this.#sums[at] ?? 0) > 0) return true;
    return false;
  }
  addUp(): this {
    for (let at = 0; at < this.areas.length * WIDTH; at++)
      this.total[at % WIDTH] = (this.total[at % WIDTH] ?? 0) + (this.#sums[at] ?? 0);
    return this;
  }
}

const rowsByAreas = new WeakMap<Baseline['areas'], NumberedRows>();

/** Adds up what happens to the home points whose nearest place changes. */
export function tallyOf(
  baseline: Baseline,
  lists: NearestLists,
  changes: PointChanges,
  limitMetres: number,
): Tally {
  const { area: areaOf, residents } = homeArrays(baseline);
  const columns = countedColumns(baseline);
  const { low: lows, middle: middles, high: highs } = detours(baseline);
  const rows = rowsFor(baseline);
  const count = changes.homePoint.length;
  const tally = new Tally();
  const { steps, destinations } = tally;
  let sums: Float64Array = new Float64Array();
  for (let at = 0; at < count; at++) {
    const point = changes.homePoint[at] ?? 0;
    const from = lists.straight[point * lists.k] ?? -1;
    const hadAny = (lists.place[point * lists.k] ?? -1) >= 0;
    const to = changes.straight[at] ?? -1;
    const place = changes.place[at] ?? -1;
    const hasAny = place >= 0;
    const area = areaOf[point] ?? 0;
    const low = lows[area] ?? 1;
    const middle = middles[area] ?? 1;
    const high = highs[area] ?? 1;
    const people = residents[point] ?? 0;
    if (people > 0 && hadAny) {
      addStep(steps, LOW, from * low, -people);
      addStep(steps, MIDDLE, from * middle, -people);
      addStep(steps, HIGH, from * high, -people);
    }
    if (people > 0 && hasAny) {
      addStep(steps, LOW, to * low, people);
      addStep(steps, MIDDLE, to * middle, people);
      addStep(steps, HIGH, to * high, people);
    }
    const hadLow = hadAny && isWithin(from, low, limitMetres);
    if (!hadLow && !(hasAny && isWithin(to, low, limitMetres))) continue;
    const had = hadAny && isWithin(from, middle, limitMetres);
    const has = hasAny && isWithin(to, middle, limitMetres);
    const row = rows.add(area);
    if (row === tally.areas.length) sums = tally.addArea(area);
    const start = row * WIDTH;
    addFactor(sums, start + LOW, columns, point, hadLow, hasAny && isWithin(to, low, limitMetres));
    addFactor(sums, start + MIDDLE, columns, point, had, has);
    addFactor(
      sums,
      start + HIGH,
      columns,
      point,
      hadAny && isWithin(from, high, limitMetres),
      hasAny && isWithin(to, high, limitMetres),
    );
    if (had && !has) tally.losers.push(point);
    else if (has && !had) tally.gainers.push(point);
    if (!had || people === 0) continue;
    const walk = wholeWalkMetres(to, middle);
    const further = walk - wholeWalkMetres(from, middle);
    if (!has) {
      if (hasAny) destinations.add(row, place, people, walk, further);
      else tally.nowhere += people;
    } else if (further > 0) {
      sums[start + KEPT_PEOPLE] = (sums[start + KEPT_PEOPLE] ?? 0) + people;
      sums[start + KEPT_FURTHER] = (sums[start + KEPT_FURTHER] ?? 0) + people * further;
    } else if (further < 0) {
      tally.nearer.people += people;
      tally.nearer.lessMetres -= people * further;
    }
  }
  return tally.addUp();
}

/** Adds one home point to the lost or the gained of an area, under the factor that `at` stands for. */
function addFactor(
  sums: Float64Array,
  at: number,
  columns: readonly Int32Array[],
  point: number,
  had: boolean,
  has: boolean,
): void {
  if (had === has) return;
  let to = had ? at : at + GAINED;
  for (let column = 0; column < columns.length; column++, to += FACTORS)
    sums[to] = (sums[to] ?? 0) + (columns[column]?.[point] ?? 0);
}

function rowsFor({ areas }: Baseline): NumberedRows {
  const known = rowsByAreas.get(areas);
  if (known !== undefined) return known.start();
  const made = new NumberedRows(areas.code.length);
  rowsByAreas.set(areas, made);
  return made.start();
}
