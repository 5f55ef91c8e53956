import { round9 } from '../round9.ts';
import { type FiveClass, fiveClasses } from './five-classes.ts';
import type { LensId } from './lenses.ts';
import { shrink } from './shrink.ts';
import { type Tenth, tenthsOf } from './tenths.ts';
import { MIDDLE_X, standardise } from './transform.ts';
import { LENS_INPUTS, RISK_INPUTS, type RiskInput } from './weights.ts';

/** One area as a risk score needs it. */
export interface RiskArea {
  readonly code: string;
  /** The district it is drawn towards where its denominators are small: a code. */
  readonly district: string;
  readonly residents: number;
  readonly households: number;
  /** Percentages by indicator id; null or absent when there is no data. */
  readonly percents: { readonly [indicator: string]: number | null };
  /** Ids of indicators whose figure is that of the wider MSOA. */
  readonly wider?: readonly string[];
}

/** An input that pushes an area above the middle, and its share of all that does. */
export interface Driver {
  readonly indicator: string;
  readonly label: string;
  readonly share: number;
}

export interface AreaScore {
  readonly code: string;
  /** 0 to 100, of the characteristics of people who live there; never a measured loneliness. */
  readonly score: number | null;
  /** 1 (lower) to 5 (higher) among the areas given; equal scores share the lower. */
  readonly fifth: FiveClass | null;
  /** The same in ten: two of them are one fifth. */
  readonly tenth: Tenth | null;
  /** Up to three, strongest first; fewer where fewer lie above the middle. */
  readonly drivers: readonly Driver[];
  /** Why there is no score, when there is none. */
  readonly reason: string | null;
}

/** A lens's inputs with their weights: |ln odds ratio|, made to add up to 1. */
export function weightsOf(lens: LensId): { readonly input: RiskInput; readonly weight: number }[] {
  const inputs = LENS_INPUTS[lens].map((id) => RISK_INPUTS[id]);
  const sizes = inputs.map((input) => round9(Math.abs(Math.log(input.oddsRatio))));
  const sum = sizes.reduce((total, size) => total + size, 0);
  return inputs.map((input, index) => ({ input, weight: round9((sizes[index] ?? 0) / sum) }));
}

/**
 * The risk score of each area under a lens, in the order given (method 1b): each input is drawn towards its
 * district where small, ranked over all areas given, transformed, weighted and added. Scores can be compared only
 * within one call. An area with an input missing has no score, and a reason.
 */
export function score(lens: LensId, areas: readonly RiskArea[]): AreaScore[] {
  const parts = weightsOf(lens).map(({ input, weight }) => ({
    input,
    weight,
    xs: standardiseInput(input, areas),
  }));
  const scores = areas.map((_, area) => {
    const xs = parts.map(({ xs }) => xs[area] ?? null);
    if (xs.includes(null)) return null;
    return round9(parts.reduce((sum, { weight }, part) => sum + weight * (xs[part] ?? 0), 0));
  });
  const { classes } = fiveClasses(scores);
  const tenths = tenthsOf(scores);
  return areas.map(({ code }, area) => {
    const value = scores[area] ?? null;
    const missing = parts.filter(({ xs }) => (xs[area] ?? null) === null).map(({ input }) => input.label);
    return {
      code,
      score: value,
      fifth: classes[area] ?? null,
      tenth: tenths[area] ?? null,
      drivers: value === null ? [] : driversOf(parts.map((part) => ({ ...part, x: part.xs[area] ?? 0 }))),
      reason: value === null ? `No score, because there is no figure for: ${missing.join(', ')}.` : null,
    };
  });
}

/** An input's X (0 to 100) in each area; null where any of its indicators is missing there. */
function standardiseInput(input: RiskInput, areas: readonly RiskArea[]): (number | null)[] {
  const shares = areas.map((area) => {
    const percents = input.indicators.map((id) => area.percents[id] ?? null);
    const isMissing = percents.some((percent) => percent === null || !Number.isFinite(percent));
    return {
      percent: isMissing
        ? null
        : Math.min(
            100,
            percents.reduce<number>((sum, each) => sum + (each ?? 0), 0),
          ),
      denominator: area[input.of],
      district: area.district,
      isWide: input.indicators.some((id) => area.wider?.includes(id) ?? false),
    };
  });
  return standardise(shrink(shares));
}

function driversOf(parts: readonly { input: RiskInput; weight: number; x: number }[]): Driver[] {
  const above = parts
    .map(({ input, weight, x }) => ({ input, push: weight * (x - MIDDLE_X) }))
    .filter(({ push }) => push > 0);
  const sum = above.reduce((total, { push }) => total + push, 0);
  return above
    .map(({ input, push }) => ({ indicator: input.id, label: input.label, share: round9(push / sum) }))
    .sort((a, b) => b.share - a.share)
    .slice(0, 3);
}
