import type { Values } from '../data/questions.ts';
import { counted, whole } from '../words/area-words.ts';
import { withRows } from './rows.ts';
import { type Overlay, SHAPES_NOTE } from './types.ts';

const isPercent = (unit: string): boolean => unit.includes('percent');

/** "23.4%" or "7". */
export const figureWords = (value: number | null, unit: string): string =>
  value === null
    ? 'no data'
    : isPercent(unit)
      ? `${value.toFixed(1)}%`
      : unit === 'decile'
        ? `tenth ${value}`
        : String(value);

/** The Indices of Deprivation count from the other end: tenth 1 is the most deprived, and is drawn darkest. */
export const TENTHS = [
  'Tenths 9 and 10: least deprived',
  'Tenths 7 and 8',
  'Tenths 5 and 6',
  'Tenths 3 and 4',
  'Tenths 1 and 2: most deprived',
];

export const steps = ({ breaks, unit }: Pick<Values, 'breaks' | 'unit'>): string[] => {
  const words = breaks.map((each) => figureWords(each, unit));
  return [
    `${words[0] ?? ''} or less`,
    ...words.slice(1).map((high, index) => `${words[index]} to ${high}`),
    `more than ${words.at(-1) ?? ''}`,
  ];
};

/** One figure, in fifths of all areas loaded, so that the scale is the same on every map. */
export function figureOverlay(values: Values, sourceTitle: string): Overlay {
  const tenths = values.unit === 'decile';
  const labels = tenths ? TENTHS : steps(values);
  const classes = tenths ? values.classes.map((each) => (each === null ? null : 6 - each)) : values.classes;
  const wider = values.geography.filter((each) => each === 'msoa').length;
  const shared =
    wider === values.geography.length
      ? 'On this map the figure is that of the wider area of about 8,000 people, the same for all areas in it.'
      : `For ${counted(wider, 'area', 'areas')} the figure is that of the wider area of about 8,000 people.`;
  const overlay: Omit<Overlay, 'rows' | 'rowOf'> = {
    classes: { of: 'areas', codes: values.codes, classes, ramp: 'risk' },
    legend: {
      title: tenths ? 'Deprivation' : values.label,
      ramp: 'risk',
      ends: tenths ? ['least deprived', 'most deprived'] : [labels[0] ?? 'lower', labels.at(-1) ?? 'higher'],
      steps: labels.map((label, index) => ({ class: index + 1, label })),
      classed: tenths
        ? 'Tenths of all areas of England, two to a colour'
        : `Fifths of the ${whole(values.areaCount)} areas loaded · of ${values.denominator}`,
      source: sourceTitle.includes(values.year) ? sourceTitle : `${sourceTitle}, ${values.year}`,
      doubt: wider > 0 ? shared : 'A figure for a small area is an estimate.',
      notes: [SHAPES_NOTE],
      about: 'figures',
    },
    groups: [
      ...labels.map((heading, index) => ({ class: index + 1, heading })).toReversed(),
      { class: null, heading: 'No data' },
    ],
  };
  return withRows(overlay, (index) => ({
    code: values.codes[index] ?? '',
    class: classes[index] ?? null,
    words: figureWords(values.values[index] ?? null, values.unit),
  }));
}
