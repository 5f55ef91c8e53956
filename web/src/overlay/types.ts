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
  readonly rows: readonly AreaRow[];
  /** Headings of the list, highest class first, then what is not known. Groups, never an order of areas. */
  readonly groups: readonly { readonly class: number | 'perhaps' | null; readonly heading: string }[];
}

/** True of every map of the starter: its areas are drawn from homes and not from official boundaries. */
export const SHAPES_NOTE =
  'Areas are drawn around where people live; official boundaries load with the full data.';
