import type { Cut } from './cut.ts';

/** A change to a scenario's list of cuts, as data: undo, redo and a log can all hold it. */
export interface CutChange {
  readonly type: 'add' | 'remove' | 'replace';
  /** Where in the list. */
  readonly index: number;
  /** The cut that is put in, or taken out. */
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
  const cut = cutAt(scenario, index);
  return {
    next: { ...scenario, cuts: scenario.cuts.toSpliced(index, 1) },
    undo: { type: 'add', index, cut },
  };
}

/** Puts another cut where the one at `index` stands: other hours, another name. @throws RangeError where there is none. */
export function replaceCut<S extends { readonly cuts: readonly Cut[] }>(
  scenario: S,
  index: number,
  cut: Cut,
): Edited<S> {
  const was = cutAt(scenario, index);
  return {
    next: { ...scenario, cuts: scenario.cuts.with(index, cut) },
    undo: { type: 'replace', index, cut: was },
  };
}

/** Applies a change, and gives back the one that undoes it. */
export function applyChange<S extends { readonly cuts: readonly Cut[] }>(
  scenario: S,
  { type, index, cut }: CutChange,
): Edited<S> {
  if (type === 'add') return addCut(scenario, cut, index);
  return type === 'remove' ? removeCut(scenario, index) : replaceCut(scenario, index, cut);
}

function cutAt({ cuts }: { readonly cuts: readonly Cut[] }, index: number): Cut {
  const cut = cuts[index];
  if (cut === undefined) throw new RangeError(`There is no cut ${index} in this list.`);
  return cut;
}
