import type { SiteObjective } from '@kith/core/site/problem';
import { describe, expect, it } from 'vitest';
import type { SiteShown } from '../../../engine/site-types.ts';
import {
  atLeastAsGood,
  headline,
  headlineDoubt,
  mostBetter,
  questionWords,
  siteName,
  verdict,
} from './site-words.ts';

const covers = (value: number, bound: number) => ({
  objective: 'mclp' as const,
  value,
  bound,
  gap: (bound - value) / value,
});
const walks = (value: number, bound: number) => ({
  objective: 'p-median' as const,
  value,
  bound,
  gap: (value - bound) / value,
});

describe('how good an answer is', () => {
  it('is never said to be better than is known', () => {
    expect(atLeastAsGood(covers(9996, 10_000))).toBe('99.9%');
    expect(atLeastAsGood(walks(1000, 976.5))).toBe('97.6%');
    expect(mostBetter(covers(1000, 1000.1))).toBe('0.1%');
  });

  it('says at once how good, then that it is proven, or by how much it could be better', () => {
    expect(verdict(covers(976, 1000), false)).toBe('At least 97.6% as good as the best there can be.');
    expect(verdict(covers(1000, 1000), false)).toBe(
      'Proven: on these estimates no other choice does better.',
    );
    expect(verdict(covers(976, 1000), true)).toBe('Stopped: at most 2.5% better is possible.');
    expect(verdict({ objective: 'lscp', value: 9, bound: 7.2, gap: 0.2 }, true)).toBe(
      'Stopped: perhaps 8 would do, not fewer.',
    );
    expect(verdict(walks(1000, 1000), false)).toBe('Proven: on these estimates no other choice does better.');
    expect(verdict(walks(1000, 999.99999), false)).toBe(
      'Proven: on these estimates no other choice does better by more than 0.01%.',
    );
    expect(verdict(walks(1000, 999.95), false)).toBe(
      'Proven: on these estimates no other choice does better by more than 0.01%.',
    );
  });
});

describe('the question in one line', () => {
  it('says all that was chosen', () => {
    const asked = { objective: 'mclp', sites: 1, weight: 'noCar', from: 'areas', existing: false } as const;
    expect(questionWords(asked)).toBe(
      'Most people within reach: 1 new place, for households without a car, in any neighbourhood, starting from nothing',
    );
    expect(questionWords({ ...asked, objective: 'lscp', existing: true })).toContain(
      'as few new places as can be, for households without a car, in any neighbourhood, beside those there are',
    );
    expect(questionWords({ ...asked, weight: 'people' })).toContain(' for everyone,');
    expect(questionWords({ ...asked, weight: 'livingAlone' })).toContain(' for households living alone,');
  });
});

const headed = (objective: SiteObjective, value: number, before: number | null, unreachable = 0) => ({
  answer: { objective, value },
  before,
  unreachable,
});

describe('the figure of an answer', () => {
  it('is what it adds to what is there', () => {
    expect(headline(headed('mclp', 5200, 1000), 'people', ['library'])).toEqual({
      figure: '+4,200',
      words: 'people would have a library within reach',
    });
    expect(headline(headed('p-centre', 5210, 9800), 'people', ['library']).words).toBe(
      'is the longest walk to a library; 9,800 m now',
    );
    expect(headline(headed('lscp', 7, null), 'people', ['library'])).toEqual({
      figure: '7',
      words: 'new places, and everyone has a library within reach',
    });
    expect(headline(headed('lscp', 7, null, 30), 'people', ['library']).words).toContain('near a spot');
  });

  it('gives a place tried a name that fits a cut', () => {
    expect(siteName('library', 'Barwell')).toBe('New library near Barwell');
    expect(siteName('library', 'x'.repeat(200))).toHaveLength(120);
  });
});

describe('the doubt about that figure', () => {
  const band = (least: number, middle: number, most: number) => ({ least, middle, most });
  const same = band(0, 0, 0);
  const doubt = { adds: same, people: same, within: same, walk: null, walkBefore: null, without: 0 };
  const said = (objective: SiteObjective, over: Partial<SiteShown['doubt']>) =>
    headlineDoubt({ answer: { objective } as SiteShown['answer'], doubt: { ...doubt, ...over } }, 'people');

  it('stands beside it, for counts and for walks', () => {
    expect(said('mclp', { adds: band(31_050, 34_973, 38_112) })).toBe(
      'Between 31,050 and 38,112, as streets run straighter or less',
    );
    expect(said('mclp', { adds: band(7, 7, 7) })).toBe('7 however streets run');
    expect(said('p-centre', { walk: band(4800, 5200, 5600), walkBefore: band(9000, 9800, 10_500) })).toBe(
      'Between 4,800 m and 5,600 m; between 9,000 m and 10,500 m now, as streets run straighter or less',
    );
    expect(said('p-median', { walk: band(900, 980, 1060) })).toBe(
      'Between 900 m and 1,060 m, as streets run straighter or less',
    );
  });

  it('is who would be left without one, where everyone is to have one', () => {
    expect(said('lscp', { without: 1234 })).toBe('Where streets wind more, 1,234 people would have none');
    expect(said('lscp', {})).toBe('Everyone it is for has one, even where streets wind more');
  });
});
