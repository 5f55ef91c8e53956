import { describe, expect, it } from 'vitest';
import { shownFieldsOf } from './shown-fields.ts';

describe('what a page showed of a place', () => {
  it('is in the order of forms, in words, without what is not said', () => {
    const fields = shownFieldsOf([
      { field: 'phone', value: '0116 123 4567' },
      { field: 'email', value: null },
      { field: 'status', value: 'open' },
      { field: 'name', value: 'Enderby Library' },
      { field: 'made-up', value: 'x' },
    ]);
    expect(fields.map(({ label, words }) => [label, words])).toEqual([
      ['Name', 'Enderby Library'],
      ['Open or closed', 'Open'],
      ['Phone', '0116 123 4567'],
    ]);
    expect(fields[2]?.value).toBe('0116 123 4567');
  });

  it('says where the spot is in words, and its numbers beneath', () => {
    const position = { field: 'position', value: { lon: -1.2, lat: 52.6 } };
    const near = (...fields: [string, string][]) =>
      shownFieldsOf([position, ...fields.map(([field, value]) => ({ field, value }))]).find(
        ({ field }) => field === 'position',
      );
    expect(near(['address', '12 High Street'], ['postcode', 'LE19 4PG'])).toMatchObject({
      value: position.value,
      words: 'On the map at or near 12 High Street, LE19 4PG',
      beneath: '52.6, -1.2',
    });
    expect(near(['postcode', 'LE19 4PG'])?.words).toBe('On the map at or near LE19 4PG');
    expect(near(['district', 'Blaby'])?.words).toBe('On the map, in Blaby');
    expect(near()?.words).toBe('A spot on the map');
  });
});
