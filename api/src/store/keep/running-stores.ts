import type { KeptField } from '@kith/core/keep/fields';
import type { Database } from '../open.ts';
import { readAdminState } from './admin-store.ts';
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

/** What keeps Kith going while it runs: reminders, and how it stands. */
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
    admin: { state: (now: Date) => readAdminState(db, now) },
  };
}
