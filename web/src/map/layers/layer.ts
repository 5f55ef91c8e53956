import type { LayerSpecification, SourceSpecification } from 'maplibre-gl';

/** One thing the map draws. A new one is a copy of a file in this folder and a line in stack.ts. */
export interface Overlaid {
  readonly id: string;
  /** Sources it brings. Layers may also draw from a source that another file brings. */
  readonly sources?: Readonly<Record<string, SourceSpecification>>;
  readonly layers: readonly LayerSpecification[];
}

export const EMPTY = { type: 'FeatureCollection' as const, features: [] };
