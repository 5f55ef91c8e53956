import type { Kind } from '../place/kinds.ts';
import { type OpenAt, openAt, slotsOf, type When } from '../place/week.ts';
import type { Baseline } from './baseline.ts';

/** What makes a place count as somewhere to go. All that is left out is not asked. */
export interface PlaceQuestion {
  readonly kinds: readonly Kind[];
  /** Only places open then; null: at any time. */
  readonly when?: When | null;
  /** Whether a place open then in some weeks only counts. */
  readonly someWeeks?: boolean;
  /** ISO day: only places checked then or later; null: all. */
  readonly checkedSince?: string | null;
}

/** How a place answers: not at all, `yes`, or `perhaps` for one of five reasons, in the order they are given. */
export const NO = 0;
export const YES = 1;
export const MAYBE_SPOT = 2;
export const MAYBE_HOURS = 3;
export const MAYBE_SOME_WEEKS = 4;
export const MAYBE_UNCHECKED = 5;
/** Only people vouch for it, and their last check is too long ago. */
export const MAYBE_STALE = 6;
export type Standing = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** Why a place answers `perhaps`, from `MAYBE_SPOT` on; the same words as `PERHAPS_WHY` of a report. */
export const MAYBE_WHY = ['spot', 'hours', 'some-weeks', 'unchecked', 'stale'] as const;

/** How every place of a baseline answers a question (method 2, three answers), in the order of its places. */
export function standings(baseline: Baseline, question: PlaceQuestion): Uint8Array {
  const { places } = baseline;
  const { kinds, when = null, someWeeks = false, checkedSince = null } = question;
  const wanted = new Set<string>(kinds);
  const slots = when === null ? [] : slotsOf(when);
  const byWeek = when === null ? [] : baseline.weeks.map((week) => openAt(week, slots));
  return Uint8Array.from(places.id, (_, place) => {
    if (places.status[place] !== 'open' || !wanted.has(places.kind[place] ?? '')) return NO;
    const week = places.week[place] ?? null;
    const then: OpenAt = when === null ? 'open' : week === null ? 'unknown' : (byWeek[week] ?? 'unknown');
    if (then === 'closed') return NO;
    if ((places.spreadMetres[place] ?? 0) > 0) return MAYBE_SPOT;
    if (then === 'unknown') return MAYBE_HOURS;
    if (then === 'some-weeks' && !someWeeks) return MAYBE_SOME_WEEKS;
    if (checkedSince !== null && (places.checkedOn[place] ?? '') < checkedSince) return MAYBE_UNCHECKED;
    if (places.stale[place] === true) return MAYBE_STALE;
    return YES;
  });
}
