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
});
