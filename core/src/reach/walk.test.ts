import { describe, expect, it } from 'vitest';
import { limitMetres } from './walk.ts';

describe('limitMetres', () => {
  it.each([
    [15, 'planner', 1000],
    [30, 'planner', 2000],
    [15, 'over-65', 720],
    [10, 'over-65', 480],
    [15, 'slow', 639],
    [5, 'slow', 213],
  ] as const)('takes %d minutes at the pace %s to %d metres', (minutes, pace, metres) => {
    expect(limitMetres(minutes, pace)).toBe(metres);
  });
});
