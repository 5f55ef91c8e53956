import { expect, it } from 'vitest';
import { sentBecame } from './sent-words.ts';

it('says what became of something sent, also where it was put back or is on Kith already', () => {
  const nothing = { sameAs: null, putBackAt: null };
  expect(sentBecame({ state: 'waiting', ...nothing })).toBe('Waiting for a steward');
  expect(sentBecame({ state: 'rejected', ...nothing })).toBe('Not taken up');
  expect(sentBecame({ state: 'waiting', sameAs: null, putBackAt: '2026-11-23T10:00:00Z' })).toBe(
    'Waiting again',
  );
  const sameAs = { id: 'a', name: 'The Shed' };
  expect(sentBecame({ state: 'rejected', sameAs, putBackAt: null })).toBe('On Kith already');
});
