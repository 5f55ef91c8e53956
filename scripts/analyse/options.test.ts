import { describe, expect, it } from 'vitest';
import { UsageError } from './option-values.ts';
import { readOptions } from './options.ts';

const read = (line: string) => readOptions(line.split(' ').filter((word) => word !== ''));
const SITE = 'site --costs c --weights w --objective';

describe('the options of analyse', () => {
  it('are read for each command', () => {
    const shared = { costs: 'c', missingIsUnreachable: false, json: false, out: null };
    expect(read('cuts --costs c --weights w --limit 800 --close B,A --close=A --json')).toEqual({
      ...shared,
      ...{ json: true, command: 'cuts', weights: 'w', limit: 800, close: ['B', 'A'] },
    });
    expect(read('irreplaceable --costs c --weights w --limit 0 --out f --missing unreachable')).toEqual({
      ...shared,
      ...{ out: 'f', missingIsUnreachable: true, command: 'irreplaceable', weights: 'w', limit: 0 },
    });
    expect(read('access --costs c --supply s --demand d --decay gaussian:20 --limit .5')).toEqual({
      ...shared,
      ...{ command: 'access', supply: 's', demand: 'd', decay: { type: 'gaussian', sigma: 20 }, limit: 0.5 },
    });
    expect(read(`${SITE} MCLP --open 3 --limit 1600 --fixed A,B --seconds 2.5`)).toEqual({
      ...shared,
      ...{
        command: 'site',
        weights: 'w',
        objective: 'mclp',
        open: 3,
        limit: 1600,
        fixed: ['A', 'B'],
        seconds: 2.5,
      },
    });
    expect(read(`${SITE} p-median --open 3`)).toMatchObject({ limit: null, seconds: null, fixed: [] });
    expect(read(`${SITE} lscp --limit 1 --open nonsense`)).toMatchObject({ open: 0 });
  });

  it('ask for help with or without a command', () => {
    for (const line of ['--help', '-h', 'help', 'cuts --help']) expect(read(line)).toBeNull();
  });

  it.each([
    ['', 'Say what to work out: cuts, irreplaceable, access, site'],
    ['cut', 'There is no command "cut"'],
    ['toString', 'There is no command'],
    ['cuts', 'cuts needs --costs'],
    ['cuts --costs c --limit 1 --close A', 'cuts needs --weights'],
    ['cuts --costs c --weights w --close A', 'cuts needs --limit'],
    ['cuts --costs c --weights w --limit 1', 'cuts needs --close'],
    ['cuts --costs c --weights w --limit 1 --close ,', 'cuts needs --close'],
    ['cuts --costs c --weights w --limit 1 --close "A', 'quotation mark'],
    ['cuts --costs c --weights w --limit 1,000 --close A', '--limit is "1,000"'],
    ['cuts --costs c --weights w --limit=-1 --close A', '--limit is "-1"'],
    ['cuts --costs c --weights w --limit 1e999 --close A', '--limit is "1e999"'],
    ['cuts --costs c --weights w --limit NaN --close A', '--limit is "NaN"'],
    ['cuts --costs c --weights w --limit 1 --close A --open 2', 'cuts takes no --open'],
    ['cuts --costs c --weights w --limit 1 --close A --missing zero', '--missing takes "unreachable"'],
    ['cuts --costs c --cost c', "Unknown option '--cost'"],
    ['irreplaceable --costs c --weights w --limit 1 more', "Unexpected argument 'more'"],
    ['access --costs c --demand d --decay inverse --limit 1', 'access needs --supply'],
    ['access --costs c --supply s --decay inverse --limit 1', 'access needs --demand'],
    ['access --costs c --supply s --demand d --limit 1', 'access needs --decay'],
    ['access --costs c --supply s --demand d --decay linear --limit 1', 'no such name'],
    ['access --costs c --supply s --demand d --decay inverse', 'access needs --limit'],
    ['site --costs c --weights w --open 1', 'site needs --objective'],
    [`${SITE} most --open 1`, 'There is no objective "most". There are: mclp, p-median, p-centre, lscp'],
    [`${SITE} p-median`, 'site needs --open'],
    [`${SITE} p-median --open 1.5`, '--open is "1.5"'],
    [`${SITE} p-median --open 0`, '--open is "0"'],
    [`${SITE} mclp --open 1`, 'site --objective mclp needs --limit'],
    [`${SITE} lscp`, 'site --objective lscp needs --limit'],
    [`${SITE} lscp --limit 1 --seconds soon`, '--seconds is "soon"'],
    [`${SITE} lscp --limit 1 --seconds 0`, '--seconds is "0"'],
  ])('"%s" is refused', (line, why) => {
    expect(() => read(line)).toThrow(UsageError);
    expect(() => read(line)).toThrow(why);
  });
});
