import { describe, expect, it } from 'vitest';
import { distanceWords, walkWords } from './walk-words.ts';

describe('a walk in words', () => {
  it('uses 1.3 for streets and rounds minutes up', () => {
    // 461 m straight is 599.3 m by street: 8.99 minutes at 1 km in 15.
    expect(walkWords(461, 'planner')).toEqual({ minutes: 9, distance: '600 m' });
    expect(walkWords(462, 'planner')).toEqual({ minutes: 10, distance: '600 m' });
  });
  it('takes longer at a slower pace', () => {
    expect(walkWords(461, 'over-65').minutes).toBe(13);
    expect(walkWords(461, 'slow').minutes).toBe(15);
  });
  it('is never nothing', () => {
    expect(walkWords(0, 'planner')).toEqual({ minutes: 1, distance: '50 m' });
  });
  it('stops counting minutes after an hour', () => {
    expect(walkWords(3076, 'planner').minutes).toBe(60);
    expect(walkWords(3100, 'planner')).toEqual({ minutes: null, distance: '4.0 km' });
  });
  it.each([
    [24, '50 m'],
    [612, '600 m'],
    [974, '950 m'],
    [975, '1.0 km'],
    [1449, '1.4 km'],
    [9960, '10 km'],
    [12400, '12 km'],
  ])('%d metres is %s', (metres, words) => expect(distanceWords(metres)).toBe(words));
});
