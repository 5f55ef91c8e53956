import { isLsoa, LSOA_CODE, notACode } from './area-codes.ts';
import { numberIn } from './cell-number.ts';
import { cellBelow, type Fail, tableSource } from './table-source.ts';

export interface CensusPercents {
  readonly onePerson: number | null;
  readonly notMarried: number | null;
  readonly fairHealth: number | null;
  readonly badHealth: number | null;
  readonly unpaidCare: number | null;
  readonly noCar: number | null;
}
export interface PercentRow extends CensusPercents {
  readonly code: string;
}

/** An LSOA's own percentages stand only where they cover this share of its households: 723 of the 844 there are. */
export const LEAST_COVERAGE = 0.8;

/** Columns by the codes of the census maps of Office for National Statistics. */
export const PERCENT_COLUMN = {
  onePerson: 'hh_family_composition_4a-002',
  notMarried: 'legal_partnership_status_3a-002',
  fairHealth: 'health_in_general_4a-002',
  badHealth: 'health_in_general_4a-003',
  noCare: 'is_carer_5a-001',
  noCar: 'number_of_cars_5a-000',
} as const;
type Percent = keyof typeof PERCENT_COLUMN;
const NAMES = Object.keys(PERCENT_COLUMN) as Percent[];
const column = (name: Percent) => ({ is: [PERCENT_COLUMN[name]] });
const PERCENTS = {
  onePerson: column('onePerson'),
  notMarried: column('notMarried'),
  fairHealth: column('fairHealth'),
  badHealth: column('badHealth'),
  noCare: column('noCare'),
  noCar: column('noCar'),
};

/** Percentages of MSOAs (about 8,000 people each). The same table for districts is not used. */
export const percentMsoa = tableSource({
  source: 'census-2021-percent',
  what: 'percentages of the 2021 census for MSOAs',
  columns: { code: { is: ['areacd', /^msoa(20)?21(cd|code)$/] }, ...PERCENTS },
  without: ['household_coverage'],
  looksRight: (head) => /^[EW]02/.test(cellBelow(head, /^(areacd|msoa(20)?21(cd|code))$/)),
  row: (cells, fail): PercentRow | null => {
    if (!/^[EW]02\d{6}$/.test(cells.code)) return fail('code', notACode(cells.code));
    return percentsIn(cells, fail);
  },
});

/** The same for LSOAs, built up from output areas. A row that covers too few of its households is not used. */
export const percentLsoa = tableSource({
  source: 'census-2021-percent',
  what: 'percentages of the 2021 census for LSOAs, from output areas',
  columns: { code: LSOA_CODE, coverage: { is: ['household_coverage'] }, ...PERCENTS },
  row: (cells, fail): PercentRow | null => {
    if (!isLsoa(cells.code)) return fail('code', notACode(cells.code));
    const coverage = numberIn(cells.coverage);
    if (coverage === null) return fail('coverage', 'It is not said how many households the row covers.');
    return coverage < LEAST_COVERAGE ? null : percentsIn(cells, fail);
  },
});

function percentsIn(
  cells: Readonly<Record<Percent | 'code', string>>,
  fail: Fail<Percent>,
): PercentRow | null {
  for (const name of NAMES) {
    const value = numberIn(cells[name]);
    if (cells[name].trim() === '') continue;
    if (value === null || value < 0 || value > 100)
      return fail(name, `"${cells[name].slice(0, 40)}" is no percentage.`);
  }
  return { code: cells.code, ...percentsOf((name) => numberIn(cells[name])) };
}

/** The six shares that Kith uses. Giving care is all that is not "provides no unpaid care". */
export function percentsOf(cell: (name: Percent) => number | null): CensusPercents {
  const noCare = cell('noCare');
  return {
    onePerson: cell('onePerson'),
    notMarried: cell('notMarried'),
    fairHealth: cell('fairHealth'),
    badHealth: cell('badHealth'),
    unpaidCare: noCare === null ? null : 100 - noCare,
    noCar: cell('noCar'),
  };
}
