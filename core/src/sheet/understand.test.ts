import { describe, expect, it } from 'vitest';
import { chosen } from './choose-columns.ts';
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
