import type { GeoJSONSource, Map as MapLibre, MapMouseEvent } from 'maplibre-gl';
import { type Beginning, createMap, fitPadding } from './create-map.ts';
import { EMPTY } from './layers/layer.ts';
import { PIN_LAYERS } from './layers/stack.ts';
import { pinFeatures } from './pins.ts';
import { takeSnapshot } from './snapshot.ts';
import type { AreaClasses, Bounds, Camera, Clear, Geometry, MapMove, MapTarget, Pins } from './types.ts';

export interface MapEvents {
  readonly onplace: (id: string) => void;
  readonly onarea: (code: string) => void;
  readonly onmove: (move: MapMove) => void;
  /** A pin is under the pointer, at these pixels; null when none is. */
  readonly onhover: (pin: { name: string; x: number; y: number } | null) => void;
  readonly onidle: (idle: boolean) => void;
  readonly onlost: () => void;
}

const calm = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** A map that stands. It is told what to draw in parts, each of which leaves the others alone. */
export class KithMap {
  readonly map: MapLibre;
  readonly #events: MapEvents;
  #begun = false;
  #geometry: Geometry | null = null;
  #classes: AreaClasses | null = null;
  #lost: readonly string[] = [];
  #selectedArea: string | null = null;
  #here: { readonly lon: number; readonly lat: number } | null = null;
  #pins: [pins: Pins | null, chosen: string | null, closed: readonly string[]] = [null, null, []];

  constructor(beginning: Beginning, events: MapEvents) {
    this.#events = events;
    this.map = createMap(beginning);
    // Also after a fall back from a street style that did not come: all is drawn again.
    this.map.on('style.load', () => this.#redraw());
    this.map.on('idle', () => events.onidle(true));
    this.map.on('movestart', () => events.onidle(false));
    this.map.on('moveend', () => this.#tell(true));
    this.map.once('load', () => this.#tell(false));
    this.map.on('click', (event) => this.#click(event));
    this.map.on('mousemove', (event) => this.#hover(event));
    this.map.on('mouseout', () => events.onhover(null));
    this.map.on('webglcontextlost', () => events.onlost());
  }

  get camera(): Camera {
    const { lng, lat } = this.map.getCenter();
    return {
      lon: Number(lng.toFixed(5)),
      lat: Number(lat.toFixed(5)),
      zoom: Number(this.map.getZoom().toFixed(2)),
    };
  }

  setGeometry(geometry: Geometry | null): void {
    this.#geometry = geometry;
    this.#redraw();
  }

  setClasses(classes: AreaClasses | null): void {
    this.#classes = classes;
    this.#paintAreas();
  }

  setLost(codes: readonly string[]): void {
    this.#lost = codes;
    this.#paintAreas();
  }

  setSelectedArea(code: string | null): void {
    this.#selectedArea = code;
    this.#paintAreas();
  }

  setPins(pins: Pins | null, chosen: string | null, closed: readonly string[]): void {
    this.#pins = [pins, chosen, closed];
    if (!this.#ready) return;
    const features = pins ? pinFeatures(pins, chosen, new Set(closed)) : { places: EMPTY, marks: EMPTY };
    this.#events.onidle(false);
    this.#source('places')?.setData(features.places);
    this.#source('marks')?.setData(features.marks);
  }

  setHere(here: { readonly lon: number; readonly lat: number } | null): void {
    this.#here = here;
    this.#source('here')?.setData(here ? { type: 'Point', coordinates: [here.lon, here.lat] } : EMPTY);
  }

  goTo(target: MapTarget): void {
    const motion = { animate: !calm(), duration: 600 };
    if ('camera' in target) {
      const { lon, lat, zoom } = target.camera;
      const now = this.camera;
      if (now.lon === lon && now.lat === lat && now.zoom === zoom) return;
      this.map.easeTo({ center: [lon, lat], zoom, ...motion });
    } else this.fit(target.bounds, target.clear);
  }

  /** Shows a box whole. `clear` are the pixels at each side that something lies over. */
  fit([west, south, east, north]: Bounds, clear?: Clear): void {
    const padding = clear ?? fitPadding(this.map.getContainer().clientWidth);
    this.map.fitBounds([west, south, east, north], { padding, animate: !calm(), duration: 600, maxZoom: 15 });
  }

  zoomBy(step: number): void {
    this.map.easeTo({
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
    return this.map.getSource('areas') !== undefined;
  }

  #source(id: string): GeoJSONSource | undefined {
    return this.map.getSource<GeoJSONSource>(id);
  }

  #redraw(): void {
    if (!this.#ready) return;
    this.#events.onidle(false);
    this.#source('areas')?.setData(this.#geometry?.areas ?? EMPTY);
    this.#source('districts')?.setData(this.#geometry?.districts ?? EMPTY);
    this.#source('names')?.setData(this.#geometry?.names ?? EMPTY);
    this.#paintAreas();
    this.setPins(...this.#pins);
    this.setHere(this.#here);
  }

  /** Colour by feature-state: 1 to 5, 0 for no data, -1 for perhaps. Shapes are not touched. */
  #paintAreas(): void {
    if (!this.#ready) return;
    this.#events.onidle(false);
    this.map.removeFeatureState({ source: 'areas' });
    const put = (id: string, state: Record<string, unknown>): void => {
      this.map.setFeatureState({ source: 'areas', id }, state);
    };
    const classes = this.#classes;
    classes?.codes.forEach((code, index) => {
      const value = classes.perhaps?.[index] ? -1 : (classes.classes[index] ?? 0);
      put(code, { class: value, ramp: classes.ramp });
    });
    for (const code of this.#lost) put(code, { lost: true });
    if (this.#selectedArea) put(this.#selectedArea, { selected: true });
    this.map.triggerRepaint();
  }

  #tell(moved: boolean): void {
    // A hidden map has no size and sees nothing.
    if (this.map.getContainer().clientWidth === 0) return;
    if (moved && !this.#begun) return;
    this.#begun = true;
    const bounds = this.map.getBounds();
    this.#events.onmove({
      bounds: [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()],
      camera: this.camera,
      moved,
    });
  }

  async #click(event: MapMouseEvent): Promise<void> {
    if (!this.#ready) return;
    const at = event.point;
    const pin = this.map.queryRenderedFeatures(at, { layers: [...PIN_LAYERS] })[0];
    if (pin) return this.#events.onplace(String(pin.properties.id));
    const cluster = this.map.queryRenderedFeatures(at, { layers: ['clusters'] })[0];
    if (cluster && cluster.geometry.type === 'Point') {
      const [lon = 0, lat = 0] = cluster.geometry.coordinates;
      const zoom = await this.#source('places')?.getClusterExpansionZoom(
        Number(cluster.properties.cluster_id),
      );
      return this.goTo({ camera: { lon, lat, zoom: (zoom ?? this.map.getZoom() + 2) + 0.1 } });
    }
    const area = this.map.queryRenderedFeatures(at, { layers: ['area-fill'] })[0];
    if (area) this.#events.onarea(String(area.properties.code));
  }

  #hover(event: MapMouseEvent): void {
    if (!this.#ready) return;
    const layers = [...PIN_LAYERS, 'clusters', 'area-fill'];
    const [top] = this.map.queryRenderedFeatures(event.point, { layers });
    this.map.getCanvas().style.cursor = top ? 'pointer' : '';
    const name: unknown = top?.properties.name;
    const isPin = top !== undefined && PIN_LAYERS.some((id) => id === top.layer.id);
    this.#events.onhover(
      isPin && typeof name === 'string' ? { name, x: event.point.x, y: event.point.y } : null,
    );
  }
}
