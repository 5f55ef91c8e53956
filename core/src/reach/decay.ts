import { round9 } from '../round9.ts';

/**
 * How much a place counts for people at a cost (metres, minutes or any other unit, 0 or more). Beyond the limit that
 * is asked about it counts nothing, whatever the decay.
 */
export type Decay =
  /** Step weights: the first step that the cost is within (its end included); beyond the last, 0. */
  | { readonly type: 'steps'; readonly steps: readonly DecayStep[] }
  /** exp(-cost² / (2 sigma²)). */
  | { readonly type: 'gaussian'; readonly sigma: number }
  /** (max(cost, min) / scale) ^ alpha, with alpha below 0. */
  | { readonly type: 'gravity'; readonly scale: number; readonly alpha: number; readonly min: number }
  /** 1 / cost: a cost of 0 has no weight. */
  | { readonly type: 'inverse' };

export interface DecayStep {
  /** The step ends here, its end included. */
  readonly to: number;
  readonly weight: number;
}

/**
 * The step weights of the enhanced two-step floating catchment area, in minutes. Source: method.md 2 (E2SFCA). They
 * were made for trips by car to doctors: on foot they err generous.
 */
export const E2SFCA_STEPS: Extract<Decay, { type: 'steps' }> = {
  type: 'steps',
  steps: [
    { to: 10, weight: 1 },
    { to: 20, weight: 0.68 },
    { to: 30, weight: 0.22 },
  ],
};

/**
 * The weight of a cost. Exponentials and powers differ in the last digit between machines, so they are rounded to 9
 * decimals before anything is done with them: a gaussian weight below 0.0000000005 is 0.
 * @throws RangeError for `inverse` at a cost of 0
 */
export function decayWeight(decay: Decay, cost: number): number {
  if (decay.type === 'steps') return decay.steps.find(({ to }) => cost <= to)?.weight ?? 0;
  if (decay.type === 'gaussian') return round9(Math.exp(-(cost * cost) / (2 * decay.sigma * decay.sigma)));
  if (decay.type === 'gravity') return round9((Math.max(cost, decay.min) / decay.scale) ** decay.alpha);
  if (cost === 0)
    throw new RangeError('1 / cost has no value at a cost of 0. Use gravity with a least cost.');
  return 1 / cost;
}

const FORMS =
  'Write "gaussian:20" (sigma), "gravity:20,-2,1" (scale, alpha, least cost), "inverse" or "steps:10=1,20=.68,30=.22" (end of step = weight).';

/** Reads a decay as text. What cannot be read gives a message that says how to write it. */
export function parseDecay(text: string): Decay | { readonly problem: string } {
  const [, name = '', , rest = ''] = /^\s*([a-z]+)\s*(:(.*))?$/is.exec(text) ?? [];
  const wrong = (why: string) => ({ problem: `The decay "${text}" cannot be used: ${why} ${FORMS}` });
  const type = name.toLowerCase();
  if (type === 'inverse') return rest.trim() === '' ? { type } : wrong('inverse takes no numbers.');
  if (type === 'gaussian') {
    const sigma = numberIn(rest);
    return sigma !== null && sigma > 0 ? { type, sigma } : wrong('sigma must be one number above 0.');
  }
  if (type === 'gravity') {
    const [scale, alpha, min, ...more] = rest.split(',').map(numberIn);
    if (scale == null || alpha == null || min == null || more.length > 0)
      return wrong('gravity takes three numbers.');
    if (!(scale > 0 && min > 0)) return wrong('the scale and the least cost must be above 0.');
    if (alpha >= 0) return wrong('alpha must be below 0, so that what is far counts less.');
    return { type, scale, alpha, min };
  }
  if (type === 'steps') {
    const steps = rest.split(',').map(stepIn);
    if (!steps.every((step) => step !== null)) return wrong('each step is written as its end = its weight.');
    const rising = steps.every(({ to }, at) => to > (steps[at - 1]?.to ?? -1));
    return rising ? { type, steps } : wrong('the ends of the steps must rise, each once.');
  }
  return wrong('it has no such name.');
}

function stepIn(text: string): DecayStep | null {
  const [to, weight, ...more] = text.split('=').map(numberIn);
  if (to == null || weight == null || more.length > 0 || to < 0 || weight < 0) return null;
  return { to, weight };
}

function numberIn(text: string): number | null {
  if (!/^\s*-?(\d+\.?\d*|\.\d+)\s*$/.test(text)) return null;
  const value = Number(text);
  return Number.isFinite(value) ? value : null;
}
