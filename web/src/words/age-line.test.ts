import { describe, expect, it } from 'vitest';
import { ageLine } from './age-line.ts';
import { dateWords } from './dates.ts';

describe('the age line', () => {
  it('says of what a check was: that it is open, and not of its hours', () => {
    expect(
      ageLine({ asOf: '2023', basis: 'checked', sourceName: 'Arts Council England', status: 'open' }),
    ).toBe('Listed as open: 2023 · Arts Council England');
  });
  it('does not call a page a check', () => {
    expect(ageLine({ asOf: '2018', basis: 'published', sourceName: 'Kith facts', status: 'open' })).toBe(
      'From a 2018 page, not yet confirmed',
    );
  });
  it('gives the month of a file', () => {
    expect(
      ageLine({
        asOf: '2026-05',
        basis: 'published',
        sourceName: 'OpenBenches contributors',
        status: 'open',
      }),
    ).toBe('OpenBenches, May 2026; not checked since');
  });
  it.each([
    { asOf: null, basis: 'undated' as const },
    { asOf: null, basis: 'checked' as const },
    { asOf: null, basis: 'published' as const },
  ])('says so when there is no date: %o', ({ asOf, basis }) => {
    expect(ageLine({ asOf, basis, sourceName: 'A page', status: 'open' })).toBe(
      'From an undated page, not yet confirmed',
    );
  });
  it.each([
    ['2018', '2018'],
    ['2026-05', 'May 2026'],
    ['2026-05-01', '1 May 2026'],
    ['2026-13', '2026-13'],
    ['', ''],
  ])('writes %s as %s', (iso, words) => expect(dateWords(iso)).toBe(words));
});
