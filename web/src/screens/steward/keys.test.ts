import { describe, expect, it } from 'vitest';
import { afterDeciding, beside, doingOf } from './keys.ts';

const press = (key: string, over = {}) => ({ key, ctrlKey: false, metaKey: false, altKey: false, ...over });
const body = { tag: 'BODY', editable: false };

describe('keys of the queue', () => {
  it.each([
    ['j', 'next'],
    ['ArrowUp', 'before'],
    ['a', 'accept'],
    ['?', 'help'],
    ['z', null],
  ])('%s: %s', (key, does) => expect(doingOf(press(key), body)).toBe(does));

  it('leaves keys to whoever types, to the map and to the browser', () => {
    expect(doingOf(press('a'), { tag: 'TEXTAREA', editable: false })).toBeNull();
    expect(doingOf(press('a'), { tag: 'INPUT', editable: true })).toBeNull();
    expect(doingOf(press('ArrowDown'), { tag: 'CANVAS', editable: false })).toBeNull();
    expect(doingOf(press('a', { ctrlKey: true }), body)).toBeNull();
  });

  it('leads out of what is amended by Escape, also while something is typed', () => {
    const input = { tag: 'INPUT', editable: true };
    expect(doingOf(press('Escape'), { ...input, amends: true })).toBe('leave');
    expect(doingOf(press('Escape'), input)).toBeNull();
    expect(doingOf(press('a'), { ...input, amends: true })).toBeNull();
  });

  it('takes letters at a tick box, and leaves arrows to groups of radio buttons', () => {
    expect(doingOf(press('j'), { tag: 'INPUT', editable: false })).toBe('next');
    expect(doingOf(press('ArrowDown'), { tag: 'INPUT', editable: false })).toBeNull();
  });
});

describe('going through the list', () => {
  const ids = ['a', 'b', 'c'];
  it('starts at the first and stays at the ends', () => {
    expect(beside(ids, null, 1)).toBe('a');
    expect(beside(ids, 'gone', -1)).toBe('a');
    expect(beside(ids, 'c', 1)).toBe('c');
    expect(beside(ids, 'b', -1)).toBe('a');
    expect(beside([], 'b', 1)).toBeNull();
  });

  it('goes on to the next that is left, or back where it was the last', () => {
    expect(afterDeciding(ids, new Set(['a']), 'a')).toBe('b');
    expect(afterDeciding(ids, new Set(['c', 'b']), 'b')).toBe('a');
    expect(afterDeciding(ids, new Set(['a']), 'b')).toBe('b');
    expect(afterDeciding(ids, new Set(ids), 'b')).toBeNull();
  });
});
