import type { ScenarioReport } from '@kith/core/scenario/report';
import { describe, expect, it } from 'vitest';
import {
  bandWords,
  beforeWords,
  between,
  countOf,
  distance,
  further,
  lossLine,
  manyOfKinds,
  notCountedWords,
  oneOfKinds,
  share,
} from './words.ts';

describe('words for figures', () => {
  it('says a share without ever rounding some to none or most to all', () => {
    expect(share(0, 10)).toBe('0%');
    expect(share(1, 1000)).toBe('under 1%');
    expect(share(999, 1000)).toBe('over 99%');
    expect(share(10, 10)).toBe('100%');
    expect(share(24, 100)).toBe('24%');
    expect(share(0, 0)).toBeNull();
  });

  it('says the doubt about a count', () => {
    expect(between({ middle: 6410, least: 5720, most: 7050 })).toBe('between 5,720 and 7,050');
    expect(between({ middle: 0, least: 0, most: 0 })).toBe('0 however streets run');
  });

  it('says the doubt about those within reach before, where the curve knows it', () => {
    const side = { middle: [0, 90], least: [0, 80], most: [0, 100] };
    const report = {
      curve: { metres: [0, 1000], before: side, after: side },
      people: { before: 90 },
    } as unknown as ScenarioReport;
    expect(beforeWords({ ...report, limitMetres: 1000 })).toBe(
      ', between 80 and 100, as streets run straighter or less',
    );
    expect(beforeWords({ ...report, limitMetres: 1333.3 })).toBe(', as streets usually run');
  });

  it('says it in a cell only where there is any', () => {
    expect(bandWords({ middle: 5, least: 2, most: 9 })).toBe('2 to 9');
    expect(bandWords({ middle: 5, least: 5, most: 5 })).toBe('');
  });

  it('says distances and further walks', () => {
    expect(distance(0)).toBe('0 m');
    expect(distance(344)).toBe('340 m');
    expect(distance(996)).toBe('1.0 km');
    expect(distance(2400)).toBe('2.4 km');
    expect(further(1100)).toBe('+1.1 km');
  });

  it('counts one and many', () => {
    expect(countOf(1, 'people')).toBe('1 person');
    expect(countOf(0, 'households')).toBe('0 households');
    expect(countOf(6410, 'people')).toBe('6,410 people');
  });

  it('names what is lost', () => {
    expect(oneOfKinds(['library'])).toBe('a library');
    expect(oneOfKinds(['library', 'other'])).toBe('a library or another place');
    expect(oneOfKinds(['library', 'hall', 'group'])).toBe('a place of these kinds');
    expect(manyOfKinds(['library', 'hall'])).toBe('libraries and halls');
  });
});

describe('what a report comes to', () => {
  const approximate = (...most: number[]) =>
    most.map((each) => ({ place: 'p', name: 'P', most: each, why: 'spot' as const }));
  const report = (middle: number, most = middle, near: ScenarioReport['approximate'] = []) => {
    const none = { middle: 0, least: 0, most: 0 };
    const people = {
      total: 900,
      before: 800,
      after: 800 - middle,
      lost: { middle, least: 0, most },
      gained: none,
    };
    const scenario = { kinds: ['library'], when: null, cuts: [{ type: 'close', place: 'p' }] };
    return { people, approximate: near, scenario } as unknown as ScenarioReport;
  };

  it('is a count, or nobody', () => {
    expect(lossLine(report(640))).toMatchObject({
      figure: '640',
      words: 'people lose a library they can walk to',
      short: 'people lose out',
      leftOut: '',
    });
    expect(lossLine(report(1))).toMatchObject({ figure: '1', short: 'person loses out' });
    expect(lossLine(report(0))).toMatchObject({ figure: 'Nobody', short: 'loses out', unsure: false });
  });

  it('is never 0 nor nobody where a place known only to its village closes', () => {
    expect(lossLine(report(0, 0, approximate(120)))).toMatchObject({
      figure: '0 to 120',
      words: 'people may lose a library they can walk to',
      short: 'people may lose out',
      unsure: true,
    });
    expect(lossLine(report(0, 30, approximate(120, 50))).figure).toBe('0 to 200');
    expect(lossLine(report(0, 0, approximate(600, 600))).figure).toBe('0 to 900');
    expect(lossLine(report(0, 0, approximate(0))).figure).toBe('Nobody');
  });

  it('names beside an exact count what is not in it', () => {
    const line = lossLine(report(640, 700, approximate(120)));
    expect(line.figure).toBe('640');
    expect(line.leftOut).toContain('0 to 120');
  });

  it('says the day and hour where one is asked about', () => {
    const asked = report(640);
    const line = lossLine({
      ...asked,
      scenario: { ...asked.scenario, when: { days: ['su'], from: 0, to: 24 } },
    });
    expect(line.words).toBe('people lose a library they can walk to on a Sunday');
  });

  it('says why places are left out', () => {
    const near = [{ place: 'p', name: 'P', most: 120, why: 'hours' as const }];
    expect(lossLine(report(640, 700, near)).leftOut).toBe(
      'Not counted: 0 to 120 near places whose hours are not known.',
    );
    expect(notCountedWords([...near, ...approximate(3)])).toBe('whose spot or hours are not known for sure');
  });

  it('is of those who gain where places open and nothing goes', () => {
    const opens = (middle: number): ScenarioReport => {
      const base = report(0);
      const cuts = [{ type: 'open', site: 'new-1' }] as unknown as ScenarioReport['scenario']['cuts'];
      const people = { ...base.people, gained: { middle, least: 0, most: middle } };
      return { ...base, people, scenario: { ...base.scenario, cuts } };
    };
    expect(lossLine(opens(640))).toMatchObject({
      figure: '+640',
      words: 'people gain a library they can walk to',
      gains: true,
    });
    expect(lossLine(opens(0)).figure).toBe('Nobody');
  });
});
