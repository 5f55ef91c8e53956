import type { Decision } from '@kith/core/keep/queue';
import { standingMergeOf } from '../match-store.ts';
import { undoMerge } from '../merge-store.ts';
import type { Database } from '../open.ts';
import { comparing } from './compare-earlier.ts';
import { decide } from './decide.ts';
import { listDone } from './done-list.ts';
import { putBack } from './put-back.ts';
import type { QueueFilter } from './queue-cursor.ts';
import { forgetOldSenders } from './sender-hash.ts';
import { getWaiting } from './waiting-detail.ts';
import { countWaiting, listWaiting } from './waiting-list.ts';

/** What routes ask of the queue for stewards. */
export function queueStores(db: Database) {
  return {
    waiting: {
      list: (filter: QueueFilter, limit: number, cursor?: string) => listWaiting(db, filter, limit, cursor),
      get: (id: string) => getWaiting(db, id),
      done: (limit: number, cursor?: string, reader?: string) => listDone(db, limit, cursor, reader),
      count: () => countWaiting(db),
      decide: (decision: Decision, author: string, at: string) => decide(db, decision, author, at),
      putBack: (id: string, decidedAt: string, by: { readonly author: string; readonly at: string }) =>
        putBack(db, id, decidedAt, by),
      /** Compares the new places that were not when they came, one call after the other. */
      compareEarlier: comparing(db),
      forgetOldSenders: (today: string) => forgetOldSenders(db, today),
    },
    merges: {
      /** The number of the merge that took this id away; null where none stands. */
      standing: (fromId: string) => standingMergeOf(db, fromId),
      undo: (eventId: number, author: string, at: string) => undoMerge(db, eventId, author, at),
    },
  };
}
