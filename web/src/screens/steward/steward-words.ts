import { privateContactReasons } from '@kith/core/keep/private-contact';
import type { BeforeAfter, Done, WaitingDetail, WaitingNeighbour } from '@kith/core/keep/queue';
import { WAITING_KINDS, type WaitingKind } from '@kith/core/keep/waiting-kinds';
import { KINDS } from '@kith/core/place/kinds';
import type { Decided, WaitingCounts } from '../../data/steward-questions.ts';
import { counted, orList, whole } from '../../words/area-words.ts';

const MANY: Record<WaitingKind, readonly [one: string, many: string]> = {
  'new-place': ['new place', 'new places'],
  edit: ['edit', 'edits'],
  report: ['report', 'reports'],
  keep: ['wish to keep a place', 'wishes to keep a place'],
  photo: ['photo', 'photos'],
  twins: ['likely duplicate', 'likely duplicates'],
  conflict: ['import conflict', 'import conflicts'],
};

export const kindLabel = (kind: WaitingKind): string =>
  WAITING_KINDS.find((each) => each.id === kind)?.label ?? kind;

export const countOfKind = (kind: WaitingKind, count: number): string => counted(count, ...MANY[kind]);

/** What waits, in one sentence: "9 wait: 2 new places, 4 edits and 3 reports." */
export function waitingLine({ total, byKind }: Pick<WaitingCounts, 'total' | 'byKind'>): string {
  if (total === 0) return 'Nothing waits.';
  const parts = WAITING_KINDS.flatMap(({ id }) => {
    const count = byKind[id] ?? 0;
    return count > 0 ? [countOfKind(id, count)] : [];
  });
  return `${counted(total, 'waits', 'wait')}: ${orList(parts, 'and')}.`;
}

/** What accepting and rejecting are called for what waits. */
export function verbsOf(kind: WaitingKind): { readonly accept: string; readonly reject: string } {
  if (kind === 'twins') return { accept: 'They are one: merge', reject: 'Two places: keep apart' };
  if (kind === 'keep') return { accept: 'Let them keep it', reject: 'Say no' };
  if (kind === 'photo') return { accept: 'Show the photo', reject: 'Do not show it' };
  if (kind === 'report') return { accept: 'It is so', reject: 'It is not so' };
  return { accept: 'Accept', reject: 'Reject' };
}

/** What a place near by is, where, and how far from here. */
export function aboutWords(near: Pick<WaitingNeighbour, 'kind' | 'address' | 'straightMetres'>): string {
  const kind = KINDS.find(({ id }) => id === near.kind)?.label ?? near.kind;
  const far = near.straightMetres === null ? null : `${whole(near.straightMetres)} m away`;
  return [kind, near.address, far].filter(Boolean).join(' · ');
}

/** How doubtful something is, where it is at all: "A guess at how likely this is spam: 93 in 100." */
export function doubtWords(doubt: number): string | null {
  const parts = Math.round(100 * doubt);
  return parts === 0 ? null : `A guess at how likely this is spam: ${parts} in 100.`;
}

/** Of a new place, the contacts that may be a private person's: they are not shown at one press. */
export function privateFields(
  kind: WaitingKind,
  rows: readonly Pick<BeforeAfter, 'field' | 'after'>[],
): ('phone' | 'email')[] {
  if (kind !== 'new-place') return [];
  return (['phone', 'email'] as const).filter((field) => {
    const said = rows.find((row) => row.field === field)?.after;
    return typeof said === 'string' && privateContactReasons({ [field]: said }).length > 0;
  });
}

type Row = Pick<BeforeAfter, 'before' | 'meanwhile'>;
/** Whether something of it was changed since its sender looked: then it can be accepted only once it is amended. */
export const isOvertaken = (rows: readonly Row[]): boolean => rows.some((row) => row.meanwhile !== undefined);

/** What the listing says now, which may not be what the sender saw. */
export const standsNow = (row: Row): unknown => (row.meanwhile === undefined ? row.before : row.meanwhile);

interface MapSpot {
  readonly lon: number;
  readonly lat: number;
}
const spotOf = (value: unknown): MapSpot | null => {
  const { lon, lat } = Object(value) as Partial<MapSpot>;
  return typeof lon === 'number' && typeof lat === 'number' ? { lon, lat } : null;
};

/** Where it stands and, of one that would move or of two that may be one, the other spot, each in words for the map. */
export function spotsOf({
  kind,
  position,
  rows,
  neighbours,
}: Pick<WaitingDetail, 'kind' | 'position' | 'rows' | 'neighbours'>): {
  readonly here: MapSpot | null;
  readonly there: MapSpot | null;
  readonly words: readonly [here: string, there: string];
} {
  const row = kind === 'new-place' ? undefined : rows.find(({ field }) => field === 'position');
  const [stands, there] = row ? [spotOf(standsNow(row)), spotOf(row.after)] : [null, null];
  const [one, other] = neighbours;
  const words =
    kind === 'twins' && one && other && one.name !== other.name
      ? ([one.name, other.name] as const)
      : kind === 'twins'
        ? (['One of the two', 'The other'] as const)
        : (['Before', 'After'] as const);
  return { here: stands ?? position, there, words };
}

/** What came of it, for the list of what was done. */
export function doneWords({
  kind,
  outcome,
  undone,
  withdrawn,
}: Pick<Done, 'kind' | 'outcome' | 'undone' | 'withdrawn'>): string {
  if (withdrawn) return 'Taken back by its sender';
  if (outcome === 'put-back') return 'Put back';
  if (kind === 'twins') return undone ? 'Undone' : TWINS_DONE[outcome === 'accepted' ? 'accept' : 'reject'];
  if (outcome === 'accepted') return 'Accepted';
  return undone ? 'Rejected, then put back' : 'Rejected';
}

/**
 * Two that were kept apart are not among it: what was likely of them is worked out anew by every load. Nor is what its
 * sender took back.
 */
export const canPutBack = ({
  kind,
  outcome,
  undone,
  withdrawn,
}: Pick<Done, 'kind' | 'outcome' | 'undone' | 'withdrawn'>): boolean =>
  outcome === 'rejected' && !undone && !withdrawn && kind !== 'twins';

const TWINS_DONE = { accept: 'Merged', reject: 'Kept apart' } as const;
const DONE = { accept: 'Accepted', reject: 'Rejected' } as const;
/** What is no longer in the queue, whether by this decision or by one before. */
export const isGone = ({ outcome }: Decided): boolean =>
  outcome === 'accepted' || outcome === 'rejected' || outcome === 'before' || outcome === 'unknown';
/** The one that somebody else decided first, where a note was written that is not sent: it is not taken away. */
export const keptBefore = (decided: readonly Decided[], note: string | null): string | null =>
  decided.length === 1 && decided[0]?.outcome === 'before' && note !== null ? decided[0].id : null;
export const isDone = ({ outcome }: Decided): boolean => outcome === 'accepted' || outcome === 'rejected';

/** Those that had been rejected as the same as what is rejected now: they wait again. */
export const waitAgainOf = (decided: readonly Decided[]): readonly string[] =>
  decided.flatMap(({ waitAgain = [] }) => waitAgain);
const againWords = (count: number): string =>
  count === 1
    ? '1 other that was rejected as the same waits again.'
    : `${count} others that were rejected as the same wait again.`;

/** What came of a decision, in a sentence that is also read out, and what was not done, each by name. */
export function outcomeLine(
  decision: 'accept' | 'reject',
  decided: readonly Decided[],
  titleOf: (id: string) => string,
): { readonly done: string | null; readonly trouble: readonly string[] } {
  const done = decided.filter(isDone);
  const [only] = done;
  const twins = done.every(({ id }) => id.startsWith('twins:'));
  const verb = (twins ? TWINS_DONE : DONE)[decision];
  const what = done.length === 1 && only ? titleOf(only.id) : String(done.length);
  const again = waitAgainOf(done).length;
  return {
    done: done.length === 0 ? null : `${verb}: ${what}.${again === 0 ? '' : ` ${againWords(again)}`}`,
    trouble: decided.filter((each) => !isDone(each)).map((each) => `${titleOf(each.id)}: ${each.message}`),
  };
}

/**
 * The place that a merge of likely duplicates takes in, out of `twins:<from>:<to>`; null of anything else.
 * @param stays the one that a steward chose to stay; null for the one that was proposed
 */
export function mergedFrom(id: string, stays: string | null): string | null {
  const [kind, from, to] = id.split(':');
  if (kind !== 'twins' || !from || !to) return null;
  return stays === from ? to : from;
}
