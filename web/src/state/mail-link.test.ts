import { describe, expect, it } from 'vitest';
import { mailToken } from './mail-link.ts';

describe('the token of a link from an e-mail', () => {
  it.each([
    ['#token=abc-DEF_1.2~3', null, 'abc-DEF_1.2~3'],
    ['', 'of-the-query', 'of-the-query'],
    ['#token=behind', 'before', 'behind'],
    ['#main', null, null],
    ['#token=', null, null],
    ['#token=<b>', null, null],
    [`#token=${'a'.repeat(601)}`, null, null],
  ])('%s with %s', (hash, item, token) => expect(mailToken({ item }, hash)).toBe(token));
});
