import { describe, expect, it } from 'vitest';
import { matchExpression, wordForms } from './place-query.ts';

describe('words of a search', () => {
  it.each([
    ['knitting', ['knitting', 'knit']],
    ['libraries', ['libraries', 'library']],
    ['gardens', ['gardens', 'garden']],
    ['swimmers', ['swimmers', 'swim']],
    ['knit', ['knit']],
    ['sing', ['sing']],
    ['hall', ['hall']],
    ['tea', ['tea']],
  ])('%s is also looked for as %j', (word, forms) => expect(wordForms(word)).toEqual(forms));

  it('asks for every word, and takes nothing typed for query language', () => {
    expect(matchExpression('Knitting group')).toBe('("knitting"* OR "knit"*) AND ("group"*)');
    expect(matchExpression('a" OR name:*')).toBe('("a"*) AND ("or"*) AND ("name"*)');
    expect(matchExpression(' !? ')).toBeUndefined();
  });
});
