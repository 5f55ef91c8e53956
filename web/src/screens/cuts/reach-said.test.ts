import type { ScenarioReport } from '@kith/core/scenario/report';
import { describe, expect, it } from 'vitest';
import { figureSaid, outcomeSaid, reachSaid } from './reach-said.ts';

const asked = {
  kinds: ['library'],
  when: null,
  someWeeks: false,
  metres: null,
  minutes: 15,
  pace: 'planner',
  on: null,
  cuts: [],
} as unknown as ScenarioReport['scenario'];
const people = (lost: number) => ({
  total: 5000,
  before: 1234,
  lost: { least: lost, middle: lost, most: lost },
  gained: { least: 0, middle: 0, most: 0 },
});
const report = (cuts: number, lost: number, more: Partial<ScenarioReport['scenario']> = {}) =>
  ({
    scenario: {
      ...asked,
      ...more,
      cuts: Array.from({ length: cuts }, () => ({ type: 'close', place: 'a' })),
    },
    people: people(lost),
    approximate: [],
  }) as unknown as ScenarioReport;

describe('what reach means, aloud', () => {
  it.each([
    [{}, 'Counting libraries, within a 15-minute walk at a planner’s pace, 1,000 m along streets.'],
    [
      { when: { days: ['tu'], from: 17, to: 21 } },
      'Counting libraries open on a Tuesday between 17:00 and 21:00, within a 15-minute walk at a planner’s pace, 1,000 m along streets.',
    ],
    [
      { when: { days: ['su'], from: 0, to: 24 }, someWeeks: true, metres: 1000 },
      'Counting libraries open on a Sunday, also those open in some weeks only, within 1,000 m along streets.',
    ],
    [
      { pace: 'over-65', minutes: 10 },
      'Counting libraries, within a 10-minute walk at 0.8 metres a second, 1,000 m along streets.',
    ],
    [
      { kinds: ['library', 'hall', 'hub'], metres: 1000, on: '2027-03-30' },
      'Counting libraries, halls and community hubs, within 1,000 m along streets, as on 30 March 2027.',
    ],
  ])('says %j', (more, words) => {
    expect(reachSaid({ ...asked, ...more } as ScenarioReport['scenario'], 1000)).toBe(words);
  });

  it('says the main figure with it: of those who lose out, or of those within reach where nothing is cut', () => {
    expect(figureSaid(report(1, 1234))).toBe('1,234 people lose a library they can walk to.');
    expect(figureSaid(report(2, 1234))).toBe('In all: 1,234 people lose a library they can walk to.');
    expect(figureSaid(report(0, 0))).toBe('1,234 of 5,000 people here have a library within reach now.');
    expect(outcomeSaid(report(0, 0))).toBe('Nothing is closed.');
  });
});
