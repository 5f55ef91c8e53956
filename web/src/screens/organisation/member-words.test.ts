import { expect, it } from 'vitest';
import { namedWords } from './member-words.ts';

it.each([
  ['sent', /as soon as they sign in.*letter is on its way/],
  ['outbox', /as soon as they sign in.*sends no e-mail, so tell them yourself/],
  ['none', /acts for Hall friends already\. No new letter/],
] as const)('where the letter is “%s” nothing else is said of it', (letter, words) => {
  expect(namedWords('bea@example.org', 'Hall friends', letter)).toMatch(words);
});
