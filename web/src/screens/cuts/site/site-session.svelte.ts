import { EVERYWHERE } from '@kith/core/area/patches';
import { KIND_IDS, type Kind } from '@kith/core/place/kinds';
import type { Cut } from '@kith/core/scenario/cut';
import type { SiteObjective } from '@kith/core/site/problem';
import { askGround, groundKey } from '../../../data/cuts-questions.ts';
import { SiteClient, type SiteSearch } from '../../../engine/site-client.ts';
import type { SiteAsked, SitePick, SiteProgressShown, SiteShown } from '../../../engine/site-types.ts';
import { view } from '../../../state/view-state.svelte.ts';
import type { CutsSession } from '../cuts-session.svelte.ts';
import { isProven, verdict } from './site-words.ts';
import { cutsToTry, isTried } from './try-sites.ts';

/** The bound creeps up in steps too small to hear: a screen reader is told again after this long. */
const SAY_EVERY_MS = 8_000;

export type SiteStage =
  | { readonly at: 'idle' }
  /** Nothing to show yet. */
  | { readonly at: 'looking' }
  /** A good answer is shown and a better one, or the proof, is looked for. */
  | { readonly at: 'proving'; readonly phase: SiteProgressShown['phase'] }
  | { readonly at: 'proven' }
  /** `why`: what ended the search, where it was not the reader. */
  | { readonly at: 'stopped'; readonly why?: string }
  | { readonly at: 'failed'; readonly message: string };

/** "Where would one more do most?": the question of the address, the search for its answer, and what is known of it. */
export class SiteSession {
  readonly #cuts: CutsSession;
  readonly #client = new SiteClient();
  #search: SiteSearch | null = null;
  stage: SiteStage = $state.raw({ at: 'idle' });
  shown: SiteShown | null = $state.raw(null);
  /** The question that `shown` answers. */
  #answered: SiteAsked | null = $state.raw(null);
  #firstGap = $state(0);
  /** How much of the doubt about the first answer is gone, in percent: bounds only draw together, so it never falls. */
  readonly proofPercent: number = $derived(
    this.shown && this.#firstGap > 0
      ? Math.round(100 * Math.max(0, 1 - this.shown.answer.gap / this.#firstGap))
      : 0,
  );
  /** For those who hear the page: what changed, and not each step of the search. */
  said = $state('');
  #saidAt = 0;
  /** The spot chosen in the list or on the map. */
  picked: number | null = $state(null);
  /** All of them are cuts of the scenario now: pins of new places stand where the rings stood. */
  readonly tried: boolean = $derived(isTried(this.shown?.picks ?? [], this.#standing));

  readonly objective: SiteObjective = $derived(view.now.site ?? 'mclp');
  readonly sites: number = $derived(view.now.sites);
  readonly tooWide: boolean = $derived(this.#patch === EVERYWHERE);
  /** What would be asked now. */
  readonly asked: SiteAsked = $derived({
    objective: this.objective,
    sites: this.sites,
    weight: view.now.siteWeight,
    from: view.now.siteFrom,
    existing: view.now.siteExisting,
    scenario: this.#scenario,
  });
  /** What is shown answers another question than the one that stands in the form. */
  readonly outdated: boolean = $derived(
    this.#answered !== null && JSON.stringify(this.#answered) !== JSON.stringify(this.asked),
  );
  readonly busy: boolean = $derived(this.stage.at === 'looking' || this.stage.at === 'proving');
  /** One line on what is known of the answer; empty without one. */
  readonly verdict: string = $derived(
    this.shown ? verdict(this.shown.answer, this.stage.at === 'stopped') : '',
  );

  constructor(cuts: CutsSession) {
    this.#cuts = cuts;
  }

  get #patch(): string {
    return this.#cuts.patch;
  }
  get #scenario(): SiteAsked['scenario'] {
    return this.#cuts.scenario;
  }
  get #standing(): readonly Cut[] {
    return this.#cuts.cuts;
  }
  get answered(): SiteAsked | null {
    return this.#answered;
  }

  #groundFor(asked: SiteAsked): { readonly key: string; readonly bytes: () => Promise<ArrayBuffer> } {
    const kinds = kindsFor(asked);
    const { patch } = asked.scenario;
    const key = `${groundKey(patch, kinds)} ${this.#cuts.ground?.version ?? ''}`;
    return { key, bytes: () => askGround(patch, kinds) };
  }

  /** Has the ground at hand before anything is asked, so that a first answer comes at once. */
  prepare(): void {
    if (this.busy || this.tooWide) return;
    // Where it does not come it is fetched again, and said, when somebody looks.
    this.#client.prepare(this.#groundFor(this.asked)).catch(() => undefined);
  }

  /** Looks for the answer to the question of now. */
  look(): void {
    const { asked } = this;
    this.stop();
    this.#answered = null;
    this.shown = null;
    this.picked = null;
    this.stage = { at: 'looking' };
    this.#say('Looking');
    const search = this.#client.look(this.#groundFor(asked), asked, (progress) =>
      this.#hear(asked, progress),
    );
    this.#search = search;
    search.answer.then(
      (shown) => this.#end(asked, shown),
      (error: unknown) => this.#fail(error),
    );
  }

  /** Stops looking. The answer so far stays, with what is known of it. */
  stop(): void {
    this.#search?.cancel();
    this.#search = null;
    if (!this.busy) return;
    this.stage = this.shown ? { at: 'stopped' } : { at: 'idle' };
    this.#say(this.shown ? this.verdict : 'Stopped');
  }

  /** Forgets an answer that is of another map. */
  leave(): void {
    this.stop();
    this.shown = null;
    this.#answered = null;
    this.picked = null;
    this.stage = { at: 'idle' };
  }

  /** Ends the worker, with the screen. */
  close(): void {
    this.#search?.cancel();
    this.#client.stop();
    this.#search = null;
    if (this.busy) this.stage = this.shown ? { at: 'stopped' } : { at: 'idle' };
  }

  /** Makes the new places cuts of the scenario, as one step that Undo takes back. */
  tryThese(picks: readonly SitePick[] = this.shown?.picks ?? []): void {
    const asked = this.#answered;
    if (!asked || picks.length === 0) return;
    const standing = asked.existing ? [] : this.#cuts.places.map((place) => place.id);
    const free = standing.filter((id) => this.#cuts.cutOf(id) === null);
    this.#cuts.add(cutsToTry(picks, asked.scenario, this.#cuts.cuts, free));
    this.picked = null;
  }

  #hear(asked: SiteAsked, { shown, phase }: SiteProgressShown): void {
    const first = this.shown === null;
    if (first) this.#firstGap = shown.answer.gap;
    this.shown = shown;
    this.#answered = asked;
    this.stage = { at: 'proving', phase };
    if (first || Date.now() - this.#saidAt > SAY_EVERY_MS) this.#say(this.verdict);
  }

  #end(asked: SiteAsked, shown: SiteShown): void {
    this.#search = null;
    this.shown = shown;
    this.#answered = asked;
    this.stage = { at: isProven(shown.answer) ? 'proven' : 'stopped' };
    this.#say(this.verdict);
  }

  #fail(error: unknown): void {
    this.#search = null;
    const message = error instanceof Error ? error.message : 'This could not be worked out.';
    // A good answer that could not be proven stays, with what is known of it.
    this.stage = this.shown ? { at: 'stopped', why: message } : { at: 'failed', message };
    this.#say(this.shown ? `${this.verdict} ${message}` : message);
  }

  #say(words: string): void {
    this.said = words;
    this.#saidAt = Date.now();
  }
}

/** The kinds of place the question needs: those that count, and where a place may become one all but benches. */
function kindsFor({ from, scenario }: SiteAsked): readonly Kind[] {
  if (from !== 'places') return scenario.kinds;
  return KIND_IDS.filter((kind) => kind !== 'bench' || scenario.kinds.includes(kind));
}
