import { randomInt } from 'node:crypto';

/** Letters and digits that cannot be taken for one another when read out over the phone. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUPS = 3;

/** What a sender may quote, such as `K7QX-2MPA-9RTB`: 58 bits by chance, so it cannot be guessed. */
export function newReference(): string {
  const group = () => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}
