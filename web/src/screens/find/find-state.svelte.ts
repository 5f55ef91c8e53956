import type { AreaSummary } from '@kith/core/area/area';
import { EVERYWHERE } from '@kith/core/area/patches';
import type { PlaceDetail } from '@kith/core/place/place';
import { untrack } from 'svelte';
import type { KindCount, PlacesQuestion } from '../../data/questions.ts';
import type { Bounds, Camera, MapHandle, MapTarget, Touched } from '../../map/types.ts';
import { askDistrictOverlay, askOverlay } from '../../overlay/ask-overlay.ts';
import type { DistrictOverlay, Overlay } from '../../overlay/types.ts';
import { maps } from '../../state/maps.svelte.ts';
import { Resource } from '../../state/resource.svelte.ts';
import { shownKinds } from '../../state/shown-kinds.ts';
import { view } from '../../state/view-state.svelte.ts';
import { isInside, isTooWide, levelAt, meets } from './map-wishes.ts';
import { PagedPlaces } from './paged-places.svelte.ts';

/** What the parts of Find share: the list, the counts, what the map shows and what it is coloured by. */
export class FindState {
  /** What the map shows; null while there is no map, or it is on its way somewhere. */
  bounds: Bounds | null = $state.raw(null);
  /** Where the map is asked to go. */
  target: MapTarget | null = $state.raw(null);
  /** Where the map stood before it went to what was opened, and where that brought it. */
  #trip: { readonly from: MapTarget; to: Camera | null } | null = null;
  /** Where the map stands, and the patch that it stood there for. */
  #stands: { readonly camera: Camera; readonly patch: string } | null = $state.raw(null);
  /** The place that is open, once it is known. */
  opened: PlaceDetail | null = $state.raw(null);
  /** A part of the ground that was touched and does not open by itself: a district, or a neighbour's area. */
  touched: Touched | null = $state.raw(null);
  /** The areas drawn in view, by code, while a list of areas stands beside the map. */
  areasSeen: ReadonlySet<string> | null = $state.raw(null);
  /** How many pins the map shows in view, its own and its neighbours'; null where there is no map, or no pins yet. */
  pinsSeen: number | null = $state(null);
  /** The map, for print. */
  map: MapHandle | null = $state.raw(null);
  readonly list = new PagedPlaces();
  readonly kinds = new Resource<readonly KindCount[]>();
  /** The areas of the patch: kept while one of them is open. */
  readonly areas = new Resource<readonly AreaSummary[]>();
  readonly overlay = new Resource<Overlay | null>();
  readonly districts = new Resource<DistrictOverlay | null>();

  /** The map is of all England. */
  readonly everywhere: boolean = $derived.by(() => view.now.patch === EVERYWHERE);

  /** How near the map looks; null where there is none for this patch yet. */
  readonly zoom: number | null = $derived.by(() =>
    this.#stands?.patch === view.now.patch ? this.#stands.camera.zoom : (view.now.camera?.zoom ?? null),
  );

  /** What is coloured: areas, or from too far off whole districts. */
  readonly level: 'areas' | 'districts' = $derived.by(() => levelAt(this.zoom, this.everywhere));

  /** All England in one list would be no list: it waits for a search, a council or a nearer look. */
  readonly tooWide: boolean = $derived.by(() => {
    const { near, q } = view.now;
    return this.everywhere && !near && q === '' && isTooWide(this.bounds ? this.zoom : null);
  });

  /** The list has come, or cannot: from then on the map may load. Once true it stays so. */
  usable = $derived.by(() => {
    const { status } = this.list.first.state;
    if (status !== 'idle' && status !== 'loading') this.#once = true;
    if (this.tooWide && maps.now) this.#once = true;
    return this.#once;
  });
  #once = false;

  /** Names and postcodes are known beyond what is loaded: the point asked about, where it lies on no map. */
  readonly beyond: string | null = $derived.by(() => {
    const { near } = view.now;
    const loaded = maps.councils;
    return near && loaded.length > 0 && !loaded.some(({ bbox }) => isInside(bbox, near)) ? near.label : null;
  });

  /** The map shows ground of no map that is loaded: there is nothing on it to explain. */
  readonly offGround: boolean = $derived.by(() => {
    const { bounds } = this;
    return (
      bounds !== null && maps.councils.length > 0 && !maps.councils.some(({ bbox }) => meets(bounds, bbox))
    );
  });

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

  /** Pins of neighbouring maps in view: drawn, since one may walk there, and not in this map's list. */
  readonly overBorder = $derived.by(() =>
    this.inStep && this.pinsSeen !== null && !this.everywhere && !view.now.near
      ? Math.max(0, this.pinsSeen - this.list.total)
      : 0,
  );

  askList(wide: boolean): (() => void) | undefined {
    if (this.tooWide) return undefined;
    const bbox = wide && this.inStep && this.bounds ? { bbox: this.bounds } : {};
    return this.list.ask({ ...this.question, ...bbox });
  }

  /** The map has come to rest. A move by hand after a trip means that nobody wants to be taken back. */
  arrived(camera: Camera): void {
    this.#stands = { camera, patch: view.now.patch };
    if (!this.#trip) return;
    if (this.#trip.to === null) this.#trip.to = camera;
    else if (JSON.stringify(this.#trip.to) !== JSON.stringify(camera)) this.#trip = null;
  }

  /** The map is gone, and with it all that was known of where it stands. */
  mapGone(): void {
    this.map = null;
    this.bounds = null;
    this.target = null;
    this.areasSeen = null;
    this.pinsSeen = null;
    this.#stands = null;
  }

  /** Where to go back to: the camera on this map, or all of it where the map has only just been chosen. */
  get #stood(): MapTarget | null {
    if (!this.#stands) return null;
    if (this.#stands.patch === view.now.patch) return { camera: this.#stands.camera };
    return this.patch.bbox ? { bounds: this.patch.bbox } : null;
  }

  /** Goes to what was opened. */
  visit(target: MapTarget): void {
    // Effects call this: where the map stands is not theirs to follow, or each step of a journey would begin it anew.
    const from = untrack(() => this.#stood);
    if (from && !this.#trip) this.#trip = { from, to: null };
    this.target = target;
  }

  /** Back to where the list was, if the map was only taken away from there. */
  leave(): void {
    if (this.#trip) this.target = this.#trip.from;
    this.#trip = null;
  }

  /** The map looked at, by name. Before the list of maps has come nothing is called anything. */
  get patch() {
    // In words the map of all England is of England: "Find a place in England".
    if (maps.now && this.everywhere) return { ...maps.now, name: 'England', shortName: 'England' };
    return maps.now ?? { id: view.now.patch, name: 'this map', shortName: 'this map', bbox: null };
  }

  /** What the map is coloured by at this moment. */
  readonly colours: Resource<Overlay | null> | Resource<DistrictOverlay | null> = $derived.by(() =>
    this.level === 'districts' ? this.districts : this.overlay,
  );

  /** How areas are coloured: asked for once the list is there, since the map and the list of areas come after it. */
  askOverlay(): (() => void) | undefined {
    if (!this.usable || this.level !== 'areas') return undefined;
    const { overlay, lens, patch, kinds, minutes, pace } = view.now;
    const question = { overlay, lens, patch, kinds, minutes, pace };
    return this.overlay.load(JSON.stringify(question), (signal) => askOverlay(question, signal));
  }

  /** How districts are coloured: from far off, and for the list of all England. */
  askDistricts(): (() => void) | undefined {
    const listed = this.everywhere && view.now.list === 'areas';
    if (!this.usable || (this.level !== 'districts' && !listed)) return undefined;
    const { overlay, lens, kinds, minutes, pace } = view.now;
    const question = { overlay, lens, kinds, minutes, pace };
    return this.districts.load(JSON.stringify(question), (signal) => askDistrictOverlay(question, signal));
  }
}
