import { expect, it } from 'vitest';
import { villageWords } from './village-words.ts';

it.each([
  ['George Street Lutterworth Leics', 'Lutterworth'],
  ['12 Church Rd. Stoney Stanton', 'Stoney Stanton'],
  ['Lutterworth Leicestershire', 'Lutterworth'],
  ['Burton on the Wolds', 'Burton on the Wolds'],
  ['Leicestershire', 'Leicestershire'],
  ['High Street', 'High Street'],
])('%s may name %s', (part, village) => {
  expect(villageWords(part).at(-1)).toBe(village);
  expect(villageWords(part)[0]).toBe(part);
});
