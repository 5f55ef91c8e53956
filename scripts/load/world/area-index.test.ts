import { describe, expect, it } from 'vitest';
import { AreaIndex, type GridRing } from './area-index.ts';

const square = (west: number, south: number, size: number): GridRing => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];

describe('which area a point lies in', () => {
  const index = new AreaIndex([
    { code: 'E01000002', rings: [square(1000, 0, 1000)] },
    { code: 'E01000001', rings: [square(0, 0, 1000)] },
    // An island and a mainland with a hole in it.
    { code: 'E01000003', rings: [square(5000, 5000, 1000), square(5400, 5400, 200), square(9000, 9000, 10)] },
  ]);

  it('is the one that holds it', () => {
    expect(index.areaAt(500, 500)).toBe('E01000001');
    expect(index.areaAt(1500, 500)).toBe('E01000002');
    expect(index.areaAt(9005, 9005)).toBe('E01000003');
  });

  it('is none in a hole or outside', () => {
    expect(index.areaAt(5500, 5500)).toBeNull();
    expect(index.areaAt(500, 1100)).toBeNull();
  });

  it('is the nearest within 300 m off the shore', () => {
    expect(index.areaAtOrByShore(500, 1299)).toBe('E01000001');
    expect(index.areaAtOrByShore(500, 1301)).toBeNull();
    expect(index.areaAtOrByShore(1001, 1200)).toBe('E01000002');
  });

  it('of two as near is the lower code, whatever their order', () => {
    expect(index.areaAtOrByShore(1000, 1100)).toBe('E01000001');
    const both = [
      { code: 'E01000009', rings: [square(0, 0, 100)] },
      { code: 'E01000008', rings: [square(0, 0, 100)] },
    ];
    expect(new AreaIndex(both).areaAt(50, 50)).toBe('E01000008');
    expect(new AreaIndex(both.reverse()).areaAt(50, 50)).toBe('E01000008');
  });

  it('is none where there are no areas', () => {
    expect(new AreaIndex([]).areaAtOrByShore(1, 1)).toBeNull();
  });
});
