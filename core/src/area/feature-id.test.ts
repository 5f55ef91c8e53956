import { describe, expect, it } from 'vitest';
import { featureId } from './feature-id.ts';

describe('numbers on the map', () => {
  it.each([
    ['E01000001', 1],
    ['E01035762', 35_762],
    ['W01000001', 2_301_000_001],
    ['E06000066', 506_000_066],
    ['W06000001', 2_306_000_001],
  ])('%s is %s', (code, id) => {
    expect(featureId(code)).toBe(id);
  });

  it('differ between nations and levels', () => {
    const codes = ['E01000001', 'W01000001', 'S01000001', 'E06000001', 'E07000001', 'E08000001', 'W06000001'];
    expect(new Set(codes.map(featureId)).size).toBe(codes.length);
  });
});
