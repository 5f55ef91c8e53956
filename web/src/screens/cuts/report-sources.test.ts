import { describe, expect, it } from 'vitest';
import { inputWords, reportSources } from './report-sources.ts';

const ids = [
  'ace-libraries-2023',
  'openbenches-2026-05',
  'kith-venue-facts-2026',
  'census-2021-age',
  'iod-2025',
];
const sources = ids.map((id) => ({ id }));
const named = (kinds: Parameters<typeof reportSources>[1]) =>
  reportSources(sources, kinds).map(({ id }) => id);

describe('the sources of a report', () => {
  it('are those of the kinds that count, and of the people', () => {
    expect(named(['library'])).toEqual(['ace-libraries-2023', 'census-2021-age']);
    expect(named(['bench', 'library'])).toEqual([
      'ace-libraries-2023',
      'openbenches-2026-05',
      'kith-venue-facts-2026',
      'census-2021-age',
    ]);
  });

  it('name one that is new rather than leave it out', () => {
    expect(reportSources([{ id: 'a-new-list' }], ['hall'])).toHaveLength(1);
  });
});

describe('what a report rests on, in a line', () => {
  const source = (id: string, title: string, publisher: string, vintage: string) => {
    return { id, title, publisher, vintage };
  };
  const all = [
    source('ace-libraries-2023', 'Public libraries', 'Arts Council England', '2023'),
    source('openbenches-2026-05', 'OpenBenches: memorial benches', 'OpenBenches contributors', '2026-05'),
    source('os-open-names', 'OS Open Names', 'Ordnance Survey', 'edition not stated'),
    source('census-2021-age', 'Census 2021: residents by age', 'Office for National Statistics', '2021'),
    source('census-2021-tenure', 'Census 2021: tenure', 'Office for National Statistics', '2021'),
  ];

  it('names each census once and every list of places with its year', () => {
    expect(inputWords(all, ['library'])).toEqual({
      people: 'Census 2021',
      places: 'Arts Council England, 2023',
    });
    expect(inputWords(all, ['library', 'bench']).places).toBe(
      'Arts Council England, 2023; OpenBenches contributors, 2026',
    );
  });
});
