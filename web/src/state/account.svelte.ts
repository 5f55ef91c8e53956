import { may, type Person, type Right, VISITOR } from '@kith/core/keep/roles';
import { askMe, type Me } from '../data/account-questions.ts';

/** Tells the other tabs of this browser that somebody signed in or out. */
const TABS = 'kith-account';

/**
 * Who looks at Kith. It is asked once and quietly: until an answer has come, and where none comes, everyone is a
 * visitor. Nothing that a visitor sees waits for it.
 */
class Account {
  /** What Kith holds of whoever has signed in; null for a visitor, and until it is known. */
  me: Me | null = $state.raw(null);
  /** Whether an answer has come. */
  known = $state(false);
  #tabs: BroadcastChannel | null = null;
  #asked: Promise<void> | null = null;

  readonly person: Person = $derived(this.me?.person ?? VISITOR);
  readonly signedIn: boolean = $derived(this.me !== null);

  may(right: Right): boolean {
    return may(this.person.role, right);
  }

  /** Asks, unless it has been asked. */
  ask(): Promise<void> {
    this.#asked ??= this.#askNow();
    return this.#asked;
  }

  /** Somebody signed in or out, or what they keep has changed. @param tell whether other tabs must know */
  async askAnew(tell = false): Promise<void> {
    this.#asked = this.#askNow();
    await this.#asked;
    if (tell) this.#tabs?.postMessage('changed');
  }

  /** Listens to the other tabs, for as long as the page stands. */
  follow(): () => void {
    if (!('BroadcastChannel' in globalThis)) return () => undefined;
    const tabs = new BroadcastChannel(TABS);
    tabs.onmessage = () => void this.askAnew();
    this.#tabs = tabs;
    return () => {
      tabs.close();
      this.#tabs = null;
    };
  }

  async #askNow(): Promise<void> {
    try {
      const answer = await askMe();
      this.me = answer.person.id === null ? null : answer;
      this.known = true;
    } catch {
      // Quietly: what needs a person says so itself. It is asked anew with the next such thing.
      this.#asked = null;
    }
  }
}

export const account = new Account();
