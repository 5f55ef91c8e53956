import { featureId } from '@kith/core/area/feature-id';
import type { Map as MapLibre } from 'maplibre-gl';
import { GROUND } from './layers/layer.ts';
import { PaintedClasses } from './paint-classes.ts';
import type { AreaClasses } from './types.ts';

type Flag = 'lost' | 'gained' | 'aside' | 'selected';

/** Colours the ground by feature-state, and touches only what changes. Shapes are never touched. */
export class GroundPaint {
  readonly #map: MapLibre;
  readonly #classes = { areas: new PaintedClasses(), districts: new PaintedClasses() };
  readonly #flagged: Record<Flag, ReadonlySet<string>> = {
    lost: new Set(),
    gained: new Set(),
    aside: new Set(),
    selected: new Set(),
  };

  constructor(map: MapLibre) {
    this.#map = map;
  }

  /** @returns how many areas or districts changed colour */
  colour(classes: AreaClasses | null): number {
    let changed = 0;
    for (const layer of ['areas', 'districts'] as const) {
      const put = this.#putter(layer);
      changed += this.#classes[layer].change(classes?.of === layer ? classes : null, (id, paint) =>
        put(id, { class: paint }),
      );
    }
    return changed;
  }

  flag(flag: Flag, codes: readonly string[]): void {
    const put = this.#putter('areas');
    const now = new Set(codes);
    for (const code of this.#flagged[flag]) if (!now.has(code)) put(featureId(code), { [flag]: false });
    for (const code of now) if (!this.#flagged[flag].has(code)) put(featureId(code), { [flag]: true });
    this.#flagged[flag] = now;
  }

  /** The style was made anew, and with it the state of every area: all is to be set again. */
  forget(): void {
    this.#classes.areas.forget();
    this.#classes.districts.forget();
    this.#flagged.lost = new Set();
    this.#flagged.gained = new Set();
    this.#flagged.aside = new Set();
    this.#flagged.selected = new Set();
  }

  /** One target is reused for all: 33,755 small objects would be a good part of the time. */
  #putter(sourceLayer: 'areas' | 'districts'): (id: number, state: Record<string, unknown>) => void {
    const target = { source: GROUND, sourceLayer, id: 0 };
    return (id, state) => {
      target.id = id;
      this.#map.setFeatureState(target, state);
    };
  }
}
