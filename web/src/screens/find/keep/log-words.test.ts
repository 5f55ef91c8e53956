import { expect, it } from 'vitest';
import { isSaidInTitle, spotWords } from './log-words.ts';

const spot = { lon: -1.2, lat: 52.6, precision: 'exact' };
it.each([
  [null, spot, 'Put on the map'],
  [spot, null, 'Taken off the map'],
  [spot, { ...spot, precision: 'postcode' }, 'The same spot, said more or less exactly'],
  [spot, { ...spot, lat: 52.6001 }, 'Moved 11 m'],
  [spot, { ...spot, lat: 52.601 }, 'Moved 100 m'],
  [spot, { ...spot, lat: 52.62 }, 'Moved 2.2 km'],
])('a spot from %o to %o', (before, after, words) => expect(spotWords(before, after)).toBe(words));

it('says a field once where it is the only one', () => {
  const row = { field: 'phone', label: 'Phone', before: null, after: '0116 496 0000' } as const;
  const other = { field: 'notes', label: 'Notes', before: null, after: 'Tea' } as const;
  expect(isSaidInTitle({ summary: 'Changed: Phone', rows: [row] })).toBe(true);
  expect(isSaidInTitle({ summary: 'Changed: Phone, Notes', rows: [row, other] })).toBe(false);
  expect(isSaidInTitle({ summary: 'A new edition of a list', rows: [row] })).toBe(false);
});
