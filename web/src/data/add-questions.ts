import type { NewPlace, Sent } from '@kith/core/keep/contribution';
import type { Neighbour } from '@kith/core/keep/queue';
import { ApiProblem } from './client.ts';
import { askAt, sendTo } from './plain-questions.ts';

/** What adding a place asks and says. */

export const sendPlace = (place: NewPlace): Promise<Sent> => sendTo('POST', '/contributions', place);

/** Sends a photo as it is. @returns the id by which a place names it */
export const sendPhoto = (photo: Blob, alt: string): Promise<string> =>
  sendTo<{ id: string }>('POST', '/photos', photo, { alt }).then(({ id }) => id);

export interface LookAlikesQuestion {
  readonly name: string;
  readonly kind: string | null;
  readonly lon: number | null;
  readonly lat: number | null;
  readonly postcode: string | null;
}
/** Listed places that what somebody types may be, the likeliest first. */
export const askLookAlikes = (
  { lon, lat, ...asked }: LookAlikesQuestion,
  signal?: AbortSignal,
): Promise<readonly Neighbour[]> =>
  askAt<{ neighbours: readonly Neighbour[] }>(
    '/look-alikes',
    { ...asked, lon: lon?.toFixed(5), lat: lat?.toFixed(5) },
    signal,
  ).then((answer) => answer.neighbours);

/** The server has read it and will not take it as it is; anything else may be mended by waiting. */
export const isRefused = (error: unknown): boolean =>
  error instanceof ApiProblem && [400, 403, 404, 409, 413, 415, 422].includes(error.status);
