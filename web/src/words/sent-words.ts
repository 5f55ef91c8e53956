import type { Freshness } from '@kith/core/keep/freshness';
import type { SentThing } from '../data/account-questions.ts';

/** What people sent to the stewards, and what became of it, in the sender's words. */

const WHAT: Readonly<Record<string, string>> = {
  'new-place': 'A new place',
  edit: 'A change',
  report: 'A problem you told us of',
  keep: 'You asked to keep it',
  photo: 'A photo',
  conflict: 'A row of a spreadsheet',
};
export const sentWhat = (kind: string): string => WHAT[kind] ?? 'Something you sent';

const BECAME = {
  waiting: 'Waiting for a steward',
  accepted: 'Accepted',
  rejected: 'Not taken up',
} as const;
export function sentBecame({
  state,
  sameAs,
  putBackAt,
}: Pick<SentThing, 'state' | 'sameAs' | 'putBackAt'>): string {
  if (putBackAt !== null) return 'Waiting again';
  return sameAs === null ? BECAME[state] : 'On Kith already';
}

const HOW_FRESH: Readonly<Record<Freshness, string>> = {
  fresh: 'Up to date',
  due: 'Please check it soon',
  stale: 'Needs checking',
  old: 'Shown as “may be out of date”',
};
/** How fresh a listing is, to those who keep it. Null: nobody has checked it on Kith. */
export const freshnessWords = (freshness: Freshness | null): string =>
  freshness === null ? 'Not checked yet' : HOW_FRESH[freshness];

/** Whether those who keep it are asked for something. */
export const wantsCheck = (freshness: Freshness | null): boolean => freshness !== 'fresh';
