import { describe, expect, it } from 'vitest';
import { type LoggedClaim, NO_LONGER_LISTED, winningClaim, winningClaims } from './winning-claim.ts';

let nextId = 1;
function claim(more: Partial<LoggedClaim>): LoggedClaim {
  return {
    id: nextId++,
    placeId: 'p',
    author: 'load',
    field: 'phone',
    value: 'x',
    source: 'a',
    sourceDetail: null,
    asOf: '2020',
    basis: 'published',
    licence: 'OGL',
    priority: 1,
    ...more,
  };
}
const winner = (...claims: LoggedClaim[]) => winningClaim(claims)?.value;

describe('which claim wins', () => {
  it('the later date, however it is based', () => {
    expect(winner(claim({ value: 'old', basis: 'checked' }), claim({ value: 'new', asOf: '2021' }))).toBe(
      'new',
    );
    expect(winner(claim({ value: 'month', asOf: '2020-05' }), claim({ value: 'year', asOf: '2020' }))).toBe(
      'month',
    );
  });

  it('any date before none', () => {
    const undated = claim({ value: 'undated', asOf: null, basis: 'undated' });
    expect(winner(undated, claim({ value: 'dated', asOf: '1999' }))).toBe('dated');
  });

  it('checked before published before undated, at the same date', () => {
    const published = claim({ value: 'published' });
    const checked = claim({ value: 'checked', basis: 'checked' });
    expect(winner(checked, published)).toBe('checked');
    expect(winner(published, checked)).toBe('checked');
  });

  it('the more trusted source, at the same date and basis', () => {
    expect(winner(claim({ value: 'less', priority: 2 }), claim({ value: 'more', priority: 1 }))).toBe('more');
  });

  it('the claim made last, when all else is the same', () => {
    expect(winner(claim({ value: 'first' }), claim({ value: 'second' }))).toBe('second');
  });

  it('the same one in whatever order they come', () => {
    const claims = [
      claim({ value: 1, asOf: null, basis: 'undated' }),
      claim({ value: 2, asOf: '2021', priority: 2 }),
      claim({ value: 3, asOf: '2021', priority: 1 }),
      claim({ value: 4, asOf: '2021', priority: 1, basis: 'checked' }),
      claim({ value: 5, asOf: '2019', basis: 'checked' }),
    ];
    for (let turn = 0; turn < claims.length; turn++) {
      const turned = [...claims.slice(turn), ...claims.slice(0, turn)];
      expect(winner(...turned)).toBe(4);
      expect(winner(...turned.reverse())).toBe(4);
    }
  });

  it('nothing of nothing', () => {
    expect(winningClaim([])).toBeUndefined();
    expect(winningClaims([])).toEqual([]);
  });
});

describe('what a person said', () => {
  const person = { author: 'ann', value: 'said' };

  it('stands against whatever is loaded, however late, checked and trusted', () => {
    for (const author of ['load', 'starter']) {
      const loaded = claim({ author, value: 'loaded', asOf: '2026-11', basis: 'checked', priority: 0 });
      const said = claim({ ...person, asOf: '2019', priority: 9 });
      expect(winner(loaded, said)).toBe('said');
      expect(winner(said, loaded)).toBe('said');
      const undated = claim({ ...person, asOf: null, basis: 'undated' });
      expect(winner(loaded, undated)).toBe('said');
    }
  });

  it('is weighed against what another person said by its date', () => {
    const older = claim({ ...person, asOf: '2025' });
    expect(winner(older, claim({ author: 'ben', value: 'newer', asOf: '2026' }))).toBe('newer');
    expect(winner(claim({ author: 'ben', value: 'oldest', asOf: '2018' }), older)).toBe('said');
  });

  it('of one day is what was said last, checked or not', () => {
    const checked = claim({ ...person, basis: 'checked' });
    expect(winner(checked, claim({ author: 'ben', value: 'later' }))).toBe('later');
    expect(winner(claim({ author: 'ben', value: 'earlier', basis: 'checked' }), claim(person))).toBe('said');
  });

  it('gives way to the files again when it is taken back', () => {
    const claims = [
      claim({ value: 'loaded' }),
      claim(person),
      claim({ ...person, value: null, asOf: null, basis: 'undated' }),
    ];
    expect(winningClaims(claims).map((each) => each.value)).toEqual(['loaded']);
  });

  it('that a value is wrong, stands against a later file too', () => {
    const claims = [claim({ ...person, value: null, asOf: '2020' }), claim({ value: 'x', asOf: '2026' })];
    expect(winningClaims(claims)).toEqual([]);
  });
});

describe('a source that lists a place no longer', () => {
  const dropped = () => claim({ value: 'unknown', asOf: '2025', sourceDetail: NO_LONGER_LISTED });

  it('makes it of unknown standing, unless another lists it still', () => {
    const claims = [claim({ value: 'open', source: 'b' }), claim({ value: 'open' }), dropped()];
    expect(winningClaims(claims, false).map((each) => each.value)).toEqual(['unknown']);
    expect(winningClaims(claims, true).map(({ value, source }) => [value, source])).toEqual([['open', 'b']]);
  });
});

it('the file of a source stands before the excerpt of it in the starter, whichever was loaded last', () => {
  const file = () => claim({ value: 'file' });
  const excerpt = () => claim({ value: 'excerpt', author: 'starter', basis: 'checked' });
  for (const claims of [
    [file(), excerpt()],
    [excerpt(), file()],
  ]) {
    expect(winningClaims(claims).map((each) => each.value)).toEqual(['file']);
  }
  const gone = claim({ value: null, asOf: null, basis: 'undated' });
  expect(winningClaims([excerpt(), gone, excerpt()])).toEqual([]);
});

describe('taking back', () => {
  it('a source that speaks again takes back what it said, even with an older date', () => {
    const claims = [claim({ value: 'wrong', asOf: '2024' }), claim({ value: 'right', asOf: '2023' })];
    expect(winningClaims(claims).map((each) => each.value)).toEqual(['right']);
  });

  it('a withdrawal lets another source speak', () => {
    const claims = [
      claim({ value: 'other', source: 'b', asOf: '2010' }),
      claim({ value: 'mine' }),
      claim({ value: null, asOf: null, basis: 'undated' }),
    ];
    expect(winningClaims(claims).map((each) => each.value)).toEqual(['other']);
  });

  it('a withdrawal lets a less trusted source speak, though that has no date either', () => {
    const claims = [
      claim({ value: 'other', source: 'b', asOf: null, basis: 'undated', priority: 9 }),
      claim({ value: 'mine' }),
      claim({ value: null, asOf: null, basis: 'undated' }),
    ];
    expect(winningClaims(claims).map((each) => each.value)).toEqual(['other']);
  });

  it('a person who says that a value is wrong wins over older sources, and the field is empty', () => {
    const claims = [claim({ value: 'wrong' }), claim({ value: null, asOf: '2026-01-05', author: 'ann' })];
    expect(winningClaims(claims)).toEqual([]);
  });

  it('one author does not speak for another', () => {
    const claims = [claim({ value: 'ann', author: 'ann', asOf: '2025' }), claim({ value: 'loader' })];
    expect(winningClaims(claims).map((each) => each.value)).toEqual(['ann']);
  });
});
