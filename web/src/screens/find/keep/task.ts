import type { PlaceDetail } from '@kith/core/place/place';

/** What somebody does about a listing, in place of reading it. */
export type Task = 'edit' | 'times' | 'keep' | 'risk' | 'log';

export const TASK_TITLES: Readonly<Record<Task, string>> = {
  edit: 'Change this place',
  times: 'When it is open',
  keep: 'We run this place',
  risk: 'It is at risk',
  log: 'History',
};

/** Of what has closed for good, nothing is at risk. */
export const canBeAtRisk = ({ status }: Pick<PlaceDetail, 'status'>): boolean => status !== 'closed';
