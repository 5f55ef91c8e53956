import { describe, expect, it } from 'vitest';
import { fanOut } from './fan-out.ts';

const apart = (offsets: readonly (readonly [number, number])[]): number => {
  let least = Infinity;
  offsets.forEach(([x1, y1], a) => {
    for (const [x2, y2] of offsets.slice(a + 1)) least = Math.min(least, Math.hypot(x1 - x2, y1 - y2));
  });
  return least;
};
const onOneSpot = (count: number) => fanOut(Array(count).fill(-0.14), Array(count).fill(50.82));

describe('fanning out', () => {
  it('leaves a place alone on its spot', () => {
    expect(fanOut([-0.1, -0.2], [50.8, 50.8])).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });
  it('sets two side by side', () => {
    expect(onOneSpot(2)).toEqual([
      [-15, 0],
      [15, 0],
    ]);
  });
  it.each([3, 7, 8, 20, 40])('keeps %d pins apart', (count) => {
    expect(apart(onOneSpot(count))).toBeGreaterThan(26);
  });
  it('answers for nobody', () => expect(fanOut([], [])).toEqual([]));
});
