import { describe, expect, it } from 'vitest';
import { smallWorld } from '../reach/small-world.ts';
import { checkCuts } from './check-cuts.ts';
import type { Cut } from './cut.ts';

const spot = { easting: 0, northing: 0 };
const world = smallWorld({
  areas: [],
  places: [
    { id: 'open', name: 'Old Library', ...spot },
    { id: 'other', name: 'Mill Library', ...spot },
    { id: 'gone', name: 'Barwell Library', status: 'closed', ...spot },
    { id: 'paused', name: 'Lepton Library', status: 'temporarily-closed', ...spot },
    { id: 'doubt', name: 'Mile Oak Library', status: 'unknown', ...spot },
    { id: 'away', name: 'Far Library', outside: true, ...spot },
  ],
});
const close = (...places: string[]): Cut[] => places.map((place) => ({ type: 'close', place }));

describe('checkCuts', () => {
  it('finds nothing wrong with open places of this map', () => {
    expect(checkCuts(world, close('open', 'other'))).toEqual([]);
    expect(checkCuts(world, [])).toEqual([]);
  });

  it('collects every problem, with its place in the list', () => {
    const problems = checkCuts(world, close('gone', 'open', 'nobody', 'away', 'open', 'paused', 'doubt'));
    expect(problems.map(({ index, code }) => [index, code])).toEqual([
      [0, 'not-open'],
      [2, 'unknown-place'],
      [3, 'outside'],
      [4, 'twice'],
      [5, 'not-open'],
      [6, 'not-open'],
    ]);
  });

  it('says what is wrong and what to do, by name', () => {
    const [gone, away, twice] = checkCuts(world, close('gone', 'away', 'away')).map(({ message }) => message);
    expect(gone).toBe('Barwell Library is already closed. Take it out of the list.');
    expect(away).toMatch(/^Far Library is outside this map\..*Take it out/);
    expect(twice).toMatch(/^Far Library is outside/);
    expect(checkCuts(world, close('away', 'away')).map(({ code }) => code)).toEqual([
      'outside',
      'outside',
      'twice',
    ]);
  });

  it('names an unknown place by its reference, once per time', () => {
    const problems = checkCuts(world, close('nobody', 'nobody'));
    expect(problems.map(({ code }) => code)).toEqual(['unknown-place', 'unknown-place', 'twice']);
    expect(problems[0]?.message).toContain('“nobody”');
  });
});
