import type { Confirmation, Edit, Meanwhile, Sent } from '@kith/core/keep/contribution';
import type { HistoryEntry } from '@kith/core/keep/history';
import type { KeptRisk, RiskNote } from '@kith/core/keep/risk-note';
import { ApiProblem } from './client.ts';
import { askAt, sendTo } from './plain-questions.ts';

/** What a place's page asks and says to keep it true. */

const at = (id: string, rest: string): string => `/places/${encodeURIComponent(id)}/${rest}`;

export const sendEdit = (id: string, edit: Edit): Promise<Sent> => sendTo('POST', at(id, 'edits'), edit);
export const sendStillRight = (id: string, shown: Confirmation): Promise<unknown> =>
  sendTo('POST', at(id, 'confirmations'), shown);

/** What changed while something was edited; null where the trouble is another. */
export function meanwhileOf(error: unknown): readonly Meanwhile[] | null {
  if (!(error instanceof ApiProblem) || error.status !== 409 || !Array.isArray(error.details)) return null;
  const rows = error.details.filter(
    (row): row is Meanwhile => typeof row === 'object' && row !== null && 'field' in row && 'theirs' in row,
  );
  return rows.length > 0 ? rows : null;
}

/** A photo of a listed place that was taken in. */
export interface SentPhoto {
  readonly id: string;
  /** Null where nobody needs to look first. */
  readonly reference: string | null;
  readonly outcome: Sent['outcome'];
}
/** @param about `key`, made once for this photo: sent twice it is one; `alt`, what it shows */
export const sendPhotoOf = (
  id: string,
  photo: Blob,
  about: { readonly key: string; readonly alt: string },
): Promise<SentPhoto> => sendTo('POST', '/photos', photo, { place: id, ...about });
/** Takes a photo from sight, for stewards. */
export const takePhotoAway = (photoId: string): Promise<unknown> =>
  sendTo('DELETE', `/photos/${encodeURIComponent(photoId)}`);

export interface AskToKeep {
  readonly organisationId?: string;
  readonly organisationName?: string;
  /** A public page of the organisation. */
  readonly website?: string | null;
  readonly words: string | null;
}
export const sendAskToKeep = (id: string, asked: AskToKeep): Promise<Sent> =>
  sendTo('POST', at(id, 'keep'), asked);

export const askHistory = (id: string, signal?: AbortSignal): Promise<readonly HistoryEntry[]> =>
  askAt<{ history: HistoryEntry[] }>(at(id, 'history'), {}, signal).then((answer) => answer.history);
export const sendRestore = (id: string, changeId: number): Promise<unknown> =>
  sendTo('POST', at(id, 'restore'), { changeId });

export const askRisks = (id: string, signal?: AbortSignal): Promise<readonly KeptRisk[]> =>
  askAt<{ risks: KeptRisk[] }>(at(id, 'risks'), {}, signal).then((answer) => answer.risks);
export const sendRisk = (id: string, note: RiskNote): Promise<unknown> =>
  sendTo('POST', at(id, 'risks'), note);
export const withdrawRisk = (riskId: string): Promise<unknown> =>
  sendTo('DELETE', `/risks/${encodeURIComponent(riskId)}`);
/** Notes of one map: those that are public, or that whoever asks may read. */
export const askRisksOf = (patch: string, signal?: AbortSignal): Promise<readonly KeptRisk[]> =>
  askAt<{ risks: KeptRisk[] }>('/risks', { patch }, signal).then((answer) => answer.risks);
