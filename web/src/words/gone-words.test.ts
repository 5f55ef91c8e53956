import { expect, it } from 'vitest';
import { goneLine, listingLines } from './gone-words.ts';

const titles = new Map([['ace', 'Libraries, Arts Council England']]);
const listing = { source: 'ace', goneSince: null, firstSeen: '2026-03-01', lastChanged: '2026-03-01' };

it('says since when a list no longer names a place', () => {
  expect(goneLine({ ...listing, goneSince: '2026-11-23' }, titles)).toBe(
    'No longer in the list “Libraries, Arts Council England” since November 2026.',
  );
  expect(goneLine(listing, titles)).toBeNull();
});

it('names each list once, by its own name where it has no other', () => {
  expect(listingLines([listing, { ...listing, source: 'osm', goneSince: '2027-01-02' }], titles)).toEqual([
    'In the list “Libraries, Arts Council England”, seen here since March 2026.',
    'No longer in the list “osm” since January 2027.',
  ]);
});
