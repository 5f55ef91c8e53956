import { describe, expect, it } from 'vitest';
import { hasBefore, sentLater } from './sent-later.ts';

const sent = { reference: 'K7QX-2MPA', outcome: 'waiting', placeId: null } as const;

describe('a place that was sent after its page was left', () => {
  it('is told with its reference', () =>
    expect(sentLater({ key: 'a', outcome: 'sent', sent }, 'Tuesday lunch')).toEqual({
      words: 'Tuesday lunch was sent. Its reference: K7QX-2MPA.',
      place: null,
    }));

  it('is told to have been refused, and where it is kept', () => {
    const error = new Error('Type a whole postcode.');
    const told = sentLater({ key: 'a', outcome: 'refused', error }, 'Tuesday lunch');
    expect(told?.words).toMatch(/^Tuesday lunch could not be sent: Type a whole postcode\..*Add a place/);
  });

  it('is not told while it waits', () =>
    expect(sentLater({ key: 'a', outcome: 'later' }, 'Tuesday lunch')).toBeNull());

  it('that another wrote is told without what they wrote', () => {
    const told = sentLater({ key: 'a', outcome: 'another', person: 'amina' }, 'Tuesday lunch');
    expect(told?.words).toMatch(/kept for them/);
    expect(told?.words).not.toContain('Tuesday');
    const own = sentLater({ key: 'a', outcome: 'another', person: null }, 'Tuesday lunch');
    expect(own?.words).toMatch(/^Tuesday lunch, written before you signed in, was not sent/);
  });

  it('is found again where adding begins', () => {
    expect(hasBefore([], [], [{ reference: sent.reference }])).toBe(true);
    expect(hasBefore([], [], [])).toBe(false);
  });
});
