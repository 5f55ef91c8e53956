import type { GeoJSONSource, Map as MapLibre, MapMouseEvent, VectorTileSource } from 'maplibre-gl';
import { type Beginning, createMap, sizeOf } from './create-map.ts';
import { fitPadding, middleOf } from './fit-padding.ts';
import { GroundPaint } from './ground-paint.ts';
import { FILL_LAYERS } from './layers/area-fill.ts';
import { areasFrom, EMPTY, GROUND } from './layers/layer.ts';
import { ownPart } from './layers/own-ground.ts';
import { CLUSTER_LAYERS, PIN_LAYERS, RING_LAYERS } from './layers/stack.ts';
import { layersOf } from './map-style.ts';
import { PinPaint } from './pin-paint.ts';
import { AS_IT_IS } from './pins.ts';
import { ringFeatures } from './rings.ts';
import { takeSnapshot } from './snapshot.ts';
import type {
  AreaClasses,
  Bounds,
  Camera,
  Clear,
  Clusters,
  MapMove,
  MapTarget,
  Pins,
  Ring,
  ScenarioPins,
  SpotWish,
  Touched,
} from './types.ts';
import { widePlaces } from './wide-places.ts';

export interface MapEvents {
  readonly onplace: (id: string) => void;
  readonly onring: (id: string) => void;
  readonly onground: (touched: Touched) => void;
  readonly onmove: (move: MapMove) => void;
  /** What is under the pointer and has a name: a pin, a district, or the ground of a neighbouring map. */
  readonly onhover: (at: { over: Hovered; x: number; y: number } | null) => void;
  readonly onidle: (idle: boolean) => void;
  readonly onlost: () => void;
  /** The tiles asked for are no longer there: others have taken their place under a new address. */
  readonly onold: () => void;
}

export interface Hovered {
  readonly name: string;
  /** The map that it is on, where that is another. */
  readonly patch: string | null;
}

/** Of layers that are drawn at every zoom: those of MapLibre itself. */
const [FIRST_ZOOM, LAST_ZOOM] = [0, 24];

const NOTHING_ASIDE: Clear = { top: 0, right: 0, bottom: 0, left: 0 };

const calm = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a === b || (a.length === b.length && a.every((each, at) => each === b[at]));

const sameScenario = (a: ScenarioPins, b: ScenarioPins): boolean =>
  same(a.closed, b.closed) &&
  same(a.shortened, b.shortened) &&
  (a.opened === b.opened || JSON.stringify(a.opened) === JSON.stringify(b.opened));

/**
 * A map that stands. It is told what to draw in parts, each of which leaves the others alone, and whatever it is told
 * again draws nothing: screens tell all of it whenever their address changes, which it does with every move.
 */
export class KithMap {
  readonly map: MapLibre;
  readonly #events: MapEvents;
  #begun = false;
  #superseding = false;
  /** The map whose ground this is; null for everything. */
  #patch: string | null;
  /** The map whose style it was made with, also after a fall back from a street style. */
  readonly #begunFor: string | null;
  #tiles: string;
  #old = false;
  readonly #paint: GroundPaint;
  readonly #pinPaint = new PinPaint();
  #clusters: Clusters | null = null;
  #classes: AreaClasses | null = null;
  #lost: readonly string[] = [];
  #gained: readonly string[] = [];
  #lostAside: readonly string[] = [];
  #selectedArea: string | null = null;
  #here: { readonly lon: number; readonly lat: number } | null = null;
  #rings: [rings: readonly Ring[], chosen: string | null] = [[], null];
  #pins: [pins: Pins | null, chosen: string | null, scenario: ScenarioPins] = [null, null, AS_IT_IS];
  #onspot: SpotWish['onspot'] | null = null;

  constructor(beginning: Beginning, events: MapEvents) {
    this.#events = events;
    this.#patch = this.#begunFor = beginning.patch;
    this.#tiles = beginning.tiles;
    this.map = createMap(beginning);
    this.#paint = new GroundPaint(this.map);
    // Also after a fall back from a street style that did not come: all is drawn again.
    this.map.on('style.load', () => this.#redraw());
    this.map.on('idle', () => events.onidle(true));
    this.map.on('movestart', () => events.onidle(false));
    this.map.on('moveend', () => this.#tell(true));
    this.map.once('load', () => this.#tell(false));
    this.map.on('click', (event) => this.#click(event));
    this.map.on('mousemove', (event) => this.#hover(event));
    this.map.on('mouseout', () => events.onhover(null));
    this.map.getContainer().addEventListener('keydown', (event) => this.#key(event), { capture: true });
    this.map.on('webglcontextlost', () => events.onlost());
    this.map.on('error', (event) => this.#failed(event));
  }

  get camera(): Camera {
    const { lng, lat } = this.map.getCenter();
    return {
      lon: Number(lng.toFixed(5)),
      lat: Number(lat.toFixed(5)),
      zoom: Number(this.map.getZoom().toFixed(2)),
    };
  }

  /** Whose ground it is: that of neighbours stays plain. Null where the map is of everything. */
  setPatch(patch: string | null): void {
    if (this.#patch === patch) return;
    this.#patch = patch;
    if (this.#ready) this.#layGround();
  }

  setClasses(classes: AreaClasses | null): void {
    if (this.#classes === classes) return;
    this.#classes = classes;
    this.#paintGround();
  }

  setLost(codes: readonly string[]): void {
    if (same(this.#lost, codes)) return;
    this.#lost = codes;
    this.#paintGround();
  }

  setGained(codes: readonly string[]): void {
    if (same(this.#gained, codes)) return;
    this.#gained = codes;
    this.#paintGround();
  }

  setLostAside(codes: readonly string[]): void {
    if (same(this.#lostAside, codes)) return;
    this.#lostAside = codes;
    this.#paintGround();
  }

  setSelectedArea(code: string | null): void {
    if (this.#selectedArea === code) return;
    this.#selectedArea = code;
    this.#paintGround();
  }

  setClusters(clusters: Clusters | null): void {
    if (this.#clusters === clusters) return;
    this.#clusters = clusters;
    this.#drawClusters();
  }

  #drawClusters(): void {
    if (!this.#ready) return;
    this.#events.onidle(false);
    const [, chosen, { closed, shortened }] = this.#pins;
    const marked = new Set([chosen ?? '', ...closed, ...shortened]);
    this.#source('wide')?.setData(this.#clusters ? widePlaces(this.#clusters, marked) : EMPTY);
  }

  areasInView(): ReadonlySet<string> | null {
    if (!this.#ready || this.map.getZoom() < areasFrom(this.#patch)) return null;
    const drawn = this.map.queryRenderedFeatures({ layers: ['area-fill'] });
    return new Set(drawn.map((area) => String(area.properties.code)));
  }

  setPins(pins: Pins | null, chosen: string | null, scenario: ScenarioPins): void {
    const before = this.#pins;
    if (before[0] === pins && before[1] === chosen && sameScenario(before[2], scenario)) return;
    this.#pins = [pins, chosen, scenario];
    this.#drawPins();
    // What is a mark among the pins is left out of the clusters.
    if (this.#clusters) this.#drawClusters();
  }

  /** While a spot is asked for, a press of the map is that spot and chooses nothing. */
  setSpotWish(onspot: SpotWish['onspot'] | null): void {
    this.#onspot = onspot;
    this.map.getCanvas().style.cursor = onspot ? 'crosshair' : '';
  }

  #drawPins(): void {
    if (!this.#ready) return;
    const [places, marks] = [this.#source('places'), this.#source('marks')];
    if (!places || !marks) return;
    this.#events.onidle(false);
    this.#pinPaint.draw({ places, marks }, ...this.#pins);
  }

  setRings(rings: readonly Ring[], chosen: string | null): void {
    const before = this.#rings;
    if (before[0] === rings && before[1] === chosen) return;
    this.#rings = [rings, chosen];
    if (before[0].length + rings.length > 0) this.#drawRings();
  }

  #drawRings(): void {
    if (!this.#ready) return;
    const { rings, always } = ringFeatures(...this.#rings);
    this.#events.onidle(false);
    this.#source('rings')?.setData(rings);
    this.#source('rings-always')?.setData(always);
  }

  setHere(here: { readonly lon: number; readonly lat: number } | null): void {
    const before = this.#here;
    if (before?.lon === here?.lon && before?.lat === here?.lat) return;
    this.#here = here;
    this.#drawHere();
  }

  #drawHere(): void {
    const here = this.#here;
    this.#source('here')?.setData(here ? { type: 'Point', coordinates: [here.lon, here.lat] } : EMPTY);
  }

  /**
   * Ends a journey that another takes the place of, without a word: the map has not come to rest, and what hears that
   * it has may send it on again.
   */
  #setOut(): void {
    this.#superseding = true;
    this.map.stop();
    this.#superseding = false;
  }

  goTo(target: MapTarget): void {
    const motion = { animate: !calm(), duration: 600 };
    if ('camera' in target) {
      const { lon, lat, zoom } = target.camera;
      const now = this.camera;
      if (now.lon === lon && now.lat === lat && now.zoom === zoom) return;
      this.#setOut();
      this.map.easeTo({ center: [lon, lat], zoom, ...motion });
    } else this.fit(target.bounds, target.clear);
  }

  /** Shows a box whole. `clear` are the pixels at each side that something lies over. */
  fit([west, south, east, north]: Bounds, clear?: Clear): void {
    const everywhere = this.#patch === null;
    // The size is measured only where it is needed: right after the page changed it costs a whole layout.
    const padding =
      clear ?? fitPadding(sizeOf(this.map.getContainer()), everywhere, [west, south, east, north]);
    this.#setOut();
    this.map.fitBounds([west, south, east, north], { padding, animate: !calm(), duration: 600, maxZoom: 15 });
  }

  /** Nearer or further off, about the middle of what is seen: of all England the legend covers much of the sea. */
  zoomBy(step: number): void {
    const size = sizeOf(this.map.getContainer());
    const aside = this.#patch === null ? fitPadding(size, true, this.#sees) : NOTHING_ASIDE;
    this.map.easeTo({
      around: this.map.unproject(middleOf(size, aside)),
      zoom: Math.round((this.map.getZoom() + step) * 2) / 2,
      animate: !calm(),
      duration: 250,
    });
  }

  /** Pans by a third of what is seen. */
  pan(right: number, down: number): void {
    const { clientWidth, clientHeight } = this.map.getContainer();
    const by: [number, number] = [(right * clientWidth) / 3, (down * clientHeight) / 3];
    this.map.panBy(by, { animate: !calm(), duration: 250 });
  }

  snapshot(numbered: readonly { lon: number; lat: number; number: number }[]): HTMLCanvasElement | null {
    return takeSnapshot(this.map, numbered);
  }

  remove(): void {
    this.map.remove();
  }

  get #ready(): boolean {
    return this.map.getSource(GROUND) !== undefined;
  }

  #source(id: string): GeoJSONSource | undefined {
    return this.map.getSource<GeoJSONSource>(id);
  }

  #redraw(): void {
    if (!this.#ready) return;
    this.#events.onidle(false);
    this.#paint.forget();
    this.#pinPaint.forget();
    if (this.#patch !== this.#begunFor) this.#layGround();
    this.#paintGround();
    this.#drawPins();
    this.#drawClusters();
    this.#drawRings();
    this.#drawHere();
  }

  /** Only the parts of layers that depend on whose map it is. */
  #layGround(): void {
    for (const layer of layersOf(this.#patch)) {
      const part = ownPart(layer, this.#patch);
      // A street style names settlements itself: then ours are not there.
      if (!part || !this.map.getLayer(layer.id)) continue;
      if (part.filter) this.map.setFilter(layer.id, part.filter);
      if (part.paint) this.map.setPaintProperty(layer.id, ...part.paint);
      this.map.setLayerZoomRange(layer.id, layer.minzoom ?? FIRST_ZOOM, layer.maxzoom ?? LAST_ZOOM);
    }
  }

  #paintGround(): void {
    if (!this.#ready) return;
    this.#events.onidle(false);
    const { classes, perhaps } = this.#classes ?? {};
    if (classes?.includes(null)) this.#need('no-data', 'no-data-districts');
    if (perhaps?.includes(true)) this.#need('perhaps-rings');
    if (this.#lost.length > 0) this.#need('loss-hatch');
    if (this.#gained.length > 0) this.#need('gain-marks');
    if (this.#lostAside.length > 0) this.#need('aside-hatch');
    if (this.#selectedArea) this.#need('area-chosen-edge', 'area-chosen');
    this.#paint.colour(this.#classes);
    this.#paint.flag('lost', this.#lost);
    this.#paint.flag('gained', this.#gained);
    this.#paint.flag('aside', this.#lostAside);
    this.#paint.flag('selected', this.#selectedArea ? [this.#selectedArea] : []);
    // Also where nothing changed: the map tells that it is at rest only after a frame.
    this.map.triggerRepaint();
  }

  /** Makes layers that stand aside until something is drawn in them. Once made they stay. */
  #need(...ids: readonly string[]): void {
    for (const id of ids) {
      if (this.map.getLayoutProperty(id, 'visibility') === 'none') {
        this.map.setLayoutProperty(id, 'visibility', 'visible');
      }
    }
  }

  setTiles(tiles: string): void {
    if (this.#tiles === tiles) return;
    this.#tiles = tiles;
    this.#old = false;
    this.map.getSource<VectorTileSource>(GROUND)?.setTiles([tiles]);
  }

  /** Told once for an address: each tile in view fails, and one answer mends them all. */
  #failed(event: object): void {
    const { sourceId, error } = event as { sourceId?: string; error?: { status?: number } };
    if (this.#old || sourceId !== GROUND || error?.status !== 404) return;
    this.#old = true;
    this.#events.onold();
  }

  get #sees(): Bounds {
    const bounds = this.map.getBounds();
    return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
  }

  /** The keys of the buttons do what the buttons do. */
  #key(event: KeyboardEvent): void {
    const step = { '+': 1, '=': 1, '-': -1 }[event.key];
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    this.zoomBy(step);
  }

  #tell(moved: boolean): void {
    // A hidden map has no size and sees nothing.
    if (this.#superseding || this.map.getContainer().clientWidth === 0) return;
    if (moved && !this.#begun) return;
    this.#begun = true;
    this.#events.onmove({
      bounds: this.#sees,
      camera: this.camera,
      moved,
    });
  }

  async #click(event: MapMouseEvent): Promise<void> {
    if (this.#onspot) {
      const { lng, lat } = event.lngLat;
      return this.#onspot({ lon: lng, lat });
    }
    if (!this.#ready) return;
    const at = event.point;
    const ring = this.map.queryRenderedFeatures(at, { layers: [...RING_LAYERS] })[0];
    if (ring) return this.#events.onring(String(ring.properties.id));
    const pin = this.map.queryRenderedFeatures(at, { layers: [...PIN_LAYERS] })[0];
    if (pin) return this.#events.onplace(String(pin.properties.id));
    const cluster = this.map.queryRenderedFeatures(at, { layers: [...CLUSTER_LAYERS] })[0];
    if (cluster && cluster.geometry.type === 'Point') {
      const [lon = 0, lat = 0] = cluster.geometry.coordinates;
      return this.goTo({ camera: { lon, lat, zoom: (await this.#apartAt(cluster.properties)) + 0.1 } });
    }
    const touched = this.#groundAt(event);
    if (touched) this.#events.onground(touched);
  }

  /** The zoom at which a cluster comes apart: the API said so, or the map's own clustering knows. */
  async #apartAt(cluster: Record<string, unknown>): Promise<number> {
    if (cluster.expands_at !== undefined) return Number(cluster.expands_at);
    const own = this.#source('places')?.getClusterExpansionZoom(Number(cluster.cluster_id));
    return (await own?.catch(() => undefined)) ?? this.map.getZoom() + 2;
  }

  #groundAt({ point, lngLat }: MapMouseEvent): Touched | null {
    const [top] = this.map.queryRenderedFeatures(point, { layers: [...FILL_LAYERS] });
    if (!top) return null;
    const { code, name, patch } = top.properties;
    return {
      layer: top.layer.id === 'area-fill' ? 'areas' : 'districts',
      code: String(code),
      name: typeof name === 'string' ? name : null,
      patch: String(patch),
      lon: lngLat.lng,
      lat: lngLat.lat,
    };
  }

  #hover(event: MapMouseEvent): void {
    if (!this.#ready || this.#onspot) return;
    const { x, y } = event.point;
    const [pin] = this.map.queryRenderedFeatures(event.point, {
      layers: [...RING_LAYERS, ...PIN_LAYERS, ...CLUSTER_LAYERS],
    });
    const ground = pin ? null : this.#groundAt(event);
    this.map.getCanvas().style.cursor = pin || ground ? 'pointer' : '';
    const name: unknown = pin ? pin.properties.name : ground?.name;
    const patch = ground && this.#patch !== null && ground.patch !== this.#patch ? ground.patch : null;
    this.#events.onhover(typeof name === 'string' ? { over: { name, patch }, x, y } : null);
  }
}
