import { describe, expect, it } from 'vitest';
import { clusterPoints, homePointsOf } from './home-points.ts';
import type { GridPoint } from './tilt-shares.ts';

const at = (easting: number, northing: number): GridPoint => Object.freeze({ easting, northing });
const frozen = (...points: GridPoint[]): readonly GridPoint[] => Object.freeze(points);
/** Three postcodes around a middle that is their mean. */
const around = (easting: number, northing: number): GridPoint[] => [
  at(easting - 30, northing),
  at(easting + 30, northing),
  at(easting, northing),
];
const sumOf = (points: readonly { residents: number }[]) =>
  points.reduce((sum, each) => sum + each.residents, 0);

describe('clusterPoints', () => {
  it('finds two hamlets', () => {
    const hamlets = frozen(...around(1000, 1000), ...around(5000, 1000));
    expect(clusterPoints(hamlets, 2)).toEqual([
      { easting: 1000, northing: 1000, size: 3 },
      { easting: 5000, northing: 1000, size: 3 },
    ]);
  });

  it('gives a cluster to each place where there are no more places than clusters', () => {
    const spots = frozen(at(9, 9), at(1, 1), at(9, 9), at(5, 5));
    expect(clusterPoints(spots)).toEqual([
      { easting: 1, northing: 1, size: 1 },
      { easting: 5, northing: 5, size: 1 },
      { easting: 9, northing: 9, size: 2 },
    ]);
  });

  it('counts every point once and gives at most six clusters', () => {
    const grid = Array.from({ length: 49 }, (_, index) => at((index % 7) * 100, Math.floor(index / 7) * 100));
    const clusters = clusterPoints(grid);
    expect(clusters).toHaveLength(6);
    expect(clusters.reduce((sum, cluster) => sum + cluster.size, 0)).toBe(49);
  });

  it('is the same every time, and makes nothing of nothing', () => {
    const row = [3, 14, 15, 92, 65, 35, 89, 79, 32, 38].map((value, index) => at(value * 37, index * 53));
    expect(clusterPoints(row)).toEqual(clusterPoints([...row]));
    expect(clusterPoints([])).toEqual([]);
    expect(clusterPoints([at(7, 7)])).toEqual([{ easting: 7, northing: 7, size: 1 }]);
  });
});

describe('homePointsOf', () => {
  it('tilts people towards the official centroid, in whole people', () => {
    // One cluster per postcode: 1000 m apart, half each; the centroid lies at 3/4.
    const { points, missBeforeMetres, missAfterMetres } = homePointsOf(
      frozen(at(1000, 500), at(2000, 500)),
      at(1750, 500),
      1000,
    );
    expect(missBeforeMetres).toBe(250);
    expect(missAfterMetres).toBeLessThanOrEqual(2);
    expect(points.map((point) => point.kind)).toEqual(['cluster', 'cluster']);
    expect(points[1]?.residents).toBeGreaterThanOrEqual(748);
    expect(points[1]?.residents).toBeLessThanOrEqual(752);
    expect(sumOf(points)).toBe(1000);
  });

  it('adds the centroid where the clusters cannot come within 50 m of it, and then meets it within 10', () => {
    const { points, missBeforeMetres, missAfterMetres } = homePointsOf(
      frozen(at(0, 0), at(400, 0)),
      at(1000.4, 0),
      900,
    );
    expect(missBeforeMetres).toBeCloseTo(800.4, 6);
    expect(points.at(-1)).toMatchObject({ easting: 1000, northing: 0, kind: 'centroid' });
    expect(missAfterMetres).toBeLessThanOrEqual(10.5);
    expect(sumOf(points)).toBe(900);
  });

  it('keeps to the clusters where they come within 50 m', () => {
    const { points, missAfterMetres } = homePointsOf(frozen(at(0, 0), at(400, 0)), at(440, 0), 900);
    expect(points.map((point) => point.kind)).toEqual(['cluster', 'cluster']);
    expect(missAfterMetres).toBeLessThanOrEqual(50);
  });

  it('gives an area without postcodes its centroid alone', () => {
    const { points, missAfterMetres } = homePointsOf([], at(456546.7, 296904), 1577);
    expect(points).toEqual([{ easting: 456547, northing: 296904, residents: 1577, kind: 'centroid' }]);
    expect(missAfterMetres).toBeCloseTo(0.3, 6);
  });

  it('gives an area without people points without people', () => {
    const { points } = homePointsOf(frozen(at(0, 0), at(100, 0)), at(50, 0), 0);
    expect(points.map((point) => point.residents)).toEqual([0, 0]);
  });
});
