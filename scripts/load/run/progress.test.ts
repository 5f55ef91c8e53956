import { describe, expect, it } from 'vitest';
import { barText, progressTo, type Unit } from './progress.ts';

/** Where progress goes in tests: elsewhere than a terminal, or one that remembers. */
function screen(isTTY: boolean) {
  let text = '';
  let clock = 0;
  const out = {
    isTTY,
    columns: 200,
    write: (more: string) => {
      text += more;
      return true;
    },
  };
  const progress = (json: boolean) => progressTo(out, json, () => clock);
  const pass = (ms: number) => {
    clock += ms;
  };
  return { progress, written: () => text, pass };
}

describe('progress', () => {
  it('is one line at the start and one at the end of a step where there is no terminal', () => {
    const { progress, written, pass } = screen(false);
    const step = progress(false).step('Postcodes', 'rows', 1_684_769);
    for (let done = 0; done < 1000; done++) step.at(done);
    pass(5840);
    step.done('1,684,769 kept');
    const other = progress(false).step('Areas', 'rows', null);
    other.at(33_755);
    pass(95_000);
    other.done();
    progress(false).say('A word.');
    expect(written().split('\n')).toEqual([
      'Postcodes (1,684,769 rows)',
      'Postcodes: 1,684,769 kept, 5.8 s',
      'Areas',
      'Areas: 33,755 rows, 1 min 35 s',
      'A word.',
      '',
    ]);
  });

  it('is silent where only the summary is wanted', () => {
    const { progress, written } = screen(true);
    const step = progress(true).step('Postcodes', 'rows', 10);
    step.at(5);
    step.done();
    progress(true).say('A word.');
    expect(written()).toBe('');
  });

  it.each<[number, number, number, Unit, string]>([
    [
      1_000_000,
      400_000,
      2000,
      'rows',
      'Reading ## 40%, 400,000 of 1,000,000 rows, 200,000 rows a second, 3.0 s left',
    ],
    [0, 2_500_000, 1000, 'bytes', 'Reading 2.5 MB, 2.5 MB a second'],
    [10, 0, 0, 'files', 'Reading ## 0%, 0 of 10 files'],
    [10, 12, 1000, 'files', 'Reading ## 100%, 12 of 10 files, 12 files a second, 0.0 s left'],
  ])('on a terminal shows rate and time left: of %d, %d after %d ms', (total, done, ms, unit, text) => {
    expect(barText('Reading', unit, total, done, ms, '##')).toBe(text);
  });
});
