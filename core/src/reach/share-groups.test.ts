import { describe, expect, it } from 'vitest';
import { shareGroups } from './share-groups.ts';
import { deepFreeze } from './small-world.ts';

const totals = deepFreeze({ households: 7, aged65Over: 3, disabled: 0, livingAlone: 2, noCar: 1 });

describe('shareGroups', () => {
  it('shares by residents, in whole numbers that add up', () => {
    expect(shareGroups(totals, deepFreeze([60, 30, 10]))).toEqual({
      households: [4, 2, 1], // 4.2, 2.1, 0.7
      aged65Over: [2, 1, 0], // 1.8, 0.9, 0.3
      disabled: [0, 0, 0],
      livingAlone: [1, 1, 0], // 1.2, 0.6, 0.2
      noCar: [1, 0, 0], // 0.6, 0.3, 0.1
    });
  });

  it('spreads evenly where nobody is counted, and refuses where there is no home point', () => {
    expect(shareGroups(totals, [0, 0]).households).toEqual([4, 3]);
    expect(() => shareGroups(totals, [])).toThrow(RangeError);
  });
});
