import { describe, expect, it } from 'vitest';
import { ageInFull, ageLine } from './age-line.ts';
import { dateWords } from './dates.ts';

const NEVER = { checkedOn: null, freshness: null };

describe('the age line', () => {
  it('says of what a check was: that it is open, and not of its hours', () => {
    expect(
      ageLine({
        asOf: '2023',
        basis: 'checked',
        sourceName: 'Arts Council England',
        status: 'open',
        ...NEVER,
      }),
    ).toBe('Listed as open: 2023 · Arts Council England');
  });
  it('does not call a page a check', () => {
    expect(
      ageLine({ asOf: '2018', basis: 'published', sourceName: 'Kith facts', status: 'open', ...NEVER }),
    ).toBe('From a 2018 page, not yet confirmed');
  });
  it('gives the month of a file', () => {
    expect(
      ageLine({
        asOf: '2026-05',
        basis: 'published',
        sourceName: 'OpenBenches contributors',
        status: 'open',
        ...NEVER,
      }),
    ).toBe('OpenBenches, May 2026; not checked since');
  });
  it.each([
    { asOf: null, basis: 'undated' as const },
    { asOf: null, basis: 'checked' as const },
    { asOf: null, basis: 'published' as const },
  ])('says so when there is no date: %o', ({ asOf, basis }) => {
    expect(ageLine({ asOf, basis, sourceName: 'A page', status: 'open', ...NEVER })).toBe(
      'From an undated page, not yet confirmed',
    );
  });
  it('is how long ago a person checked it, where one did', () => {
    const place = {
      asOf: '2026-04-23',
      basis: 'checked',
      sourceName: 'Said by people on Kith',
      status: 'open',
    } as const;
    const checked = { ...place, checkedOn: '2026-04-23', freshness: 'old' } as const;
    const now = new Date('2026-11-23T10:00:00Z');
    expect(ageLine(checked, now)).toBe('May be out of date: last checked 7 months ago');
    expect(ageInFull(checked, now)).toBe('May be out of date: last checked 7 months ago, on 23 April 2026');
  });
  it('says who checked it on the page of one place', () => {
    const claim = {
      field: 'status',
      value: 'open',
      source: 'kith-people',
      sourceDetail: null,
      basis: 'checked',
      licence: 'OGL',
      at: '2026-11-23T09:00:00Z',
    } as const;
    const checkedBy = (by: string, asOf: string) =>
      ageInFull(
        {
          asOf,
          basis: 'checked',
          sourceName: 'Kith',
          status: 'open',
          checkedOn: asOf,
          freshness: 'fresh',
          claims: [{ ...claim, asOf, by }],
        },
        new Date('2026-11-23T10:00:00Z'),
      );
    expect(checkedBy('someone who signed in', '2026-11-23')).toBe(
      'Last checked today by someone who signed in',
    );
    expect(checkedBy('Friends of the hall', '2026-09-01')).toBe(
      'Last checked 2 months ago, on 1 September 2026, by Friends of the hall',
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
