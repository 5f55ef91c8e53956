import type { RuralUrban } from '../area/area.ts';

/**
 * How far people walk in 15 minutes. Walking metres = minutes x metresIn15 / 15, kept to whole arithmetic.
 */
export const PACES = [
  {
    id: 'planner',
    label: 'Planner’s walk',
    detail: '1 km in 15 minutes',
    metresIn15: 1000,
    /** Natural England's walking constant. Errs generous: people over 65 average 0.8 to 0.9 m/s. */
    source: 'Natural England: 1 km in 15 minutes',
  },
  {
    id: 'over-65',
    label: 'Over 65',
    detail: '0.8 metres a second',
    metresIn15: 720,
    /** Health Survey for England, n=3,145: women 0.8, men 0.9 m/s. Takes the slower, so errs short for men. */
    source: 'Health Survey for England: women over 65 walk 0.8 m/s on average',
  },
  {
    id: 'slow',
    label: 'Slow',
    detail: '0.71 metres a second',
    metresIn15: 639,
    /** Health Survey for England: people of 85 and over with limited mobility, 0.71 m/s. Errs short for most. */
    source: 'Health Survey for England: people of 85 and over with limited mobility walk 0.71 m/s',
  },
] as const;
export type PaceId = (typeof PACES)[number]['id'];
export const PACE_IDS = PACES.map((pace) => pace.id) as [PaceId, ...PaceId[]];

export const MINUTES = [5, 10, 15, 20, 30] as const;

/** Walking metres that a pace covers in a number of minutes. */
export function limitMetres(minutes: number, pace: PaceId): number {
  const found = PACES.find((each) => each.id === pace);
  return (minutes * (found?.metresIn15 ?? 1000)) / 15;
}

/**
 * How much longer streets are than the straight line. Cities 1.21 to 1.23 (O'Sullivan), 1.2 (Newell);
 * between settlements 1.40 (Slow Ways). The middle is what Kith counts with; low and high make the band.
 * Low errs generous (more people within reach), high errs short.
 */
export const DETOUR: Record<
  RuralUrban,
  { readonly low: number; readonly middle: number; readonly high: number }
> = {
  urban: { low: 1.2, middle: 1.3, high: 1.4 },
  rural: { low: 1.3, middle: 1.4, high: 1.5 },
};
export type DetourEnd = 'low' | 'middle' | 'high';
