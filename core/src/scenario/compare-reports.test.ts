import { describe, expect, it } from 'vitest';
import { buildNearest } from '../reach/nearest.ts';
import { smallWorld } from '../reach/small-world.ts';
import { compare } from './compare.ts';
import { compareReports } from './compare-reports.ts';
import type { Cut } from './cut.ts';
import type { Scenario } from './report.ts';
import { smallScenario } from './small-scenario.ts';

const home = (easting: number, residents: number) => ({
  easting,
  northing: 0,
  residents,
  aged65Over: residents / 5,
});
const world = smallWorld({
  areas: [
    {
      code: 'A',
      tenths: { older: null, young: null, all: 10 },
      homePoints: [{ ...home(0, 10), households: 4 }],
    },
    { code: 'B', homePoints: [home(5000, 20)] },
    { code: 'C', homePoints: [home(10_000, 40)] },
  ],
  places: [
    { id: 'a', easting: 0, northing: 0 },
    { id: 'b', easting: 5000, northing: 0 },
  ],
});
const closing = (place: string): Cut => ({ type: 'close', place });
const open: Cut = {
  type: 'open',
  site: 'new-1',
  name: 'New',
  kind: 'library',
  easting: 10_000,
  northing: 0,
  week: null,
};
function report(cuts: Cut[], changes: Partial<Scenario> = {}) {
  const scenario = smallScenario({ ...changes, cuts });
  return compare(world, buildNearest(world, scenario), scenario);
}

describe('two reports side by side', () => {
  const { rows, areas, areasGaining, onlyA, onlyB, same, differs } = compareReports(
    report([closing('a')]),
    report([open, closing('b')]),
  );
  const row = (id: string) => rows.find((each) => each.id === id);

  it('give each figure of both, and by how much they differ', () => {
    expect([same, differs]).toEqual([true, []]);
    expect(row('people-lost')).toEqual({
      id: 'people-lost',
      label: 'People who lose reach',
      unit: 'people',
      a: 10,
      b: 20,
      difference: 10,
    });
    expect(row('people-gained')).toMatchObject({ a: 0, b: 40, difference: 40 });
    expect(row('people-after')).toMatchObject({ a: 20, b: 50, difference: 30 });
    expect(row('aged65Over-lost')).toMatchObject({ a: 2, b: 4, difference: 2 });
    expect(row('households-lost')).toMatchObject({ unit: 'households', a: 4, b: 0, difference: -4 });
    expect(row('fifth-5-lost')).toMatchObject({ a: 10, b: 0, difference: -10 });
    expect(row('fifth-none-lost')).toMatchObject({ a: 0, b: 20 });
  });

  it('leave out what nobody gains under either', () => {
    const both = compareReports(report([closing('a')]), report([closing('b')]));
    const ids = both.rows.map(({ id }) => id);
    expect(ids).not.toContain('people-gained');
    expect(ids).toContain('people-lost');
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('name the areas hit differently, those that differ most first', () => {
    expect(areas.map(({ code, a, b, difference }) => [code, a, b, difference])).toEqual([
      ['B', 0, 20, 20],
      ['A', 10, 0, -10],
    ]);
    expect(areasGaining.map(({ code, a, b }) => [code, a, b])).toEqual([['C', 0, 40]]);
  });

  it('tell what only one of them cuts', () => {
    expect([onlyA, onlyB]).toEqual([[closing('a')], [open, closing('b')]]);
    const turned = compareReports(report([closing('a'), closing('b')]), report([closing('b'), closing('a')]));
    expect([turned.onlyA, turned.onlyB, turned.areas]).toEqual([[], [], []]);
  });
});

describe('two reports that do not ask the same', () => {
  const differs = (changes: Partial<Scenario>) => compareReports(report([]), report([], changes)).differs;

  it('say where, in words', () => {
    expect(differs({ metres: 1500 })).toEqual(['The limits differ: 1000 m and 1500 m of walking.']);
    expect(differs({ minutes: 30, pace: 'planner' })[0]).toContain('1000 m and 2000 m');
    expect(differs({ when: { days: ['tu'], from: 18, to: 20 } })).toEqual([
      'They ask about different times: any time; and Tuesday, 18:00 to 20:00.',
    ]);
    expect(differs({ kinds: ['hall', 'library'] })).toEqual([
      'Different kinds of place count: library; and hall, library.',
    ]);
    expect(differs({ checkedSince: '2026-01-01' })[0]).toContain('only places checked since 2026-01-01');
    expect(differs({ on: '2027-01-01', lens: 'older' })).toHaveLength(2);
  });

  it('are the same where only the way of asking differs', () => {
    expect(differs({ metres: 1000 })).toEqual([]);
    expect(differs({ someWeeks: true })).toEqual([]);
  });
});
