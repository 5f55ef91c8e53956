import { parseWeek } from '@kith/core/place/week';
import type { Cut } from '@kith/core/scenario/cut';
import { describe, expect, it } from 'vitest';
import type { CutPlace } from '../cut-places.ts';
import { cutCard, cutQuestion, cutsInBrief } from './cut-words.ts';

const places = new Map(
  [
    { id: 'a', name: 'Barwell Library', week: parseWeek('mo9-17.tu9-17.th9-17'), approximate: false },
    { id: 'b', name: 'Earl Shilton Library', week: null, approximate: true },
    { id: 'c', name: 'Burbage Library', week: null, approximate: false },
  ].map((place) => [place.id, place as CutPlace]),
);
const find = (id: string) => places.get(id);
const never = () => false;
const tuesday = parseWeek('tu9-12') ?? '';
const grant: Cut = {
  type: 'end-grant',
  grant: 'Warm Spaces',
  endsOn: '2027-03-31',
  places: ['a', 'b', 'c'],
  replaced: ['c'],
};
const opens: Cut = {
  type: 'open',
  site: 'new-1',
  name: 'Town hub',
  kind: 'hub',
  easting: 1,
  northing: 1,
  week: null,
};

describe('a chosen cut on its card', () => {
  it('says what happens, and what of it is not exact', () => {
    expect(cutCard({ type: 'close', place: 'a' }, find, never)).toMatchObject({
      title: 'Barwell Library',
      words: 'Closes',
      detail: '',
    });
    expect(cutCard({ type: 'close', place: 'b' }, find, never).detail).toBe('Exact spot not known');
    expect(cutCard({ type: 'close', place: 'x' }, find, never).title).toBe('A place not on this map');
  });

  it('says the hours that stay, and how many there were', () => {
    expect(cutCard({ type: 'shorten', place: 'a', keeps: tuesday }, find, never)).toMatchObject({
      words: 'Only Tuesday mornings',
      detail: '3 hours a week, 24 now',
    });
    expect(cutCard({ type: 'shorten', place: 'c', keeps: tuesday }, find, never).detail).toBe(
      '3 hours a week; its hours now are not known',
    );
  });

  it('says when a grant ends, how many places close with it and how many stay', () => {
    expect(cutCard(grant, find, never)).toMatchObject({
      title: 'Warm Spaces',
      words: 'Ends on 31 March 2027: 2 places close, 1 stays',
      detail: 'Barwell Library, Earl Shilton Library',
    });
    expect(cutCard({ ...grant, endsOn: null, replaced: ['b', 'c'] }, find, never).words).toBe(
      'Ends, on a day not yet known: 1 place closes, 2 stay',
    );
  });

  it('says that a new place opens, and its hours', () => {
    expect(cutCard(opens, find, never)).toMatchObject({
      words: 'Opens as a new community hub',
      detail: 'Hours not known',
      gain: true,
    });
    expect(cutCard({ ...opens, week: 'o'.repeat(168) }, find, never).detail).toBe('Open at all hours');
    expect(cutCard({ ...opens, week: tuesday }, find, never).detail).toBe('3 hours a week');
  });
});

describe('cuts in a few words', () => {
  it('ask a question', () => {
    expect(cutQuestion([{ type: 'close', place: 'a' }], find, never)).toBe('What if Barwell Library closes?');
    expect(cutQuestion([grant], find, never)).toBe('What if the grant “Warm Spaces” ends?');
    expect(cutQuestion([opens], find, never)).toBe('What if Town hub opens?');
    expect(cutQuestion([grant, opens], find, never)).toBe('What if these 2 cuts are made?');
  });

  it('tell a closed place that opens again from a new one', () => {
    const again = (cut: Cut) => cut === opens;
    expect(cutCard(opens, find, again)).toMatchObject({ title: 'Town hub', words: 'Opens again' });
    expect(cutQuestion([opens], find, again)).toBe('What if Town hub opens again?');
    expect(cutsInBrief([opens], again)).toBe('1 closed place opens again');
    const more: Cut = { ...opens, site: 'new-2', easting: 2 };
    expect(cutsInBrief([opens, more], again)).toBe('1 new place opens, 1 closed place opens again');
  });

  it('are counted by what happens', () => {
    expect(cutsInBrief([], never)).toBe('');
    const closes: Cut[] = [
      { type: 'close', place: 'a' },
      { type: 'close', place: 'b' },
    ];
    expect(cutsInBrief([...closes, opens], never)).toBe('2 places close, 1 new place opens');
    expect(cutsInBrief([grant], never)).toBe('1 grant ends');
    expect(cutsInBrief([...closes, grant, opens], never)).toBe('4 cuts');
  });
});
