import { describe, expect, it } from 'vitest';
import { addStep, CURVE_MOST, curveOf, noSteps } from './curve.ts';

describe('the curve', () => {
  it('includes the end of every distance, whatever the factor', () => {
    for (const tenths of [12, 13, 14, 15])
      for (let step = 0; step <= 50; step++) {
        const steps = noSteps();
        // A straight distance whose walk is the step, as near as floating point comes to it.
        const walk = ((step * 1000) / tenths) * (tenths / 10);
        addStep(steps, 1, walk, 1);
        const { middle } = curveOf(steps, noSteps()).before;
        expect(middle).toEqual(Array.from({ length: 51 }, (_, at) => (walk <= at * 100 ? 1 : 0)));
      }
  });

  it('leaves out who walks beyond its end, and adds what changes', () => {
    const [before, change] = [noSteps(), noSteps()];
    addStep(before, 1, CURVE_MOST, 5);
    addStep(before, 1, CURVE_MOST + 0.001, 7);
    addStep(change, 1, CURVE_MOST, -5);
    addStep(change, 1, 0, 5);
    const curve = curveOf(before, change);
    expect(curve.before.middle).toEqual([...Array<number>(50).fill(0), 5]);
    expect(curve.after.middle).toEqual(Array<number>(51).fill(5));
  });

  it('has the least and most of the three factors', () => {
    const steps = noSteps();
    for (const [factor, walk] of [120, 130, 240].entries()) addStep(steps, factor, walk, 10);
    const { before } = curveOf(steps, noSteps());
    expect(before.least.slice(0, 4)).toEqual([0, 0, 0, 10]);
    expect(before.middle.slice(0, 4)).toEqual([0, 0, 10, 10]);
    expect(before.most.slice(0, 4)).toEqual([0, 0, 10, 10]);
  });
});
