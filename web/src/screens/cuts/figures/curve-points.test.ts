import type { Curve } from '@kith/core/scenario/report';
import { describe, expect, it } from 'vitest';
import { curveBand, curveEnd, curveLine, curveRows } from './curve-points.ts';

const frame = { width: 100, height: 50, metres: 200, people: 10 };
const side = (middle: number[]) => ({ middle, least: middle, most: middle });
const curve = (before: number[], after: number[]): Curve => ({
  metres: Array.from({ length: 51 }, (_, at) => at * 100),
  before: side(before),
  after: side(after),
});

describe('the curve of distance as a drawing', () => {
  it('runs from the left foot to the right, more people higher', () => {
    expect(curveLine(frame, [0, 100, 200], [0, 5, 10])).toBe('M0.0 50.0L50.0 25.0L100.0 0.0');
  });

  it('closes the band from the most back along the least', () => {
    expect(curveBand(frame, [0, 200], { least: [0, 5], most: [0, 10] })).toBe(
      'M0.0 50.0L100.0 0.0L100.0 25.0L0.0 50.0Z',
    );
  });

  it('ends where nearly everyone is within reach, and never before 2 km', () => {
    const soon = Array.from({ length: 51 }, (_, at) => (at < 5 ? 0 : 100));
    const late = Array.from({ length: 51 }, (_, at) => (at < 33 ? 0 : 100));
    expect(curveEnd(curve(soon, soon))).toBe(2000);
    expect(curveEnd(curve(soon, late))).toBe(4000);
    expect(
      curveEnd(
        curve(
          late.map(() => 0),
          late.map(() => 0),
        ),
      ),
    ).toBe(2000);
  });

  it('tells in a table the near distances more closely, and the limit itself', () => {
    const none = Array.from({ length: 51 }, () => 0);
    const told = curveRows(curve(none, none), 700).map((index) => index * 100);
    expect(told.slice(0, 7)).toEqual([200, 400, 600, 700, 800, 1000, 1500]);
    expect(told.at(-1)).toBe(5000);
  });
});
