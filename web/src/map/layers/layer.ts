import type { ExpressionSpecification, LayerSpecification, SourceSpecification } from 'maplibre-gl';

/** One thing the map draws. A new one is a copy of a file in this folder and a line in stack.ts. */
export interface Overlaid {
  readonly id: string;
  /** Sources it brings. Layers may also draw from a source that another file brings. */
  readonly sources?: Readonly<Record<string, SourceSpecification>>;
  readonly layers: readonly LayerSpecification[];
}

export const EMPTY = { type: 'FeatureCollection' as const, features: [] };

/** The vector tiles with areas, districts and names: see ground.ts. */
export const GROUND = 'ground';
/** Nearer than this areas are drawn; from further off, whole districts. The tiles are made so. */
export const AREAS_FROM_ZOOM = 7;
/** On the map of all England one zoom later: a neighbourhood is smaller than a dot before. */
const ALL_AREAS_FROM_ZOOM = 8;

/** The zoom from which the map of a patch draws areas; null for the map of everything. */
export const areasFrom = (patch: string | null): number =>
  patch === null ? ALL_AREAS_FROM_ZOOM : AREAS_FROM_ZOOM;

/** Class of an area or district by feature-state. */
export const CLASS: ExpressionSpecification = ['feature-state', 'class'];

/**
 * A layer that few maps need: not made until something is to be drawn in it, since every layer over all areas costs
 * as much to draw and to recolour as their colours themselves.
 */
export const UNTIL_NEEDED = { visibility: 'none' as const };
