import { expect, it } from 'vitest';
import { likeliestSheet } from './which-sheet.ts';

const VENUES = [
  ['Venue', 'Postcode', 'Opening times'],
  ['Foxglove Hall', 'LE19 4AA', 'Mon 10-12'],
  ['Betony Hall', 'LE9 9LB', ''],
];
const NOTES = [
  ['About this file', ''],
  ['It lists our halls', 'and when they open'],
  ['Ask the council', 'for more'],
  ['Last changed', 'in May'],
  ['By', 'the clerk'],
];
const OLD = [
  ['Venue', 'Postcode'],
  ['Foxglove Hall', 'LE19 4AA'],
  ['Gone Hall', ''],
];

it('takes the sheet with the most places, not the one with the most rows', () => {
  expect(likeliestSheet([NOTES, VENUES])).toEqual({
    at: 1,
    why: 'In this sheet 2 rows name a place and where it is; in no other sheet does any.',
  });
});

it('says where another is a list as well', () => {
  expect(likeliestSheet([OLD, VENUES])).toEqual({
    at: 1,
    why: 'In this sheet 2 rows name a place and where it is, more than in any other sheet.',
  });
});

it('takes the longest where none is a list, and says nothing of the only one', () => {
  expect(likeliestSheet([[['Notes', 'x']], NOTES])).toMatchObject({
    at: 1,
    why: expect.stringContaining('No sheet looks'),
  });
  expect(likeliestSheet([VENUES])).toEqual({ at: 0, why: null });
});
