import { EVERYWHERE } from '@kith/core/area/patches';
import { askRisk } from '../../data/questions.ts';
import { askClusters } from '../../data/wide-questions.ts';
import type { Bounds, Clusters, MapMove, Pins } from '../../map/types.ts';
import { askDistrictOverlay } from '../../overlay/ask-overlay.ts';
import { riskOverlay } from '../../overlay/risk.ts';
import type { DistrictOverlay, Overlay } from '../../overlay/types.ts';
import { Resource } from '../../state/resource.svelte.ts';
import { view } from '../../state/view-state.svelte.ts';
import { clusterBox, levelAt } from '../find/map-wishes.ts';
import type { CutsSession } from './cuts-session.svelte.ts';
import { pinsNamed, pinsOf } from './map-ground.ts';
import type { ScenarioChanges } from './scenario-changes.ts';

/**
 * What lies under the cuts on the map: how the ground is coloured, and the places there are. A council has all its
 * pins; of all England the map shows, as on Find, districts from far off and clusters for what is in view, and beside
 * them only the places that the address or the scenario names.
 */
export class CutsMapState {
  readonly #session: CutsSession;
  readonly #changes: () => ScenarioChanges;
  #seen: { readonly bounds: Bounds; readonly zoom: number; readonly patch: string } | null = $state.raw(null);
  readonly #areas = new Resource<Overlay>();
  readonly #districts = new Resource<DistrictOverlay | null>();
  readonly #clusters = new Resource<Clusters>();

  /** @param changes what is drawn of the scenario now */
  constructor(session: CutsSession, changes: () => ScenarioChanges) {
    this.#session = session;
    this.#changes = changes;
  }

  readonly everywhere: boolean = $derived.by(() => this.#session.patch === EVERYWHERE);
  readonly #zoom: number | null = $derived.by(() =>
    this.#seen?.patch === this.#session.patch ? this.#seen.zoom : (view.now.camera?.zoom ?? null),
  );
  readonly #level = $derived.by(() => (this.everywhere ? levelAt(this.#zoom, true) : 'areas'));
  /** How the ground is coloured now. */
  readonly overlay: Overlay | null = $derived.by(() =>
    this.#level === 'districts' ? this.#districts.value : this.#areas.value,
  );

  readonly #clustersAsked = $derived.by(() => {
    const seen = this.#seen;
    const { patch, kinds } = this.#session;
    if (!this.everywhere || seen?.patch !== patch) return null;
    return { patch, kinds, bbox: clusterBox(seen.bounds, seen.zoom), zoom: Math.floor(seen.zoom) };
  });
  readonly #clustersKey = $derived.by(() => JSON.stringify(this.#clustersAsked));
  readonly clusters: Clusters | null = $derived.by(() => (this.everywhere ? this.#clusters.value : null));

  readonly #numbers: ReadonlyMap<string, number> = $derived.by(
    () => new Map((this.#session.shown?.places.id ?? []).map((id, at) => [id, at])),
  );
  readonly #all: Pins | null = $derived.by(() => {
    const { shown: ground } = this.#session;
    return ground && !this.everywhere ? pinsOf(ground) : null;
  });
  /** All pins of a council; of all England those that must be seen whatever the clusters do. */
  readonly pins: Pins | null = $derived.by(() => {
    const { shown: ground } = this.#session;
    if (!this.everywhere || !ground) return this.#all;
    const { closed, shortened } = this.#changes();
    const named = new Set([...closed, ...shortened, ...(view.now.place ? [view.now.place] : [])]);
    return pinsNamed(
      ground,
      [...named].flatMap((id) => this.#numbers.get(id) ?? []),
    );
  });

  /** The map has come to rest. */
  moved({ bounds, camera }: MapMove): void {
    this.#seen = { bounds, zoom: camera.zoom, patch: this.#session.patch };
  }

  /** Asks for the colours. In an effect. */
  askColours(): () => void {
    const { patch, lens, minutes, pace } = this.#session;
    if (this.#level === 'areas')
      return this.#areas.load(`${patch} ${lens}`, async (signal) =>
        riskOverlay(await askRisk(lens, patch, signal), lens),
      );
    const asked = { overlay: 'risk', lens, kinds: [], minutes, pace };
    return this.#districts.load(lens, (signal) => askDistrictOverlay(asked, signal));
  }

  /** Asks for the clusters of what is in view. In an effect. */
  askClusters(): (() => void) | undefined {
    const asked = this.#clustersAsked;
    return asked ? this.#clusters.load(this.#clustersKey, (signal) => askClusters(asked, signal)) : undefined;
  }
}
