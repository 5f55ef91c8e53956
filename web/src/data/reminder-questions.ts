import type { KeptField } from '@kith/core/keep/fields';
import { askAt, sendTo } from './plain-questions.ts';

/** What the link of a reminder is about. Asking changes nothing: programs that check e-mail open every link. */
export interface Reminder {
  readonly placeId: string;
  readonly name: string;
  /** For whom they keep it. */
  readonly organisation: string;
  /** ISO day of the last check; null: never. */
  readonly checkedOn: string | null;
  /** All that the listing says. */
  readonly shown: readonly { readonly field: KeptField; readonly value: unknown }[];
}
export type ReminderAnswer = 'still-right' | 'closed';

const at = (token: string): string => `/reminders/${encodeURIComponent(token)}`;

export const askReminder = (token: string, signal?: AbortSignal): Promise<Reminder> =>
  askAt(at(token), {}, signal);
/** Answers, and uses the link up. */
export const answerReminder = (token: string, answer: ReminderAnswer): Promise<unknown> =>
  sendTo('POST', at(token), { answer });
