import { expect, it } from 'vitest';
import { hasPassed, riskLine } from './risk-note-words.ts';

it.each([
  [
    ['grant-ends', 12_000, '2027-03-31', 'the Lottery'],
    'A grant ends: £12,000 from the Lottery, on 31 March 2027',
  ],
  [['grant-ends', null, null, 'the Lottery'], 'A grant ends: by the Lottery'],
  [['hours-cut', null, '2027-04-01', null], 'Hours are to be cut: from 1 April 2027'],
  [['volunteers', null, null, null], 'It needs volunteers'],
] as const)('a note in one line: %j', ([reason, amountGbp, endsOn, funder], words) => {
  expect(riskLine({ reason, amountGbp, endsOn, funder })).toBe(words);
});

it.each([
  ['2016-03-31', true],
  ['2026-11-22', true],
  ['2026-11-23', false],
  ['2027-03-31', false],
  ['', false],
])('on 23 November 2026 the day %o has passed: %o', (day, passed) => {
  expect(hasPassed(day, '2026-11-23')).toBe(passed);
});
