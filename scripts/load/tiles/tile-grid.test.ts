import { describe, expect, it } from 'vitest';
import { boxOfTile, overlap, tilesOver } from './tile-grid.ts';

describe('tiles of the web', () => {
  // Answers of the tile calculators of OpenStreetMap's wiki ("Slippy map tilenames").
  it.each([
    [-0.1276, 51.5072, 10, 511, 340],
    [-1.13, 52.63, 8, 127, 83],
    [0, 0, 1, 1, 1],
  ])('%s,%s at zoom %s is %s/%s', (lon, lat, z, x, y) => {
    expect([...tilesOver([lon, lat, lon, lat], z)]).toEqual([{ z, x, y }]);
  });

  it('a box touches every tile it lies on, by column and then row', () => {
    const found = [...tilesOver([-1, 51, 1, 53], 7)];
    expect(found.map(({ x, y }) => `${x}/${y}`)).toEqual(['63/41', '63/42', '64/41', '64/42']);
  });

  it('the box of a tile is where its tile is, and its margin reaches over', () => {
    const address = { z: 10, x: 511, y: 340 };
    const [west, south, east, north] = boxOfTile(address, 0);
    const middle = [(west + east) / 2, (south + north) / 2] as const;
    expect([...tilesOver([middle[0], middle[1], middle[0], middle[1]], 10)]).toEqual([address]);
    expect([...tilesOver(boxOfTile(address, 0.1), 10)]).toHaveLength(9);
  });

  it('boxes overlap where they touch', () => {
    expect(overlap([0, 0, 1, 1], [1, 1, 2, 2])).toBe(true);
    expect(overlap([0, 0, 1, 1], [1.1, 0, 2, 2])).toBe(false);
  });
});
