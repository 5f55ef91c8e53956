import type { Cut } from '@kith/core/scenario/cut';
import type { CutChange } from '@kith/core/scenario/edit-cuts';
import type { ScenarioReport } from '@kith/core/scenario/report';
import { MOST_CUTS } from '../../state/cut-links.ts';
import { view } from '../../state/view-state.svelte.ts';
import { whole } from '../../words/area-words.ts';
import {
  adding,
  type CutHistory,
  closing,
  doStep,
  isAbout,
  keeping,
  redoStep,
  replacing,
  startHistory,
  takingOut,
  undoStep,
} from './cut-history.ts';
import { cutsSaid } from './cut-said.ts';
import { CutsFound } from './cuts-found.svelte.ts';
import { countOf, lossLine } from './words.ts';

export type { Starter } from './cuts-found.svelte.ts';

/**
 * One sitting at the Cuts screen. The URL owns what is chosen; this holds what is worked out from it, and the
 * steps that Undo takes back. The engine of core runs in a worker of this page: nothing is asked of the API between
 * two cuts.
 */
export class CutsSession extends CutsFound {
  /** What changed last, for those who hear the page. */
  said = $state('');
  #words: string | null = null;
  #history: CutHistory = $state.raw(startHistory([]));

  readonly canUndo: boolean = $derived(this.#current.past.length > 0);
  readonly canRedo: boolean = $derived(this.#current.future.length > 0);

  /** The history, as long as it is about what the URL says; else a new one that starts from there. */
  get #current(): CutHistory {
    return isAbout(this.#history, this.cuts) ? this.#history : startHistory(this.cuts);
  }

  close(ids: readonly string[], words = this.#name(ids, 'closes', 'close')): void {
    this.#do(words, (history) => closing(history, ids));
  }
  reopen(ids: readonly string[], words = this.#name(ids, 'stays open', 'stay open')): void {
    this.#do(words, (history) => keeping(history, ids));
  }
  toggle(id: string): void {
    if (this.cutOf(id)) this.reopen([id]);
    else this.close([id]);
  }
  /** Makes cuts, as one step. */
  add(cuts: readonly Cut[], words = cutsSaid(cuts, (id) => this.nameOf(id), this.opensAgain)): void {
    this.#do(words, (history) => adding(history, cuts));
  }
  /** Puts a cut in the place of the one at `index` of the link. */
  replace(index: number, cut: Cut, words = cutsSaid([cut], (id) => this.nameOf(id), this.opensAgain)): void {
    this.#do(words, (history) => replacing(history, index, cut));
  }
  /** Takes out the cuts at these positions of the link, as one step. */
  takeOut(indices: Iterable<number>, words = 'Taken out'): void {
    this.#do(words, (history) => takingOut(history, indices));
  }
  /** The same for those that cannot be played. */
  drop(indices: ReadonlySet<number>): void {
    this.takeOut(indices, 'What could not be used is taken out');
  }
  /** Takes all cuts out. */
  clear(): void {
    this.takeOut(this.cuts.keys(), 'All cuts are taken out');
  }
  undo(): void {
    const step = this.#current.past.at(-1);
    if (step) this.#take(undoStep(this.#current), `Undone: ${step.words}`);
  }
  redo(): void {
    const step = this.#current.future[0];
    if (step) this.#take(redoStep(this.#current), `Done again: ${step.words}`);
  }

  /** Puts the cuts of now aside, to compare others with. */
  keepAside(): void {
    view.go({ aside: this.scenario.cuts });
  }
  dropAside(): void {
    view.go({ aside: null });
  }

  /** What was done and what it comes to are one sentence. */
  protected override heard(report: ScenarioReport): void {
    if (this.#words !== null) this.said = `${this.#words}. ${outcome(report)}`;
    this.#words = null;
  }

  #do(words: string, changes: (history: CutHistory) => readonly CutChange[]): void {
    const history = this.#current;
    const next = doStep(history, words, changes(history));
    if (next.cuts.length > MOST_CUTS && next.cuts.length > history.cuts.length)
      this.trouble = `One scenario holds ${whole(MOST_CUTS)} cuts and no more. Choose fewer, or take some out first.`;
    else if (next !== history) this.#take(next, words);
  }

  #take(history: CutHistory, words: string): void {
    this.#history = history;
    // Said once the answer has come.
    this.#words = words;
    this.trouble = null;
    view.go({ cuts: history.cuts });
    // Before the page is drawn anew for the press itself: both are done at the same time.
    this.play();
  }

  #name(ids: readonly string[], one: string, many: string): string {
    const [only] = ids;
    return ids.length === 1 && only !== undefined
      ? `${this.nameOf(only)} ${one}`
      : `${countOf(ids.length, 'places')} ${many}`;
  }
}

function outcome(report: ScenarioReport): string {
  if (report.scenario.cuts.length === 0) return 'Nothing is closed.';
  const { figure, words, leftOut } = lossLine(report);
  // The figure is of the whole plan: after its first cut it is not what the newest one does.
  const all = report.scenario.cuts.length > 1 ? 'In all: ' : '';
  return `${all}${figure} ${words}. ${leftOut}`.trim();
}
