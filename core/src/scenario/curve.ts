import { FACTORS, HIGH, LOW, MIDDLE } from './counted.ts';
import type { Curve } from './report.ts';

/** Walking metres that the curve is drawn at. 5 km is beyond every walk that Kith counts in minutes. */
export const CURVE_STEP = 100;
export const CURVE_MOST = 5000;
const STEPS = CURVE_MOST / CURVE_STEP + 1;
const METRES = Array.from({ length: STEPS }, (_, step) => step * CURVE_STEP);

/** People by the first step of the curve that reaches them, factor by factor. */
export type CurveSteps = Float64Array;

export function noSteps(): CurveSteps {
  return new Float64Array(FACTORS * STEPS);
}

/** Adds people whose walk is this long under a factor (or takes them away: fewer than 0). Beyond the end: nothing. */
export function addStep(steps: CurveSteps, factor: number, walkMetres: number, people: number): void {
  if (walkMetres > CURVE_MOST) return;
  let step = Math.ceil(walkMetres / CURVE_STEP);
  // A division may round: the comparison with whole metres decides, and includes the end.
  while (step > 0 && walkMetres <= (step - 1) * CURVE_STEP) step--;
  while (walkMetres > step * CURVE_STEP) step++;
  const at = factor * STEPS + step;
  steps[at] = (steps[at] ?? 0) + people;
}

/** The curve before, and after what changed is added. */
export function curveOf(before: CurveSteps, change: CurveSteps): Curve {
  return {
    metres: METRES.slice(),
    before: side((at) => before[at] ?? 0),
    after: side((at) => (before[at] ?? 0) + (change[at] ?? 0)),
  };
}

function side(stepAt: (at: number) => number): Curve['before'] {
  const factor = (which: number) => {
    let people = 0;
    return METRES.map((_, step) => {
      people += stepAt(which * STEPS + step);
      return people;
    });
  };
  const [low, middle, high] = [factor(LOW), factor(MIDDLE), factor(HIGH)];
  const all = (step: number) => [low[step] ?? 0, middle[step] ?? 0, high[step] ?? 0];
  return {
    middle,
    least: METRES.map((_, step) => Math.min(...all(step))),
    most: METRES.map((_, step) => Math.max(...all(step))),
  };
}
