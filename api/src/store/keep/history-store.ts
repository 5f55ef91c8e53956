import { dayInWords } from '@kith/core/keep/calendar';
import { KEPT_FIELDS } from '@kith/core/keep/fields';
import type { HistoryEntry } from '@kith/core/keep/history';
import type { Person } from '@kith/core/keep/roles';
import type { PlaceField } from '@kith/core/place/place';
import { addClaims, logChange } from '../claim-store.ts';
import { survivorsOf } from '../merges.ts';
import type { Database } from '../open.ts';
import { isLoad, wordsOfAuthors } from './author-words.ts';
import { type HistoryLog, readHistoryLog } from './history-log.ts';
import { type PastChange, type PastState, pastStates } from './past-states.ts';
import { ensurePeopleSource, saidBy } from './people-source.ts';
import { NoPlace, NotNow, NotThere } from './refusals.ts';
import { REMOVED } from './removed-words.ts';
import { mayReadNotes } from './risk-store.ts';
import { sameValue } from './standing-claims.ts';

/** So many things that were done to a place are told of, the newest. */
const MOST_ENTRIES = 500;

/**
 * What has been done to a place, newest first. Loads that changed nothing of it are passed over. Notes that it is at
 * risk are in it for whoever may read them, those taken back too.
 */
export async function historyOf(db: Database, id: string, person: Person): Promise<HistoryEntry[]> {
  const { past, mergedBy } = await pastOf(db, id, await mayReadNotes(db, id, person));
  const words = await wordsOfAuthors(
    db,
    past.flatMap(({ change, claims }) => [change.author, ...claims.map(({ author }) => author)]),
  );
  const last = past.at(-1)?.after ?? new Map();
  return past
    .filter(isWorthTelling)
    .slice(-MOST_ENTRIES)
    .reverse()
    .map((entry) => ({
      changeId: entry.change.id,
      at: entry.change.at,
      by: whoDid(entry, words),
      summary: summaryOf(entry),
      rows: rowsOf(entry),
      merged: mergedBy.get(entry.change.id) ?? [],
      now: sameState(entry.after, last),
    }));
}

interface Past {
  readonly past: readonly PastChange[];
  /** By change: the listings that it made part of the place, and that still are. */
  readonly mergedBy: ReadonlyMap<number, HistoryEntry['merged']>;
}

async function pastOf(db: Database, id: string, allNotes = false): Promise<Past> {
  const placeId = (await survivorsOf(db, [id])).get(id) ?? id;
  const log = await readHistoryLog(db, placeId, allNotes);
  if (log.claims.length === 0) throw new NoPlace('There is no such place.');
  return { past: pastStates(log), mergedBy: standingMerges(log) };
}

function standingMerges({ id, merges, claims }: HistoryLog): Past['mergedBy'] {
  const standing = new Map<string, { toId: string; changeId: number }>();
  for (const { kind, fromId, toId, changeId } of merges) {
    if (kind === 'merge') standing.set(fromId, { toId, changeId });
    else if (kind === 'undo') standing.delete(fromId);
  }
  const endOf = (from: string): string => {
    const to = standing.get(from)?.toId;
    return to === undefined ? from : endOf(to);
  };
  const mergedBy = new Map<number, HistoryEntry['merged']>();
  for (const [fromId, { changeId }] of standing) {
    if (endOf(fromId) !== id) continue;
    const name = claims.findLast((claim) => claim.placeId === fromId && claim.field === 'name')?.value;
    const merged = { fromId, name: typeof name === 'string' ? name : 'a listing without a name' };
    mergedBy.set(changeId, [...(mergedBy.get(changeId) ?? []), merged]);
  }
  return mergedBy;
}

function isWorthTelling(entry: PastChange): boolean {
  const isPerson = entry.change.kind !== 'load' && !entry.elsewhere;
  return isPerson || entry.regrouped || rowsOf(entry).length > 0;
}

function rowsOf({ before, after }: PastChange): HistoryEntry['rows'] {
  return KEPT_FIELDS.flatMap(({ id: field, label }) => {
    const [was, is] = [valueIn(before, field), valueIn(after, field)];
    return sameValue(field, was, is) ? [] : [{ field, label, before: was, after: is }];
  });
}

function valueIn(state: PastState, field: PlaceField): unknown {
  return state.get(field)?.value ?? null;
}

function sameState(one: PastState, other: PastState): boolean {
  return KEPT_FIELDS.every(({ id }) => sameValue(id, valueIn(one, id), valueIn(other, id)));
}

/** What was done; and of what was said in it and is gone for good since, that it is. */
function summaryOf(entry: PastChange): string {
  const removed = KEPT_FIELDS.filter(({ id }) =>
    entry.claims.some(
      (claim) => claim.field === id && claim.value === null && claim.sourceDetail === REMOVED,
    ),
  );
  const gone = removed.map(({ label }) => label).join(', ');
  return gone === '' ? doneWords(entry) : `${doneWords(entry)}. ${REMOVED}: ${gone}`;
}

/** A load in words that do not change with what it was started as. */
function doneWords({ change, before, after, regrouped }: PastChange): string {
  if (change.kind === 'load') return before.size === 0 ? 'Listed' : 'A new edition of a list';
  if (change.kind !== 'merge') return change.summary;
  if (!regrouped) return 'Said to be another place than one like it';
  return before.size > 0 && after.size === 0
    ? 'Moved into another listing'
    : 'Two listings of it made one, or two again';
}

/**
 * Who did it: of a load who publishes what it brought; of what a steward let stand both who said it and that a steward
 * did.
 */
function whoDid({ change, claims }: PastChange, words: ReadonlyMap<string, string>): string {
  const publishers = [...new Set(claims.map(({ publisher }) => publisher))];
  if (isLoad(change.author)) return publishers.length === 0 ? 'a list' : publishers.join(', ');
  const doer = words.get(change.author) ?? 'somebody';
  const others = [...new Set(claims.map(({ author }) => author))].filter(
    (author) => author !== change.author && !isLoad(author),
  );
  if (others.length === 0) return doer;
  return `${others.map((author) => words.get(author) ?? 'somebody').join(', ')}; ${doer} let it stand`;
}

/** What goes with the fields that people keep, without a row of its own in the history. */
const ALONG: readonly PlaceField[] = ['yearClosed', 'district', 'patch', 'outside'];

/**
 * Brings back how a place stood after a change, as a new change. What was not known then is empty again. Nothing of
 * what was said since is lost: it stays in the history, and can be brought back the same way.
 * @throws NotThere where the history of the place has no such change
 * @throws NotNow where it stands like that already
 * @returns the number of the new change
 */
export async function restorePlace(
  db: Database,
  id: string,
  changeId: number,
  by: { readonly author: string; readonly at: string },
): Promise<number> {
  return db.transaction(async (tx) => {
    const { past } = await pastOf(tx, id, true);
    const then = past.find(({ change }) => change.id === changeId);
    const now = past.at(-1);
    if (then === undefined || now === undefined || then.after.size === 0) {
      throw new NotThere('The history of this place has no such change.');
    }
    const placeId = (await survivorsOf(tx, [id])).get(id) ?? id;
    const apart = [...KEPT_FIELDS.map((each) => each.id), ...ALONG].filter(
      (field) => !sameValue(field, valueIn(then.after, field), valueIn(now.after, field)),
    );
    if (apart.length === 0) throw new NotNow('It stands like that already.');
    await ensurePeopleSource(tx);
    const summary = `Brought back as it stood on ${dayInWords(then.change.at.slice(0, 10))}`;
    const newChange = await logChange(tx, { kind: 'edit', ...by, summary });
    const claims = apart.map((field) => {
      const claim = then.after.get(field);
      return saidBy(by.author, by.at, placeId, field, claim?.value ?? null, {
        // Nobody looked at the place: it is as sure as it was, and checked by nobody today.
        basis: 'published',
        sourceDetail: `As it stood after change ${changeId}`,
        ...(claim === undefined ? {} : { licence: claim.licence }),
      });
    });
    await addClaims(tx, newChange, claims);
    return newChange;
  });
}
