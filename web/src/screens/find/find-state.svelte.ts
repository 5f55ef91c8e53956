import type { AreaSummary } from '@kith/core/area/area';
import { STARTER_PATCHES } from '@kith/core/area/patches';
import { askPatches, type KindCount, type Patches, type PlacesQuestion } from '../../data/questions.ts';
import type { Bounds, Camera, MapHandle, MapTarget } from '../../map/types.ts';
import { askOverlay } from '../../overlay/ask-overlay.ts';
import type { Overlay } from '../../overlay/types.ts';
import { Resource } from '../../state/resource.svelte.ts';
import { shownKinds } from '../../state/shown-kinds.ts';
import { view } from '../../state/view-state.svelte.ts';
import { PagedPlaces } from './paged-places.svelte.ts';

/** What the parts of Find share: the list, the counts, what the map shows and what it is coloured by. */
export class FindState {
  /** What the map shows; null while there is no map, or it is on its way somewhere. */
  bounds: Bounds | null = $state.raw(null);
  /** Where the map is asked to go. */
  target: MapTarget | null = $state.raw(null);
  /** Where the map stood before it went to what was opened, and where that brought it. */
  #trip: { readonly from: Camera; to: Camera | null } | null = null;
  #camera: Camera | null = null;
  /** Where the place that is open stands, once it is known. */
  opened: { readonly lon: number; readonly lat: number } | null = $state.raw(null);
  /** The map, for print. */
  map: MapHandle | null = $state.raw(null);
  readonly list = new PagedPlaces();
  readonly kinds = new Resource<readonly KindCount[]>();
  readonly patches = new Resource<Patches>();
  /** The areas of the patch and where they lie: kept while one of them is open. */
  readonly areas = new Resource<readonly AreaSummary[]>();
  readonly boxes = new Resource<ReadonlyMap<string, Bounds>>();
  readonly overlay = new Resource<Overlay | null>();

  /** The list has come, or cannot: from then on the map may load. Once true it stays so. */
  usable = $derived.by(() => {
    const { status } = this.list.first.state;
    if (status !== 'idle' && status !== 'loading') this.#once = true;
    return this.#once;
  });
  #once = false;

  /** The places asked for: nearest first from a point, best match first for words, else known times first. */
  readonly question: Omit<PlacesQuestion, 'bbox'> = $derived.by(() => {
    const { patch, kinds, q, near, closed } = view.now;
    return {
      patch,
      kinds: shownKinds(kinds),
      ...(q ? { q } : {}),
      ...(near ? { near: { lon: near.lon, lat: near.lat } } : q ? {} : { sort: 'times' as const }),
      ...(closed ? { statuses: ['open', 'temporarily-closed', 'closed', 'unknown'] as const } : {}),
    };
  });

  /** Whether the list is of what the map shows, and not of the whole patch. */
  readonly inStep = $derived.by(() => this.bounds !== null && view.now.q === '');

  askList(wide: boolean): () => void {
    const bbox = wide && this.inStep && this.bounds ? { bbox: this.bounds } : {};
    return this.list.ask({ ...this.question, ...bbox });
  }

  /** The map has come to rest. A move by hand after a trip means that nobody wants to be taken back. */
  arrived(camera: Camera): void {
    this.#camera = camera;
    if (!this.#trip) return;
    if (this.#trip.to === null) this.#trip.to = camera;
    else if (JSON.stringify(this.#trip.to) !== JSON.stringify(camera)) this.#trip = null;
  }

  /** Goes to what was opened. */
  visit(target: MapTarget): void {
    if (this.#camera && !this.#trip) this.#trip = { from: this.#camera, to: null };
    this.target = target;
  }

  /** Back to where the list was, if the map was only taken away from there. */
  leave(): void {
    if (this.#trip) this.target = { camera: this.#trip.from };
    this.#trip = null;
  }

  askPatches(): () => void {
    return this.patches.load('patches', () => askPatches());
  }

  get patch() {
    const { patch } = view.now;
    const known = this.patches.value?.patches.find((each) => each.id === patch);
    const named = STARTER_PATCHES.find((each) => each.id === patch) ?? STARTER_PATCHES[0];
    return known ?? { ...named, bbox: null };
  }

  /** How areas are coloured: asked for once the list is there, since the map and the list of areas come after it. */
  askOverlay(): (() => void) | undefined {
    if (!this.usable) return undefined;
    const { overlay, lens, patch, kinds, minutes, pace } = view.now;
    const question = { overlay, lens, patch, kinds, minutes, pace };
    return this.overlay.load(JSON.stringify(question), (signal) => askOverlay(question, signal));
  }
}
