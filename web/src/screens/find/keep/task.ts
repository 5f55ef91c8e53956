import type { Sent } from '@kith/core/keep/contribution';

/** What somebody does about a listing, in place of reading it. */
export type Task = 'edit' | 'times' | 'photo' | 'keep' | 'risk' | 'log';

export const TASK_TITLES: Readonly<Record<Task, string>> = {
  edit: 'Change this place',
  times: 'When it is open',
  photo: 'Add a photo',
  keep: 'We run this place',
  risk: 'It is at risk',
  log: 'History',
};

/** What became of something that was sent from the page of a place. */
export interface Done {
  readonly outcome: Sent['outcome'];
  /** May be quoted, where a steward looks first. */
  readonly reference: string | null;
}
