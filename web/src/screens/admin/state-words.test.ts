import type { AdminState } from '@kith/core/keep/admin-state';
import { describe, expect, it } from 'vitest';
import { daysSince, sizeWords, stateRows } from './state-words.ts';

const STATE: AdminState = {
  version: '0.1.0',
  data: '7',
  counts: {
    places: 12_345,
    closed: 12,
    areas: 0,
    statements: 9,
    people: 1,
    organisations: 2,
    kept: 3,
    photos: 0,
  },
  waiting: { honest: 0, twins: 0, apart: 0, oldest: null },
  freshness: { due: 5, stale: 2, old: 1 },
  reminders: { open: 0, lastSent: null },
  lastLoad: null,
  lastChange: null,
  lastBackup: null,
  databaseBytes: null,
  outbox: 1,
};

describe('how Kith stands, in words', () => {
  it.each([
    [0, '1 kB'],
    [999_499, '999 kB'],
    [1_000_000, '1 MB'],
    [300_400_000, '300 MB'],
    [2_340_000_000, '2.3 GB'],
  ])('%i bytes are %s', (bytes, words) => expect(sizeWords(bytes)).toBe(words));

  it('counts whole days, and none before', () => {
    expect(daysSince('2026-11-20T12:00:00Z', new Date('2026-11-23T11:59:00Z'))).toBe(2);
    expect(daysSince('2026-11-24T12:00:00Z', new Date('2026-11-23T11:59:00Z'))).toBe(0);
  });

  it('says what never happened, and where letters lie', () => {
    const said = new Map(stateRows(STATE).map(({ label, words }) => [label, words]));
    expect(said.get('Places')).toBe('12,345, 12 of them closed');
    expect(said.get('Last reminder sent')).toBe('Never');
    expect(said.get('Last change by people')).toBe('None yet');
    expect(said.get('Letters')).toBe('1 letter in the outbox: no mail server is set');
    expect(said.get('Database')).toBe('On a server');
  });
});

it('names the place of the last change, where it is about one', () => {
  const changed = { at: '2026-11-23T10:00:00.000Z', summary: 'Changed: Where it is' };
  const rowOf = (place: { id: string; name: string } | null) =>
    stateRows({ ...STATE, lastChange: { ...changed, place } }).find(
      ({ label }) => label === 'Last change by people',
    );
  const place = { id: 'libraries/enderby', name: 'Enderby Library' };
  expect(rowOf(place)).toMatchObject({ words: expect.stringMatching(/: Changed: Where it is$/), place });
  expect(rowOf(null)?.place).toBeNull();
  expect(stateRows(STATE).filter((row) => row.place !== null)).toEqual([]);
});
