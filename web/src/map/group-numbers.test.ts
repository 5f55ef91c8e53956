import { describe, expect, it } from 'vitest';
import { groupNumbers, rangeWords } from './group-numbers.ts';

describe('numbers on a printed map', () => {
  it.each([
    [[1], '1'],
    [[3, 1, 2], '1–3'],
    [[1, 2, 5, 7, 8], '1–2, 5, 7–8'],
    [[], ''],
  ])('%o is written %s', (numbers, words) => expect(rangeWords(numbers)).toBe(words));

  it('puts those that would hide each other together', () => {
    const spots = [
      { x: 0, y: 0, number: 2 },
      { x: 5, y: 5, number: 1 },
      { x: 100, y: 0, number: 3 },
    ];
    expect(groupNumbers(spots, 20)).toEqual([
      { x: 5, y: 5, words: '1–2' },
      { x: 100, y: 0, words: '3' },
    ]);
  });
});
