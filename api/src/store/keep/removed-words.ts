import { NotThere } from './refusals.ts';

/** What stands where something was removed for good (see the triggers of the log). */
export const REMOVED = 'Removed on request';
/** What an organisation is called whose name went. */
export const NAME_REMOVED = 'Name removed on request';

/** What is to be removed is not there (any more). */
export function gone(): NotThere {
  return new NotThere('There is no such thing. Perhaps it was removed before.');
}
