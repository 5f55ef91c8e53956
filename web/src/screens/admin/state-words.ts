import type { AdminState } from '@kith/core/keep/admin-state';
import { counted, whole } from '../../words/area-words.ts';
import { momentWords } from '../../words/kept-words.ts';

const DAY_MS = 86_400_000;
/** Whole days since a moment, by the clock of whoever looks; none where that clock is behind. */
export const daysSince = (iso: string, now: Date): number =>
  Math.max(0, Math.floor((now.getTime() - new Date(iso).getTime()) / DAY_MS));

/** How large something is, in the unit that people read. */
export function sizeWords(bytes: number): string {
  const megabytes = bytes / 1_000_000;
  if (megabytes >= 1000) return `${(megabytes / 1000).toFixed(1)} GB`;
  return megabytes >= 1 ? `${Math.round(megabytes)} MB` : `${Math.max(1, Math.round(bytes / 1000))} kB`;
}

export interface StateRow {
  readonly label: string;
  readonly words: string;
  /** The place that it is about. */
  readonly place: { readonly id: string; readonly name: string } | null;
}

/** All else that there is to know of how Kith stands, line by line. */
export function stateRows(state: AdminState): readonly StateRow[] {
  const { counts, freshness, reminders } = state;
  const rows: (readonly [label: string, words: string, place?: StateRow['place']])[] = [
    ['Places', `${whole(counts.places)}, ${whole(counts.closed)} of them closed`],
    ['Places that an organisation keeps', whole(counts.kept)],
    ['To be checked soon or late', whole(freshness.due)],
    ['Stale', `${whole(freshness.stale)}, ${whole(freshness.old)} of them “may be out of date”`],
    ['Reminders not answered yet', whole(reminders.open)],
    ['Last reminder sent', reminders.lastSent ? momentWords(reminders.lastSent) : 'Never'],
    [
      'Last change by people',
      state.lastChange ? `${momentWords(state.lastChange.at)}: ${state.lastChange.summary}` : 'None yet',
      state.lastChange?.place ?? null,
    ],
    ['People with an account', whole(counts.people)],
    ['Organisations', whole(counts.organisations)],
    ['Photos shown', whole(counts.photos)],
    ['Areas', whole(counts.areas)],
    ['Statements in the log', whole(counts.statements)],
    ['Database', state.databaseBytes === null ? 'On a server' : sizeWords(state.databaseBytes)],
    [
      'Letters',
      state.outbox === null
        ? 'A mail server takes them'
        : `${counted(state.outbox, 'letter', 'letters')} in the outbox: no mail server is set`,
    ],
    ['Version of Kith', state.version],
    ['Version of the data', state.data],
  ];
  return rows.map(([label, words, place = null]) => ({ label, words, place }));
}
