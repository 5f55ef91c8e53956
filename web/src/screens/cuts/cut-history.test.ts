import type { Cut } from '@kith/core/scenario/cut';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  adding,
  type CutHistory,
  closing,
  doStep,
  isAbout,
  keeping,
  placesOf,
  redoStep,
  replacing,
  startHistory,
  takingOut,
  undoStep,
} from './cut-history.ts';

const close = (place: string): Cut => ({ type: 'close', place });
const closed = (...places: string[]) => startHistory(places.map(close));
const places = (history: CutHistory) => history.cuts.flatMap(placesOf);
const shorten = (place: string, hours = 10): Cut => ({
  type: 'shorten',
  place,
  keeps: 'o'.repeat(hours).padEnd(168, '.'),
});
const grant = (ids: string[], replaced: string[] = []): Cut => ({
  type: 'end-grant',
  grant: 'Lottery',
  endsOn: null,
  places: ids,
  replaced,
});
const open: Cut = {
  type: 'open',
  site: 'new-1',
  name: 'New',
  kind: 'hall',
  easting: 1,
  northing: 2,
  week: null,
};

describe('the history of cuts', () => {
  it('closes several at once and takes them back as one step', () => {
    const start = closed('a');
    const all = doStep(start, 'Close all', closing(start, ['b', 'a', 'c', 'b']));
    expect(places(all)).toEqual(['a', 'b', 'c']);
    expect(places(undoStep(all))).toEqual(['a']);
    expect(places(redoStep(undoStep(all)))).toEqual(['a', 'b', 'c']);
  });

  it('closes no place that another cut is about', () => {
    const start = startHistory([shorten('a'), grant(['b'], ['b'])]);
    expect(closing(start, ['a', 'b', 'c'])).toEqual([{ type: 'add', index: 2, cut: close('c') }]);
  });

  it('puts a place back where it was', () => {
    const start = closed('a', 'b', 'c', 'd');
    const fewer = doStep(start, 'Open again', keeping(start, ['b', 'd']));
    expect(places(fewer)).toEqual(['a', 'c']);
    expect(places(undoStep(fewer))).toEqual(['a', 'b', 'c', 'd']);
  });

  it('keeps a place of a grant by saying that somebody else pays for it, and the grant for the others', () => {
    const start = startHistory([close('x'), grant(['a', 'b', 'c'], ['c']), shorten('y')]);
    const kept = doStep(start, 'Keep', keeping(start, ['y', 'a', 'x']));
    expect(kept.cuts).toEqual([grant(['a', 'b', 'c'], ['a', 'c'])]);
    expect(undoStep(kept).cuts).toEqual(start.cuts);
    expect(keeping(start, ['c'])).toEqual([]);
  });

  it('changes a cut where it stands, and back', () => {
    const start = startHistory([close('a'), shorten('b', 10), open]);
    const changed = doStep(start, 'Fewer hours', replacing(start, 1, shorten('b', 5)));
    expect(changed.cuts).toEqual([close('a'), shorten('b', 5), open]);
    expect(undoStep(changed).cuts).toEqual(start.cuts);
    expect(redoStep(undoStep(changed)).cuts).toEqual(changed.cuts);
    expect(replacing(start, 1, shorten('b', 10))).toEqual([]);
    expect(replacing(start, 3, close('d'))).toEqual([]);
  });

  it('forgets what was undone once something else is done', () => {
    const start = closed();
    const undone = undoStep(doStep(start, 'Close a', closing(start, ['a'])));
    expect(undone.future).toHaveLength(1);
    const other = doStep(undone, 'Close b', closing(undone, ['b']));
    expect(other.future).toHaveLength(0);
    expect(places(redoStep(other))).toEqual(['b']);
  });

  it('leaves the history alone when there is nothing to do, undo or redo', () => {
    const start = closed('a');
    expect(doStep(start, 'Close a', closing(start, ['a']))).toBe(start);
    expect(undoStep(start)).toBe(start);
    expect(redoStep(start)).toBe(start);
  });

  it('knows when the link has moved on without it', () => {
    const history = startHistory([close('a'), shorten('b')]);
    expect(isAbout(history, [close('a'), shorten('b')])).toBe(true);
    expect(isAbout(history, [shorten('b'), close('a')])).toBe(false);
    expect(isAbout(history, [close('a'), shorten('b', 11)])).toBe(false);
    expect(isAbout(history, [close('a')])).toBe(false);
  });

  it('never changes the history it is given', () => {
    const start = Object.freeze(startHistory(Object.freeze([close('a')])));
    doStep(start, 'Close b', closing(start, ['b']));
    expect(places(start)).toEqual(['a']);
  });

  it('takes back any number of steps of any kind, one by one, and does them again', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const cut: fc.Arbitrary<Cut> = fc.oneof(
      id.map(close),
      fc.tuple(id, fc.integer({ min: 1, max: 9 })).map(([place, hours]) => shorten(place, hours)),
      fc.uniqueArray(id, { minLength: 1 }).map((ids) => grant(ids)),
      fc.constant(open),
    );
    const index = fc.nat(5);
    const step = fc.oneof(
      fc.array(cut, { maxLength: 3 }).map((cuts) => (history: CutHistory) => adding(history, cuts)),
      fc.array(id).map((ids) => (history: CutHistory) => closing(history, ids)),
      fc.array(id).map((ids) => (history: CutHistory) => keeping(history, ids)),
      fc.array(index).map((indices) => (history: CutHistory) => takingOut(history, indices)),
      fc.tuple(index, cut).map(
        ([at, to]) =>
          (history: CutHistory) =>
            replacing(history, at, to),
      ),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let history = startHistory([close('a'), grant(['b', 'c'])]);
        const states = [history.cuts];
        for (const changesOf of steps) {
          const next = doStep(history, 'Something', changesOf(history));
          if (next !== history) states.push(next.cuts);
          history = next;
        }
        for (const cuts of states.toReversed()) {
          expect(history.cuts).toEqual(cuts);
          history = undoStep(history);
        }
        for (const cuts of states) {
          expect(history.cuts).toEqual(cuts);
          history = redoStep(history);
        }
      }),
    );
  });
});
