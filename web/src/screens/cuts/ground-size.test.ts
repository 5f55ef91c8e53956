import { expect, it } from 'vitest';
import { groundMegabytes } from './ground-size.ts';

it('says about how much all of England weighs, as it was measured', () => {
  expect(groundMegabytes(33_755, 3_492)).toBe(3);
  expect(groundMegabytes(33_755, 35_226)).toBe(4);
  expect(groundMegabytes(40, 2)).toBe(1);
});
