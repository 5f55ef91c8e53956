import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Decay, decayWeight, E2SFCA_STEPS, parseDecay } from './decay.ts';

const weights = (decay: Decay, costs: readonly number[]) => costs.map((cost) => decayWeight(decay, cost));
const read = (text: string) => {
  const decay = parseDecay(text);
  if ('problem' in decay) throw new Error(decay.problem);
  return decay;
};

describe('decayWeight gives the answers known in advance', () => {
  it('gaussian with sigma 20 at 20, 40 and 60', () => {
    expect(weights({ type: 'gaussian', sigma: 20 }, [0, 20, 40, 60])).toEqual([
      1, 0.60653066, 0.135335283, 0.011108997,
    ]);
  });

  it('gravity with scale 20, alpha -2 and least cost 1', () => {
    const gravity: Decay = { type: 'gravity', scale: 20, alpha: -2, min: 1 };
    expect(weights(gravity, [0, 1, 2, 20, 40, 60])).toEqual([400, 400, 100, 1, 0.25, 0.111111111]);
  });

  it('the steps of E2SFCA, ends included', () => {
    expect(weights(E2SFCA_STEPS, [0, 10, 10.1, 20, 20.1, 30, 30.1])).toEqual([
      1, 1, 0.68, 0.68, 0.22, 0.22, 0,
    ]);
  });

  it('inverse, and what to do about a cost of 0', () => {
    expect(weights({ type: 'inverse' }, [0.5, 4])).toEqual([2, 0.25]);
    expect(() => decayWeight({ type: 'inverse' }, 0)).toThrow(/cost of 0.*gravity/);
  });

  it('never rises with the cost', () => {
    const decay = fc.constantFrom<Decay>(
      { type: 'gaussian', sigma: 7.5 },
      { type: 'gravity', scale: 3, alpha: -1.5, min: 2 },
      { type: 'inverse' },
      E2SFCA_STEPS,
    );
    const cost = fc.double({ min: 0.001, max: 100, noNaN: true });
    fc.assert(
      fc.property(decay, cost, cost, (each, a, b) => {
        expect(decayWeight(each, Math.min(a, b))).toBeGreaterThanOrEqual(decayWeight(each, Math.max(a, b)));
      }),
    );
  });
});

describe('parseDecay', () => {
  it('reads the four forms', () => {
    expect(read('gaussian:20')).toEqual({ type: 'gaussian', sigma: 20 });
    expect(read('gravity:20,-2,1')).toEqual({ type: 'gravity', scale: 20, alpha: -2, min: 1 });
    expect(read(' Inverse ')).toEqual({ type: 'inverse' });
    expect(read('steps: 10=1, 20=.68 ,30=.22')).toEqual(E2SFCA_STEPS);
  });

  it.each([
    ['gaussian', 'sigma'],
    ['gaussian:0', 'above 0'],
    ['gaussian:20,1', 'one number'],
    ['gravity:20,-2', 'three numbers'],
    ['gravity:20,2,1', 'below 0'],
    ['gravity:0,-2,1', 'above 0'],
    ['gravity:20,-2,0', 'above 0'],
    ['inverse:2', 'no numbers'],
    ['steps:', 'end = its weight'],
    ['steps:10=1,10=.5', 'must rise'],
    ['steps:10=1,5=.5', 'must rise'],
    ['steps:10=-1', 'end = its weight'],
    ['linear:3', 'no such name'],
    ['', 'no such name'],
  ])('says what is wrong with "%s" and how to write it', (text, why) => {
    const decay = parseDecay(text);
    expect(decay).toHaveProperty('problem', expect.stringContaining(why));
    expect(decay).toHaveProperty('problem', expect.stringContaining('steps:10=1,20=.68,30=.22'));
  });
});
