import { isRefused, sendPhoto, sendPlace } from '../../data/add-questions.ts';
import { device } from './device.ts';
import { type Draft, newPlaceOf } from './draft.ts';
import { dropDraft } from './kept-drafts.ts';
import { Outbox, type Outcome, type ToSend, type WasSent } from './outbox.ts';
import { dropPhoto, photoOf } from './photo-shelf.ts';

/** Tried again this long after a failure, though no "online" was told: a server may come back by itself. */
const AGAIN_MS = 30_000;

/** What is being sent from this device, as screens read it. One for the page. */
class Sending {
  waiting: readonly ToSend[] = $state.raw([]);
  sent: readonly WasSent[] = $state.raw([]);
  /** What became of those sent since the page was opened, by key. */
  outcomes: ReadonlyMap<string, Outcome> = $state.raw(new Map());
  busy = $state(false);
  readonly #outbox = new Outbox(
    device,
    {
      place: sendPlace,
      photo: async (key, alt) => {
        const photo = await photoOf(key);
        return photo && sendPhoto(photo, alt);
      },
      refused: isRefused,
    },
    () => new Date(),
  );
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    this.#look();
    addEventListener('online', () => void this.send());
  }

  /** Takes a draft to be sent, and begins. */
  put(draft: Draft): void {
    this.#outbox.put(newPlaceOf(draft, []), draft.hasPhoto ? draft.alt.trim() : null);
    this.#look();
    void this.send();
  }

  async send(): Promise<void> {
    clearTimeout(this.#timer);
    this.busy = true;
    const outcomes = await this.#outbox.send();
    this.busy = false;
    this.outcomes = new Map([...this.outcomes, ...outcomes.map((each) => [each.key, each] as const)]);
    for (const { key, outcome } of outcomes) {
      if (outcome === 'sent') this.#forget(key);
      // Sent as it is it would be refused again: it is a draft, to be put right.
      else if (outcome === 'refused') this.#outbox.drop(key);
    }
    this.#look();
    if (outcomes.some(({ outcome }) => outcome === 'later'))
      this.#timer = setTimeout(() => void this.send(), AGAIN_MS);
  }

  /** Throws away what waits. */
  drop(key: string): void {
    this.#outbox.drop(key);
    this.#forget(key);
    this.#look();
  }
  #forget(key: string): void {
    dropDraft(device, key);
    void dropPhoto(key);
  }
  forgetSent(): void {
    this.#outbox.forgetSent();
    this.#look();
  }

  #look(): void {
    try {
      this.waiting = this.#outbox.waiting();
      this.sent = this.#outbox.sent();
    } catch {
      this.waiting = [];
    }
  }
}

export const sending = new Sending();
