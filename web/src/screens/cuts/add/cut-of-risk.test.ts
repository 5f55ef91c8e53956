import { expect, it } from 'vitest';
import { cutOfRisk, linkWarning } from './cut-of-risk.ts';

const note = {
  placeId: 'p',
  placeName: 'Hall',
  reason: 'for-sale',
  funder: null,
  endsOn: '2027-03-31',
} as const;

it('makes of a note the cut it speaks of', () => {
  expect(cutOfRisk(note)).toEqual({ type: 'close', place: 'p' });
  expect(cutOfRisk({ ...note, reason: 'grant-ends', funder: 'The Lottery' })).toEqual({
    type: 'end-grant',
    grant: 'The Lottery',
    endsOn: '2027-03-31',
    places: ['p'],
    replaced: [],
  });
  expect(cutOfRisk({ ...note, reason: 'grant-ends' })).toMatchObject({ grant: 'Money for Hall' });
});

it('warns of what is not public before it goes into a link', () => {
  const named = { public: false, grant: true, funder: true, day: true };
  expect(linkWarning(named)).toBe('Not public: the link you share will name this funder and the day.');
  expect(linkWarning({ ...named, funder: false })).toBe('Not public: the link you share will name the day.');
  expect(linkWarning({ ...named, public: true })).toBeNull();
  expect(linkWarning({ ...named, grant: false })).toBeNull();
});
