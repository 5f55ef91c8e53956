import type { Cut } from '@kith/core/scenario/cut';
import { applyChange, type CutChange } from '@kith/core/scenario/edit-cuts';

/** One thing the user did, in words, with the changes that take it back (or, in `future`, do it again). */
export interface CutStep {
  readonly words: string;
  readonly changes: readonly CutChange[];
}

/** The cuts now, what was done to get here, and what was undone. Never changed: every step gives a new one. */
export interface CutHistory {
  readonly cuts: readonly Cut[];
  readonly past: readonly CutStep[];
  readonly future: readonly CutStep[];
}

export function startHistory(placeIds: readonly string[]): CutHistory {
  return { cuts: placeIds.map((place) => ({ type: 'close', place })), past: [], future: [] };
}

/** Whether a history is about these places: a link, Back or another map may have changed them meanwhile. */
export function isAbout(history: CutHistory, placeIds: readonly string[]): boolean {
  return (
    history.cuts.length === placeIds.length &&
    history.cuts.every((cut, index) => cut.place === placeIds[index])
  );
}

/** The changes that close places not yet closed, in the order given. */
export function closing(history: CutHistory, placeIds: readonly string[]): CutChange[] {
  const closed = new Set(history.cuts.map((cut) => cut.place));
  return [...new Set(placeIds)]
    .filter((place) => !closed.has(place))
    .map((place, at) => ({ type: 'add', index: history.cuts.length + at, cut: { type: 'close', place } }));
}

/** The changes that take places out of the cuts. From the end, so that each index still holds when it is used. */
export function reopening(history: CutHistory, placeIds: readonly string[]): CutChange[] {
  const wanted = new Set(placeIds);
  return history.cuts
    .map((cut, index): CutChange => ({ type: 'remove', index, cut }))
    .filter((change) => wanted.has(change.cut.place))
    .reverse();
}

/** Does something. Nothing to change leaves the history as it is; anything else forgets what was undone. */
export function doStep(history: CutHistory, words: string, changes: readonly CutChange[]): CutHistory {
  if (changes.length === 0) return history;
  const played = play(history.cuts, changes);
  return { cuts: played.cuts, past: [...history.past, { words, changes: played.inverse }], future: [] };
}

/** Takes back the newest step. With none to take back the history stays as it is. */
export function undoStep(history: CutHistory): CutHistory {
  const step = history.past.at(-1);
  if (!step) return history;
  const played = play(history.cuts, step.changes);
  return {
    cuts: played.cuts,
    past: history.past.slice(0, -1),
    future: [{ words: step.words, changes: played.inverse }, ...history.future],
  };
}

/** Does again what was undone last. */
export function redoStep(history: CutHistory): CutHistory {
  const [step, ...future] = history.future;
  if (!step) return history;
  const played = play(history.cuts, step.changes);
  return {
    cuts: played.cuts,
    past: [...history.past, { words: step.words, changes: played.inverse }],
    future,
  };
}

function play(cuts: readonly Cut[], changes: readonly CutChange[]) {
  let scenario = { cuts };
  const inverse: CutChange[] = [];
  for (const change of changes) {
    const { next, undo } = applyChange(scenario, change);
    scenario = next;
    inverse.unshift(undo);
  }
  return { cuts: scenario.cuts, inverse };
}
