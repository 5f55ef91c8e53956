import { describe, expect, it } from 'vitest';
import { readOptions } from './options.ts';

describe('npm run admin', () => {
  it('names an administrator unless another role is said', () => {
    expect(readOptions(['add', 'a@example.org'])).toEqual({
      kind: 'add',
      email: 'a@example.org',
      role: 'administrator',
      db: null,
    });
    expect(readOptions(['add', 'a@example.org', '--role', 'steward', '--db', 'x.db'])).toMatchObject({
      role: 'steward',
      db: 'x.db',
    });
    expect(readOptions(['remove', 'a@example.org'])).toMatchObject({ kind: 'remove' });
    expect(readOptions(['list'])).toEqual({ kind: 'list', db: null });
    expect(readOptions([])).toEqual({ kind: 'help' });
  });

  it.each([
    [['add'], 'add needs one e-mail address.'],
    [['add', 'a@example.org', 'b@example.org'], 'add needs one e-mail address.'],
    [['add', 'amina'], '"amina" is not an e-mail address.'],
    [['add', 'a@example.org', '--role', 'anchor'], '"anchor" is no role that can be given.'],
    [['name', 'a@example.org'], '"name" is not something this does.'],
    [['list', 'a@example.org'], 'list takes no address.'],
    [['add', '--who'], "Unknown option '--who'"],
  ])('%j: %s', (args, problem) => {
    expect(readOptions(args)).toEqual({ kind: 'wrong', problem: expect.stringContaining(problem) });
  });
});
