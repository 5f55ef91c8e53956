import { isRefused, sendPhoto, sendPlace } from '../../data/add-questions.ts';
import { account } from '../../state/account.svelte.ts';
import { line } from '../../state/line.svelte.ts';
import { device } from './device.ts';
import { type Draft, newPlaceOf } from './draft.ts';
import { dropDraft, isKept, shownTo } from './kept-drafts.ts';
import { Outbox, type Outcome, type ToSend, type WasSent } from './outbox.ts';
import { dropPhoto, photoOf } from './photo-shelf.ts';
import { sentLater } from './sent-later.ts';

/** Tried again this long after a failure, though no "online" was told: a server may come back by itself. */
const AGAIN_MS = 30_000;

/** What is being sent from this device, as screens read it. One for the page. */
class Sending {
  #allWaiting: readonly ToSend[] = $state.raw([]);
  #allSent: readonly WasSent[] = $state.raw([]);
  readonly waiting: readonly ToSend[] = $derived(shownTo(this.#allWaiting, account.seemsToBe));
  readonly sent: readonly WasSent[] = $derived(shownTo(this.#allSent, account.seemsToBe));
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
    this.look();
    addEventListener('online', () => void this.send());
    line.whenBack(() => void this.send());
  }

  /** Takes a draft to be sent, and begins. */
  put(draft: Draft): void {
    const alt = draft.hasPhoto ? draft.alt.trim() : null;
    this.#outbox.put(newPlaceOf(draft, []), alt, account.seemsToBe);
    this.look();
    void this.send();
  }

  /** @returns what became of each */
  async send(): Promise<readonly Outcome[]> {
    clearTimeout(this.#timer);
    this.busy = true;
    const before = this.#waiting();
    const names = new Map(before.map(({ place }) => [place.key, place.name]));
    // Asked each time: somebody else may have signed in since, on this page or another.
    const person = before.length > 0 ? await account.asWhom() : null;
    const outcomes =
      person === undefined
        ? before.map(({ place }): Outcome => ({ key: place.key, outcome: 'later' }))
        : await this.#outbox.send(person);
    this.busy = false;
    this.outcomes = new Map([...this.outcomes, ...outcomes.map((each) => [each.key, each] as const)]);
    for (const each of outcomes) {
      const { key, outcome } = each;
      const said = key === this.shown ? null : sentLater(each, names.get(key) ?? 'What you added');
      if (said) line.say(said.words, said.place);
      if (outcome === 'sent') this.#forget(key);
      // Sent as it is it would be refused again, or be taken for another's: it is a draft again, of who wrote it.
      // Where the draft is gone (it was too old) it stays here: it is all there is of it.
      else if (outcome === 'refused' || (outcome === 'another' && isKept(device, key)))
        this.#outbox.drop(key);
    }
    this.look();
    if (outcomes.some(({ outcome }) => outcome === 'later'))
      this.#timer = setTimeout(() => void this.send(), AGAIN_MS);
    return outcomes;
  }

  /** Throws away what waits. */
  drop(key: string): void {
    this.#outbox.drop(key);
    this.#forget(key);
    this.look();
  }
  #forget(key: string): void {
    dropDraft(device, key);
    void dropPhoto(key);
  }
  forgetSent(): void {
    this.#outbox.forgetSent(account.seemsToBe);
    this.look();
  }

  /** Reads anew what lies on the device. */
  look(): void {
    this.#allWaiting = this.#waiting();
    try {
      this.#allSent = this.#outbox.sent();
    } catch {
      this.#allSent = [];
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
