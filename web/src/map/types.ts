import type { ReachColumns } from '@kith/core/reach/reach-columns';

/** One value per area, already sorted into classes 1 to 5; null is "no data" and is never drawn as low. */
export interface AreaClasses {
  readonly codes: readonly string[];
  readonly classes: readonly (number | null)[];
  readonly ramp: 'risk' | 'reach';
}

/** Where the map looks: west, south, east, north in degrees. */
export type Bounds = readonly [number, number, number, number];

export interface Camera {
  readonly lon: number;
  readonly lat: number;
  readonly zoom: number;
}

/** Pins as the API sends them: columns in step. */
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

export type { ReachColumns };
