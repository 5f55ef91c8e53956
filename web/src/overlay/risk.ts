import { LENSES, type LensId } from '@kith/core/risk/lenses';
import type { RiskColumns } from '../data/questions.ts';
import { FIFTH_WORDS, whole } from '../words/area-words.ts';
import { withRows } from './rows.ts';
import { type Overlay, SHAPES_NOTE } from './types.ts';

const NOTES: Record<LensId, string> = {
  older: 'For older people this is an approximation, built from figures for everyone who lives there.',
  young: 'Young adults are people aged 16 to 24.',
  all: 'All ages together.',
};

/** Risk by lens, in fifths of all areas loaded. */
export function riskOverlay(columns: RiskColumns, lens: LensId): Overlay {
  const label = LENSES.find((each) => each.id === lens)?.label ?? lens;
  const overlay: Omit<Overlay, 'rows' | 'rowOf'> = {
    classes: { of: 'areas', codes: columns.codes, classes: columns.fifths, ramp: 'risk' },
    legend: {
      title: `Risk of loneliness, ${label.toLowerCase()}`,
      ramp: 'risk',
      ends: ['lower', 'higher'],
      steps: [],
      classed: `Fifths of the ${whole(columns.areaCount)} areas loaded`,
      source: `Census ${columns.years.join(', ')}`,
      doubt: 'An estimate, not a count of lonely people. How sure we are is not worked out yet.',
      notes: [
        NOTES[lens],
        'Some figures are only known for the wider area of about 8,000 people, and are shared by all areas in it. In Brighton & Hove that is so for most of them.',
        SHAPES_NOTE,
      ],
      about: 'risk',
    },
    groups: [
      ...FIFTH_WORDS.map((heading, index) => ({ class: index + 1, heading })).toReversed(),
      { class: null, heading: 'No data' },
    ],
  };
  return withRows(overlay, (index) => ({
    code: columns.codes[index] ?? '',
    class: columns.fifths[index] ?? null,
    words: '',
  }));
}
