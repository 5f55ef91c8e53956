import { expect, it } from 'vitest';
import { readOptions } from './options.ts';

it('reads what is asked', () => {
  expect(readOptions(['list', '--limit', '5'])).toEqual({
    kind: 'run',
    command: { name: 'list', limit: 5, offset: 0 },
    json: false,
    db: null,
  });
  expect(readOptions(['accept', 'a', 'b', '--by', ' Ann ', '--db', 'x.db', '--json'])).toEqual({
    kind: 'run',
    command: { name: 'accept', one: 'a', other: 'b', by: 'Ann' },
    json: true,
    db: 'x.db',
  });
  expect(readOptions([])).toEqual({ kind: 'help' });
});

it.each([
  [['accept', 'a', 'b'], 'Say who decides'],
  [['undo', '7', '--by', 'load'], 'what the loaders call themselves'],
  [['accept', 'a', '--by', 'Ann'], 'needs two ids, and 1 were given'],
  [['melt'], '"melt" is not something this does'],
  [['list', '--limit', '0'], '--limit must be'],
  [['list', '--offset', 'x'], '--offset must be'],
  [['list', '--nix'], "Unknown option '--nix'"],
])('%j: %s', (args, problem) => {
  expect(readOptions(args)).toMatchObject({ kind: 'wrong', problem: expect.stringContaining(problem) });
});
