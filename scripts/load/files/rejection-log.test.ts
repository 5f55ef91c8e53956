import { describe, expect, it } from 'vitest';
import { commonest, RejectionLog } from './rejection-log.ts';

describe('what was rejected', () => {
  it('is counted whole, kept in part, and summed up by reason', () => {
    const log = new RejectionLog();
    for (let row = 2; row < 2002; row++)
      log.reject({ row, column: 'postcode', problem: `"${row}" is no postcode` });
    log.reject({ row: 5, column: null, problem: 'the rest of the row is missing' });
    expect(log.endsEarly).toBe(false);
    log.reject({ row: null, column: null, problem: 'cut short', endsEarly: true });
    expect(log.count).toBe(2002);
    expect(log.kept).toHaveLength(1001);
    expect(log.kept.at(-1)).toMatchObject({ problem: 'cut short' });
    expect(log.endsEarly).toBe(true);
    expect(log.reasons(2)).toEqual([
      {
        problem: 'postcode: "…" is no postcode',
        rows: 2000,
        first: { row: 2, problem: 'postcode: "2" is no postcode' },
      },
      { problem: 'cut short', rows: 1, first: { row: null, problem: 'cut short' } },
    ]);
  });

  it('keeps what ends the file, and no end of what has no row', () => {
    const log = new RejectionLog();
    for (let row = 2; row < 1500; row++) log.reject({ row, column: null, problem: 'short' });
    for (let at = 0; at < 1500; at++)
      log.reject({ row: null, column: null, problem: `way/${at} has no outline` });
    log.reject({ row: 1500, column: null, problem: 'cut', endsEarly: true });
    expect(log.kept).toHaveLength(2001);
    expect(log.kept.at(-1)).toMatchObject({ row: 1500, problem: 'cut' });
    expect(log.count).toBe(1498 + 1500 + 1);
  });

  it('is added up over files', () => {
    const a = [
      { problem: 'x', rows: 1 },
      { problem: 'y', rows: 2 },
    ];
    expect(commonest([...a, { problem: 'x', rows: 4 }])).toEqual([
      { problem: 'x', rows: 5 },
      { problem: 'y', rows: 2 },
    ]);
  });
});
