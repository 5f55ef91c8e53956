import type { LensId } from './lenses.ts';

/** One input of a risk score: indicators added up, and what is known of how strongly it goes with loneliness. */
export interface RiskInput {
  readonly id: string;
  readonly label: string;
  /** Ids of indicators whose percentages are added. They must not overlap. */
  readonly indicators: readonly string[];
  /**
   * What the percentage is of: the denominator that says how sure it is. Where the census counts residents of 16
   * or of 5 and over only, all residents stand in, which errs towards drawing too little to the district.
   */
  readonly of: 'residents' | 'households';
  /** Odds of loneliness with the characteristic against without. Its weight is |ln oddsRatio|. */
  readonly oddsRatio: number;
  readonly citation: string;
  readonly errs: string;
}

/** The smallest odds ratio read in a source (no emotional support), for inputs whose own size was not found. */
const SMALLEST_VERIFIED = 1.51;
const DIRECTION_ONLY =
  'Direction from the Office for National Statistics 2018 by Age UK’s account; no size read. Takes 1.51, the smallest odds ratio verified (no emotional support: Eur J Ageing 2022, PMC9156591).';

export const RISK_INPUTS = {
  'one-person': {
    id: 'one-person',
    label: 'Living alone',
    indicators: ['one-person'],
    of: 'households',
    oddsRatio: 4.58,
    citation:
      'European Journal of Ageing 2022, N=7,755, PMC9156591: one-person household, 4.58 (3.92 to 5.36)',
    errs: 'High: the figure is for people, and the percentage here is of households.',
  },
  disabled: {
    id: 'disabled',
    label: 'Disabled',
    indicators: ['disabled'],
    of: 'residents',
    /** (.15 / .85) / (.03 / .97). */
    oddsRatio: 5.71,
    citation:
      'Community Life Survey 2023/24: 15% of disabled people often or always lonely against 3% of others, as odds',
    errs: 'High: not adjusted for age, health or income, which go together with disability.',
  },
  'bad-health': {
    id: 'bad-health',
    label: 'In bad or very bad health',
    indicators: ['bad-health'],
    of: 'residents',
    oddsRatio: 1.9,
    citation:
      'Office for National Statistics 2018 (Community Life Survey 2016-17), by Age UK’s account: 1.9 times',
    errs: 'Low: the survey’s “poor health” is wider than the census’s bad or very bad.',
  },
  'fair-or-bad-health': {
    id: 'fair-or-bad-health',
    label: 'In fair, bad or very bad health',
    indicators: ['fair-health', 'bad-health'],
    of: 'residents',
    oddsRatio: 1.9,
    citation:
      'Office for National Statistics 2018 (Community Life Survey 2016-17), by Age UK’s account: 1.9 times',
    errs: 'High: the figure is for poor health, and fair health is counted with it here.',
  },
  'not-married': {
    id: 'not-married',
    label: 'Not married or in a civil partnership',
    indicators: ['not-married'],
    of: 'residents',
    oddsRatio: 3.6,
    citation: 'Office for National Statistics 2018, by Age UK’s account: widowed against married, 3.6 times',
    errs: 'High: single and divorced people are in it, and the figure is for widowed people.',
  },
  'age-16-24': {
    id: 'age-16-24',
    label: 'Aged 16 to 24',
    indicators: ['age-16-24'],
    of: 'residents',
    oddsRatio: 2.7,
    citation:
      'Office for National Statistics 2018, by Age UK’s account: aged 16 to 24 against 75 and over, 2.7 times',
    errs: 'High: against the least lonely age group, not against everyone else.',
  },
  'age-65-over': {
    id: 'age-65-over',
    label: 'Aged 65 and over',
    indicators: ['age-65-over'],
    of: 'residents',
    /** The same contrast as age 16 to 24, taken as a size: |ln 2.7|. */
    oddsRatio: 2.7,
    citation:
      'Office for National Statistics 2018, by Age UK’s account: 2.7 times, as the size of the age contrast',
    errs: 'High as a risk: being older lowers the odds. It is in because this lens asks where older people at risk are, not whether age is a risk.',
  },
  rented: {
    id: 'rented',
    label: 'Rented homes',
    indicators: ['rented'],
    of: 'households',
    oddsRatio: SMALLEST_VERIFIED,
    citation: DIRECTION_ONLY,
    errs: 'Either way: size not known.',
  },
  'unpaid-care': {
    id: 'unpaid-care',
    label: 'Giving unpaid care',
    indicators: ['unpaid-care'],
    of: 'residents',
    oddsRatio: SMALLEST_VERIFIED,
    citation:
      'No study that gives a size was read. Takes 1.51, the smallest odds ratio verified (PMC9156591).',
    errs: 'Either way: size not known.',
  },
  'no-car': {
    id: 'no-car',
    label: 'No car or van',
    indicators: ['no-car'],
    of: 'households',
    oddsRatio: SMALLEST_VERIFIED,
    citation:
      'No study that gives a size was read. Takes 1.51, the smallest odds ratio verified (PMC9156591).',
    errs: 'High in towns, where many do well without one; low in the country.',
  },
} as const satisfies Record<string, RiskInput>;
export type RiskInputId = keyof typeof RISK_INPUTS;

/** The inputs of each lens (method 1a and 1b). Deprivation is shown beside, never inside. */
export const LENS_INPUTS: { readonly [lens in LensId]: readonly RiskInputId[] } = {
  older: ['age-65-over', 'one-person', 'not-married', 'fair-or-bad-health', 'disabled', 'no-car'],
  young: ['age-16-24', 'disabled', 'bad-health', 'rented', 'unpaid-care', 'one-person'],
  all: [
    'one-person',
    'not-married',
    'bad-health',
    'disabled',
    'rented',
    'age-16-24',
    'unpaid-care',
    'no-car',
  ],
};
