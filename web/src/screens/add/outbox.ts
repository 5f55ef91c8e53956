import type { NewPlace, Sent } from '@kith/core/keep/contribution';
import { keysOf, type Shelf, TO_SEND } from './kept-drafts.ts';

/**
 * What is to be sent and has not yet been: it stays on the device until the server has said that it has it. The `key`
 * in it makes a second sending the same place.
 */
export interface ToSend {
  readonly place: NewPlace;
  /** What its photo shows; null: it has none, or the photo has been sent. */
  readonly alt: string | null;
  /** ISO time at which somebody pressed Send. */
  readonly at: string;
  /** Who did; null: a visitor. It never goes as somebody else's who signed in on the device since. */
  readonly person: string | null;
}

/** Something that was sent from this device. */
export interface WasSent {
  readonly reference: string;
  readonly name: string;
  /** ISO time. */
  readonly at: string;
  readonly person: string | null;
}

/** How things are sent. `refused` says whether sending the same again is of no use. */
export interface Sender {
  place(place: NewPlace): Promise<Sent>;
  photo(key: string, alt: string): Promise<string | null>;
  refused(error: unknown): boolean;
}

/**
 * What became of one: `later` while it waits for the line, `refused` where it has to be put right first, `another` where
 * somebody else is signed in than who pressed Send.
 */
export type Outcome = { readonly key: string } & (
  | { readonly outcome: 'sent'; readonly sent: Sent }
  | { readonly outcome: 'later' }
  | { readonly outcome: 'refused'; readonly error: unknown }
  | { readonly outcome: 'another'; readonly person: string | null }
);

const SENT = 'kith-sent';
const MOST_REMEMBERED = 20;

export class Outbox {
  readonly #shelf: Shelf;
  readonly #sender: Sender;
  readonly #now: () => Date;
  /** One run at a time in this page: the second would send the same again. */
  #running: Promise<readonly Outcome[]> | null = null;

  constructor(shelf: Shelf, sender: Sender, now: () => Date) {
    this.#shelf = shelf;
    this.#sender = sender;
    this.#now = now;
  }

  /** Takes something to be sent. @throws where the device keeps nothing */
  put(place: NewPlace, alt: string | null, person: string | null): void {
    const item: ToSend = { place, alt, at: this.#now().toISOString(), person };
    this.#shelf.setItem(TO_SEND + place.key, JSON.stringify(item));
  }

  drop(key: string): void {
    dropPlace(this.#shelf, key);
  }

  waiting(): readonly ToSend[] {
    return placesToSend(this.#shelf);
  }

  /** The last ones that were sent from here, the newest first. */
  sent(): readonly WasSent[] {
    const list = read<WasSent[]>(this.#shelf.getItem(SENT));
    return Array.isArray(list) ? list.map((each) => ({ ...each, person: each.person ?? null })) : [];
  }

  /** Forgets those that somebody is shown. */
  forgetSent(person: string | null): void {
    forgetSent(this.#shelf, (of) => of === null || of === person);
  }

  /**
   * Sends what waits, one after the other. Never throws; what could not be sent stays, also what another person pressed
   * Send on, for whoever asked to say what becomes of it.
   * @param person as whom the server would take it
   */
  async send(person: string | null): Promise<readonly Outcome[]> {
    // What was put in while a run was under way is sent by another run after it.
    while (this.#running) await this.#running;
    this.#running = this.#sendAll(person);
    try {
      return await this.#running;
    } finally {
      this.#running = null;
    }
  }

  async #sendAll(person: string | null): Promise<readonly Outcome[]> {
    const outcomes: Outcome[] = [];
    for (const item of this.waiting()) {
      const { key } = item.place;
      if (item.person !== person) {
        outcomes.push({ key, outcome: 'another', person: item.person });
        continue;
      }
      try {
        outcomes.push({ key, outcome: 'sent', sent: await this.#sendOne(item) });
      } catch (error) {
        outcomes.push({
          key,
          ...(this.#sender.refused(error) ? { outcome: 'refused', error } : { outcome: 'later' }),
        });
      }
    }
    return outcomes;
  }

  async #sendOne(item: ToSend): Promise<Sent> {
    let { place } = item;
    if (item.alt !== null) {
      const photo = await this.#sender.photo(place.key, item.alt);
      place = { ...place, photos: photo === null ? [] : [photo] };
      // Kept, so that a lost answer to what follows does not send the picture twice.
      this.#shelf.setItem(
        TO_SEND + place.key,
        JSON.stringify({ ...item, place, alt: null } satisfies ToSend),
      );
    }
    const sent = await this.#sender.place(place);
    this.drop(place.key);
    const { person } = item;
    const was: WasSent = {
      reference: sent.reference,
      name: place.name,
      at: this.#now().toISOString(),
      person,
    };
    const others = this.sent().filter(({ reference }) => reference !== was.reference);
    this.#shelf.setItem(SENT, JSON.stringify([was, ...others].slice(0, MOST_REMEMBERED)));
    return sent;
  }
}

/** What waits on a device, the longest first. */
export function placesToSend(shelf: Shelf): readonly ToSend[] {
  return keysOf(shelf, TO_SEND)
    .flatMap((key) => read<ToSend>(shelf.getItem(key)) ?? [])
    .filter((item) => typeof item.place?.key === 'string')
    .map((item) => ({ ...item, person: item.person ?? null }))
    .toSorted((a, b) => (a.at < b.at ? -1 : 1));
}
/** It goes no more by itself. */
export function dropPlace(shelf: Shelf, key: string): void {
  shelf.removeItem(TO_SEND + key);
}
/** Forgets what was sent by some. */
export function forgetSent(shelf: Shelf, by: (person: string | null) => boolean): void {
  const list = read<WasSent[]>(shelf.getItem(SENT));
  const left = Array.isArray(list) ? list.filter(({ person = null }) => !by(person)) : [];
  if (left.length > 0) shelf.setItem(SENT, JSON.stringify(left));
  else shelf.removeItem(SENT);
}
/** Whether anything waits, told without loading what sends it. */
export const hasWaiting = (shelf: Shelf): boolean => keysOf(shelf, TO_SEND).length > 0;

function read<T>(text: string | null): T | null {
  try {
    return JSON.parse(text ?? 'null') as T | null;
  } catch {
    return null;
  }
}
