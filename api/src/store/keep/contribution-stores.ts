import type { Confirmation, Edit, NewPlace } from '@kith/core/keep/contribution';
import type { RiskNote } from '@kith/core/keep/risk-note';
import type { Person } from '@kith/core/keep/roles';
import type { Database } from '../open.ts';
import type { AskedToKeep } from './accept-keep.ts';
import { confirmPlace, type Sender, sendEdit, sendNewPlace } from './contribution-store.ts';
import { historyOf, restorePlace } from './history-store.ts';
import { askToKeep, endKeeping } from './keep-requests.ts';
import { type AskedLike, lookAlikes } from './look-alikes.ts';
import { sendPhoto, takePhotoAway } from './photo-requests.ts';
import { forgetTurnedDown, getPhoto, type NewPhoto } from './photo-store.ts';
import { listRisks, mayNote, noteRisk, placeOfRisk, type RisksAsked, withdrawRisk } from './risk-store.ts';
import { findSent } from './sent-store.ts';

/** What routes ask about what people say of places. */
export function contributionStores(db: Database) {
  return {
    contributions: {
      addPlace: (sent: NewPlace, sender: Sender) => sendNewPlace(db, sent, sender),
      edit: (id: string, edit: Edit, sender: Sender) => sendEdit(db, id, edit, sender),
      confirm: (id: string, shown: Confirmation, sender: Sender) => confirmPlace(db, id, shown, sender),
      sent: (reference: string) => findSent(db, reference),
      lookAlikes: (asked: AskedLike) => lookAlikes(db, asked),
    },
    history: {
      of: (id: string, person: Person) => historyOf(db, id, person),
      restore: (id: string, changeId: number, by: { readonly author: string; readonly at: string }) =>
        restorePlace(db, id, changeId, by),
    },
    keepers: {
      ask: (id: string, asked: AskedToKeep, sender: Sender) => askToKeep(db, id, asked, sender),
      end: (id: string, sender: Sender) => endKeeping(db, id, sender),
    },
    photos: {
      send: (placeId: string | null, photo: NewPhoto, sender: Sender, key: string | null) =>
        sendPhoto(db, placeId, photo, sender, key),
      get: (id: string) => getPhoto(db, id),
      remove: (id: string, by: Sender) => takePhotoAway(db, id, by),
      /** Lets go of what was turned down 30 days ago. */
      forgetTurnedDown: (at: string) => forgetTurnedDown(db, at),
    },
    risks: {
      mayNote: (placeId: string, person: Person) => mayNote(db, placeId, person),
      note: (id: string, note: RiskNote, by: Sender) => noteRisk(db, id, note, by),
      placeOf: (noteId: string) => placeOfRisk(db, noteId),
      withdraw: (noteId: string, by: Pick<Sender, 'person' | 'at'>) => withdrawRisk(db, noteId, by),
      list: (asked: RisksAsked, person: Person) => listRisks(db, asked, person),
    },
  };
}
