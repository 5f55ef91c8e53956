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

export function startHistory(cuts: readonly Cut[]): CutHistory {
  return { cuts, past: [], future: [] };
}

/** Whether a history is about these cuts: a link, Back or another map may have changed them meanwhile. */
export function isAbout(history: CutHistory, cuts: readonly Cut[]): boolean {
  return history.cuts === cuts || JSON.stringify(history.cuts) === JSON.stringify(cuts);
}

/** Every place that a cut is about, also those of a grant that somebody else will pay for. */
export function placesOf(cut: Cut): readonly string[] {
  if (cut.type === 'open') return [];
  return cut.type === 'end-grant' ? cut.places : [cut.place];
}

/** The changes that put cuts at the end. */
export function adding({ cuts }: CutHistory, more: readonly Cut[]): CutChange[] {
  return more.map((cut, at) => ({ type: 'add', index: cuts.length + at, cut }));
}

/** The changes that close places that are in no cut yet, in the order given. */
export function closing(history: CutHistory, placeIds: readonly string[]): CutChange[] {
  const taken = new Set(history.cuts.flatMap(placesOf));
  const fresh = [...new Set(placeIds)].filter((place) => !taken.has(place));
  return adding(
    history,
    fresh.map((place) => ({ type: 'close', place })),
  );
}

/** The changes that put one cut in the place of another. */
export function replacing({ cuts }: CutHistory, index: number, cut: Cut): CutChange[] {
  const old = cuts[index];
  if (!old || JSON.stringify(old) === JSON.stringify(cut)) return [];
  return [
    { type: 'remove', index, cut: old },
    { type: 'add', index, cut },
  ];
}

/** The changes that take cuts out. From the end, so that each index still holds when it is used. */
export function takingOut({ cuts }: CutHistory, indices: Iterable<number>): CutChange[] {
  return [...new Set(indices)]
    .sort((a, b) => b - a)
    .flatMap((index): CutChange[] => {
      const cut = cuts[index];
      return cut ? [{ type: 'remove', index, cut }] : [];
    });
}

/**
 * The changes after which places stay as they are now. Of a grant that pays for them it is said that somebody else
 * will: it still ends for the others.
 */
export function keeping(history: CutHistory, placeIds: readonly string[]): CutChange[] {
  const wanted = new Set(placeIds);
  return history.cuts
    .flatMap((cut, index): CutChange[] => {
      if (cut.type !== 'end-grant')
        return placesOf(cut).some((place) => wanted.has(place)) ? takingOut(history, [index]) : [];
      const replaced = cut.places.filter((place) => wanted.has(place) || cut.replaced.includes(place));
      // From the end, as all of these are turned round.
      return replaced.length === cut.replaced.length
        ? []
        : replacing(history, index, { ...cut, replaced }).reverse();
    })
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
