import type { Decay } from '@kith/core/reach/decay';

export const DECAY_IDS = ['steps', 'gaussian', 'gravity'] as const;
export type DecayId = (typeof DECAY_IDS)[number];

/**
 * The decays of method.md 2 stretched to a limit: there they are given for a limit of 30 minutes (the steps of E2SFCA)
 * and of 60 (gaussian sigma 20; gravity scale 20, alpha -2, least cost 1).
 */
export function decayFor(id: DecayId, limitMetres: number): Decay {
  const third = limitMetres / 3;
  if (id === 'gaussian') return { type: 'gaussian', sigma: third };
  if (id === 'gravity') return { type: 'gravity', scale: third, alpha: -2, min: limitMetres / 60 };
  return {
    type: 'steps',
    steps: [
      { to: third, weight: 1 },
      { to: 2 * third, weight: 0.68 },
      { to: limitMetres, weight: 0.22 },
    ],
  };
}
