import { describe, expect, it } from 'vitest';
import { areaClasses, districtClasses, districtRows } from './coverage-classes.ts';

const report = {
  districts: [
    { code: 'E07000130', name: 'Charnwood', patch: 'leicestershire', areas: 3, residents: 5000 },
    { code: 'E07000129', name: 'Blaby', patch: 'leicestershire', areas: 2, residents: 3000 },
    { code: 'E08000034', name: 'Kirklees', patch: 'kirklees', areas: 4, residents: 7000 },
  ],
};
const indicator = { byDistrict: { own: [2, 2, 3], wider: [1, 0, 0], none: [0, 0, 1] } };

describe('coverage', () => {
  it('colours each area by whose figure it has; what is missing is no class', () => {
    const coverage = {
      indicator: 'no-car',
      label: 'No car',
      codes: ['a', 'b', 'c'],
      states: ['own' as const, 'wider' as const, 'none' as const],
    };
    expect(areaClasses(coverage)).toMatchObject({
      of: 'areas',
      codes: ['a', 'b', 'c'],
      classes: [4, 2, null],
    });
  });

  it('lists the districts of one map by name, with their own counts', () => {
    expect(districtRows(report, indicator, 'leicestershire')).toEqual([
      { code: 'E07000129', name: 'Blaby', areas: 2, own: 2, wider: 0, none: 0 },
      { code: 'E07000130', name: 'Charnwood', areas: 3, own: 2, wider: 1, none: 0 },
    ]);
    expect(districtRows(report, indicator, null)).toHaveLength(3);
  });

  it('colours a district by the least of its areas', () => {
    expect(districtClasses(districtRows(report, indicator, null))).toMatchObject({
      of: 'districts',
      codes: ['E07000129', 'E07000130', 'E08000034'],
      classes: [4, 2, null],
    });
  });
});
