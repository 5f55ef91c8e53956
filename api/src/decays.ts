import { type Decay, E2SFCA_STEPS } from '@kith/core/reach/decay';

export const DECAY_IDS = ['steps', 'gaussian', 'gravity'] as const;
export type DecayId = (typeof DECAY_IDS)[number];

/** Where the last of the steps of E2SFCA ends, minutes. */
const LAST_STEP = Math.max(...E2SFCA_STEPS.steps.map(({ to }) => to));

/**
 * The decays of method.md 2 stretched to a limit: there they are given for a limit of 30 minutes (the steps of E2SFCA)
 * and of 60 (gaussian sigma 20; gravity scale 20, alpha -2, least cost 1).
 */
export function decayFor(id: DecayId, limitMetres: number): Decay {
  const third = limitMetres / 3;
  if (id === 'gaussian') return { type: 'gaussian', sigma: third };
  if (id === 'gravity') return { type: 'gravity', scale: third, alpha: -2, min: limitMetres / 60 };
  const steps = E2SFCA_STEPS.steps.map(({ to, weight }) => ({ to: (limitMetres * to) / LAST_STEP, weight }));
  return { type: 'steps', steps };
}
