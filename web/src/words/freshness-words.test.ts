import { expect, it } from 'vitest';
import { agoWords, freshLine, freshLineInFull } from './freshness-words.ts';

it.each([
  ['2026-11-23', 'today'],
  ['2026-11-24', 'today'],
  ['2026-11-22', 'yesterday'],
  ['2026-11-10', '13 days ago'],
  ['2026-11-09', '2 weeks ago'],
  ['2026-09-24', '8 weeks ago'],
  ['2026-09-23', '2 months ago'],
  ['2026-04-23', '7 months ago'],
  ['2026-04-24', '6 months ago'],
  ['2024-11-24', '23 months ago'],
  ['2024-11-23', '2 years ago'],
])('%s was %s', (day, words) => expect(agoWords(day, '2026-11-23')).toBe(words));

const now = new Date('2026-11-23T10:00:00Z');
it.each([
  ['fresh', '2026-09-01', 'Last checked 2 months ago'],
  ['due', '2026-09-01', 'Last checked 2 months ago'],
  ['stale', '2026-08-01', 'Last checked 3 months ago; it may have changed since'],
  ['old', '2026-04-23', 'May be out of date: last checked 7 months ago'],
] as const)('a %s listing checked on %s', (freshness, checkedOn, words) =>
  expect(freshLine({ freshness, checkedOn }, now)).toBe(words),
);

it('never calls out of date what nobody has checked, or what has closed', () => {
  expect(freshLine({ freshness: null, checkedOn: null }, now)).toBeNull();
  expect(freshLine({ freshness: null, checkedOn: '2019-01-01' }, now)).toBeNull();
});

it('says the day too', () => {
  const of = (checkedOn: string) => freshLineInFull({ freshness: 'stale', checkedOn }, now);
  expect(of('2026-08-01')).toBe('Last checked 3 months ago, on 1 August 2026; it may have changed since');
  expect(of('2026-11-23')).toBe('Last checked today; it may have changed since');
});
