import { askSearch, type Found } from '../data/questions.ts';
import { Resource } from './resource.svelte.ts';
import { view } from './view-state.svelte.ts';

const FEWEST_LETTERS = 2;
const WAIT_MS = 180;

/** Where something is, searched for as it is typed: postcodes, villages and places on the map that is looked at. */
export class SpotSearch {
  readonly #asked: () => string;
  readonly #most: number;
  readonly #found = new Resource<{ readonly asked: string; readonly results: readonly Found[] }>();
  readonly #isAsked: boolean = $derived.by(() => this.#asked().length >= FEWEST_LETTERS);

  /** Results of letters typed before are seen until their own come, but cannot be chosen: they would vanish under the finger. */
  readonly old: boolean = $derived.by(() => this.#found.value?.asked !== this.#asked());
  readonly results: readonly Found[] = $derived.by(() =>
    this.#isAsked
      ? (this.#found.value?.results ?? [])
          .filter(({ lon, lat }) => lon !== null && lat !== null)
          .slice(0, this.#most)
      : [],
  );
  /** The search cannot answer. */
  readonly isOff: boolean = $derived.by(
    () => this.#found.state.status === 'failed' || this.#found.state.status === 'stale',
  );
  /** It answered that there is nothing of that name. */
  readonly nothing: boolean = $derived.by(() => {
    const { state } = this.#found;
    const answered = state.status === 'ready' && !state.refreshing && !this.old;
    return this.#isAsked && answered && this.results.length === 0;
  });

  /**
   * Made while a component is set up, and searches for as long as that stands.
   * @param asked what is searched for now; fewer than two letters ask nothing
   * @param most results shown
   */
  constructor(asked: () => string, most: number) {
    this.#asked = asked;
    this.#most = most;
    $effect(() => {
      if (!this.#isAsked) return;
      const now = this.#asked();
      let stop = (): void => undefined;
      const later = setTimeout(() => {
        stop = this.#found.load(now, async (signal) => ({
          asked: now,
          results: await askSearch(now, view.now.patch, signal),
        }));
      }, WAIT_MS);
      return () => {
        clearTimeout(later);
        stop();
      };
    });
  }
}
