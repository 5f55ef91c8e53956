import { beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_VIEW } from './view.ts';
import { forgetOldWayBack, keepWayBack, seeWayBack, takeWayBack } from './way-back.ts';

const NOW = Date.parse('2026-11-23T10:00:00Z');
let kept: Map<string, string>;
const lies = {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
  removeItem: (key: string) => void kept.delete(key),
};
beforeEach(() => {
  kept = new Map();
});

const PLACE = { ...DEFAULT_VIEW, patch: 'kirklees', place: '11111111-1111-4111-8111-111111111111' };

describe('the way back to where somebody was before they signed in', () => {
  it('leads there once', () => {
    keepWayBack(() => lies, PLACE, NOW);
    expect(takeWayBack(() => lies, NOW + 60_000)).toEqual(PLACE);
    expect(takeWayBack(() => lies, NOW + 60_000)).toBeNull();
    expect(kept.size).toBe(0);
  });

  it('is seen by the tab that asked for the letter, and stays for the one that its link opens', () => {
    keepWayBack(() => lies, PLACE, NOW);
    expect(seeWayBack(() => lies, NOW + 60_000)).toEqual(PLACE);
    expect(takeWayBack(() => lies, NOW + 60_000)).toEqual(PLACE);
    expect(seeWayBack(() => lies, NOW + 60_000)).toBeNull();
  });

  it('is forgotten after an hour', () => {
    keepWayBack(() => lies, PLACE, NOW);
    expect(takeWayBack(() => lies, NOW + 61 * 60_000)).toBeNull();
  });

  it('is forgotten by itself where nobody signs in after all', () => {
    keepWayBack(() => lies, PLACE, NOW);
    forgetOldWayBack(() => lies, NOW + 59 * 60_000);
    expect(kept.size).toBe(1);
    forgetOldWayBack(() => lies, NOW + 61 * 60_000);
    expect(kept.size).toBe(0);
  });

  it.each(['remind', 'sign-in'] as const)('is none to %s', (screen) => {
    keepWayBack(() => lies, { ...DEFAULT_VIEW, screen }, NOW);
    expect(takeWayBack(() => lies, NOW)).toBeNull();
  });

  it.each([
    'https://elsewhere.example/find',
    '//elsewhere.example',
    '/\\elsewhere.example',
    'javascript:alert(1)',
    '',
  ])('leads nowhere else: %s', (address) => {
    kept.set('kith-way-back', JSON.stringify({ at: NOW, address }));
    expect(takeWayBack(() => lies, NOW)).toBeNull();
  });

  it.each(['{', '1', '[]', '{"at":"x","address":"/find"}'])('is none where %s was kept', (text) => {
    kept.set('kith-way-back', text);
    expect(takeWayBack(() => lies, NOW)).toBeNull();
  });

  it('is none where nothing can be kept', () => {
    const broken = {
      ...lies,
      setItem: () => {
        throw new Error('full');
      },
      getItem: () => {
        throw new Error('no');
      },
    };
    expect(() => keepWayBack(() => broken, PLACE, NOW)).not.toThrow();
    expect(takeWayBack(() => broken, NOW)).toBeNull();
  });
});
