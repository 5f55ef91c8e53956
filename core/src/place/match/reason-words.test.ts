import { describe, expect, it } from 'vitest';
import { nameKey } from './name-key.ts';
import { nameWords, whereWords } from './reason-words.ts';

const names = (a: string, b: string) => nameWords('within', nameKey(a), nameKey(b));

describe('why two places look alike, for a resident', () => {
  it('says that a name is part of the other only of whole names', () => {
    expect(names('Enderby Library', 'Old Enderby Library')).toBe('one name is part of the other');
    expect(names('Enderby Library', 'Enderby Civic Centre')).toBe('names that share a word');
  });

  const village = { nearness: 'village', metres: 0 } as const;
  const known = { precision: 'village', address: 'Enderby' } as const;
  it.each([
    ['Townsend Road, Enderby', 'both in Enderby'],
    ['High Street, Narborough', 'both in or near Enderby'],
    [null, 'both in or near Enderby'],
  ])('names the village where one is known to that only: %s', (address, words) => {
    const exact = { precision: 'exact', address } as const;
    expect(whereWords(village, known, exact)).toBe(words);
    expect(whereWords(village, exact, known)).toBe(words);
  });

  it('names no village that nobody said', () => {
    const none = { precision: 'village', address: null } as const;
    expect(whereWords(village, none, none)).toBe('both in or near the same village or town');
    const exact = { precision: 'exact', address: null } as const;
    expect(whereWords({ nearness: 'near', metres: 120 }, exact, exact)).toBe('120 m apart');
  });
});
