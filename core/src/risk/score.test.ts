import { describe, expect, it } from 'vitest';
import { INDICATORS } from '../area/indicators.ts';
import { deepFreeze } from '../reach/small-world.ts';
import { LENS_IDS } from './lenses.ts';
import { type RiskArea, score, weightsOf } from './score.ts';
import { RISK_INPUTS } from './weights.ts';

/** An area of a district of its own, so that nothing is drawn anywhere, with the same percentage throughout. */
function area(
  code: string,
  percent: number | null,
  changes: { [indicator: string]: number | null } = {},
): RiskArea {
  const percents = Object.fromEntries(INDICATORS.map((indicator) => [indicator.id, percent]));
  return { code, district: code, residents: 1500, households: 600, percents: { ...percents, ...changes } };
}
const FIVE = deepFreeze([1, 2, 3, 4, 5].map((step) => area(`A${step}`, step * 10)));

describe('weights', () => {
  it.each(LENS_IDS)('of lens %s add up to 1 and follow the size of the log odds', (lens) => {
    const weights = weightsOf(lens);
    expect(weights.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 6);
    for (const { input: a, weight: heavier } of weights)
      for (const { input: b, weight: lighter } of weights)
        if (a.oddsRatio > b.oddsRatio) expect(heavier).toBeGreaterThan(lighter);
  });

  it('of the lens for older people, worked by hand', () => {
    // ln 2.7 = .993252, ln 4.58 = 1.521699, ln 3.6 = 1.280934, ln 1.9 = .641854, ln 5.71 = 1.742219,
    // ln 1.51 = .412110; they add up to 6.592068
    const byInput = Object.fromEntries(weightsOf('older').map(({ input, weight }) => [input.id, weight]));
    expect(byInput['age-65-over']).toBeCloseTo(0.993252 / 6.592068, 6);
    expect(byInput['one-person']).toBeCloseTo(1.521699 / 6.592068, 6);
    expect(byInput['no-car']).toBeCloseTo(0.41211 / 6.592068, 6);
  });

  it('turn the survey’s 15% against 3% into odds', () => {
    expect(RISK_INPUTS.disabled.oddsRatio).toBeCloseTo(0.15 / 0.85 / (0.03 / 0.97), 2);
  });

  it('each say where they are from and which way they err, and name indicators that exist', () => {
    const known = INDICATORS.map((indicator) => indicator.id);
    for (const input of Object.values(RISK_INPUTS)) {
      expect(input.citation.length).toBeGreaterThan(20);
      expect(input.errs).toMatch(/^(High|Low|Either way)/);
      for (const id of input.indicators) expect(known).toContain(id);
    }
  });
});

describe('score', () => {
  it.each(LENS_IDS)('of lens %s runs from 0 to 100 and fills the five fifths', (lens) => {
    const scores = score(lens, FIVE);
    expect(scores.map((each) => each.code)).toEqual(['A1', 'A2', 'A3', 'A4', 'A5']);
    expect(scores.map((each) => each.fifth)).toEqual([1, 2, 3, 4, 5]);
    expect(scores[0]?.score).toBe(0);
    expect(scores[4]?.score).toBeCloseTo(100, 6);
    expect(scores[2]?.score).toBeCloseTo(15.64679, 6);
  });

  it('names up to three inputs that push an area up, with shares of the push', () => {
    const areas = [
      ...FIVE.slice(0, 4),
      area('A5', 5, { disabled: 60, 'one-person': 60, 'not-married': 60, 'no-car': 60 }),
    ];
    const last = score('older', deepFreeze(areas))[4];
    expect(last?.drivers.map((driver) => driver.indicator)).toEqual([
      'disabled',
      'one-person',
      'not-married',
    ]);
    // All four stand at X = 100, so the shares are as the weights: 1.742219 of 4.956962.
    expect(last?.drivers[0]?.share).toBeCloseTo(1.742219 / 4.956962, 5);
    expect(score('older', FIVE)[0]?.drivers).toEqual([]);
  });

  it('adds fair and bad health for older people only', () => {
    const areas = deepFreeze([
      area('A1', 10, { 'fair-health': 30 }),
      area('A2', 10, { 'bad-health': 20 }),
      area('A3', 10),
    ]);
    expect(score('older', areas).map((each) => each.fifth)).toEqual([4, 2, 1]);
    expect(score('all', areas).map((each) => each.fifth)).toEqual([1, 4, 1]);
  });

  it('gives no score, and the reason, where an input is missing', () => {
    const areas = deepFreeze([...FIVE, area('A6', 30, { rented: null })]);
    const [, , , , , last] = score('all', areas);
    expect(last).toEqual({
      code: 'A6',
      score: null,
      fifth: null,
      tenth: null,
      drivers: [],
      reason: 'No score, because there is no figure for: Rented homes.',
    });
    expect(score('older', areas)[5]?.fifth).not.toBeNull();
  });

  it('does not let an area without a score move the others', () => {
    const gap = area('A6', null);
    expect(score('all', [...FIVE, gap]).slice(0, 5)).toEqual(score('all', FIVE));
  });

  it.each([
    ['no areas', [], []],
    ['one area', [area('A', 10)], [1]],
    ['areas all alike', [area('A', 10), area('B', 10), area('C', 10)], [1, 1, 1]],
    ['not a number', [area('A', Number.NaN), area('B', 10)], [null, 1]],
    ['nothing known', [area('A', null)], [null]],
  ])('decides the fifths of %s', (_, areas, fifths) => {
    expect(score('all', deepFreeze(areas)).map((each) => each.fifth)).toEqual(fifths);
  });

  it('does not draw a figure of a wider area towards the district', () => {
    const small = { ...area('A1', 10), district: 'D', residents: 40, households: 40 };
    const others = [area('A2', 50), area('A3', 45)].map((each) => ({ ...each, district: 'D' }));
    const ids = INDICATORS.map((indicator) => indicator.id);
    const near = { ...area('A4', 12), residents: 1e6, households: 1e6, district: 'E' };
    const drawn = score('all', deepFreeze([small, near, ...others]));
    const kept = score('all', deepFreeze([{ ...small, wider: ids }, near, ...others]));
    expect(drawn[0]?.score).toBeGreaterThan(drawn[1]?.score ?? 0);
    expect(kept[0]?.score).toBeLessThan(kept[1]?.score ?? 0);
  });
});
