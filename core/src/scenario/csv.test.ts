import { describe, expect, it } from 'vitest';
import { csvCell, csvText } from './csv.ts';

describe('csvCell', () => {
  it.each([
    ['plain', 'plain'],
    ['a, b', '"a, b"'],
    ['say "yes"', '"say ""yes"""'],
    ['two\nlines', '"two\nlines"'],
    ['', ''],
    [null, ''],
    [0, '0'],
    [-5, '-5'],
    [true, 'yes'],
    [false, 'no'],
  ])('writes %j as %j', (cell, text) => {
    expect(csvCell(cell)).toBe(text);
  });

  it.each(['=1+1', '+44', '-1', '@cmd', '\tx', '\rx'])('makes %j safe to open in a spreadsheet', (cell) => {
    expect(csvCell(cell).replace(/^"/, '')).toMatch(/^'/);
  });

  it.each(['=1+1', "'s-Gravenhage Road", "'=1", 'Hall', '-'])(
    'gives %j back when one apostrophe is taken off',
    (cell) => {
      expect(csvCell(cell).replace(/^'/, '')).toBe(cell);
    },
  );

  it('quotes a safe cell where it must', () => {
    expect(csvCell('=HYPERLINK("x","y")')).toBe('"\'=HYPERLINK(""x"",""y"")"');
  });
});

describe('csvText', () => {
  it('ends every row with CRLF and makes all as wide as the widest', () => {
    expect(csvText([['a'], ['b', 2, null]])).toBe('a,,\r\nb,2,\r\n');
    expect(csvText([])).toBe('');
  });
});
