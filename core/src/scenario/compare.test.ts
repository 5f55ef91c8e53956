import { describe, expect, it } from 'vitest';
import { buildNearest } from '../reach/nearest.ts';
import { smallWorld } from '../reach/small-world.ts';
import { compare } from './compare.ts';
import { irreplaceable } from './irreplaceable.ts';
import type { Scenario } from './report.ts';
import { smallScenario } from './small-scenario.ts';

const homePoints = [
  { easting: 0, northing: 0, residents: 10 },
  { easting: 0, northing: 700, residents: 5 },
];
const world = smallWorld({
  areas: [{ code: 'A', homePoints }],
  places: [
    { id: 'near', easting: 0, northing: 0 },
    { id: 'far', easting: 0, northing: -1000 },
    { id: 'gone', easting: 0, northing: 0, status: 'closed' },
  ],
});
const lists = buildNearest(world, { kinds: ['library'] });
const scenario = (minutes: number, ...close: string[]): Scenario =>
  smallScenario({ minutes, cuts: close.map((place) => ({ type: 'close', place })) });

describe('compare', () => {
  it('remembers nothing of another limit tried on the same lists', () => {
    expect(compare(world, lists, scenario(15, 'near')).people).toMatchObject({ before: 15, after: 0 });
    expect(compare(world, lists, scenario(20, 'near')).people).toMatchObject({ before: 15, after: 10 });
    expect(compare(world, lists, scenario(5, 'near')).people).toMatchObject({ before: 10, after: 0 });
    expect(compare(world, lists, scenario(15, 'near')).people).toMatchObject({ before: 15, after: 0 });
  });

  it('does not list an area where nothing changes for anyone', () => {
    expect(compare(world, lists, scenario(15, 'far')).areas).toEqual([]);
  });

  it('refuses lists of other kinds, and cuts that were not checked', () => {
    const halls = buildNearest(world, { kinds: ['hall'] });
    expect(() => compare(world, halls, scenario(15, 'near'))).toThrow(/buildNearest/);
    expect(() => compare(world, lists, scenario(15, 'gone'))).toThrow(/already closed/);
  });
});

describe('irreplaceable', () => {
  it('is what one closure alone takes away', () => {
    expect(irreplaceable(world, lists, 1000)).toMatchObject([
      { place: world.places.id.indexOf('near'), people: 15 },
    ]);
    // Within 20 minutes the other one stands in for those at the first home point.
    expect(irreplaceable(world, lists, 1334)).toMatchObject([
      { place: world.places.id.indexOf('near'), people: 5 },
    ]);
  });
});
