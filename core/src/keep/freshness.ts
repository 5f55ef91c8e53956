import type { Kind } from '../place/kinds.ts';
import { addDays, addMonths } from './calendar.ts';

/**
 * Months after which what somebody checked may no longer be so, by kind: groups and cafés move and end most often,
 * buildings least. The three steps (3, 6, 12 months) are Kith's own, from the issue of keeping it true; no study
 * gives any. They err towards asking too often.
 */
const MONTHS: Record<Kind, 3 | 6 | 12> = {
  group: 3,
  cafe: 3,
  'social-club': 3,
  'day-centre': 6,
  hub: 6,
  hall: 6,
  faith: 6,
  other: 6,
  library: 12,
  park: 12,
  bench: 12,
};

/** A reminder goes out this long before. */
export const REMIND_DAYS = 21;

export function monthsFresh(kind: Kind): number {
  return MONTHS[kind];
}

/** How fresh a kept listing is: see `Freshness`. */
export const FRESHNESS = ['fresh', 'due', 'stale', 'old'] as const;

/** `fresh`; `due` (a reminder is out); `stale` (it sinks in lists and weakens reach); `old` (it says so). */
export type Freshness = (typeof FRESHNESS)[number];

/**
 * How fresh a listing is that people keep: one that somebody has checked on Kith. It is stale once its months are over,
 * and old once twice as many are. What only files list is as old as its file says, and this says nothing of it.
 * @param checkedOn ISO day of the last check by a person; null: never, and then `fresh` is not claimed: the answer is null
 * @param today ISO day
 */
export function freshnessOf(kind: Kind, checkedOn: string | null, today: string): Freshness | null {
  if (checkedOn === null) return null;
  const stale = staleFrom(kind, checkedOn);
  if (today >= addMonths(checkedOn, 2 * MONTHS[kind])) return 'old';
  if (today >= stale) return 'stale';
  return today >= addDays(stale, -REMIND_DAYS) ? 'due' : 'fresh';
}

/** The ISO day from which a listing checked on a day is stale. */
export function staleFrom(kind: Kind, checkedOn: string): string {
  return addMonths(checkedOn, MONTHS[kind]);
}

/** The days up to which a check makes a listing of a kind `due`, `stale` or `old` today: the rule turned round. */
export interface Cutoffs {
  readonly due: string;
  readonly stale: string;
  readonly old: string;
}

/**
 * The last day whose check is too long ago today, for each step: what a list of many can be asked with at once.
 * @param today ISO day
 */
export function cutoffsOf(kind: Kind, today: string): Cutoffs {
  const lastThat = (is: (checkedOn: string) => boolean, near: string): string => {
    let day = addDays(near, 4);
    while (!is(day)) day = addDays(day, -1);
    return day;
  };
  const stale = (day: string) => staleFrom(kind, day) <= today;
  const old = (day: string) => addMonths(day, 2 * MONTHS[kind]) <= today;
  const due = (day: string) => addDays(staleFrom(kind, day), -REMIND_DAYS) <= today;
  return {
    due: lastThat(due, addMonths(addDays(today, REMIND_DAYS), -MONTHS[kind])),
    stale: lastThat(stale, addMonths(today, -MONTHS[kind])),
    old: lastThat(old, addMonths(today, -2 * MONTHS[kind])),
  };
}
