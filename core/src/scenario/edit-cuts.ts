import type { Cut } from './cut.ts';

/** A change to a scenario's list of cuts, as data: undo, redo and a log can all hold it. */
export interface CutChange {
  readonly type: 'add' | 'remove';
  /** Where in the list. */
  readonly index: number;
  readonly cut: Cut;
}

/** What an edit gives back: the scenario after it, and the change that takes it back. */
export interface Edited<S> {
  readonly next: S;
  readonly undo: CutChange;
}

/** Puts a cut into the list, at its end unless told where. */
export function addCut<S extends { readonly cuts: readonly Cut[] }>(
  scenario: S,
  cut: Cut,
  index: number = scenario.cuts.length,
): Edited<S> {
  const next = { ...scenario, cuts: scenario.cuts.toSpliced(index, 0, cut) };
  return { next, undo: { type: 'remove', index, cut } };
}

/** Takes the cut at `index` out of the list. @throws RangeError where there is none. */
export function removeCut<S extends { readonly cuts: readonly Cut[] }>(
  scenario: S,
  index: number,
): Edited<S> {
  const cut = scenario.cuts[index];
  if (cut === undefined) throw new RangeError(`There is no cut ${index} to take out.`);
  const next = { ...scenario, cuts: scenario.cuts.toSpliced(index, 1) };
  return { next, undo: { type: 'add', index, cut } };
}

/** Applies a change, and gives back the one that undoes it. */
export function applyChange<S extends { readonly cuts: readonly Cut[] }>(
  scenario: S,
  change: CutChange,
): Edited<S> {
  return change.type === 'add'
    ? addCut(scenario, change.cut, change.index)
    : removeCut(scenario, change.index);
}
