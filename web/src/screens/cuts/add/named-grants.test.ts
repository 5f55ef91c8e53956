import type { KeptRisk } from '@kith/core/keep/risk-note';
import { expect, it } from 'vitest';
import { namedGrants } from './named-grants.ts';

const note = (id: string, over: Partial<KeptRisk>): KeptRisk => ({
  id,
  placeId: `p-${id}`,
  placeName: `Hall ${id}`,
  reason: 'grant-ends',
  amountGbp: null,
  endsOn: null,
  funder: null,
  words: null,
  public: true,
  by: 'Enderby Library volunteers',
  at: '2026-11-23T10:00:00Z',
  ...over,
});

it('makes one grant of the notes of one funder and day, with all their places and their money', () => {
  const found = namedGrants([
    note('a', { funder: 'The Lottery', endsOn: '2027-03-31', amountGbp: 8_000 }),
    note('b', {
      funder: 'the lottery ',
      endsOn: '2027-03-31',
      amountGbp: 4_000,
      by: 'a steward',
      public: false,
    }),
    note('c', { funder: 'The Lottery', endsOn: '2027-12-31' }),
  ]);
  expect(found).toEqual([
    {
      name: 'The Lottery',
      endsOn: '2027-03-31',
      places: ['p-a', 'p-b'],
      amountGbp: 12_000,
      hasFunder: true,
      public: false,
      by: ['Enderby Library volunteers', 'a steward'],
    },
    {
      name: 'The Lottery',
      endsOn: '2027-12-31',
      places: ['p-c'],
      amountGbp: null,
      hasFunder: true,
      public: true,
      by: ['Enderby Library volunteers'],
    },
  ]);
});

it('keeps notes without a funder apart, the day not known last, and leaves other reasons out', () => {
  const found = namedGrants([
    note('a', {}),
    note('b', { endsOn: '2027-01-01' }),
    note('c', { reason: 'for-sale', endsOn: '2026-12-01' }),
  ]);
  expect(found.map((grant) => grant.name)).toEqual(['Money for Hall b', 'Money for Hall a']);
});

it('counts money once that two notes on the same place both name, the larger sum of them', () => {
  const grant = { funder: 'The Lottery', endsOn: '2027-03-31' };
  const [found] = namedGrants([
    note('a', { ...grant, amountGbp: 12_000, placeId: 'hall' }),
    note('b', { ...grant, amountGbp: 10_000, placeId: 'hall', by: 'a steward' }),
    note('c', { ...grant, amountGbp: 3_000, placeId: 'library' }),
  ]);
  expect(found).toMatchObject({ places: ['hall', 'library'], amountGbp: 15_000 });
  expect(found?.by).toHaveLength(2);
});
