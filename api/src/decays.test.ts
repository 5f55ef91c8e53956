import { E2SFCA_STEPS } from '@kith/core/reach/decay';
import { expect, it } from 'vitest';
import { decayFor } from './decays.ts';

it('the steps are those of E2SFCA, stretched to the limit, whose end is in the last', () => {
  expect(decayFor('steps', 30)).toEqual(E2SFCA_STEPS);
  for (const limit of [50, 720, 1_000, 1_234, 4_999]) {
    const decay = decayFor('steps', limit);
    if (decay.type !== 'steps') throw new Error(decay.type);
    expect(decay.steps.map(({ weight }) => weight)).toEqual(E2SFCA_STEPS.steps.map(({ weight }) => weight));
    expect(decay.steps.at(-1)?.to).toBe(limit);
  }
});
