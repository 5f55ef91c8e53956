import { describe, expect, it } from 'vitest';
import { compareNames, nameKey } from './name-key.ts';

const compared = (a: string, b: string) => compareNames(nameKey(a), nameKey(b));

describe('two names', () => {
  it.each([
    ['Enderby Library', 'ENDERBY LIBRARY', 'same'],
    ["Bishop's Castle", 'Bishops Castle', 'same'],
    ['Enderby', 'Enderby Community Library', 'own'],
    ['St. Annes Library', 'Saint Anne’s', 'own'],
    ['Food & Friends', 'Food and Friends Club', 'own'],
    ['Llyfrgell Aberaeron', 'Aberaeron Library', 'own'],
    ['Comm Ctr, Oadby', 'Oadby Community Centre', 'own'],
    ['Killingworth', 'Killingworth (in the White Swan)', 'within'],
    ['Higher Blackely', 'Higher Blackley Library', 'spelling'],
    ['Boldon and Cleadon Library', 'Cleadon Hub', 'within'],
    ['Stroud Green', 'Stroud Road', 'share'],
    ['Village Hall', 'Enderby Village Hall', 'none'],
    ['Truro Library', 'Wadebridge Library', 'different'],
  ])('%s and %s: %s', (a, b, likeness) => {
    expect(compared(a, b)).toBe(likeness);
    expect(compared(b, a)).toBe(likeness);
  });

  it('knows neighbours by the words and numbers that tell them apart', () => {
    expect(compared('Wigston Library', 'South Wigston Library')).toBe('share');
    expect(compared('Mobile Library 2', 'Mobile Library 3')).toBe('different');
    expect(compared('10th Leicester Scouts', '11th Leicester Scouts')).toBe('share');
    expect(compared('Central Library', 'Leeds Central')).toBe('share');
  });

  it('does not take short names for slips of each other', () => {
    expect(compared('Hale', 'Hyde')).toBe('different');
    expect(compared('Bury', 'Bude')).toBe('different');
  });
});

it('says what else than a plain place of its kind a name is', () => {
  expect(nameKey('Archives and Local Studies').role).toBe('records');
  expect(nameKey('Malvern Library').role).toBe('');
  expect(nameKey('County Mobile').role).toBe('mobile');
});

it('leaves out what Kith itself adds to the name of an earlier building', () => {
  expect(compared('Hoyland Library (old building, High Croft)', 'Hoyland')).toBe('own');
});
