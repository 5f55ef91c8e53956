import { VISITOR } from '@kith/core/keep/roles';
import { expect, it } from 'vitest';
import type { Me, SentThing } from '../../../data/account-questions.ts';
import { askedOf, stillWaits } from './still-waits.ts';

const asked = {
  placeId: 'hall',
  organisationId: null,
  organisation: 'Hall Friends',
  at: '2026-11-23T09:00:00Z',
  reference: 'K',
  own: true,
};
const photo: SentThing = {
  reference: 'P',
  kind: 'photo',
  title: 'Hall',
  state: 'waiting',
  at: '2026-11-24T09:00:00Z',
  placeId: 'hall',
  note: null,
  sameAs: null,
  sameWaits: false,
  putBackAt: null,
};
const me = (part: Partial<Me>): Me => ({
  person: VISITOR,
  email: null,
  keeps: [],
  asked: [],
  waiting: [],
  sessions: 1,
  ...part,
});

it('who asked to keep a place is told when, and for whom; others of the organisation too', () => {
  expect(stillWaits(me({ asked: [asked] }), 'hall')).toEqual([
    {
      words: 'You asked on 23 November 2026 to keep this place for Hall Friends. A steward will answer.',
      reference: 'K',
    },
  ]);
  expect(stillWaits(me({ asked: [{ ...asked, own: false }] }), 'hall')[0]?.words).toBe(
    'Hall Friends asked on 23 November 2026 to keep this place. A steward will answer.',
  );
  expect(askedOf(me({ asked: [asked] }), 'hut')).toBeUndefined();
});

it('what they sent about it is told while it waits, and nothing of other places', () => {
  const waiting = [
    photo,
    { ...photo, state: 'accepted' as const },
    { ...photo, placeId: 'hut' },
    { ...photo, kind: 'keep' },
  ];
  expect(stillWaits(me({ waiting }), 'hall')).toEqual([
    { words: 'You sent a photo on 24 November 2026. It waits for a steward.', reference: 'P' },
  ]);
  expect(stillWaits(null, 'hall')).toEqual([]);
});
