import { expect, it } from 'vitest';
import { riskLine } from './risk-note-words.ts';

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
