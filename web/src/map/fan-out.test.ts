import { describe, expect, it } from 'vitest';
import { fanOut, SLOT_OFFSETS } from './fan-out.ts';

const apart = (offsets: readonly (readonly [number, number])[]): number => {
  let least = Infinity;
  offsets.forEach(([x1, y1], a) => {
    for (const [x2, y2] of offsets.slice(a + 1)) least = Math.min(least, Math.hypot(x1 - x2, y1 - y2));
  });
  return least;
};
const offsetsOf = (lon: number[], lat: number[]) =>
  fanOut(lon, lat).map((slot) => SLOT_OFFSETS[slot] ?? ([Number.NaN, 0] as const));
const onOneSpot = (count: number) => offsetsOf(Array(count).fill(-0.14), Array(count).fill(50.82));

describe('fanning out', () => {
  it('leaves a place alone on its spot', () => {
    expect(offsetsOf([-0.1, -0.2], [50.8, 50.8])).toEqual([
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
  it.each([3, 7, 8, 20, 40, 61])('keeps %d pins apart', (count) => {
    expect(apart(onOneSpot(count))).toBeGreaterThan(26);
  });
  it('has a slot for any number', () => {
    expect(onOneSpot(200).every(([x]) => Number.isFinite(x))).toBe(true);
  });
  it('answers for nobody', () => expect(fanOut([], [])).toEqual([]));
});
