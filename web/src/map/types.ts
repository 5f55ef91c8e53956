import type { ReachColumns } from '@kith/core/reach/reach-columns';

/** One value per area or district, already in classes 1 to 5; null is "no data" and is never drawn as low. */
export interface AreaClasses {
  readonly of: 'areas' | 'districts';
  readonly codes: readonly string[];
  readonly classes: readonly (number | null)[];
  readonly ramp: 'risk' | 'reach';
  /** Areas to be drawn as "perhaps" (paper with rings) instead of as the lowest class. In step with `codes`. */
  readonly perhaps?: readonly boolean[];
}

/** Where the map looks: west, south, east, north in degrees. */
export type Bounds = readonly [number, number, number, number];

export interface Camera {
  readonly lon: number;
  readonly lat: number;
  readonly zoom: number;
}

/** Pins as the API sends them: columns in step. A place with no position is not among them. */
export interface Pins {
  readonly version: string;
  readonly id: readonly string[];
  readonly name: readonly string[];
  readonly kind: readonly string[];
  readonly status: readonly string[];
  readonly lon: readonly number[];
  readonly lat: readonly number[];
  readonly precision: readonly string[];
  readonly outside: readonly boolean[];
}

/** Places of a map too wide for pins, for what is in view: clusters, and those that stand alone. Columns in step. */
export interface Clusters {
  readonly clusters: {
    readonly lon: readonly number[];
    readonly lat: readonly number[];
    readonly count: readonly number[];
    /** The zoom at which it comes apart. */
    readonly expandsAt: readonly number[];
  };
  readonly places: Omit<Pins, 'version'>;
}

/** A ring with words in it, over a place or over ground where one may stand. */
export interface Ring {
  readonly id: string;
  /** What it is, for whoever points at it. */
  readonly name: string;
  readonly lon: number;
  readonly lat: number;
  /** What stands in it: a number of people, or its order. */
  readonly words: string;
  /** What its area says. 0 for all: each is as small as its words. */
  readonly size: number;
  /** `alone`: people whom a place alone serves. `site`: where a new place would stand. */
  readonly look: 'alone' | 'site';
}

/** A part of the ground that was touched: an area or a district, and the map that it belongs to. */
export interface Touched {
  readonly layer: 'areas' | 'districts';
  readonly code: string;
  /** Of districts only. */
  readonly name: string | null;
  readonly patch: string;
  /** Where it was touched. */
  readonly lon: number;
  readonly lat: number;
}

/** Where the map is asked to go. A new object is a new wish; the same object is not repeated. */
export type MapTarget = { readonly camera: Camera } | { readonly bounds: Bounds; readonly clear?: Clear };

/** Pixels at each side of the map that something lies over: what is shown keeps clear of them. */
export interface Clear {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** What the map tells when it has come to rest. `moved` is false for where it first stood. */
export interface MapMove {
  readonly bounds: Bounds;
  readonly camera: Camera;
  readonly moved: boolean;
}

/** A place that a scenario opens. */
export interface NewPlace {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly lon: number;
  readonly lat: number;
}

/** What a scenario changes of the places there are, and what it adds. */
export interface ScenarioPins {
  readonly closed: readonly string[];
  readonly shortened: readonly string[];
  readonly opened: readonly NewPlace[];
}

/** Somebody is to choose a spot on the map. */
export interface SpotWish {
  readonly onspot: (spot: { readonly lon: number; readonly lat: number }) => void;
  readonly oncancel: () => void;
}

/** Everything a screen gives the map and hears from it. The map asks the API for nothing. */
export interface MapPanelProps {
  /** The patch shown: its short name for the button "Show all of ...", and where that goes. */
  readonly patch: { readonly id: string; readonly shortName: string; readonly bbox: Bounds };
  /** The address of the tiles with {z}, {x} and {y} in it: areas, districts and names. */
  readonly tiles: string;
  /** The map is of everything loaded: no ground is a neighbour's. */
  readonly everywhere?: boolean;
  /** What the map of a slug is called, for the ground of neighbours under the pointer. */
  readonly nameOf?: (patch: string) => string;
  /** How areas are coloured; null for no colour. */
  readonly classes: AreaClasses | null;
  readonly pins: Pins | null;
  /** Instead of pins, where there are too many to send. */
  readonly clusters?: Clusters | null;
  /** Areas that lose something, hatched in the colour of loss. */
  readonly lost?: readonly string[];
  /** Areas that gain something: marked with plus signs in the colour of what is good. */
  readonly gained?: readonly string[];
  /** Areas that lose something under the scenario put aside: hatched the other way. */
  readonly lostAside?: readonly string[];
  readonly selectedPlace?: string | null;
  readonly selectedArea?: string | null;
  /** Places closed in a scenario: struck through, and never hidden in a cluster. */
  readonly closedPlaces?: readonly string[];
  /** Places that keep fewer hours in a scenario: marked with a clock. */
  readonly shortenedPlaces?: readonly string[];
  /** Places that a scenario opens. */
  readonly newPlaces?: readonly NewPlace[];
  /** A spot is asked for: the next press of the map, or its middle, is given to it. Null: none is. */
  readonly spotWish?: SpotWish | null;
  /** Numbers in rings, over the pins. */
  readonly rings?: readonly Ring[];
  readonly selectedRing?: string | null;
  /** The point walks start from, marked with a dot. */
  readonly here?: { readonly lon: number; readonly lat: number } | null;
  /** The camera of the link, where it has one: where the map first stands. */
  readonly camera?: Camera | null;
  readonly target?: MapTarget | null;
  /** A MapLibre style URL to lie under everything; null for Kith's own plain map. */
  readonly basemap: string | null;
  /** Who must be named on the map. */
  readonly attribution: string;
  /** A pin was chosen. */
  readonly onplace?: (id: string) => void;
  /** A ring was chosen. */
  readonly onring?: (id: string) => void;
  /** An area or district was chosen, where no pin was: perhaps one of a neighbouring map. */
  readonly onground?: (touched: Touched) => void;
  readonly onmove?: (move: MapMove) => void;
  /** All that is in view has been drawn. */
  readonly onrest?: () => void;
  /** The tiles are no longer there: the list of maps is to be asked for anew. */
  readonly onold?: () => void;
}

/** What a screen may ask of a map that stands (bind:this on MapPanel). */
export interface MapHandle {
  /** Draws the map now and copies it, with numbered pins, for print. Null when there is no map to copy. */
  snapshot(numbered: readonly { lon: number; lat: number; number: number }[]): HTMLCanvasElement | null;
  /** The codes of the areas drawn in view; null where none can be: no map, or too far off for areas. */
  areasInView(): ReadonlySet<string> | null;
}

export type { ReachColumns };
