import { expect, it } from 'vitest';
import { leftWhat } from './left-words.ts';

it.each([
  [{ what: 'place', name: 'Tea', waits: true }, 'Tea', 'A new place. Waits to be sent'],
  [{ what: 'place', name: null, waits: false }, 'A place without a name yet', 'A new place. Begun, not sent'],
  [{ what: 'edit', name: 'Hall', waits: true }, 'A change to Hall', 'Waits to be sent'],
  [{ what: 'photo', name: null, waits: false }, 'A photo of a place', 'Begun, not sent'],
] as const)('%j is “%s”', (left, title, state) => {
  expect(leftWhat({ id: 'a', person: null, ...left })).toEqual({ title, state });
});
