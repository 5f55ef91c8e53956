import { expect, it } from 'vitest';
import { councilKey, sameCouncil } from './council-key.ts';

const same = (a: string, b: string) => sameCouncil([councilKey(a)], [councilKey(b)]);

it.each([
  ['Barking and Dagenham', 'London Borough of Barking & Dagenham'],
  ['Newcastle Upon Tyne', 'Newcastle City Council'],
  ['Kingston upon Hull, City of', 'Hull City Council'],
  ['North Somerset', 'North Somerset  Council'],
  ['brighton-and-hove', 'Brighton & Hove City Council'],
])('%s is %s', (a, b) => expect(same(a, b)).toBe(true));

it.each([
  ['Leicester City Council', 'Leicestershire'],
  ['Cheshire East', 'Cheshire West and Chester'],
  ['Kingston upon Hull', 'Kingston upon Thames'],
  ['York', 'North Yorkshire'],
])('%s is not %s', (a, b) => expect(same(a, b)).toBe(false));
