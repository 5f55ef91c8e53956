import { describe, expect, it } from 'vitest';
import { figureOverlay } from './figure.ts';
import { reachOverlay, shareClass } from './reach.ts';

const columns = {
  codes: ['A', 'B', 'C', 'D'],
  residents: [100, 100, 100, 0],
  within: [0, 0, 100, 0],
  withinLeast: [0, 0, 80, 0],
  withinMost: [0, 0, 100, 0],
  perhaps: [0, 40, 0, 0],
  nearestMetres: [null, null, null, null],
  secondMetres: [null, null, null, null],
  nearestPlace: [null, null, null, null],
  nearEdge: [false, false, false, false],
  limitMetres: 1000,
  completeKinds: true,
};

describe('reach in colour', () => {
  it('never draws "perhaps" or "nobody lives here" as the lowest class', () => {
    const { rows, classes } = reachOverlay(columns, { kinds: ['library'], minutes: 15, pace: 'planner' });
    expect(rows.map((row) => row.class)).toEqual([1, 'perhaps', 5, null]);
    expect(classes.perhaps).toEqual([false, true, false, false]);
    expect(rows[2]?.words).toBe('100 (between 80 and 100) of 100 people');
    expect(rows[1]?.words).toBe('0 of 100 people, perhaps 40 more');
  });
  it('draws "perhaps" where those not known would lift an area into a higher class', () => {
    const asked = { kinds: ['hall'], minutes: 15, pace: 'planner' } as const;
    const within = [52, 30, 90, 0];
    const { rows } = reachOverlay({ ...columns, within, perhaps: [40, 5, 5, 0] }, asked);
    expect(rows.map((row) => row.class)).toEqual(['perhaps', 2, 5, null]);
  });
  it('says how sure a count is, and that an area lies near the edge', () => {
    const asked = { kinds: ['library'], minutes: 15, pace: 'planner' } as const;
    const { rows } = reachOverlay({ ...columns, nearEdge: [true, false, false, false] }, asked);
    expect(rows[0]?.words).toBe('0 of 100 people; near the edge of what is loaded');
    expect(rows[2]?.words).toBe('100 (between 80 and 100) of 100 people');
  });
  it('says that a list is not whole', () => {
    const asked = { kinds: ['hall', 'group'], minutes: 10, pace: 'slow' } as const;
    const { legend } = reachOverlay({ ...columns, completeKinds: false }, asked);
    expect(legend.title).toBe('People within a 10-minute walk of a hall or a group');
    expect(legend.doubt).toMatch(/none listed does not mean none there/);
  });
  it.each([
    [0, 100, 1],
    [19, 100, 1],
    [20, 100, 2],
    [99, 100, 5],
    [100, 100, 5],
    [0, 0, null],
  ])('%d of %d people is class %s', (within, residents, expected) =>
    expect(shareClass(within, residents)).toBe(expected),
  );
});

describe('a figure in colour', () => {
  const values = {
    indicator: 'no-car',
    label: 'No car or van',
    unit: 'percent-of-households',
    year: '2021',
    source: 'Census 2021',
    denominator: 'all households',
    breaks: [10, 20, 30, 40],
    areaCount: 1059,
    codes: ['A', 'B'],
    values: [12.34, null],
    classes: [2, null],
    geography: ['lsoa', 'msoa'] as const,
  };
  it('keeps what is not known apart and says whose figure it is', () => {
    const { rows, legend, groups } = figureOverlay(values, 'Census 2021');
    expect(rows).toEqual([
      { code: 'A', class: 2, words: '12.3%' },
      { code: 'B', class: null, words: 'no data' },
    ]);
    expect(legend.steps.map((step) => step.label)).toEqual([
      '10.0% or less',
      '10.0% to 20.0%',
      '20.0% to 30.0%',
      '30.0% to 40.0%',
      'more than 40.0%',
    ]);
    expect(legend.classed).toBe('Fifths of the 1,059 areas loaded · of all households');
    expect(legend.doubt).toMatch(/^For 1 areas? the figure is that of the wider area/);
    expect(groups.at(-1)?.heading).toBe('No data');
  });
});

describe('deprivation', () => {
  it('draws the most deprived darkest, though its tenths count the other way', () => {
    const { rows, legend } = figureOverlay(
      {
        indicator: 'deprivation',
        label: 'Deprivation (decile 1 is most deprived)',
        unit: 'decile',
        year: '2025',
        source: 'iod-2025',
        denominator: 'all areas of England',
        breaks: [2, 4, 6, 8],
        areaCount: 1059,
        codes: ['A', 'B', 'C'],
        values: [1, 10, null],
        classes: [1, 5, null],
        geography: ['lsoa', 'lsoa', 'lsoa'],
      },
      'English Indices of Deprivation 2025',
    );
    expect(rows.map((row) => row.class)).toEqual([5, 1, null]);
    expect(legend.ends).toEqual(['least deprived', 'most deprived']);
  });
});
