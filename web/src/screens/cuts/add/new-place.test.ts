import type { Cut } from '@kith/core/scenario/cut';
import { expect, it } from 'vitest';
import { gridWords, nextSite } from './new-place.ts';

const opens = (site: string): Cut => ({
  type: 'open',
  site,
  name: 'New',
  kind: 'library',
  easting: 1,
  northing: 1,
  week: null,
});

it('a new place takes the first reference that no other has', () => {
  expect(nextSite([])).toBe('new-1');
  expect(nextSite([opens('new-1'), { type: 'close', place: 'a' }, opens('new-3')])).toBe('new-2');
});

it('a spot is said in metres of the grid', () => {
  expect(gridWords({ easting: 443210, northing: 294300 })).toBe('443,210 east, 294,300 north');
});
