import type { Kind } from '@kith/core/place/kinds';
import type { Baseline } from '@kith/core/reach/baseline';
import { buildNearest } from '@kith/core/reach/nearest';
import { limitMetres } from '@kith/core/reach/walk';
import { checkCuts } from '@kith/core/scenario/check-cuts';
import { compare } from '@kith/core/scenario/compare';
import { irreplaceable } from '@kith/core/scenario/irreplaceable';
import type { Scenario, ScenarioReport } from '@kith/core/scenario/report';
import { askGround, type Ground } from '../../data/cuts-questions.ts';
import { Resource } from '../../state/resource.svelte.ts';
import { view } from '../../state/view-state.svelte.ts';
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
import { type CutPlace, listPlaces } from './cut-places.ts';
import { countOf, lossLine } from './words.ts';

const LIBRARIES: readonly Kind[] = ['library'];
/** A tab left open this long asks again when it is looked at: figures of this morning are not of now. */
const ASK_AGAIN_MS = 15 * 60_000;

/**
 * One sitting at the Cuts screen. The URL owns what is chosen; this holds what is worked out from it, and the
 * steps that Undo takes back. The engine of core runs here, in the browser: nothing is asked between two cuts.
 */
export class CutsSession {
  readonly source = new Resource<Ground>();
  /** What changed last, for those who hear the page. */
  said = $state('');
  #history: CutHistory = $state.raw(startHistory([]));
  #askedAt = 0;

  // Taken apart so that a moved map or a chosen area does not work the report out again.
  readonly patch = $derived(view.now.patch);
  readonly cuts = $derived(view.now.cuts);
  readonly minutes = $derived(view.now.minutes);
  readonly pace = $derived(view.now.pace);
  readonly lens = $derived(view.now.lens);
  readonly kinds: readonly Kind[] = $derived(view.now.cutKinds.length > 0 ? view.now.cutKinds : LIBRARIES);
  /** The ground, when it answers the question of now and not an earlier one. */
  readonly ground: Ground | null = $derived.by(() => {
    const value = this.source.value;
    const fits = value?.patch === this.patch && value.kinds.join() === this.kinds.join();
    return fits ? value : null;
  });
  readonly baseline: Baseline | null = $derived(this.ground?.baseline ?? null);
  readonly #lists = $derived(this.ground && buildNearest(this.ground.baseline, { kinds: this.ground.kinds }));
  readonly places: readonly CutPlace[] = $derived(this.baseline ? listPlaces(this.baseline) : []);
  readonly placeById: ReadonlyMap<string, CutPlace> = $derived(
    new Map(this.places.map((place) => [place.id, place])),
  );

  /** What is wrong with the cuts of the link, in words; those are left out and the rest is played. */
  readonly problems = $derived(
    this.baseline
      ? checkCuts(
          this.baseline,
          this.cuts.map((place) => ({ type: 'close', place })),
        )
      : [],
  );
  readonly closed: readonly string[] = $derived.by(() => {
    const wrong = new Set(this.problems.map((problem) => problem.index));
    return this.cuts.filter((_, index) => !wrong.has(index));
  });
  readonly closedSet: ReadonlySet<string> = $derived(new Set(this.closed));
  readonly scenario: Scenario = $derived({
    patch: this.patch,
    kinds: [...this.kinds],
    minutes: this.minutes,
    pace: this.pace,
    lens: this.lens,
    cuts: this.closed.map((place) => ({ type: 'close', place })),
  });
  readonly report: ScenarioReport | null = $derived(
    this.baseline && this.#lists ? compare(this.baseline, this.#lists, this.scenario) : null,
  );
  /** Places nobody can replace, most people first; those outside the map cannot be cut and are left out. */
  readonly starters: readonly { readonly place: CutPlace; readonly people: number }[] = $derived.by(() => {
    if (!this.baseline || !this.#lists) return [];
    const limit = limitMetres(this.minutes, this.pace);
    const ids = this.baseline.places.id;
    return irreplaceable(this.baseline, this.#lists, limit).flatMap(({ place, people }) => {
      const found = this.placeById.get(ids[place] ?? '');
      return found ? [{ place: found, people }] : [];
    });
  });

  readonly canUndo: boolean = $derived(this.#current.past.length > 0);
  readonly canRedo: boolean = $derived(this.#current.future.length > 0);

  /** The history, as long as it is about what the URL says; else a new one that starts from there. */
  get #current(): CutHistory {
    return isAbout(this.#history, this.cuts) ? this.#history : startHistory(this.cuts);
  }

  ask(): () => void {
    this.#askedAt = Date.now();
    const { patch, kinds } = this;
    return this.source.load(`${patch} ${kinds.join()}`, (signal) => askGround(patch, kinds, signal));
  }

  askAgainIfOld(): void {
    if (Date.now() - this.#askedAt > ASK_AGAIN_MS) this.ask();
  }

  close(ids: readonly string[], words = this.#name(ids, 'closes', 'close')): void {
    this.#take(doStep(this.#current, words, closing(this.#current, ids)), words);
  }
  reopen(ids: readonly string[], words = this.#name(ids, 'stays open', 'stay open')): void {
    this.#take(doStep(this.#current, words, reopening(this.#current, ids)), words);
  }
  /** Takes out the cuts at these positions of the link: those that cannot be played. */
  drop(indices: ReadonlySet<number>): void {
    const changes = this.#current.cuts
      .map((cut, index) => ({ type: 'remove' as const, index, cut }))
      .filter(({ index }) => indices.has(index))
      .reverse();
    const words = 'What could not be used is taken out';
    this.#take(doStep(this.#current, words, changes), words);
  }
  toggle(id: string): void {
    if (this.cuts.includes(id)) this.reopen([id]);
    else this.close([id]);
  }
  undo(): void {
    const step = this.#current.past.at(-1);
    if (step) this.#take(undoStep(this.#current), `Undone: ${step.words}`);
  }
  redo(): void {
    const step = this.#current.future[0];
    if (step) this.#take(redoStep(this.#current), `Done again: ${step.words}`);
  }

  #take(history: CutHistory, words: string): void {
    this.#history = history;
    view.go({ cuts: history.cuts.map((cut) => cut.place) });
    this.said = `${words}. ${this.#outcome()}`;
  }

  #outcome(): string {
    if (!this.report || this.closed.length === 0) return 'Nothing is closed.';
    const { figure, words, leftOut } = lossLine(this.report);
    return `${figure} ${words}. ${leftOut}`.trim();
  }

  #name(ids: readonly string[], one: string, many: string): string {
    const [only] = ids;
    return ids.length === 1 && only
      ? `${this.placeById.get(only)?.name ?? 'One place'} ${one}`
      : `${countOf(ids.length, 'places')} ${many}`;
  }
}
