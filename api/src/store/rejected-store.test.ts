import { expect, it } from 'vitest';
import { reasonOf } from './rejected-store.ts';

it.each([
  ['The decile is "eleven". It must be 1 to 10.', 'The decile is …. It must be … to ….'],
  ['BD1 1GA has no position in this edition.', '… has no position in this edition.'],
  ['BD11GA has no position in this edition.', '… has no position in this edition.'],
  ['Kettering (E07000153) is no council of today.', '… is no council of today.'],
  ['South Lakeland (3434) is no council of today.', '… is no council of today.'],
  ['The area E01000001 is not known.', 'The area … is not known.'],
  ['1,684.5 is too much', '… is too much'],
  ['The row is cut short.', 'The row is cut short.'],
])('"%s" is one reason with the like of it', (problem, reason) => {
  expect(reasonOf(problem)).toBe(reason);
});
