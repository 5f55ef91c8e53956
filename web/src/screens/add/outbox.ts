import type { NewPlace, Sent } from '@kith/core/keep/contribution';
import { keysOf, type Shelf } from './kept-drafts.ts';

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
}

/** Something that was sent from this device. */
export interface WasSent {
  readonly reference: string;
  readonly name: string;
  /** ISO time. */
  readonly at: string;
}

/** How things are sent. `refused` says whether sending the same again is of no use. */
export interface Sender {
  place(place: NewPlace): Promise<Sent>;
  photo(key: string, alt: string): Promise<string | null>;
  refused(error: unknown): boolean;
}

/** What became of one: `later` while it waits for the line, `refused` where it has to be put right first. */
export type Outcome =
  | { readonly key: string; readonly outcome: 'sent'; readonly sent: Sent }
  | { readonly key: string; readonly outcome: 'later'; readonly error: unknown }
  | { readonly key: string; readonly outcome: 'refused'; readonly error: unknown };

const TO_SEND = 'kith-send:';
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
  put(place: NewPlace, alt: string | null): void {
    const item: ToSend = { place, alt, at: this.#now().toISOString() };
    this.#shelf.setItem(TO_SEND + place.key, JSON.stringify(item));
  }

  drop(key: string): void {
    this.#shelf.removeItem(TO_SEND + key);
  }

  waiting(): readonly ToSend[] {
    return keysOf(this.#shelf, TO_SEND)
      .flatMap((key) => read<ToSend>(this.#shelf.getItem(key)) ?? [])
      .filter((item) => typeof item.place?.key === 'string')
      .toSorted((a, b) => (a.at < b.at ? -1 : 1));
  }

  /** The last ones that were sent from here, the newest first. */
  sent(): readonly WasSent[] {
    const list = read<WasSent[]>(this.#shelf.getItem(SENT));
    return Array.isArray(list) ? list : [];
  }

  forgetSent(): void {
    this.#shelf.removeItem(SENT);
  }

  /** Sends all that waits, one after the other. Never throws; what could not be sent stays. */
  async send(): Promise<readonly Outcome[]> {
    // What was put in while a run was under way is sent by another run after it.
    while (this.#running) await this.#running;
    this.#running = this.#sendAll();
    try {
      return await this.#running;
    } finally {
      this.#running = null;
    }
  }

  async #sendAll(): Promise<readonly Outcome[]> {
    const outcomes: Outcome[] = [];
    for (const item of this.waiting()) {
      const { key } = item.place;
      try {
        outcomes.push({ key, outcome: 'sent', sent: await this.#sendOne(item) });
      } catch (error) {
        outcomes.push({ key, outcome: this.#sender.refused(error) ? 'refused' : 'later', error });
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
    const was: WasSent = { reference: sent.reference, name: place.name, at: this.#now().toISOString() };
    const others = this.sent().filter(({ reference }) => reference !== was.reference);
    this.#shelf.setItem(SENT, JSON.stringify([was, ...others].slice(0, MOST_REMEMBERED)));
    return sent;
  }
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
