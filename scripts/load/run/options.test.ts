import { describe, expect, it } from 'vitest';
import { HELP, PARTS, readOptions } from './options.ts';

const wrong = (...args: string[]) => {
  const asked = readOptions(args);
  return asked.kind === 'wrong' ? asked.problems : asked.kind;
};

describe('what the command line asks for', () => {
  it('is read with its defaults', () => {
    expect(readOptions(['--area', 'rutland'])).toEqual({
      kind: 'load',
      options: {
        area: 'rutland',
        from: null,
        only: PARTS,
        db: null,
        dryRun: false,
        json: false,
        mappings: [],
      },
    });
  });

  it('is read whole, parts in their own order and mappings in the order given', () => {
    const args =
      '--area=E07000129 --from ../down --only places,areas --db file:x.db --dry-run --json --mapping b.json --mapping a.json';
    expect(readOptions(args.split(' '))).toEqual({
      kind: 'load',
      options: {
        area: 'E07000129',
        from: '../down',
        only: ['areas', 'places'],
        db: 'file:x.db',
        dryRun: true,
        json: true,
        mappings: ['b.json', 'a.json'],
      },
    });
  });

  it('may be for help, whatever else it holds', () => {
    expect(readOptions(['--help'])).toEqual({ kind: 'help' });
    expect(readOptions(['-h', '--nonsense'])).toEqual({ kind: 'help' });
    for (const part of PARTS) expect(HELP).toContain(part);
  });

  it('collects every problem, each with what to do', () => {
    expect(wrong('--aera', 'rutland', '--only', 'place,money', '--dry-run=yes')).toEqual([
      'There is no option --aera. Did you mean --area?',
      expect.stringContaining('"rutland" stands alone. Write: npm run load -- --area rutland'),
      '--dry-run takes no value: write it without "=yes".',
      'There is no part called place. The parts are areas, postcodes, names, places, money.',
    ]);
  });

  it('says when the area is missing, given twice, or swallowed by another option', () => {
    expect(wrong()).toEqual([expect.stringMatching(/Say which part of the country.*--area leicester/)]);
    expect(wrong('--area', 'a', '--area', 'b')).toEqual(['--area is given 2 times: give it once.']);
    expect(wrong('--area', '--json')).toEqual([expect.stringContaining('--area needs a value')]);
    expect(wrong('--area', 'x', '--from')).toEqual([expect.stringContaining('--from needs a value')]);
  });

  it('quotes a name of several words in its advice', () => {
    expect(wrong('East Midlands')[0]).toContain('--area "East Midlands"');
  });
});
