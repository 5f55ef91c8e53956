import { buildNearest } from '@kith/core/reach/nearest';
import { smallWorld } from '@kith/core/reach/small-world';
import { compare } from '@kith/core/scenario/compare';
import type { Scenario } from '@kith/core/scenario/report';
import { smallScenario } from '@kith/core/scenario/small-scenario';
import { describe, expect, it } from 'vitest';
import { EngineAnswers, NoGround } from './engine-answers.ts';
import { homeBoxes } from './engine-home-boxes.ts';
import type { GroundShown, Played } from './engine-types.ts';

const world = smallWorld({
  areas: [
    {
      code: 'E01000001',
      homePoints: [
        { easting: 1000, northing: 1000, residents: 10 },
        { easting: 900, northing: 1300, residents: 5 },
      ],
    },
    { code: 'E01000002', homePoints: [] },
    { code: 'E01000003', homePoints: [{ easting: 5000, northing: 1000, residents: 7 }] },
  ],
  places: [
    { id: 'a', easting: 1000, northing: 1000 },
    { id: 'b', easting: 5000, northing: 1000 },
  ],
});
const scenario = smallScenario({ cuts: [{ type: 'close', place: 'a' }] });
const bytes = (value: unknown): ArrayBuffer =>
  new TextEncoder().encode(JSON.stringify(value)).buffer as ArrayBuffer;
const begun = (key = 'k'): EngineAnswers => {
  const answers = new EngineAnswers();
  answers.answer({ id: 1, ask: 'ground', key, bytes: bytes(world) });
  return answers;
};
const play = (answers: EngineAnswers, asked: Scenario, key = 'k'): Played =>
  answers.answer({ id: 2, ask: 'play', key, scenario: asked }) as Played;

describe('the engine behind the worker', () => {
  it('shows of a ground all but its home points', () => {
    const shown = new EngineAnswers().answer({ id: 1, ask: 'ground', key: 'k', bytes: bytes(world) });
    const { homeBoxes: boxes, ...rest } = shown as GroundShown;
    expect(rest).toEqual({
      key: 'k',
      version: world.version,
      patch: world.patch,
      areas: world.areas,
      places: world.places,
      weeks: world.weeks,
      bytes: bytes(world).byteLength,
    });
    expect([...boxes]).toEqual([900, 1000, 1000, 1300, 1, 1, 0, 0, 5000, 1000, 5000, 1000]);
    expect(boxes).toEqual(homeBoxes(world));
  });

  it('plays exactly what core plays', () => {
    const lists = buildNearest(world, { kinds: ['library'] });
    expect(play(begun(), scenario)).toEqual({ report: compare(world, lists, scenario), problems: [] });
  });

  it('leaves out cuts that cannot be played, and says which and why', () => {
    const cuts = [{ type: 'close', place: 'nowhere' } as const, ...scenario.cuts];
    const { report, problems } = play(begun(), { ...scenario, cuts });
    expect(problems).toMatchObject([{ index: 0, code: 'unknown-place' }]);
    expect(report.scenario.cuts).toEqual(scenario.cuts);
    expect(report.people.lost.middle).toBe(15);
  });

  it('answers for another limit and other questions from the same ground', () => {
    const answers = begun();
    const alone = (metres: number) =>
      answers.answer({ id: 3, ask: 'irreplaceable', key: 'k', question: { ...scenario, metres } });
    expect(alone(50)).toMatchObject([
      { place: 0, people: 10 },
      { place: 1, people: 7 },
    ]);
    expect(alone(20_000)).toEqual([]);
    expect(play(answers, scenario).report.people.lost.middle).toBe(15);
  });

  it('answers for each hour of the week', () => {
    const week = begun().answer({ id: 4, ask: 'week', key: 'k', scenario });
    expect(week).toMatchObject({ notKnown: 22 });
  });

  it('keeps the two grounds asked about last', () => {
    const answers = begun('first');
    for (const key of ['second', 'third']) {
      play(answers, scenario, 'first');
      answers.answer({ id: 5, ask: 'ground', key, bytes: bytes(world) });
    }
    expect(play(answers, scenario, 'first').report.people.lost.middle).toBe(15);
    expect(() => play(answers, scenario, 'second')).toThrow(NoGround);
  });
});
