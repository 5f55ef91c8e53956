import { describe, expect, it } from 'vitest';
import { csvText, oneDecimal, percentOf } from './csv-text.ts';

describe('csvText', () => {
  it('quotes only what needs it, and leaves what is missing empty', () => {
    const rows = [
      { a: 'plain', b: 'one, two' },
      { a: 'say "so"', b: null },
      { a: ' two\nlines ', b: 0 },
    ];
    expect(csvText(['a', 'b'], rows)).toBe('a,b\nplain,"one, two"\n"say ""so""",\ntwo lines,0\n');
  });

  it('refuses a number that is none', () => {
    expect(() => csvText(['a'], [{ a: Number.NaN }])).toThrow('a holds NaN');
  });
});

describe('percentages', () => {
  it('has one decimal, halves up, and is empty where there is nothing to divide by', () => {
    expect(percentOf(382, 1577)).toBe('24.2');
    expect(percentOf(1, 2000)).toBe('0.1');
    expect(percentOf(0, 10)).toBe('0.0');
    expect(percentOf(3, 0)).toBe('');
    expect(percentOf(null, 10)).toBe('');
    expect(oneDecimal(100 - 89.1)).toBe('10.9');
    expect(oneDecimal(null)).toBe('');
  });
});
