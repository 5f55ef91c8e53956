import { describe, expect, it } from 'vitest';
import { NO_COLOUR, NO_DATA, PaintedClasses, PERHAPS, REACH_FROM } from './paint-classes.ts';
import type { AreaClasses } from './types.ts';

const risk = (codes: string[], classes: (number | null)[]): AreaClasses => ({
  of: 'areas',
  codes,
  classes,
  ramp: 'risk',
});
/** Letters stand for codes: "a" for E01000001. */
const CODES: Record<string, string> = { a: 'E01000001', b: 'E01000002', c: 'E01000003' };
const LETTERS: Record<number, string> = { 1: 'a', 2: 'b', 3: 'c' };
const changes = (painted: PaintedClasses, classes: AreaClasses | null): Record<string, number> => {
  const put: Record<string, number> = {};
  const coded = classes && { ...classes, codes: classes.codes.map((letter) => CODES[letter] ?? letter) };
  const count = painted.change(coded, (id, paint) => {
    put[LETTERS[id] ?? id] = paint;
  });
  expect(count).toBe(Object.keys(put).length);
  return put;
};

describe('recolouring', () => {
  it('paints everything at first, and no data as what it is', () => {
    expect(changes(new PaintedClasses(), risk(['a', 'b'], [3, null]))).toEqual({ a: 3, b: NO_DATA });
  });
  it('then paints only what differs', () => {
    const painted = new PaintedClasses();
    changes(painted, risk(['a', 'b', 'c'], [3, null, 1]));
    expect(changes(painted, risk(['a', 'b', 'c'], [3, 2, 1]))).toEqual({ b: 2 });
    expect(changes(painted, risk(['a', 'b', 'c'], [3, 2, 1]))).toEqual({});
  });
  it('tells ramps apart, and perhaps from low', () => {
    const painted = new PaintedClasses();
    changes(painted, risk(['a', 'b'], [1, 1]));
    const reach: AreaClasses = {
      of: 'areas',
      codes: ['a', 'b'],
      classes: [1, 1],
      perhaps: [false, true],
      ramp: 'reach',
    };
    expect(changes(painted, reach)).toEqual({ a: REACH_FROM + 1, b: PERHAPS });
  });
  it('takes the colour off areas of the map before', () => {
    const painted = new PaintedClasses();
    changes(painted, risk(['a', 'b'], [1, 2]));
    expect(changes(painted, risk(['b', 'c'], [2, 3]))).toEqual({ a: NO_COLOUR, c: 3 });
    expect(changes(painted, null)).toEqual({ b: NO_COLOUR, c: NO_COLOUR });
  });
  it('paints all again on a map made anew', () => {
    const painted = new PaintedClasses();
    changes(painted, risk(['a'], [1]));
    painted.forget();
    expect(changes(painted, risk(['a'], [1]))).toEqual({ a: 1 });
  });
});
