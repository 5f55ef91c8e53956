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
import { figureSaid, outcomeSaid, reachSaid } from './reach-said.ts';
import { countOf } from './words.ts';

export type { Starter } from './cuts-found.svelte.ts';

/** What reach means is said once it has stayed as it is for so long. */
const REST_MS = 600;

/**
 * One sitting at the Cuts screen. The URL owns what is chosen; this holds what is worked out from it, and the
 * steps that Undo takes back. The engine of core runs in a worker of this page: nothing is asked of the API between
 * two cuts.
 */
export class CutsSession extends CutsFound {
  /** What changed last, for those who hear the page. */
  said = $state('');
  #words: string | null = null;
  /** What reach means, as it was heard last; null before the first answer. */
  #reach: string | null = null;
  #later: ReturnType<typeof setTimeout> | undefined;
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
    const reach = reachSaid(report.scenario, report.limitMetres);
    const changed = this.#reach !== null && this.#reach !== reach;
    clearTimeout(this.#later);
    if (this.#words !== null) {
      this.said = `${this.#words}. ${changed ? `${reach} ` : ''}${outcomeSaid(report)}`;
      this.#reach = reach;
    } else if (changed) {
      // Arrow keys go through several on their way: only where they come to rest is said.
      this.#later = setTimeout(() => {
        this.said = `${reach} ${figureSaid(report)}`;
        this.#reach = reach;
      }, REST_MS);
    } else this.#reach = reach;
    this.#words = null;
  }

  override stop(): void {
    clearTimeout(this.#later);
    super.stop();
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
    this.restarted = false;
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
