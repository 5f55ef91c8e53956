import { expect, it } from 'vitest';
import { compareSpots, oneSlip, type Spot } from './whereabouts.ts';

const at = (easting: number | null, more: Partial<Spot> = {}): Spot => ({
  easting,
  northing: easting === null ? null : 300_000,
  precision: easting === null ? 'none' : 'exact',
  spreadMetres: 0,
  postcode: '',
  ...more,
});
const nearness = (a: Spot, b: Spot) => {
  expect(compareSpots(b, a)).toEqual(compareSpots(a, b));
  return compareSpots(a, b).nearness;
};

it('goes by metres, its limits included', () => {
  expect([60, 61, 250, 251, 1000, 1001, 3000, 3001].map((metres) => nearness(at(0), at(metres)))).toEqual([
    'spot',
    'near',
    'near',
    'walk',
    'walk',
    'town',
    'town',
    'far',
  ]);
});

it('takes one postcode as one spot, and two as none, however near their points', () => {
  const postcode = { precision: 'postcode', postcode: 'LE194ND' } as const;
  expect(nearness(at(0, postcode), at(400, { ...postcode, precision: 'exact' }))).toBe('spot');
  expect(nearness(at(0, postcode), at(0, { ...postcode, postcode: 'LE24AA' }))).toBe('near');
});

it('allows for one that is known only to its village', () => {
  const village = at(0, { precision: 'village', spreadMetres: 600 });
  expect([0, 600, 800, 5000].map((metres) => nearness(village, at(metres)))).toEqual([
    'village',
    'village',
    'near',
    'far',
  ]);
});

it('goes by postcodes where there are no positions', () => {
  const by = (a: string, b: string) => nearness(at(null, { postcode: a }), at(null, { postcode: b }));
  expect(by('LE194ND', 'LE194ND')).toBe('spot');
  expect(by('LE194ND', 'LE194AA')).toBe('walk');
  expect(by('LE194ND', 'LE195AA')).toBe('town');
  expect(by('LE194ND', 'NG11AA')).toBe('far');
  expect(by('LE194ND', '')).toBe('unknown');
});

it('sees a slip of the pen', () => {
  expect(oneSlip('EX239LG', 'EX238LG')).toBe(true);
  expect(oneSlip('EX239LG', 'EX238LA')).toBe(false);
  expect(oneSlip('SY59AQ', 'SY95AQ')).toBe(true);
  expect(nearness(at(0, { postcode: 'EX239LG' }), at(6000, { postcode: 'EX238LG' }))).toBe('town');
});
