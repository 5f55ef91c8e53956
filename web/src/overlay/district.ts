import type { LensId } from '@kith/core/risk/lenses';
import { LENSES } from '@kith/core/risk/lenses';
import type { DistrictColumns, DistrictReach } from '../data/wide-questions.ts';
import { whole } from '../words/area-words.ts';
import { figureWords } from './figure.ts';
import { anyOf, type ReachAsked } from './reach.ts';
import { withRows } from './rows.ts';
import type { DistrictOverlay, DistrictRow, LegendText } from './types.ts';

const NEARER = 'Zoom in, or choose a council, to see its neighbourhoods.';
const GROUP_WORDS = [
  'Lowest fifth',
  'Below the middle',
  'Near the middle',
  'Above the middle',
  'Highest fifth',
];

/** The districts of England in colour, and as rows that lead to the maps they are on. */
function districtOverlay(
  columns: DistrictColumns,
  ramp: 'risk' | 'reach',
  words: Pick<LegendText, 'title' | 'ends' | 'source' | 'doubt' | 'about'> & {
    readonly said: (value: number | null) => string;
    readonly notes?: readonly string[];
  },
): DistrictOverlay {
  const { said, notes = [], ...legend } = words;
  const overlay = {
    classes: { of: 'districts' as const, codes: columns.code, classes: columns.class, ramp },
    legend: {
      ...legend,
      ramp,
      steps: rangesOf(columns, said).map((label, index) => ({ class: index + 1, label })),
      classed: `Fifths of the ${whole(columns.code.length)} districts`,
      notes: [...notes, NEARER],
    },
    groups: [
      ...GROUP_WORDS.map((heading, index) => ({ class: index + 1, heading })).toReversed(),
      { class: null, heading: 'No data' },
    ],
  };
  return withRows<DistrictRow>(overlay, (index) => ({
    code: columns.code[index] ?? '',
    name: columns.name[index] ?? '',
    patch: columns.patch[index] ?? '',
    class: columns.class[index] ?? null,
    words: said(columns.value[index] ?? null),
  })) as DistrictOverlay;
}

/** "3.1% to 8.0%" for each class, from the values that lie in it. A class that nothing lies in is left out. */
function rangesOf(columns: DistrictColumns, said: (value: number | null) => string): readonly string[] {
  return [1, 2, 3, 4, 5].flatMap((step) => {
    const inside = columns.value.filter((value, index) => columns.class[index] === step && value !== null);
    if (inside.length === 0) return [];
    const [low, high] = [Math.min(...inside.map(Number)), Math.max(...inside.map(Number))];
    return [low === high ? said(low) : `${said(low)} to ${said(high)}`];
  });
}

const percent = (value: number | null): string => figureWords(value, 'percent');

/** Words under the two ends of a ramp of shares. */
const SHARES: LegendText['ends'] = ['a smaller share', 'a larger share'];

export function districtRisk(columns: DistrictColumns, lens: LensId): DistrictOverlay {
  const label = LENSES.find((each) => each.id === lens)?.label ?? lens;
  return districtOverlay(columns, 'risk', {
    title: `Districts: share of people in neighbourhoods of highest risk, ${label.toLowerCase()}`,
    ends: SHARES,
    source: `Census ${columns.years.join(', ')}`,
    doubt: 'An estimate, not a count of lonely people. How sure we are is not worked out yet.',
    about: 'risk',
    said: percent,
    notes: [columns.method],
  });
}

/** `tenths`: deprivation, whose class 1 is the most deprived and is drawn darkest, as for areas. */
export function districtFigure(
  columns: DistrictColumns,
  sourceTitle: string,
  { tenths }: { readonly tenths: boolean },
): DistrictOverlay {
  const year = columns.years.join(', ');
  const turned = columns.class.map((each) => (tenths && each !== null ? 6 - each : each));
  return districtOverlay({ ...columns, class: turned }, 'risk', {
    title: `Districts: ${columns.label}`,
    ends: tenths ? SHARES : ['lower', 'higher'],
    source: sourceTitle.includes(year) ? sourceTitle : `${sourceTitle}, ${year}`,
    doubt: columns.method,
    about: 'figures',
    said: (value) => figureWords(value, columns.unit),
  });
}

export function districtReach(reach: DistrictReach, { kinds, minutes }: ReachAsked): DistrictOverlay {
  return districtOverlay(reach, 'reach', {
    title: `Districts: share of people within a ${minutes}-minute walk of ${anyOf(kinds)}`,
    ends: SHARES,
    source: 'People: Census 2021. Libraries: Arts Council England',
    doubt: reach.completeKinds
      ? 'An estimate: people are placed where homes cluster, and streets may run straighter or less.'
      : 'We know only some of these; none listed does not mean none there.',
    about: 'reach',
    said: percent,
    notes: [reach.method],
  });
}
