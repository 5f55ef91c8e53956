import { describe, expect, it } from 'vitest';
import { type AreaAnswer, chooseArea, type DistrictRow } from './area-choice.ts';

const row = (
  code: string,
  name: string,
  authority: readonly [string, string] | null,
  region: readonly [string, string],
): DistrictRow => ({
  code,
  name,
  authorityCode: authority?.[0] ?? code,
  authorityName: authority?.[1] ?? name,
  regionCode: region[0],
  regionName: region[1],
});
const LEICS = ['E10000018', 'Leicestershire'] as const;
const EAST_MIDLANDS = ['E12000004', 'East Midlands'] as const;
const LONDON = ['E12000007', 'London'] as const;
const SOUTH_WEST = ['E12000009', 'South West'] as const;
const ROWS: readonly DistrictRow[] = [
  row('E07000130', 'Charnwood', LEICS, EAST_MIDLANDS),
  row('E07000129', 'Blaby', LEICS, EAST_MIDLANDS),
  row('E06000016', 'Leicester', null, EAST_MIDLANDS),
  row('E06000017', 'Rutland', null, EAST_MIDLANDS),
  row('E08000034', 'Kirklees', null, ['E12000003', 'Yorkshire and The Humber']),
  row('E06000043', 'Brighton and Hove', null, ['E12000008', 'South East']),
  row('E06000023', 'Bristol, City of', null, SOUTH_WEST),
  row('E07000240', 'St Albans', ['E10000015', 'Hertfordshire'], ['E12000006', 'East of England']),
  row('E06000013', 'North Lincolnshire', null, ['E12000003', 'Yorkshire and The Humber']),
  row('E09000001', 'City of London', null, LONDON),
  row('E09000007', 'Camden', null, LONDON),
  row('W06000015', 'Cardiff', null, ['W92000004', 'Wales']),
];
const choose = (typed: string): AreaAnswer => chooseArea(typed, ROWS);
const codes = (typed: string) => {
  const answer = choose(typed);
  return 'problem' in answer
    ? answer.problem
    : [answer.scope, answer.districts.map(({ code }) => code).join(' ')];
};

describe('the area that a name or code stands for', () => {
  it.each([
    ['leicestershire', 'E10000018', 'E07000129 E07000130'],
    ['Leicester', 'E06000016', 'E06000016'],
    ['rutland', 'E06000017', 'E06000017'],
    ['Kirklees Council', 'E08000034', 'E08000034'],
    ['brighton-and-hove', 'E06000043', 'E06000043'],
    ['Brighton & Hove', 'E06000043', 'E06000043'],
    ['city of bristol', 'E06000023', 'E06000023'],
    ['BRISTOL', 'E06000023', 'E06000023'],
    ['St. Albans', 'E07000240', 'E07000240'],
    ['e07000129', 'E07000129', 'E07000129'],
    ['E10000018', 'E10000018', 'E07000129 E07000130'],
    ['east midlands', 'E12000004', 'E06000016 E06000017 E07000129 E07000130'],
    ['East_Midlands region', 'E12000004', 'E06000016 E06000017 E07000129 E07000130'],
    ['London', 'E12000007', 'E09000001 E09000007'],
    ['City of London', 'E09000001', 'E09000001'],
  ])('%s', (typed, scope, districts) => {
    expect(codes(typed)).toEqual([scope, districts]);
  });

  it.each(['england', 'England', 'all of England', 'E92000001'])(
    '%s is all districts of England',
    (typed) => {
      expect(choose(typed)).toMatchObject({ label: 'England', scope: 'england' });
      expect(codes(typed)[1]?.split(' ')).toHaveLength(11);
    },
  );

  it('knows what people call a place', () => {
    expect(codes('the City of London')[0]).toBe('E09000001');
    expect(codes('London Borough of Camden')[0]).toBe('E09000007');
    expect(codes('Greater London')[0]).toBe('E12000007');
  });

  it('does not hang on the order of the look-up', () => {
    expect(chooseArea('east midlands', [...ROWS].reverse())).toEqual(choose('east midlands'));
  });

  it.each([
    ['Leicestershir', /called "Leicestershir"\. Did you mean Leicestershire/],
    ['brighton', /Did you mean Brighton and Hove\?/],
    ['lincolnshire', /Did you mean North Lincolnshire\?/],
    ['Xyzzy', /called "Xyzzy"\. A code such as E07000129 works too/],
    ['', /No district, county or region/],
    ['E07000999', /know no district, county or region with the code E07000999/],
    ['E01025611', /smaller than a district/],
    ['W06000015', /Only England can be loaded/],
    ['Cardiff', /No district, county or region of England is called "Cardiff"/],
  ])('of %s it says what is wrong and what to do', (typed, problem) => {
    expect(choose(typed)).toEqual({ problem: expect.stringMatching(problem) });
  });

  it('asks for a code where a county and a district share a name', () => {
    const rows = [
      ...ROWS,
      row('E07000999', 'Anyshire', ['E10000999', 'Anyshire'], EAST_MIDLANDS),
      row('E07000998', 'Elsewhere', ['E10000999', 'Anyshire'], EAST_MIDLANDS),
    ];
    expect(chooseArea('anyshire', rows)).toEqual({
      problem:
        '"anyshire" is the name of more than one. Give the code instead: --area E07000999 (the district Anyshire) or E10000999 (the county Anyshire, 2 districts).',
    });
    expect(chooseArea('E10000999', rows)).toMatchObject({ label: 'Anyshire', districts: [{}, {}] });
  });
});
