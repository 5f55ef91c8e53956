import { describe, expect, it } from 'vitest';
import { choose, isBeyond, isPostcode, searchWords, typedOut, type Where } from './search-choice.ts';

const town = { label: 'Hinckley', lon: -1.37, lat: 52.54, patch: 'leicestershire' };

const LOADED = ['leicestershire', 'kirklees'];
const on = (now: string): Where => ({ now, isLoaded: (patch) => LOADED.includes(patch) });

describe('what a search result does', () => {
  it('starts the list from a town or postcode', () => {
    expect(choose(town, on('leicestershire'))).toEqual({
      camera: null,
      area: null,
      near: { lon: -1.37, lat: 52.54, label: 'Hinckley' },
      q: '',
      place: null,
      list: 'places',
    });
  });
  it('opens a listed place, on its own map', () => {
    const found = { ...town, id: 'x', patch: 'kirklees' };
    expect(choose(found, on('leicestershire'))).toEqual({
      patch: 'kirklees',
      cuts: [],
      camera: null,
      area: null,
      place: 'x',
    });
  });
  it('stays on the map of all England, which shows it too', () => {
    expect(choose(town, on('all'))).not.toHaveProperty('patch');
  });
  it('goes nowhere for what lies beyond what is loaded, and says so', () => {
    const beyond = { ...town, label: 'Newcastle', patch: '' };
    expect(choose(beyond, on('kirklees'))).toMatchObject({ near: { label: 'Newcastle' } });
    expect(choose(beyond, on('kirklees'))).not.toHaveProperty('patch');
    expect(isBeyond(beyond, on('kirklees'))).toBe(true);
    expect(isBeyond(town, on('kirklees'))).toBe(false);
    expect(isBeyond({ id: 'x', patch: '' }, on('kirklees'))).toBe(false);
  });
  it('looks for the name of what has no position', () => {
    expect(choose({ ...town, lon: null, patch: 'nowhere' }, on('kirklees'))).toEqual({
      camera: null,
      area: null,
      q: 'Hinckley',
      near: null,
    });
  });
  it.each([
    ['LE10 1QW', 'LE10 1'],
    ['le101qw', 'LE10 1'],
    ['le10', 'LE10'],
    ['Hinckley', 'Hinckley'],
    ['LE10 9ZZ', undefined],
    ['le100aa', 'LE10 0AA'],
  ])('takes %s as %s', (text, label) => {
    const results = [
      { label: 'LE10' },
      { label: 'LE10 1' },
      { label: 'LE10 0' },
      { label: 'LE10 0AA' },
      { label: 'Hinckley' },
      { label: 'Hinckley', id: 'x' },
    ];
    expect(typedOut(text, results)?.label).toBe(label);
  });
  it.each([
    ['LE10', true],
    ['le10 1', true],
    ['LE101QW', true],
    ['Hinckley', false],
    ['B1', true],
    ['1st Hinckley', false],
  ])('%s is a postcode: %s', (text, expected) => expect(isPostcode(text)).toBe(expected));
  it('leaves spaces out of the question', () => expect(searchWords('  le10   1 ')).toBe('le10 1'));
});
