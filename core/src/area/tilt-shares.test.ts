import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type GridPoint, meanMiss, tiltShares } from './tilt-shares.ts';

const at = (easting: number, northing: number): GridPoint => Object.freeze({ easting, northing });
const WEST = at(0, 0);
const EAST = at(1000, 0);
const NORTH = at(0, 1000);

describe('tiltShares', () => {
  it('leaves shares alone where the mean is there already', () => {
    const tilted = tiltShares(Object.freeze([WEST, EAST]), Object.freeze([3, 1]), at(250, 0), 1);
    expect(tilted.shares).toEqual([0.75, 0.25]);
    expect(tilted.missMetres).toBe(0);
  });

  it('meets a target between two points with the only shares that can', () => {
    // On a line there is one answer: 800 m along needs 80% at the far end.
    const { shares, missMetres } = tiltShares([WEST, EAST], [1, 1], at(800, 0), 0.01);
    expect(shares[0]).toBeCloseTo(0.2, 4);
    expect(shares[1]).toBeCloseTo(0.8, 4);
    expect(missMetres).toBeLessThan(0.01);
  });

  it('meets a target within three points with the only shares that can', () => {
    // A mean 400 m east and 400 m north needs 40% at each far point, whatever the shares were.
    const { shares } = tiltShares([WEST, EAST, NORTH], [2, 1, 1], at(400, 400), 0.001);
    expect(shares[1]).toBeCloseTo(0.4, 5);
    expect(shares[2]).toBeCloseTo(0.4, 5);
    expect(shares[0]).toBeCloseTo(0.2, 5);
  });

  it('moves the least: of four corners, those that differ only across the tilt keep their ratio', () => {
    const corners = [at(0, 0), at(0, 1000), at(1000, 0), at(1000, 1000)];
    const { shares } = tiltShares(corners, [3, 1, 3, 1], at(700, 250), 0.001);
    const [a = 0, b = 0, c = 0, d = 0] = shares;
    expect(a / b).toBeCloseTo(3, 3);
    expect(c / d).toBeCloseTo(3, 3);
    expect(c + d).toBeCloseTo(0.7, 4);
  });

  it('stops at the first tilt that is near enough', () => {
    const near = tiltShares([WEST, EAST], [1, 1], at(900, 0), 100);
    expect(near.missMetres).toBeLessThanOrEqual(100);
    expect(near.shares[1]).toBeLessThan(0.9);
  });

  it('gets as near as it can to a target outside the points, and says how near', () => {
    const { shares, missMetres } = tiltShares([WEST, EAST], [1, 1], at(1300, 0), 1);
    expect(missMetres).toBeGreaterThanOrEqual(300);
    expect(missMetres).toBeLessThan(301);
    expect(shares[1]).toBeGreaterThan(0.998);
  });

  it('never revives a share of 0', () => {
    const { shares } = tiltShares([WEST, EAST, NORTH], [1, 1, 0], at(300, 300), 1);
    expect(shares[2]).toBe(0);
  });

  it('takes one point, points in one place and points in a row', () => {
    expect(tiltShares([EAST], [5], at(1003, 4), 1)).toEqual({ shares: [1], missMetres: 5 });
    expect(tiltShares([EAST, EAST], [1, 3], EAST, 1).shares).toEqual([0.25, 0.75]);
    const row = tiltShares([WEST, at(500, 500), at(1000, 1000)], [1, 1, 1], at(700, 700), 0.01);
    expect(row.missMetres).toBeLessThan(0.01);
  });

  it('refuses what are not shares', () => {
    expect(() => tiltShares([], [], WEST, 1)).toThrow(RangeError);
    expect(() => tiltShares([WEST], [1, 2], WEST, 1)).toThrow(RangeError);
    expect(() => tiltShares([WEST], [0], WEST, 1)).toThrow(RangeError);
    expect(() => tiltShares([WEST, EAST], [-1, 2], WEST, 1)).toThrow(RangeError);
  });

  it('never ends farther off than it began, and its shares add up', () => {
    const coordinate = fc.integer({ min: -5000, max: 5000 });
    const point = fc.record({ easting: coordinate, northing: coordinate });
    fc.assert(
      fc.property(
        fc.array(fc.record({ point, share: fc.integer({ min: 1, max: 50 }) }), {
          minLength: 1,
          maxLength: 7,
        }),
        point,
        (members, target) => {
          const points = members.map((member) => member.point);
          const shares = members.map((member) => member.share);
          const tilted = tiltShares(points, shares, target, 1);
          expect(tilted.missMetres).toBeLessThanOrEqual(meanMiss(points, shares, target) + 1e-6);
          expect(tilted.shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 6);
        },
      ),
      { numRuns: 60 },
    );
  });
});
