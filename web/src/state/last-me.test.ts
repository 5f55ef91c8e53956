import { beforeEach, expect, it, vi } from 'vitest';
import type { Me } from '../data/account-questions.ts';
import { pageShelf, type Shelf } from '../screens/add/kept-drafts.ts';
import { keepLastMe, lastMe } from './last-me.ts';

const AT = new Date('2026-11-23T10:00:00Z');
const me: Me = {
  person: { id: 'amina', role: 'contributor', organisations: [] },
  ...{ email: 'amina@example.org', keeps: [], asked: [], waiting: [], sessions: 1 },
};
let shelf: Shelf;
beforeEach(() => {
  shelf = pageShelf();
  vi.stubGlobal('localStorage', shelf);
});

it('what was seen last is of whoever is signed in and nobody else, without their address', () => {
  keepLastMe(me, AT);
  expect(lastMe('amina')).toEqual({ at: AT.toISOString(), me: { ...me, email: null } });
  expect([lastMe('ben'), lastMe(null)]).toEqual([null, null]);
  expect(shelf.getItem('kith-me')).not.toContain('@');
});

it('goes from the device when nobody is signed in any more', () => {
  keepLastMe(me, AT);
  keepLastMe(null, AT);
  expect([lastMe('amina'), shelf.length]).toEqual([null, 0]);
});

it.each(['', '{', '7', '{"at":"x","me":{"person":{"id":"amina"}}}'])(
  'reads past what is not whole: %s',
  (text) => {
    shelf.setItem('kith-me', text);
    expect(lastMe('amina')).toBeNull();
  },
);
