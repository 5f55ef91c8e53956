import type { PlaceField } from '@kith/core/place/place';
import { type LoggedClaim, winningClaims } from '../winning-claim.ts';
import type { HistoryChange, HistoryClaim, HistoryLog } from './history-log.ts';

/** How a place stood after a change: the claim that settled each field. */
export type PastState = ReadonlyMap<PlaceField, HistoryClaim>;

export interface PastChange {
  readonly change: HistoryChange;
  readonly before: PastState;
  readonly after: PastState;
  /** What was claimed in it of the listings that the place was then made of. */
  readonly claims: readonly HistoryClaim[];
  /** Whether listings became part of it or left it. */
  readonly regrouped: boolean;
  /** Whether it was about a listing alone that was not part of the place then. */
  readonly elsewhere: boolean;
}

/**
 * Plays the log of a place from its beginning: what stood after each change. Only what is still heard of a speaker is
 * held, so that a place confirmed a thousand times takes no longer for it.
 */
export function pastStates(log: HistoryLog): PastChange[] {
  const claims = groupedBy(log.claims, (each) => each.changeId);
  const merges = groupedBy(log.merges, (each) => each.changeId);
  const into = new Map<string, string>();
  const said = new Map<PlaceField, Map<string, HistoryClaim>>();
  const past: PastChange[] = [];
  let parts = partsOf(log.id, into);
  let listed = isListed(log, parts, 0);
  let state: PastState = new Map();
  for (const change of log.changes) {
    for (const { kind, fromId, toId } of merges.get(change.id) ?? []) {
      if (kind === 'merge') into.set(fromId, toId);
      else if (kind === 'undo') into.delete(fromId);
    }
    const now = partsOf(log.id, into);
    const nowListed = isListed(log, now, change.id);
    const regrouped = [...now].sort().join() !== [...parts].sort().join();
    const all = regrouped || nowListed !== listed;
    [parts, listed] = [now, nowListed];
    const made = claims.get(change.id) ?? [];
    for (const claim of made) hear(said, claim);
    const fields = all ? [...said.keys()] : [...new Set(made.map(({ field }) => field))];
    const after = new Map(state);
    for (const field of fields) {
      const winner = winnerOf([...(said.get(field)?.values() ?? [])], parts, listed);
      if (winner === undefined) after.delete(field);
      else after.set(field, winner);
    }
    const own = made.filter(({ placeId }) => now.has(placeId));
    const elsewhere = made.length > 0 && own.length === 0;
    past.push({ change, before: state, after, claims: own, regrouped, elsewhere });
    state = after;
  }
  return past;
}

/** Of each speaker about a field the last word: see `liveClaims` of winning-claim, which looks at these again. */
function hear(said: Map<PlaceField, Map<string, HistoryClaim>>, claim: HistoryClaim): void {
  const speakers = said.get(claim.field) ?? new Map<string, HistoryClaim>();
  said.set(claim.field, speakers);
  speakers.set(`${claim.source}\n${claim.author}\n${claim.placeId}`, claim);
}

function winnerOf(
  claims: readonly HistoryClaim[],
  parts: ReadonlySet<string>,
  listed: boolean,
): HistoryClaim | undefined {
  const own = claims.filter(({ placeId }) => parts.has(placeId));
  const winner: LoggedClaim | undefined = winningClaims(own, listed)[0];
  return winner && own.find(({ id }) => id === winner.id);
}

/** The listings that lead to a place by the merges that stand; itself among them. */
function partsOf(id: string, into: ReadonlyMap<string, string>): ReadonlySet<string> {
  const parts = new Set([id]);
  for (let grown = true; grown; ) {
    grown = false;
    for (const [from, to] of into) {
      if (!parts.has(to) || parts.has(from)) continue;
      parts.add(from);
      grown = true;
    }
  }
  return parts;
}

function isListed(log: HistoryLog, parts: ReadonlySet<string>, changeId: number): boolean {
  return log.listings.some(
    ({ placeId, firstChange, goneChange }) =>
      parts.has(placeId) && firstChange <= changeId && (goneChange === null || changeId < goneChange),
  );
}

function groupedBy<T>(all: readonly T[], keyOf: (each: T) => number): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const each of all) groups.set(keyOf(each), [...(groups.get(keyOf(each)) ?? []), each]);
  return groups;
}
