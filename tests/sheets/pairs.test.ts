import { sameAsRow } from '@kith/core/sheet/same-place';
import { describe, expect, it } from 'vitest';
import { labelledPairs } from './labelled-pairs.ts';

const pairs = labelledPairs();

/** How well what is merged, and what is merged or asked about, agrees with the labels. */
function judged(some: typeof pairs) {
  const found = some.map((pair) => ({ ...pair, verdict: sameAsRow(pair.a, pair.b).verdict }));
  const of = (verdicts: readonly string[]) => {
    const flagged = found.filter(({ verdict }) => verdicts.includes(verdict));
    const right = flagged.filter(({ same }) => same).length;
    return { precision: right / flagged.length, recall: right / found.filter(({ same }) => same).length };
  };
  return { merged: of(['certain']), flagged: of(['certain', 'likely']) };
}

describe('duplicates of rows among places that are there', () => {
  it('are judged on enough pairs, half of them hard', () => {
    expect(pairs.length).toBeGreaterThanOrEqual(300);
    expect(pairs.filter(({ hard }) => hard).length).toBeGreaterThanOrEqual(pairs.length / 2);
  });

  it('are found on the half that nothing was tuned on: 95% of what is flagged, 90% of what is there', () => {
    const { merged, flagged } = judged(pairs.filter(({ id }) => id % 2 === 0));
    expect(flagged.precision).toBeGreaterThanOrEqual(0.95);
    expect(flagged.recall).toBeGreaterThanOrEqual(0.9);
    expect(merged.precision).toBeGreaterThanOrEqual(0.99);
  });

  it('are found among the hard ones too', () => {
    const { merged, flagged } = judged(pairs.filter(({ hard }) => hard));
    expect(flagged.precision).toBeGreaterThanOrEqual(0.95);
    expect(flagged.recall).toBeGreaterThanOrEqual(0.9);
    expect(merged.precision).toBe(1);
  });

  it('law: which of the two comes first changes nothing', () => {
    for (const { a, b } of pairs) {
      const [one, other] = [sameAsRow(a, b), sameAsRow(b, a)];
      expect(other.verdict).toBe(one.verdict);
      expect(other.odds).toBeCloseTo(one.odds, 9);
    }
  });
});
