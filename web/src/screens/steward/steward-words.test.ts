import { expect, it } from 'vitest';
import type { Decided } from '../../data/steward-questions.ts';
import {
  canPutBack,
  doneWords,
  isOvertaken,
  keptBefore,
  mergedFrom,
  outcomeLine,
  privateFields,
  spotsOf,
  standsNow,
  waitingLine,
} from './steward-words.ts';

it('counts in words what waits', () => {
  expect(waitingLine({ total: 0, byKind: {} })).toBe('Nothing waits.');
  expect(waitingLine({ total: 1, byKind: { edit: 1 } })).toBe('1 waits: 1 edit.');
  expect(waitingLine({ total: 9, byKind: { report: 3, 'new-place': 2, edit: 4 } })).toBe(
    '9 wait: 2 new places, 4 edits and 3 reports.',
  );
});

it('says what was done and what was not, each by name', () => {
  const came = (id: string, outcome: Decided['outcome'], message = '') => ({ id, outcome, message });
  const titleOf = (id: string) => `Hall ${id}`;
  expect(outcomeLine('accept', [came('a', 'accepted')], titleOf)).toEqual({
    done: 'Accepted: Hall a.',
    trouble: [],
  });
  expect(outcomeLine('accept', [came('twins:a:b', 'accepted')], titleOf).done).toBe(
    'Merged: Hall twins:a:b.',
  );
  expect(
    outcomeLine(
      'reject',
      [came('a', 'rejected'), came('b', 'rejected'), came('c', 'before', 'Decided already.')],
      titleOf,
    ),
  ).toEqual({ done: 'Rejected: 2.', trouble: ['Hall c: Decided already.'] });
});

it('sets what stands now before what would come, where it changed meanwhile', () => {
  const [same, changed] = [{ before: 'a' }, { before: 'a', meanwhile: null }];
  expect([isOvertaken([same]), isOvertaken([same, changed])]).toEqual([false, true]);
  expect([same, changed].map(standsNow)).toEqual(['a', null]);
});

it('keeps one that somebody else decided first, where a note would be lost', () => {
  const before = { id: 'a', outcome: 'before', message: '' } as const;
  expect(keptBefore([before], 'Thank you')).toBe('a');
  expect(keptBefore([before], null)).toBeNull();
  expect(keptBefore([{ ...before, outcome: 'rejected' }], 'Thank you')).toBeNull();
});

it('asks once more before a private contact is shown', () => {
  const phone = { field: 'phone' as const, after: '07700 900123' };
  expect(privateFields('new-place', [phone, { field: 'email', after: 'hall@example.org' }])).toEqual([
    'phone',
  ]);
  expect(privateFields('edit', [phone])).toEqual([]);
  expect(privateFields('new-place', [{ field: 'phone', after: '0116 496 0004' }])).toEqual([]);
});

it('knows which of two was merged into the other', () => {
  expect(mergedFrom('twins:aaa:bbb', null)).toBe('aaa');
  expect(mergedFrom('twins:aaa:bbb', 'bbb')).toBe('aaa');
  expect(mergedFrom('twins:aaa:bbb', 'aaa')).toBe('bbb');
  expect(mergedFrom('k3v9Q', null)).toBeNull();
});

it('says of each decision what became of it, and offers to put back only what stands rejected', () => {
  const done = (kind: 'edit' | 'twins', outcome: 'accepted' | 'rejected' | 'put-back', undone = false) => {
    const row = { kind, outcome, undone, withdrawn: false };
    return [doneWords(row), canPutBack(row)];
  };
  expect(done('edit', 'accepted')).toEqual(['Accepted', false]);
  expect(done('edit', 'rejected')).toEqual(['Rejected', true]);
  expect(done('edit', 'rejected', true)).toEqual(['Rejected, then put back', false]);
  expect(done('edit', 'put-back')).toEqual(['Put back', false]);
  expect(done('twins', 'accepted')).toEqual(['Merged', false]);
  expect(done('twins', 'accepted', true)).toEqual(['Undone', false]);
  expect(done('twins', 'rejected')).toEqual(['Kept apart', false]);
  const withdrawn = { kind: 'new-place', outcome: 'rejected', undone: false, withdrawn: true } as const;
  expect([doneWords(withdrawn), canPutBack(withdrawn)]).toEqual(['Taken back by its sender', false]);
});

it('shows both spots of a move and of two that may be one, and one spot of everything else', () => {
  const [here, there, now] = [1, 2, 3].map((lon) => ({ lon, lat: 52 }));
  const position = { lon: 1, lat: 52, spreadMetres: 0 };
  const row = { field: 'position' as const, label: 'Where it is', before: here, after: there };
  const of = (more: object) =>
    spotsOf({ kind: 'edit', position, rows: [], neighbours: [], ...more } as Parameters<typeof spotsOf>[0]);
  expect(of({})).toMatchObject({ here: position, there: null });
  expect(of({ rows: [row] })).toEqual({ here, there, words: ['Before', 'After'] });
  // Moved by somebody else since: from where it stands now.
  expect(of({ rows: [{ ...row, meanwhile: now }] })).toMatchObject({ here: now, there });
  expect(of({ kind: 'new-place', rows: [row] })).toMatchObject({ here: position, there: null });
  const neighbours = [{ name: 'The Hall' }, { name: 'Village Hall' }];
  expect(of({ kind: 'twins', rows: [row], neighbours }).words).toEqual(['The Hall', 'Village Hall']);
  expect(of({ kind: 'twins', neighbours: [neighbours[0], neighbours[0]] }).words).toEqual([
    'One of the two',
    'The other',
  ]);
});

it('says how many wait again with what they were taken for', () => {
  const of = (waitAgain?: string[]) => {
    const one = { id: 'a', outcome: 'rejected' as const, message: '' };
    return outcomeLine('reject', [waitAgain ? { ...one, waitAgain } : one], () => 'The Shed').done;
  };
  expect(of()).toBe('Rejected: The Shed.');
  expect(of(['b'])).toBe('Rejected: The Shed. 1 other that was rejected as the same waits again.');
  expect(of(['b', 'c'])).toBe('Rejected: The Shed. 2 others that were rejected as the same wait again.');
});
