import { describe, expect, it } from 'vitest';
import { chosen, columnsAsRead, unsureName } from './choose-columns.ts';
import type { Meaning } from './meanings.ts';
import { understand } from './understand.ts';

describe('coordinates', () => {
  const cells = [
    ['Name', 'Col one', 'Col two', 'Postcode'],
    ['Gap Hall', '453800', '299300', 'LE19 4PG'],
    ['Moss Hall', '454100', '297500', 'LE19 2EL'],
  ];
  const { mapping } = understand(cells);
  const columns: Meaning[] = ['name', 'easting', 'northing', 'postcode'];

  it('are guessed anew when somebody says which columns they are', () => {
    expect(mapping.coordinates).toBe('none');
    const first = chosen(cells, mapping, { ...mapping, columns: ['name', 'easting', 'ignore', 'postcode'] });
    expect(first.coordinates).toBe('none');
    const both = chosen(cells, first, { ...first, columns });
    expect(both.coordinates).toBe('grid');
    expect(chosen(cells, both, { ...both, coordinates: 'none' }).coordinates).toBe('none');
    // Chosen before the answer to the last choice was seen.
    expect(chosen(cells, both, { ...first, columns: [...columns.slice(0, 3), 'notes'] }).coordinates).toBe(
      'grid',
    );
  });

  it('are not left out because the last file was', () => {
    expect(understand(cells, { ...mapping, columns, coordinates: 'none' }).mapping.coordinates).toBe('grid');
    expect(understand(cells, { ...mapping, columns, coordinates: 'swapped' }).coordinates.system).toBe(
      'swapped',
    );
  });
});

/** What each column is guessed to be. */
const meaningsOf = (cells: readonly (readonly string[])[]) => understand(cells).mapping.columns;

describe('headers', () => {
  it('of two rows are read by the lower, where it says enough', () => {
    const cells = [
      ['Venue', '', 'Location', '', '', '', 'Contact', '', 'Opening', '', 'Checked'],
      ['Name', 'Category', 'Address', 'Post Code', 'X', 'Y', 'Tel', 'Web', 'Days', 'Hours', ''],
      ['Moss Hall', 'Hall', '1 High Street', 'LE19 4PG', '453800', '299300', '', '', 'Mon', '10-1', ''],
      ['Gap Rooms', 'Hall', '2 High Street', 'LE19 2EL', '454100', '297500', '', '', 'Tue', '9-4', ''],
    ];
    expect(meaningsOf(cells).slice(0, 10)).toEqual([
      'name',
      'kind',
      'address',
      'postcode',
      'easting',
      'northing',
      'phone',
      'website',
      'when',
      'when',
    ]);
    expect(understand(cells).mapping.coordinates).toBe('grid');
  });

  it('of numbers are never an address', () => {
    const rows = [
      ['Name', 'Postcode', 'Location number'],
      ['Moss Hall', 'LE19 4PG', '453800'],
      ['Gap Hall', 'LE19 2EL', '299300'],
    ];
    expect(meaningsOf(rows)).toEqual(['name', 'postcode', 'ignore']);
  });

  it.each([
    ['Name of group / venue', 'name'],
    ['Location / venue name', 'name'],
    ['Name and address of venue', 'address'],
    ['For', 'forWhom'],
  ])('%s is %s', (header, meaning) => {
    const cells = [
      [header, 'Postcode', 'Phone'],
      ['Moss', 'LE19 4PG', '0116 000 1111'],
      ['Moss', 'LE19 4PG', '0116 000 1111'],
    ];
    expect(meaningsOf(cells)[0]).toBe(meaning);
  });
});

describe('a second column headed as a name', () => {
  const second = (header: string, ...cells: string[]) =>
    understand([['Name', header, 'Postcode'], ...cells.map((cell, at) => [`Group ${at}`, cell, 'LE19 4PG'])])
      .columns[1];

  it('is no address unless it looks like one', () => {
    expect(second('Activity', 'Choir', 'Knitting', 'Zumba')).toMatchObject({
      meaning: 'notes',
      sure: 'unsure',
    });
    expect(second('Activity', 'Lunch club', 'Choir', 'Yoga')).toMatchObject({
      meaning: 'kind',
      sure: 'unsure',
    });
    expect(second('Venue', 'Enderby Library', 'Moss', 'Gap')).toMatchObject({
      meaning: 'address',
      sure: 'likely',
    });
    expect(second('Event', '1 High Street, Enderby', '2 Mill Lane')).toMatchObject({ meaning: 'address' });
  });
});

it('doubts a column of names where nothing says so, until another is chosen', () => {
  const { columns, mapping } = understand([
    ['Postcode', 'Phone', 'Anything'],
    ['LE19 4PG', '0116 000 1111', 'Moss Hall'],
    ['LE19 2EL', '0116 000 2222', 'Gap Rooms'],
  ]);
  expect(unsureName(columns)).toMatchObject({ letter: 'C', sure: 'unsure' });
  const other = columnsAsRead(columns, { ...mapping, columns: ['postcode', 'name', 'notes'] });
  expect(other[1]).toMatchObject({ meaning: 'name', sure: 'certain', why: 'As you chose.' });
  expect(unsureName(other)).toBeNull();
});
