import type { Decision, Done, Waiting, WaitingDetail } from '@kith/core/keep/queue';
import type { WaitingKind } from '@kith/core/keep/waiting-kinds';
import { askAt, sendTo } from './plain-questions.ts';

/** What a steward asks of the queue, and decides. */

export interface WaitingPage {
  readonly waiting: readonly Waiting[];
  /** Give it back as `cursor` for those that follow; null at the end. */
  readonly next: string | null;
}
export interface WaitingQuestion {
  readonly kind: WaitingKind | null;
  readonly apart: boolean;
  /** Only the near-copies of this one, wherever they are. */
  readonly copiesOf?: string | null;
  readonly limit?: number;
  readonly cursor?: string;
}
export const askWaiting = (
  { kind, apart, copiesOf = null, limit, cursor }: WaitingQuestion,
  signal?: AbortSignal,
): Promise<WaitingPage> =>
  askAt('/waiting', { kind, apart: copiesOf ? null : apart ? 'yes' : 'no', copiesOf, limit, cursor }, signal);

/** So many are asked for, and decided on, at once. */
export const MOST_AT_ONCE = 500;

/** Everything that a question is answered with, page by page. */
export async function askEvery(question: WaitingQuestion): Promise<readonly Waiting[]> {
  const all: Waiting[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page: WaitingPage = await askWaiting({
      ...question,
      limit: MOST_AT_ONCE,
      ...(cursor ? { cursor } : {}),
    });
    all.push(...page.waiting);
    cursor = page.next;
  }
  return all;
}

export interface DonePage {
  readonly done: readonly Done[];
  readonly next: string | null;
}
export const askDone = (cursor?: string, signal?: AbortSignal): Promise<DonePage> =>
  askAt('/waiting/done', { cursor }, signal);

export const askWaitingOne = (id: string, signal?: AbortSignal): Promise<WaitingDetail> =>
  askAt(`/waiting/${encodeURIComponent(id)}`, {}, signal);

export interface WaitingCounts {
  /** Without what is set apart. */
  readonly total: number;
  readonly apart: number;
  readonly byKind: Readonly<Partial<Record<WaitingKind, number>>>;
  /** ISO time of what has waited longest. */
  readonly oldest: string | null;
}
export const askWaitingCounts = (signal?: AbortSignal): Promise<WaitingCounts> =>
  askAt('/waiting/counts', {}, signal);

/** What came of a decision about one: `before`: it was decided already; `changed`: the listing is another by now. */
export interface Decided {
  readonly id: string;
  readonly outcome: 'accepted' | 'rejected' | 'before' | 'changed' | 'refused' | 'unknown';
  /** In words. */
  readonly message: string;
  /** The ids of others that had been rejected as the same as this one, and wait again now that it is rejected. */
  readonly waitAgain?: readonly string[];
}
export const sendDecision = (decision: Decision): Promise<readonly Decided[]> =>
  sendTo<{ decided: Decided[] }>('POST', '/waiting/decisions', decision).then((answer) => answer.decided);

/** Waits again. @param decidedAt when it was rejected, as the list of what was done says */
export const sendPutBack = (id: string, decidedAt: string): Promise<unknown> =>
  sendTo('POST', `/waiting/${encodeURIComponent(id)}/put-back`, { decidedAt });

/** Two places again: by the id of the one that was merged into the other. */
export const sendMergeUndo = (fromId: string): Promise<unknown> =>
  sendTo('POST', `/merges/${encodeURIComponent(fromId)}/undo`);
