import { isRefused, sendPhoto, sendPlace } from '../../data/add-questions.ts';
import { line } from '../../state/line.svelte.ts';
import { device } from './device.ts';
import { type Draft, newPlaceOf } from './draft.ts';
import { dropDraft } from './kept-drafts.ts';
import { Outbox, type Outcome, type ToSend, type WasSent } from './outbox.ts';
import { dropPhoto, photoOf } from './photo-shelf.ts';
import { sentLater } from './sent-later.ts';

/** Tried again this long after a failure, though no "online" was told: a server may come back by itself. */
const AGAIN_MS = 30_000;

/** What is being sent from this device, as screens read it. One for the page. */
class Sending {
  waiting: readonly ToSend[] = $state.raw([]);
  sent: readonly WasSent[] = $state.raw([]);
  /** What became of those sent since the page was opened, by key. */
  outcomes: ReadonlyMap<string, Outcome> = $state.raw(new Map());
  busy = $state(false);
  /** Key of the place whose own page tells what becomes of it; null while no such page is open. */
  shown: string | null = null;
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
    line.whenBack(() => void this.send());
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
    const names = new Map(this.#waiting().map(({ place }) => [place.key, place.name]));
    const outcomes = await this.#outbox.send();
    this.busy = false;
    this.outcomes = new Map([...this.outcomes, ...outcomes.map((each) => [each.key, each] as const)]);
    for (const each of outcomes) {
      const { key, outcome } = each;
      const said = key === this.shown ? null : sentLater(each, names.get(key) ?? 'What you added');
      if (said) line.say(said.words, said.place);
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
    this.waiting = this.#waiting();
    try {
      this.sent = this.#outbox.sent();
    } catch {
      this.sent = [];
    }
  }
  #waiting(): readonly ToSend[] {
    try {
      return this.#outbox.waiting();
    } catch {
      return [];
    }
  }
}

export const sending = new Sending();
