import { describe, expect, it } from 'vitest';
import { deepFreeze } from '../reach/small-world.ts';
import type { Cut } from './cut.ts';
import { addCut, applyChange, removeCut, replaceCut } from './edit-cuts.ts';

const placeOf = (each: Cut) => each.type === 'close' && each.place;
const cut = (place: string): Cut => ({ type: 'close', place });
const scenario = deepFreeze({ minutes: 15, cuts: [cut('a'), cut('b'), cut('c')] });

describe('edits of the list of cuts', () => {
  it('add at the end, or where they are told', () => {
    expect(addCut(scenario, cut('d')).next.cuts.map(placeOf)).toEqual(['a', 'b', 'c', 'd']);
    expect(addCut(scenario, cut('d'), 0).next.cuts.map(placeOf)).toEqual(['d', 'a', 'b', 'c']);
  });

  it('give back the change that takes them back, and that one the change that does them again', () => {
    for (const edited of [
      addCut(scenario, cut('d'), 1),
      removeCut(scenario, 1),
      replaceCut(scenario, 1, cut('d')),
    ]) {
      const undone = applyChange(edited.next, edited.undo);
      expect(undone.next).toEqual(scenario);
      expect(applyChange(undone.next, undone.undo).next).toEqual(edited.next);
    }
  });

  it('keep everything else of the scenario', () => {
    expect(removeCut(scenario, 0).next.minutes).toBe(15);
  });

  it('put another cut in the place of one', () => {
    expect(replaceCut(scenario, 1, cut('d')).next.cuts.map(placeOf)).toEqual(['a', 'd', 'c']);
  });

  it('refuse to take out or replace what is not there', () => {
    expect(() => removeCut(scenario, 3)).toThrow(RangeError);
    expect(() => replaceCut(scenario, 3, cut('d'))).toThrow(RangeError);
  });
});
