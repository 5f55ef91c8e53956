import { describe, expect, it } from 'vitest';
import { type LoggedClaim, winningClaim, winningClaims } from './winning-claim.ts';

let nextId = 1;
function claim(more: Partial<LoggedClaim>): LoggedClaim {
  return {
    id: nextId++,
    placeId: 'p',
    author: 'loader',
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
