import type { AreaClasses } from '../map/types.ts';

/** What one colour of the legend stands for. Class 0 is "no data"; `perhaps` is drawn as paper with rings. */
export interface LegendStep {
  readonly class: number | 'perhaps';
  readonly label: string;
}

/** What a legend says: what, how classed, which year, and how far to trust it. */
export interface LegendText {
  readonly title: string;
  readonly ramp: AreaClasses['ramp'];
  /** Words under the two ends of the ramp. */
  readonly ends: readonly [low: string, high: string];
  /** The classes one by one, lowest first, for ramps that have numbers. Empty where the ends say it all. */
  readonly steps: readonly LegendStep[];
  readonly classed: string;
  readonly source: string;
  /** Always shown. */
  readonly doubt: string;
  /** Shown when asked for. */
  readonly notes: readonly string[];
  /** Section of How it works that "What is this?" opens. */
  readonly about: string;
}

/** One area as the list tells it: the same as the map shows. */
export interface AreaRow {
  readonly code: string;
  readonly class: number | 'perhaps' | null;
  /** The value in words: "23.4%", "812 of 1,577 people". Empty where the class says it all. */
  readonly words: string;
}

/** Everything that colouring areas by one thing needs, on the map and in the list. */
export interface Overlay {
  readonly classes: AreaClasses;
  readonly legend: LegendText;
  /** In step with the codes of `classes`. Made when first read: see rows.ts. */
  readonly rows: readonly AreaRow[];
  /** One row, without making the others. Null where the map holds no such area. */
  rowOf(code: string): AreaRow | null;
  /** Headings of the list, highest class first, then what is not known. Groups, never an order of areas. */
  readonly groups: readonly { readonly class: number | 'perhaps' | null; readonly heading: string }[];
}

/** One district as the list tells it, with the map that shows its areas. */
export interface DistrictRow extends AreaRow {
  readonly name: string;
  readonly patch: string;
}

/** Districts in colour, as seen from too far off for areas. */
export interface DistrictOverlay extends Overlay {
  readonly rows: readonly DistrictRow[];
}

/** Kept with every map: whose shapes these are. */
export const SHAPES_NOTE =
  'With the full data loaded these are the official boundaries; in the starter, areas are drawn around where people live.';
