import type { KeptField } from '@kith/core/keep/fields';
import type { Removal } from '@kith/core/keep/removal';
import type { Database } from '../open.ts';
import { readAdminState } from './admin-store.ts';
import { overwriteRemoved } from './overwrite-removed.ts';
import {
  answerReminder,
  beginReminder,
  dropReminder,
  letterWent,
  listToRemind,
  type ReminderAnswer,
  readReminder,
  type ToRemind,
} from './reminder-store.ts';
import { removableThings } from './removable-things.ts';
import { removeForGood } from './remove-for-good.ts';

/** What keeps Kith going while it runs: reminders, what is removed on request, and how it stands. */
export function runningStores(db: Database) {
  return {
    reminders: {
      toSend: (now: Date) => listToRemind(db, now),
      begin: (to: ToRemind, now: Date) => beginReminder(db, to, now),
      went: (token: string, now: Date) => letterWent(db, token, now),
      drop: (token: string) => dropReminder(db, token),
      read: (token: string, now: Date) => readReminder(db, token, now),
      answer: (
        token: string,
        answer: ReminderAnswer,
        shown: readonly { readonly field: KeptField; readonly value?: unknown }[] | undefined,
        now: Date,
      ) => answerReminder(db, token, answer, shown, now),
    },
    removals: {
      find: (about: string) => removableThings(db, about),
      remove: (removal: Removal, by: { readonly author: string; readonly at: string }) =>
        removeForGood(db, removal, by),
      /** Does what could not be done at once where the file was in use. */
      overwrite: () => overwriteRemoved(db),
    },
    admin: { state: (now: Date) => readAdminState(db, now) },
  };
}
