import { describe, expect, it } from 'vitest';
import { referenceIn } from './reference.ts';

describe('a reference as somebody types it', () => {
  it.each(['K7QX-2MPA', 'k7qx2mpa', ' k7qx 2mpa ', 'K7QX–2MPA.'])('reads %s', (typed) => {
    expect(referenceIn(typed)).toBe('K7QX-2MPA');
  });
  it('reads one of three groups', () => expect(referenceIn('k7qx-2mpa 9rtb')).toBe('K7QX-2MPA-9RTB'));
  it.each(['', 'K7QX', 'K7QX-2MPAB', 'my hall'])('finds none in “%s”', (typed) => {
    expect(referenceIn(typed)).toBeNull();
  });
});
