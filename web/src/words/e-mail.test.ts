import { describe, expect, it } from 'vitest';
import { emailProblem } from './e-mail.ts';

describe('an e-mail address as typed', () => {
  it.each(['amina@example.org', '  amina.k+kith@mail.example.co.uk ', 'o’neil@exämple.org'])(
    'takes %s',
    (typed) => {
      expect(emailProblem(typed)).toBeNull();
    },
  );
  it.each([
    ['', 'Type your e-mail address'],
    ['   ', 'Type your e-mail address'],
    ['amina.example.org', 'has an @ in it'],
    ['amina @example.org', 'Take the space out'],
    ['@example.org', 'before the @'],
    ['amina@', 'after the @'],
    ['amina@example', 'after the @'],
    ['amina@example.', 'after the @'],
    ['amina@b@example.org', 'after the @'],
    [`${'a'.repeat(250)}@b.org`, 'longer'],
  ])('says what to do about %s', (typed, said) => {
    expect(emailProblem(typed)).toContain(said);
  });
});
