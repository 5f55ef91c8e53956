import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AnalyseFolder, type Run } from './run-analyse.ts';

let folder: AnalyseFolder;
beforeAll(() => {
  folder = new AnalyseFolder();
  folder.write('costs.csv', 'demand,candidate,cost\nn1,A,10\nn1,B,20\nn2,A,30\nn2,B,15\nn3,A,5\nn3,B,40\n');
  folder.write('weights.csv', 'demand,weight\nn3,10\nn1,100\nn2,50\n');
  folder.write('supply.csv', 'candidate,supply\nA,15\nB,20\n');
  folder.write('gaps.csv', 'demand,candidate,cost\nn1,A,10\nn1,B,20\nn2,B,15\n');
});
afterAll(() => folder.remove());

const CUTS = ['cuts', '--weights', 'weights.csv', '--limit', '20', '--close', 'A'];
const json = ({ status, out, err }: Run): unknown => {
  expect({ status, err }).toEqual({ status: 0, err: '' });
  return JSON.parse(out);
};
/** What is wrong with the input, line by line, below the count. */
const wrong = ({ status, out, err }: Run): string[] => {
  expect({ status, out }).toEqual({ status: 1, out: '' });
  return err.trimEnd().split('\n').slice(1);
};

describe('what goes in', () => {
  const expected = {
    before: 160,
    after: 150,
    lost: 10,
    meanBefore: 11.25,
    meanAfter: 19.6875,
    demand: [
      { demand: 'n3', before: 5, after: 40 },
      { demand: 'n1', before: 10, after: 20 },
      { demand: 'n2', before: 15, after: 15 },
    ],
  };

  it('is answered in the order of the weights', async () => {
    expect(json(await folder.run(...CUTS, '--costs', 'costs.csv', '--json'))).toEqual(expected);
  });

  it('may have a byte-order mark, CRLF, capitals, quotes, spaces, other columns and any order of them', async () => {
    const rows = [
      'Cost,"Notes, if any",CANDIDATE, Demand ',
      '10,"said ""near""",A,n1',
      ' 20 ,, B ,"n1"',
      '3e1,,A,n2',
    ];
    folder.write('messy.csv', `\uFEFF${[...rows, '15.0,,B,n2', '5.,,A,n3', '40,,B,n3', ''].join('\r\n')}`);
    expect(json(await folder.run(...CUTS, '--costs', 'messy.csv', '--json'))).toEqual(expected);
  });

  it('may be Windows-1252, semicolons or gzip, without a line end at the end', async () => {
    const latin = Buffer.from('demand;candidate;cost\nSaint-\u00c9tienne;Caf\u00e9;4', 'latin1');
    folder.write('latin.csv.gz', gzipSync(latin));
    folder.write('place.csv', 'weight,demand\n2,Saint-Étienne\n');
    const run = await folder.run(
      ...['irreplaceable', '--costs', 'latin.csv.gz', '--weights', 'place.csv', '--limit', '4', '--json'],
    );
    expect(json(run)).toEqual({ places: [{ candidate: 'Café', lost: 2 }] });
  });

  it('has ids that are text, and sums without dust', async () => {
    folder.write('ids.csv', 'demand,candidate,cost\n7,10,1\n007,9,1\n7,9,5\n007,10,5\n');
    folder.write('idw.csv', 'demand,weight\n007,0.1\n7,.2\n');
    const run = await folder.run(
      'irreplaceable',
      '--costs',
      'ids.csv',
      '--weights',
      'idw.csv',
      '--limit',
      '1',
      '--json',
    );
    expect(json(run)).toEqual({
      places: [
        { candidate: '10', lost: 0.2 },
        { candidate: '9', lost: 0.1 },
      ],
    });
    const all = await folder.run(
      'cuts',
      '--costs',
      'ids.csv',
      '--weights',
      'idw.csv',
      '--limit',
      '1',
      '--close',
      '9',
      '--json',
    );
    expect(json(all)).toMatchObject({ before: 0.3, after: 0.2, lost: 0.1 });
    folder.write('tiny.csv', 'demand,weight\n007,1e-10\n7,5000000\n');
    const options = ['--costs', 'ids.csv', '--weights', 'tiny.csv', '--limit', '1', '--json'];
    expect(json(await folder.run('irreplaceable', ...options))).toEqual({
      places: [
        { candidate: '10', lost: 5_000_000 },
        { candidate: '9', lost: 1e-10 },
      ],
    });
    expect(json(await folder.run('cuts', ...options, '--close', '9'))).toMatchObject({ lost: 1e-10 });
    const site = ['site', ...options, '--objective', 'mclp', '--open', '1'];
    expect(json(await folder.run(...site))).toMatchObject({ chosen: ['10'], value: 5_000_000 });
  });

  it('may leave pairs out where that is said', async () => {
    const lines = wrong(await folder.run(...CUTS, '--costs', 'gaps.csv'));
    expect(lines).toEqual([expect.stringContaining('demand n3 is in weights.csv but not in gaps.csv')]);
    folder.write('twoweights.csv', 'demand,weight\nn1,100\nn2,50\n');
    const two = [
      'cuts',
      '--costs',
      'gaps.csv',
      '--weights',
      'twoweights.csv',
      '--limit',
      '20',
      '--close',
      'B',
    ];
    expect(wrong(await folder.run(...two))[0]).toMatch(
      /no cost for 1 pair of 4: n2 to A\. .*--missing unreachable/,
    );
    const run = await folder.run(...two, '--missing', 'unreachable', '--json');
    expect(json(run)).toEqual({
      before: 150,
      after: 100,
      lost: 50,
      meanBefore: (100 * 10 + 50 * 15) / 150,
      meanAfter: null,
      demand: [
        { demand: 'n1', before: 10, after: 10 },
        { demand: 'n2', before: 15, after: null },
      ],
    });
    const none = await folder.run(...CUTS, '--costs', 'gaps.csv', '--missing', 'unreachable', '--json');
    expect(none.err).toBe('Demand out of reach of every candidate: n3.\n');
    expect(JSON.parse(none.out)).toMatchObject({ before: 150, meanBefore: null });
  });

  it('names ids with a comma in quotation marks', async () => {
    folder.write('comma.csv', 'demand,candidate,cost\nn1,"Hall, Upper",1\nn1,B,9\n');
    folder.write('one.csv', 'demand,weight\nn1,3\n');
    const close = ['--close', '"Hall, Upper",B'];
    const run = await folder.run(
      'cuts',
      '--costs',
      'comma.csv',
      '--weights',
      'one.csv',
      '--limit',
      '1',
      ...close,
      '--json',
    );
    expect(json(run)).toMatchObject({ before: 3, after: 0 });
  });
});

describe('what comes out', () => {
  it('goes to a file where that is asked for, and nothing to the output', async () => {
    const { status, out, err } = await folder.run(...CUTS, '--costs', 'costs.csv', '--out', 'answer.csv');
    expect({ status, out, err }).toEqual({ status: 0, out: '', err: 'Written to answer.csv\n' });
    const text = readFileSync(join(folder.path, 'answer.csv'), 'utf8');
    expect(text.split('\r\n').slice(0, 3)).toEqual([
      'figure,demand,before,after,lost',
      'weight,,160,150,10',
      'mean,,11.25,19.6875,',
    ]);
    const failed = await folder.run(...CUTS, '--costs', 'costs.csv', '--out', 'none/answer.csv');
    expect(failed).toMatchObject({
      status: 1,
      out: '',
      err: expect.stringMatching(/could not be written.*folder/),
    });
    expect(existsSync(join(folder.path, 'none'))).toBe(false);
  });

  it('of siting, in CSV, with the solver silent', async () => {
    const site = ['site', '--costs', 'costs.csv', '--weights', 'weights.csv'];
    const { status, out, err } = await folder.run(
      ...site,
      '--objective',
      'p-median',
      '--open',
      '1',
      '--limit',
      '9',
    );
    expect({ status, err }).toEqual({ status: 0, err: 'p-median takes no limit: --limit was not used.\n' });
    expect(out.split('\r\n').slice(0, -2)).toEqual([
      'figure,candidate,value',
      'objective,,p-median',
      'chosen,A,',
      'value,,15.9375',
      'total,,2550',
      'bound,,15.9375',
      'gap,,0',
    ]);
    const cover = await folder.run(...site, '--objective', 'lscp', '--limit', '20', '--json');
    expect(json(cover)).toMatchObject({ objective: 'lscp', chosen: ['A', 'B'], value: 2, bound: 2, gap: 0 });
    const centre = await folder.run(
      ...site,
      '--objective',
      'p-centre',
      '--open',
      '1',
      '--fixed',
      'B',
      '--json',
    );
    expect(json(centre)).toMatchObject({ chosen: ['B'], value: 40, bound: 40 });
  });

  it('of siting that needs the solver is still nothing but the answer, and proven', async () => {
    // Towns on a spiral, so that no two costs are alike.
    const at = (town: number) => [
      Math.round(town * 97 * Math.cos(town)),
      Math.round(town * 89 * Math.sin(2 * town)),
    ];
    const towns = Array.from({ length: 40 }, (_, town) => town);
    const rows = towns.flatMap((from) =>
      towns.map((to) => {
        const [x = 0, y = 0] = at(from);
        const [u = 0, v = 0] = at(to);
        return `t${from},t${to},${Math.hypot(x - u, y - v).toFixed(1)}`;
      }),
    );
    folder.write('spiral.csv', `demand,candidate,cost\n${rows.join('\n')}\n`);
    folder.write(
      'spiralw.csv',
      `demand,weight\n${towns.map((town) => `t${town},${1 + ((town * 7) % 11)}`).join('\n')}\n`,
    );
    const site = [
      'site',
      '--costs',
      'spiral.csv',
      '--weights',
      'spiralw.csv',
      '--limit',
      '900',
      '--open',
      '6',
      '--json',
    ];
    const fields = ['objective', 'chosen', 'value', 'bound', 'gap', 'seconds'];
    for (const objective of ['mclp', 'p-median', 'p-centre', 'lscp']) {
      const { status, out } = await folder.run(...site, '--objective', objective);
      const answer = JSON.parse(out) as { chosen: string[]; value: number; bound: number; gap: number };
      expect({ status, gap: answer.gap }).toEqual({ status: 0, gap: 0 });
      expect(answer.bound).toBe(answer.value);
      expect(Object.keys(answer)).toEqual(
        objective === 'p-median' ? fields.toSpliced(3, 0, 'total') : fields,
      );
      expect(answer.chosen).toEqual([...answer.chosen].sort());
      expect(answer.chosen.length).toBe(objective === 'lscp' ? answer.value : 6);
    }
  });

  it('of access, for the hospital example: the doctors of those who are near are all given out', async () => {
    folder.write('towns.csv', 'demand,weight\nT1,100\nT2,50\nT3,10\n');
    folder.write('doctors.csv', 'candidate,supply\nH1,15\nH2,20\nH3,100\n');
    const minutes = [15, 30, 60, 60, 20, 45, 61, 35, 10];
    const rows = minutes.map((cost, at) => `T${Math.floor(at / 3) + 1},H${(at % 3) + 1},${cost}`);
    folder.write('times.csv', `demand,candidate,cost\n${rows.join('\n')}\n`);
    const access = [
      'access',
      '--costs',
      'times.csv',
      '--supply',
      'doctors.csv',
      '--demand',
      'towns.csv',
      '--json',
    ];
    for (const decay of ['inverse', 'gaussian:20', 'gravity:20,-2,1', 'steps:10=1,20=.68,60=.22']) {
      const answer = json(await folder.run(...access, '--decay', decay, '--limit', '60')) as {
        values: { demand: string; access: number }[];
        total: number;
      };
      expect(Object.keys(answer)).toEqual(['values', 'total']);
      expect(answer.total).toBe(135);
      expect(answer.values.map(({ demand }) => demand)).toEqual(['T1', 'T2', 'T3']);
      const [a = 0, b = 0, c = 0] = answer.values.map((each) => each.access);
      expect(100 * a + 50 * b + 10 * c).toBeCloseTo(135, 6);
    }
    // Populations in millions make access small, and it keeps its figures: what is printed adds up.
    const millions = [5_123_457, 2_345_678.5, 9_876_543];
    const weights = millions.map((people, at) => `T${at + 1},${people}`);
    folder.write('millions.csv', `demand,weight\n${weights.join('\n')}\n`);
    folder.write('few.csv', 'candidate,supply\nH1,0.3\nH2,1e-4\nH3,2\n');
    const large = ['access', '--costs', 'times.csv', '--supply', 'few.csv', '--demand', 'millions.csv'];
    for (const decay of ['inverse', 'gaussian:20', 'gravity:20,-2,1']) {
      const text = (await folder.run(...large, '--decay', decay, '--limit', '60')).out;
      const rows = text.split('\r\n').map((row) => row.split(','));
      const printed = rows.filter(([figure]) => figure === 'access').map((row) => Number(row[2]));
      const given = printed.reduce((sum, each, at) => sum + each * (millions[at] ?? 0), 0);
      const total = Number(rows.find(([figure]) => figure === 'total')?.[2]);
      expect(total).toBe(2.3001);
      expect(Math.abs(given / total - 1)).toBeLessThan(1e-9);
    }
    const near = await folder.run(...access, '--decay', 'inverse', '--limit', '12');
    expect(near.err).toMatch(/no weight is within the limit of.*: H1, H2\.\n$/);
    expect(JSON.parse(near.out)).toEqual({
      values: [
        { demand: 'T1', access: 0 },
        { demand: 'T2', access: 0 },
        { demand: 'T3', access: 10 },
      ],
      total: 100,
    });
  });
});

describe('what is wrong with the input is said, all of it, with the line and what to do', () => {
  it('numbers, empty ids and rows that are there twice', async () => {
    const cells = ['-1', 'NaN', 'inf', '', '"1,000"', '"1,5"', '5 km', '1e999', '0x10'];
    const rows = cells.map((cell, at) => `n1,c${at},${cell}`);
    folder.write('bad.csv', `demand,candidate,cost\n${rows.join('\n')}\n,A,1\nn1,,1\nn1,A,1\n\nn1,A,2\n`);
    folder.write('badw.csv', 'demand,weight\nn1,-5\nn1,2\n,3\n');
    const run = await folder.run(
      'irreplaceable',
      '--costs',
      'bad.csv',
      '--weights',
      'badw.csv',
      '--limit',
      '1',
    );
    expect(run.err.split('\n')[0]).toBe('15 things are wrong with the input. Nothing was worked out.');
    expect(wrong(run)).toEqual([
      '- bad.csv line 2: cost is -1, below 0. Write a number, 0 or more.',
      expect.stringMatching(/line 3: cost is "NaN", not a number\. .*--missing unreachable/),
      expect.stringMatching(/line 4: cost is "inf", not a number\. .*--missing unreachable/),
      expect.stringMatching(/line 5: cost is empty\. Write a number.*--missing unreachable/),
      expect.stringMatching(/line 6: cost is "1,000", not a number\. Write 1000\.$/),
      expect.stringMatching(/line 7: cost is "1,5", not a number\. Write 1\.5, with a point\.$/),
      expect.stringMatching(/line 8: cost is "5 km", not a number\. Write digits only/),
      expect.stringMatching(/line 9: cost is 1e999, too large/),
      expect.stringMatching(/line 10: cost is "0x10", not a number/),
      '- bad.csv line 11: demand is empty. Give its id.',
      '- bad.csv line 12: candidate is empty. Give its id.',
      '- badw.csv line 2: weight is -5, below 0. Write a number, 0 or more.',
      '- badw.csv line 3: demand n1 is there already, in line 2. Keep one of them.',
      '- badw.csv line 4: demand is empty. Give its id.',
      '- bad.csv line 15: the pair n1 and A is there already, in line 13. Keep one of them.',
    ]);
  });

  it('ids that only one file knows, with those that look alike', async () => {
    folder.write('ids2.csv', 'demand,candidate,cost\n007,A,1\nn2,A,1\n');
    folder.write('idw2.csv', 'demand,weight\n7,1\nn2,1\nn3,1\n');
    folder.write('supply2.csv', 'candidate,supply\na,1\n');
    const lines = wrong(
      await folder.run(
        ...['access', '--costs', 'ids2.csv', '--supply', 'supply2.csv', '--demand', 'idw2.csv'],
        ...['--decay', 'inverse', '--limit', '1'],
      ),
    );
    expect(lines).toEqual([
      '- demand 007 is in ids2.csv but not in idw2.csv. There is a 7: are they the same? Add it there, or take its rows out.',
      '- demand 7 is in idw2.csv but not in ids2.csv. There is a 007: are they the same? Add its costs, or take it out.',
      '- demand n3 is in idw2.csv but not in ids2.csv. Add its costs, or take it out.',
      '- candidate A is in ids2.csv but not in supply2.csv. There is a a: are they the same? Add it there, or take its rows out.',
      '- candidate a is in supply2.csv but not in ids2.csv. There is a A: are they the same? Add its costs, or take it out.',
    ]);
  });

  it('files that are missing, a folder, empty, no table, or lack a column', async () => {
    folder.write('empty.csv', '');
    folder.write('header.csv', 'demand,weight\n');
    folder.write('other.csv', 'area,people\nn1,3\n');
    folder.write('page.csv', '<!DOCTYPE html><html><body>Not found</body></html>');
    const of = async (costs: string, weights: string) =>
      wrong(await folder.run('irreplaceable', '--costs', costs, '--weights', weights, '--limit', '1'));
    expect(await of('none.csv', 'other.csv')).toEqual([
      expect.stringMatching(/^- There is no file none\.csv \(looked for \/.*none\.csv\)\. Check its name\.$/),
      '- other.csv has no column "demand" and no column "weight". Its first row is "area", "people". It needs a header row with the columns demand, weight, in any order.',
    ]);
    expect((await of('/nowhere/none.csv', 'other.csv'))[0]).toBe(
      '- There is no file /nowhere/none.csv. Check its name.',
    );
    expect(await of('.', 'empty.csv')).toEqual([
      '- . is a folder. Give the CSV file in it.',
      '- empty.csv is empty. Give a CSV file with a header and rows.',
    ]);
    expect(await of('page.csv', 'header.csv')).toEqual([
      expect.stringContaining('page.csv is a web page, not a table'),
      '- header.csv has no rows below its header. Give a file with at least one.',
    ]);
  });

  it('shows the first 20 and counts the rest', async () => {
    const rows = Array.from({ length: 1500 }, (_, at) => `n${at},A,x`);
    folder.write('many.csv', `demand,candidate,cost\n${rows.join('\n')}\n`);
    folder.write('manyw.csv', `demand,weight\n${rows.map((_, at) => `n${at},1`).join('\n')}\n`);
    const run = await folder.run(
      'irreplaceable',
      '--costs',
      'many.csv',
      '--weights',
      'manyw.csv',
      '--limit',
      '1',
    );
    expect(run.err.split('\n')[0]).toBe('1,500 things are wrong with the input. Nothing was worked out.');
    const lines = wrong(run);
    expect(lines).toHaveLength(21);
    expect(lines.at(-1)).toBe('... and 1,480 more.');
  });

  it('candidates that are not there, too many to open, too few for the fixed, and nobody to serve a demand', async () => {
    const site = ['site', '--costs', 'costs.csv', '--weights', 'weights.csv'];
    expect(wrong(await folder.run(...CUTS, '--close', 'C,A,D', '--costs', 'costs.csv'))).toEqual([
      '- --close names C, D, which no row of the costs has. The candidates are A, B.',
    ]);
    expect(wrong(await folder.run(...site, '--objective', 'p-median', '--open', '3'))).toEqual([
      expect.stringMatching(/3 cannot be open: .*1 to 2/),
    ]);
    expect(
      wrong(await folder.run(...site, '--objective', 'p-centre', '--open', '1', '--fixed', 'A,B')),
    ).toEqual([expect.stringContaining('1 cannot be open when 2 stay open')]);
    expect(wrong(await folder.run(...site, '--objective', 'lscp', '--limit', '10', '--fixed', 'Z'))).toEqual([
      '- --fixed names Z, which no row of the costs has. The candidates are A, B.',
    ]);
    expect(wrong(await folder.run(...site, '--objective', 'lscp', '--limit', '10'))).toEqual([
      expect.stringContaining('demand n2'),
    ]);
    const gaps = ['site', '--costs', 'gaps.csv', '--weights', 'weights.csv', '--missing', 'unreachable'];
    expect(wrong(await folder.run(...gaps, '--objective', 'p-median', '--open', '1'))).toEqual([
      expect.stringContaining('demand n3'),
    ]);
    folder.write('islands.csv', 'demand,candidate,cost\nn1,A,1\nn2,B,1\nn3,A,1\n');
    const apart = ['site', '--costs', 'islands.csv', '--weights', 'weights.csv', '--missing', 'unreachable'];
    for (const objective of ['p-median', 'p-centre'])
      expect(wrong(await folder.run(...apart, '--objective', objective, '--open', '1'))).toEqual([
        expect.stringMatching(/No set of 1 candidate that can serve every demand/),
      ]);
  });

  it('more pairs than fit into memory', async () => {
    const many = Array.from({ length: 5500 }, (_, at) => at);
    folder.write('wide.csv', `demand,candidate,cost\n${many.map((at) => `n${at},c${at},1`).join('\n')}\n`);
    folder.write('widew.csv', `demand,weight\n${many.map((at) => `n${at},1`).join('\n')}\n`);
    const wide = ['irreplaceable', '--costs', 'wide.csv', '--weights', 'widew.csv', '--limit', '1'];
    expect(wrong(await folder.run(...wide, '--missing', 'unreachable'))).toEqual([
      expect.stringMatching(/5,500 demands and 5,500 candidates.*30,250,000 costs is too many\. Split it/),
    ]);
  });

  it('a cost of 0 under 1 / cost', async () => {
    folder.write('zero.csv', 'demand,candidate,cost\nn1,A,0\nn2,A,1\nn3,A,2\n');
    folder.write('zeros.csv', 'candidate,supply\nA,1\n');
    const access = [
      'access',
      '--costs',
      'zero.csv',
      '--supply',
      'zeros.csv',
      '--demand',
      'weights.csv',
      '--limit',
      '9',
    ];
    expect(wrong(await folder.run(...access, '--decay', 'inverse'))).toEqual([
      expect.stringMatching(/zero\.csv line 2: cost is 0.*"gravity"/),
    ]);
    expect(json(await folder.run(...access, '--decay', 'gravity:2,-1,1', '--json'))).toMatchObject({
      total: 1,
    });
  });
});

describe('a command that is not written as it must be', () => {
  it('ends with 2, says why and shows how', async () => {
    const { status, out, err } = await folder.run(...CUTS, '--costs', 'costs.csv', '--limit', 'far');
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toMatch(/^--limit is "far"\. Give a number/);
    expect(err).toContain('npm run -s analyse -- <command>');
  });

  it('help is an answer', async () => {
    const { status, out, err } = await folder.run('--help');
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toContain('docs/analyse.md');
  });
});
