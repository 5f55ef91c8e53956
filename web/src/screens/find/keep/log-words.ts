import type { HistoryEntry } from '@kith/core/keep/history';
import { distanceWords } from '../../../words/walk-words.ts';
import { straightMetresBetween } from '../straight-metres.ts';

/** Whether the one field that changed is named in the title of its entry already. */
export const isSaidInTitle = ({ rows, summary }: Pick<HistoryEntry, 'rows' | 'summary'>): boolean =>
  rows.length === 1 && rows.every(({ label }) => summary.includes(label));

/** How the spot of a place changed, in words: two pairs of degrees tell a reader nothing. */
export function spotWords(before: unknown, after: unknown): string {
  const [from, to] = [spotIn(before), spotIn(after)];
  if (!to) return 'Taken off the map';
  if (!from) return 'Put on the map';
  const metres = straightMetresBetween(from, to);
  if (metres < 1) return 'The same spot, said more or less exactly';
  return `Moved ${metres < 50 ? `${Math.round(metres)} m` : distanceWords(metres)}`;
}

function spotIn(value: unknown): { readonly lon: number; readonly lat: number } | null {
  const { lon, lat } = Object(value) as { lon?: unknown; lat?: unknown };
  return typeof lon === 'number' && typeof lat === 'number' ? { lon, lat } : null;
}
