/**
 * The indicators Kith holds per area. `unit` says of what: percent of people, percent of households, or a
 * figure on a scale of its own. `column` is the column of data/starter/areas.csv. `fromMsoa` marks those
 * that fall back on the figure of the wider MSOA where the area's own is not to be had.
 */
export interface IndicatorDefinition {
  readonly id: string;
  readonly label: string;
  /** How it reads in a sentence: "23% of people are ...". */
  readonly phrase: string;
  readonly unit: 'percent-of-people' | 'percent-of-households' | 'decile' | 'modelled-percent';
  readonly column: string;
  readonly source: string;
  readonly year: string;
  readonly fromMsoa: boolean;
  /** What the denominator is, in words. */
  readonly denominator: string;
}

const census = (
  id: string,
  column: string,
  label: string,
  phrase: string,
  unit: 'percent-of-people' | 'percent-of-households',
  denominator: string,
  fromMsoa: boolean,
  source: string,
): IndicatorDefinition => ({ id, column, label, phrase, unit, denominator, fromMsoa, source, year: '2021' });

export const INDICATORS: readonly IndicatorDefinition[] = [
  census(
    'age-65-over',
    'age_65_over_pct',
    'Aged 65 and over',
    'of people are aged 65 or over',
    'percent-of-people',
    'all residents',
    false,
    'census-2021-age',
  ),
  census(
    'age-16-24',
    'age_16_24_pct',
    'Aged 16 to 24',
    'of people are aged 16 to 24',
    'percent-of-people',
    'all residents',
    false,
    'census-2021-age',
  ),
  census(
    'one-person',
    'one_person_pct',
    'Living alone',
    'of households are one person',
    'percent-of-households',
    'all households',
    true,
    'census-2021-percent',
  ),
  census(
    'not-married',
    'not_married_pct',
    'Not married or in a civil partnership',
    'of people aged 16 or over are not married',
    'percent-of-people',
    'residents aged 16 and over',
    true,
    'census-2021-percent',
  ),
  census(
    'fair-health',
    'fair_health_pct',
    'In fair health',
    'of people say their health is fair',
    'percent-of-people',
    'all residents',
    true,
    'census-2021-percent',
  ),
  census(
    'bad-health',
    'bad_health_pct',
    'In bad or very bad health',
    'of people say their health is bad',
    'percent-of-people',
    'all residents',
    true,
    'census-2021-percent',
  ),
  census(
    'disabled',
    'disabled_pct',
    'Disabled',
    'of people are disabled under the Equality Act',
    'percent-of-people',
    'all residents',
    false,
    'census-2021-disability',
  ),
  census(
    'rented',
    'rented_pct',
    'Rented homes',
    'of households rent',
    'percent-of-households',
    'all households',
    false,
    'census-2021-tenure',
  ),
  census(
    'unpaid-care',
    'unpaid_care_pct',
    'Giving unpaid care',
    'of people give unpaid care',
    'percent-of-people',
    'residents aged 5 and over',
    true,
    'census-2021-percent',
  ),
  census(
    'no-car',
    'no_car_pct',
    'No car or van',
    'of households have no car',
    'percent-of-households',
    'all households',
    true,
    'census-2021-percent',
  ),
  {
    id: 'deprivation',
    label: 'Deprivation (decile 1 is most deprived)',
    phrase: 'on the Indices of Deprivation',
    unit: 'decile',
    column: 'iod_2025_decile',
    source: 'iod-2025',
    year: '2025',
    fromMsoa: false,
    denominator: 'all areas of England, in ten equal groups',
  },
  {
    id: 'modelled-loneliness',
    label: 'Modelled loneliness, 2020-21 (for comparison)',
    phrase: 'modelled as lonely at least some of the time',
    unit: 'modelled-percent',
    column: 'modelled_lonely_pct',
    source: 'brc-loneliness-2020-21',
    year: '2020-21',
    fromMsoa: false,
    denominator: 'a model by type of area, of the pandemic year; not a measurement',
  },
];

export function indicatorOf(id: string): IndicatorDefinition | undefined {
  return INDICATORS.find((indicator) => indicator.id === id);
}
