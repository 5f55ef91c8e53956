import { describe, expect, it } from 'vitest';
import { reportSources } from './report-sources.ts';

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
