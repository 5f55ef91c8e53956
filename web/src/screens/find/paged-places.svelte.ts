import { askPlaces, type ListedPlace, type PlacesPage, type PlacesQuestion } from '../../data/questions.ts';
import { Resource } from '../../state/resource.svelte.ts';

const PAGE = 30;

/** A list of places that grows by a page at a time. Pages that follow belong to one first page and go with it. */
export class PagedPlaces {
  readonly first = new Resource<PlacesPage>();
  /** The question that the list shown answers. */
  readonly total = $derived.by(() => this.first.value?.total ?? 0);
  /** How many of them stand outside the map. */
  readonly outside = $derived.by(() => this.first.value?.outside ?? 0);
  readonly rows: readonly ListedPlace[] = $derived.by(() => {
    const first = this.first.value;
    if (!first) return [];
    return [...first.features, ...this.#following.flatMap((page) => page.features)];
  });
  more: 'ready' | 'loading' | 'failed' = $state('ready');
  #pages: { readonly of: PlacesPage; readonly pages: readonly PlacesPage[] } | null = $state.raw(null);
  #question: PlacesQuestion | null = null;

  get #following(): readonly PlacesPage[] {
    return this.#pages && this.#pages.of === this.first.value ? this.#pages.pages : [];
  }

  get next(): string | null {
    return (this.#following.at(-1) ?? this.first.value)?.next ?? null;
  }

  ask(question: PlacesQuestion): () => void {
    this.#question = question;
    this.more = 'ready';
    return this.first.load(JSON.stringify(question), (signal) =>
      askPlaces({ ...question, limit: PAGE }, signal),
    );
  }

  async showMore(): Promise<void> {
    const of = this.first.value;
    const cursor = this.next;
    if (!of || !cursor || !this.#question || this.more === 'loading') return;
    this.more = 'loading';
    try {
      const page = await askPlaces({ ...this.#question, limit: PAGE, cursor });
      if (of !== this.first.value) return;
      this.#pages = { of, pages: [...this.#following, page] };
      this.more = 'ready';
    } catch {
      this.more = 'failed';
    }
  }
}
