import type { KeptField } from '@kith/core/keep/fields';
import { ApiProblem } from './client.ts';
import { sendTo } from './plain-questions.ts';

export type ReminderAnswer = 'still-right' | 'closed';

/** What the link of a reminder is about. Asking changes nothing: programs that check e-mail open every link. */
export interface Reminder {
  /** `over`: too old, or whoever was sent it no longer keeps the place. */
  readonly state: 'open' | 'used' | 'over';
  readonly answer: ReminderAnswer | null;
  readonly placeId: string;
  readonly placeName: string;
  /** For whom they keep it. */
  readonly organisationName: string;
  /** ISO day of the last check; null: never. */
  readonly checkedOn: string | null;
  /** All that the listing says. */
  readonly shown: readonly { readonly field: KeptField; readonly value: unknown }[];
}

/** The token goes in the body: what stands in an address is written down on the way. */
export const askReminder = (token: string): Promise<Reminder> => sendTo('POST', '/reminders/read', { token });

/** Answers, and uses the link up. What was shown goes along: nobody vouches for what they have not seen. */
export const answerReminder = (
  token: string,
  answer: ReminderAnswer,
  shown: Reminder['shown'],
): Promise<unknown> =>
  sendTo('POST', '/reminders/answer', {
    token,
    answer,
    shown: shown.map(({ field, value }) => ({ field, value })),
  });

/** Whether the link itself is what does not work: sending it again does not help. */
export const isLinkSpent = (error: unknown): error is ApiProblem =>
  error instanceof ApiProblem && [404, 409, 410].includes(error.status) && !Array.isArray(error.details);
