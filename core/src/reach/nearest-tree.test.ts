import { describe, expect, it } from 'vitest';
import { buildTree, nearestInTree, visitWithin } from './nearest-tree.ts';

/** Numbers from 0 up to `below`, the same ones every time. */
function steady(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}
/** Crowded and on a coarse grid, so that ties and points on one spot are everywhere. */
function world(seed: number, count: number, step: number) {
  const next = steady(seed);
  const column = () => Array.from({ length: count }, () => next(40) * step);
  return { easting: column(), northing: column(), numbers: Array.from({ length: count }, (_, at) => at) };
}
function longWay({ easting, northing, numbers }: ReturnType<typeof world>, east: number, north: number) {
  const square = (at: number) => ((easting[at] ?? 0) - east) ** 2 + ((northing[at] ?? 0) - north) ** 2;
  return numbers.map((at) => ({ at, square: square(at) })).sort((a, b) => a.square - b.square || a.at - b.at);
}

describe('nearestInTree', () => {
  it.each([0, 1, 2, 7, 8, 9, 10, 100, 700])('finds what looking at all %i points finds', (count) => {
    const points = world(count + 1, count, 25);
    const tree = buildTree(points.numbers, points.easting, points.northing);
    const next = steady(99);
    for (let asked = 0; asked < 200; asked++) {
      const [east, north, k] = [next(1_100) - 50, next(1_100) - 50, 1 + next(9)];
      const nearest = new Int32Array(k + 1).fill(-7);
      const squares = new Float64Array(k + 1).fill(-7);
      const found = nearestInTree(tree, east, north, k, nearest, squares, 1);
      const expected = longWay(points, east, north).slice(0, k);
      expect(found).toBe(expected.length);
      expect([...nearest].slice(1, found + 1)).toEqual(expected.map(({ at }) => at));
      expect([...squares].slice(1, found + 1)).toEqual(expected.map(({ square }) => square));
      expect([nearest[0], ...nearest.slice(found + 1)].every((each) => each === -7)).toBe(true);
    }
  });

  it('passes over what is gone, and looks no farther than asked, end included', () => {
    const points = world(5, 300, 10);
    const tree = buildTree(points.numbers, points.easting, points.northing);
    const nearest = new Int32Array(4);
    const squares = new Float64Array(4);
    const all = longWay(points, 200, 200);
    const gone = new Set(all.slice(0, 30).map(({ at }) => at));
    const most = all[33]?.square ?? 0;
    const left = all.filter(({ at, square }) => !gone.has(at) && square <= most).slice(0, 4);
    const found = nearestInTree(tree, 200, 200, 4, nearest, squares, 0, most, gone);
    expect([...nearest].slice(0, found)).toEqual(left.map(({ at }) => at));
    expect(nearestInTree(tree, 200, 200, 4, nearest, squares, 0, -1)).toBe(0);
  });
});

describe('visitWithin', () => {
  it.each([0, 1, 9, 400])('sees those within a distance of %i points, end included, each once', (count) => {
    const points = world(count + 3, count, 50);
    const tree = buildTree(points.numbers, points.easting, points.northing);
    for (const metres of [-1, 0, 50, 500, 5_000]) {
      const seen: number[] = [];
      const stopped = visitWithin(tree, 1_000, 1_000, metres, (at) => seen.push(at) < 0);
      const within = longWay(points, 1_000, 1_000).filter(
        ({ square }) => metres >= 0 && square <= metres * metres,
      );
      expect(stopped).toBe(false);
      expect(seen.sort((a, b) => a - b)).toEqual(within.map(({ at }) => at).sort((a, b) => a - b));
    }
  });

  it('stops when told to', () => {
    const points = world(8, 100, 50);
    const tree = buildTree(points.numbers, points.easting, points.northing);
    let seen = 0;
    expect(visitWithin(tree, 0, 0, 10_000, () => ++seen === 3)).toBe(true);
    expect(seen).toBe(3);
  });
});
