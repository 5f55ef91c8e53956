import { describe, expect, it } from 'vitest';
import { mailToken, tokenHash } from './mail-link.ts';

describe('the token of a link from an e-mail', () => {
  it.each([
    ['#token=abc-DEF_1.2~3=', 'abc-DEF_1.2~3='],
    ['', null],
    ['#main', null],
    ['#token=', null],
    ['#token=<b>', null],
    [`#token=${'a'.repeat(601)}`, null],
  ])('of %s is %s', (hash, token) => {
    expect(mailToken(hash)).toBe(token);
    if (token) expect(tokenHash(token)).toBe(hash);
  });
  it('is nothing in an address without one', () => expect(tokenHash(null)).toBe(''));
});
