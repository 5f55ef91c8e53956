import { describe, expect, it } from 'vitest';
import { venueStatus } from './venue-status.ts';

describe('venueStatus', () => {
  it('is unknown where the words leave it in doubt', () => {
    for (const words of [
      'Transfer to the community approved; check if open',
      'Nearly ready Dec 2023; check',
      'Announced 2021; check',
      'Undated page; check',
    ]) {
      expect(venueStatus('any', [words]), words).toBe('unknown');
    }
  });

  it('is unknown where the page speaks of demolition, whatever the words', () => {
    expect(venueStatus('hove-park-cafe', [''])).toBe('unknown');
    expect(venueStatus('knowl-park-house-dementia-day-centre', ['Mon-Fri'])).toBe('unknown');
  });

  it('is closed only where the words say that it is over', () => {
    expect(venueStatus('any', ['Closed in 2024'])).toBe('closed');
    expect(venueStatus('any', ['Closed on Mondays'])).toBe('open');
  });

  it('is open where only the details are old', () => {
    expect(venueStatus('any', ['Details from 2015; check before you go', ''])).toBe('open');
    expect(venueStatus('any', ['Reopened 25 Oct 2025'])).toBe('open');
    expect(venueStatus('any', ['', 'Checkers club'])).toBe('open');
  });
});
