import { describe, expect, it } from 'vitest';
import { readRows } from './read-rows.ts';
import { understand } from './understand.ts';

const TODAY = '2026-11-23';
/** A file as it is guessed and read, with no answer given. */
function readFile(header: readonly string[], ...rows: readonly (readonly string[])[]) {
  const cells = [header, ...rows];
  return readRows(cells, understand(cells).mapping, TODAY);
}

describe('a column for when it opens and one for when it closes', () => {
  const one = (header: readonly string[], row: readonly string[]) => {
    const { rows, problems } = readFile(['Name', 'Postcode', ...header], ['Gap Hall', 'LE19 4PG', ...row]);
    return {
      hours: rows[0]?.openingHours,
      when: rows[0]?.when,
      said: problems.map(({ problem }) => problem),
    };
  };

  it.each([
    [['Days', 'Opens', 'Closes'], ['Mon, Wed', '10:00', '12:00'], 'Mo,We 10:00-12:00'],
    [['Opening time', 'Closing time', 'Day'], ['0.4166666', '0.5', 'Thursday'], 'Th 10:00-12:00'],
    [['Open', 'Close', 'Days'], ['9am', '4.30pm', 'Mon-Fri'], 'Mo-Fr 09:00-16:30'],
    [['Mon', 'Tue', 'Wed', 'Start', 'End'], ['x', '', 'x', '10:00:00', '12:00:00'], 'Mo,We 10:00-12:00'],
    [['Mon', 'Opens', 'Closes'], ['2-4', '', ''], 'Mo 14:00-16:00'],
  ])('%j %j: %s', (header, row, hours) => {
    expect(one(header, row)).toMatchObject({ hours, said: [] });
  });

  it('is kept as words where something is missing, and that is said', () => {
    expect(one(['Opens', 'Closes'], ['10:00', '12:00'])).toEqual({
      hours: null,
      when: '10:00-12:00',
      said: ['The opening times are kept as words: no day is named.'],
    });
    expect(one(['Days', 'Opens', 'Closes'], ['Mon', '10:00', ''])).toEqual({
      hours: null,
      when: 'Mon from 10:00',
      said: ['The opening times are kept as words: it says when it opens, not when it closes.'],
    });
  });
});

it('reads the day of a check, and says where it is none or still to come', () => {
  const { rows, problems } = readFile(
    ['Name', 'Postcode', 'Checked'],
    ['Gap Hall', 'LE19 4PG', '30/09/2026'],
    ['Moss Hall', 'LE19 4PG', '2031-05-01'],
    ['Fern Hall', 'LE19 4PG', '31/11/2026'],
    ['Reed Hall', 'LE19 4PG', '09/30/2026'],
  );
  expect(rows.map(({ checkedOn }) => checkedOn)).toEqual(['2026-09-30', null, null, null]);
  expect(problems).toMatchObject([
    {
      row: 3,
      column: 3,
      problem: '"2031-05-01" is still to come, so it is not taken as the day of a check.',
    },
    { row: 4, problem: '"31/11/2026" is no date that can be read.', todo: 'Write it as 31/12/2025.' },
    { row: 5, problem: '"09/30/2026" is no date that can be read with the day first.' },
  ]);
});

it.each(['=HYPERLINK("http://x.example")', '<img src=x> Hall', '+Hall', '@Hall'])('%s is no name', (name) => {
  const { rows, problems } = readFile(['Name', 'Postcode'], [name, 'LE19 4PG'], ['Gap Hall', 'LE19 4PG']);
  expect(rows.map((row) => row.name)).toEqual(['Gap Hall']);
  expect(problems).toMatchObject([{ row: 2, column: 1, weight: 'out' }]);
  expect(problems[0]?.noPlace).toBeUndefined();
});

it('tells totals and footnotes from places that cannot go in', () => {
  const { problems } = readFile(
    ['Name', 'Postcode', 'Phone'],
    ['Gap Hall', 'LE19 4PG', ''],
    ['', 'LE19 4PG', '0116 000 1111'],
    ['Total', '1', ''],
    ['* closed in August', '', ''],
    ['', '', 'as told to us'],
  );
  expect(problems.map(({ row, noPlace }) => [row, noPlace])).toEqual([
    [3, undefined],
    [4, true],
    [5, true],
    [6, true],
  ]);
});

it('names the column that holds what cannot be read, and what is wrong with it', () => {
  const { problems } = readFile(
    ['Name', 'Postcode', 'Days', 'Hours'],
    ['Gap Hall', 'LE19 4PG', 'Tues', '10-12 (term time only)'],
    ['Moss Hall', 'LE19 4PG', 'Mon', '25:00-26:00'],
  );
  expect(problems).toMatchObject([
    { row: 2, column: 4, header: 'Hours', value: '10-12 (term time only)' },
    { row: 3, column: 4, problem: 'The opening times are kept as words: "25:00-26:00" is no time of day.' },
  ]);
});

it('gives a long cell whole to whoever puts it right', () => {
  const notes = 'By the green. '.repeat(60).trim();
  const { problems } = readFile(['Name', 'Postcode', 'Notes'], ['Gap Hall', 'LE19 4PG', notes]);
  expect(problems).toMatchObject([{ column: 3, weight: 'note', value: notes }]);
});

it('gives the whole of a cell that was split: what is put right takes the place of both halves', () => {
  const cells = [
    ['Name', 'Postcode', 'Phone'],
    ['Gap Hall / Moss Hall', 'LE19 4PG', '0116 496 0001\n12 34'],
  ];
  const mapping = { ...understand(cells).mapping, split: { '2': 'split' as const } };
  const { rows, problems } = readRows(cells, mapping, TODAY);
  expect(rows.map(({ phone }) => phone)).toEqual(['0116 496 0001', null]);
  expect(problems).toMatchObject([{ column: 3, value: '0116 496 0001 12 34' }]);
});

describe('coordinates that cannot be right', () => {
  const first = (
    header: readonly string[],
    row: readonly string[],
    ...others: readonly (readonly string[])[]
  ) => {
    const { problems } = readFile(
      ['Name', 'Notes', ...header],
      ['Gap Hall', 'By the green', ...row],
      ...others.map((each) => ['Moss Hall', 'By the pond', ...each]),
    );
    const {
      column,
      also = [],
      problem,
    } = problems.find(({ row: at }) => at === 2) ?? { column: null, problem: '' };
    return [[column, ...also.map((cell) => cell.column)], problem];
  };
  const GRID = ['453700', '299500'];
  const DEGREES = ['52.59', '-1.20'];
  it.each([
    ['a northing left empty', ['Easting', 'Northing'], ['452980', ''], GRID, [4], 'The northing is missing.'],
    ['an easting left empty', ['Easting', 'Northing'], ['', '299500'], GRID, [3], 'The easting is missing.'],
    ['an easting in the sea', ['X', 'Y'], ['753700', '199500'], GRID, [3], 'The easting (753700) does not'],
    [
      'a northing with a figure too many',
      ['X', 'Y'],
      ['453700', '2995000'],
      GRID,
      [4],
      'The northing (2995000)',
    ],
    ['noughts', ['X', 'Y'], ['0', '0'], GRID, [3, 4], 'The coordinates are noughts.'],
    [
      'a longitude without its point',
      ['Lat', 'Lon'],
      ['52.59', '-120'],
      DEGREES,
      [4],
      'The longitude (-120)',
    ],
    [
      'a latitude that is none',
      ['Lat', 'Lon'],
      ['north', '-1.2'],
      DEGREES,
      [3],
      'The latitude cannot be read.',
    ],
    [
      'both far away',
      ['Lat', 'Lon'],
      ['12.5', '88.1'],
      DEGREES,
      [3, 4],
      'The coordinates (12.5, 88.1) do not',
    ],
    [
      'swapped, and one bad',
      ['Lat', 'Lon'],
      ['-1.2', '92.59'],
      ['-1.2', '52.59'],
      [4],
      'The longitude (92.59)',
    ],
  ])('%s: the cell that is wrong is named', (_, header, row, other, columns, problem) => {
    const [marked, said] = first(header, row, other, other);
    expect(marked).toEqual(columns);
    expect(said).toContain(problem);
  });

  it('stay a note where a postcode says where it is, and of noughts nothing is said', () => {
    const { rows, problems } = readFile(
      ['Name', 'Postcode', 'Lat', 'Lon'],
      ['Gap Hall', 'LE19 4PG', '52.59', ''],
      ['Moss Hall', 'LE19 4PG', '0', '0'],
      ['Fern Hall', 'LE19 4PG', '52.59', '-1.20'],
    );
    expect(rows).toHaveLength(3);
    expect(problems).toMatchObject([{ row: 2, column: 4, weight: 'note' }]);
  });
});
