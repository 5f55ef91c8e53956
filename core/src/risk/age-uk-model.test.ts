import { describe, expect, it } from 'vitest';
import { AGE_UK_OLDER_MODEL, ageUkLogOdds, applyAgeUkModel } from './age-uk-model.ts';

describe('the Age UK model', () => {
  it('adds its published log odds', () => {
    expect(ageUkLogOdds({})).toBe(-2.62);
    // -2.6200 + 1.5819 + 1.0317 - 0.3542
    expect(ageUkLogOdds({ 'health-fair': 1, widowed: 1, 'age-75-79': 1 })).toBe(-0.3606);
    // -2.6200 + 2.0344 - 2 x 1.0402 + 0.8551 + 0.3759 + 0.4284
    expect(ageUkLogOdds({ 'health-poor': 1, 'household-size': 2, 'eye-3': 1, 'adl-2': 1, pets: 1 })).toBe(
      -1.0066,
    );
  });

  it('holds every coefficient and standard error of the summary', () => {
    const published = AGE_UK_OLDER_MODEL.terms.map((term) => [term.coefficient, term.standardError]);
    expect(published).toEqual([
      [1.5819, 0.3689],
      [2.0344, 0.3894],
      [0.9842, 0.364],
      [-1.0402, 0.2402],
      [1.0317, 0.2582],
      [-0.3542, 0.1945],
      [0.8551, 0.5056],
      [0.3759, 0.1779],
      [0.3169, 0.1692],
      [0.4284, 0.1362],
    ]);
  });

  it('refuses to be put on areas, and says what is missing', () => {
    const answer = applyAgeUkModel();
    expect(answer.ok).toBe(false);
    expect(answer.reason).toContain('inputs missing');
    for (const table of AGE_UK_OLDER_MODEL.missing) expect(answer.reason).toContain(table);
  });
});
