import { describe, expect, it } from 'vitest';
import {
  type CutHistory,
  closing,
  doStep,
  isAbout,
  redoStep,
  reopening,
  startHistory,
  undoStep,
} from './cut-history.ts';

const places = (history: CutHistory) => history.cuts.map((cut) => cut.type === 'close' && cut.place);

describe('the history of cuts', () => {
  it('closes several at once and takes them back as one step', () => {
    const start = startHistory(['a']);
    const all = doStep(start, 'Close all', closing(start, ['b', 'a', 'c', 'b']));
    expect(places(all)).toEqual(['a', 'b', 'c']);
    expect(places(undoStep(all))).toEqual(['a']);
    expect(places(redoStep(undoStep(all)))).toEqual(['a', 'b', 'c']);
  });

  it('puts a place back where it was', () => {
    const start = startHistory(['a', 'b', 'c', 'd']);
    const fewer = doStep(start, 'Open again', reopening(start, ['b', 'd']));
    expect(places(fewer)).toEqual(['a', 'c']);
    expect(places(undoStep(fewer))).toEqual(['a', 'b', 'c', 'd']);
  });

  it('forgets what was undone once something else is done', () => {
    const start = startHistory([]);
    const undone = undoStep(doStep(start, 'Close a', closing(start, ['a'])));
    expect(undone.future).toHaveLength(1);
    const other = doStep(undone, 'Close b', closing(undone, ['b']));
    expect(other.future).toHaveLength(0);
    expect(places(redoStep(other))).toEqual(['b']);
  });

  it('leaves the history alone when there is nothing to do, undo or redo', () => {
    const start = startHistory(['a']);
    expect(doStep(start, 'Close a', closing(start, ['a']))).toBe(start);
    expect(undoStep(start)).toBe(start);
    expect(redoStep(start)).toBe(start);
  });

  it('knows when the link has moved on without it', () => {
    const history = startHistory(['a', 'b']);
    expect(isAbout(history, ['a', 'b'])).toBe(true);
    expect(isAbout(history, ['b', 'a'])).toBe(false);
    expect(isAbout(history, ['a'])).toBe(false);
  });

  it('never changes the history it is given', () => {
    const start = Object.freeze(startHistory(['a']));
    Object.freeze(start.cuts);
    doStep(start, 'Close b', closing(start, ['b']));
    expect(places(start)).toEqual(['a']);
  });
});
