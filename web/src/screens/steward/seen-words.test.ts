import type { BeforeAfter, WaitingDetail } from '@kith/core/keep/queue';
import { expect, it } from 'vitest';
import { capital, isSaidAlready, likeIt, pinsWith, rowsShown, seenOnMap, shortMoment } from './seen-words.ts';

const [old, fresh] = [
  { lon: -1.2, lat: 52.6 },
  { lon: -1.3, lat: 52.7 },
];
const move: BeforeAfter = { field: 'position', label: 'Where it is', before: old, after: fresh };
const of = (more: object) =>
  ({
    kind: 'edit',
    position: { ...old, spreadMetres: 0 },
    rows: [],
    neighbours: [],
    ...more,
  }) as unknown as WaitingDetail;

it('looks around the spot where a place would go, and round the one that stays of two', () => {
  expect(seenOnMap(of({ rows: [move] })).round).toEqual(fresh);
  expect(seenOnMap(of({})).round).toMatchObject(old);
  expect(seenOnMap(of({ kind: 'twins', rows: [move] })).round).toEqual(old);
});

it('draws a new place as the kind that it is said to be', () => {
  const kind = { field: 'kind', label: 'Kind', before: null, after: 'library' };
  expect(seenOnMap(of({ kind: 'new-place', rows: [kind] })).newKind).toBe('library');
  expect(seenOnMap(of({ kind: 'new-place' })).newKind).toBe('other');
  expect(seenOnMap(of({ rows: [kind] })).newKind).toBeNull();
});

it('has a pin of the place itself, also where it is closed and not among those around', () => {
  const near = { id: 'a', name: 'Hall', kind: 'hall', status: 'open', precision: 'exact', ...old };
  const own = { ...near, id: 'b', status: 'closed' };
  expect(pinsWith([near], own)).toMatchObject({ id: ['a', 'b'], status: ['open', 'closed'] });
  expect(pinsWith([near, own], own).id).toEqual(['a', 'b']);
  expect(pinsWith([near], { ...own, lon: null, lat: null }).id).toEqual(['a']);
});

it('of an edit tells only what is quite alike, as nothing can be answered to it', () => {
  const neighbours = [0.31, 0.29].map((likeness) => ({ likeness }));
  expect(likeIt(of({ neighbours, rows: [move] }))).toEqual({
    title: 'Places like it near the new spot',
    neighbours: [{ likeness: 0.31 }],
  });
  expect(likeIt(of({ neighbours })).title).toBe('Places like it near by');
  expect(likeIt(of({ neighbours, kind: 'new-place' }))).toEqual({ title: 'Is it one of these?', neighbours });
});

it('keeps both spots in sight while a move is amended', () => {
  const name: BeforeAfter = { field: 'name', label: 'Name', before: 'a', after: 'b' };
  expect(rowsShown([name, move], true)).toEqual([move]);
  expect(rowsShown([name, move], false)).toEqual([name, move]);
});

it('knows what the listing says already', () => {
  const closed: BeforeAfter = { field: 'status', label: 'Open or closed', before: 'closed', after: 'closed' };
  expect(isSaidAlready(closed)).toBe(true);
  expect(isSaidAlready({ ...closed, before: 'open' })).toBe(false);
  expect(isSaidAlready({ ...closed, before: 'open', meanwhile: 'closed' })).toBe(true);
});

it('says moments short, by the clock of Britain', () => {
  const now = new Date('2026-11-23T20:30:00Z');
  expect(shortMoment('2026-11-23T19:58:00Z', now)).toBe('today, 19:58');
  expect(shortMoment('2026-11-22T19:58:00Z', now)).toBe('22 Nov, 19:58');
  expect(shortMoment('2025-06-30T23:30:00Z', now)).toBe('1 Jul 2025, 00:30');
  expect(capital('may be spam')).toBe('May be spam');
});
