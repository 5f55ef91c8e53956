import { may, type Person, type Right, VISITOR } from '@kith/core/keep/roles';
import { askMe, type Me } from '../data/account-questions.ts';
import { isUnreached } from '../data/client.ts';
import { messageOf } from '../words/message-of.ts';
import { keepLastMe, type LastMe, lastMe } from './last-me.ts';
import { line } from './line.svelte.ts';
import { view } from './view-state.svelte.ts';

/** Tells the other tabs of this browser that somebody signed in or out. */
const TABS = 'kith-account';
const LEFT = 'left';

/** As whom this browser was signed in when it was last known: the header need not change its words, and without a line there is no asking. */
const REMEMBERED = 'kith-signed-in';
function remembered(): string | null {
  try {
    return localStorage.getItem(REMEMBERED);
  } catch {
    return null;
  }
}
function remember(person: string | null): void {
  try {
    if (person !== null) localStorage.setItem(REMEMBERED, person);
    else localStorage.removeItem(REMEMBERED);
  } catch {
    // It is only a comfort.
  }
}

/**
 * Who looks at Kith. It is asked once and quietly: until an answer has come, and where none comes, everyone is a
 * visitor. Nothing that a visitor sees waits for it.
 */
class Account {
  /** What Kith holds of whoever has signed in; null for a visitor, and until it is known. */
  me: Me | null = $state.raw(null);
  /** Whether an answer has come. */
  known = $state(false);
  /** Why it is not known, for the screens that cannot do without. */
  trouble: string | null = $state(null);
  /** Kith could not be asked at all. */
  unreached = $state(false);
  /** Somebody has just signed in and is back where they were: they are told so there. */
  justSignedIn = $state(false);
  #tabs: BroadcastChannel | null = null;
  #asked: Promise<void> | null = null;

  readonly person: Person = $derived(this.me?.person ?? VISITOR);
  readonly signedIn: boolean = $derived(this.me !== null);
  readonly #before = remembered();
  /** The same, and a guess until it is known: for words alone. */
  readonly seemsSignedIn: boolean = $derived(this.known ? this.signedIn : this.#before !== null);
  /** The id of whoever looks, null for a visitor; until it is known, of whoever it was last. */
  readonly seemsToBe: string | null = $derived(this.known ? this.person.id : this.#before);

  /** What Kith said of whoever looks when it could be asked last; null while it can, and where nothing is kept. */
  readonly lastSeen: LastMe | null = $derived(this.unreached ? lastMe(this.seemsToBe) : null);

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

  /** As whom the server takes what is sent now, asked of it; null for a visitor, undefined where it gave no answer. */
  async asWhom(): Promise<string | null | undefined> {
    await this.askAnew();
    return this.trouble === null ? this.person.id : undefined;
  }

  /** Somebody signed in on this page: it goes on where they were. */
  async signedInHere(): Promise<void> {
    await this.askAnew(true);
    this.justSignedIn = view.goBackSignedIn();
  }

  /** Nobody is signed in here any more: what the device holds of whoever was goes at once, also where the line goes with them. */
  async left(): Promise<void> {
    this.#forget();
    this.#tabs?.postMessage(LEFT);
    await this.askAnew(true);
  }
  #forget(): void {
    this.me = null;
    this.known = true;
    remember(null);
    keepLastMe(null, new Date());
  }

  /** Listens to the other tabs, and for the line to come back, for as long as the page stands. */
  follow(): () => void {
    line.whenBack(() => {
      if (this.unreached) void this.askAnew();
    });
    if (!('BroadcastChannel' in globalThis)) return () => undefined;
    const tabs = new BroadcastChannel(TABS);
    tabs.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (data === LEFT) this.#forget();
      else void this.askAnew();
    };
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
      remember(answer.person.id);
      keepLastMe(this.me, new Date());
      this.trouble = null;
      this.unreached = false;
    } catch (error) {
      this.trouble = messageOf(error);
      this.unreached = isUnreached(error);
      if (this.unreached) line.lost(null);
      this.#asked = null;
    }
  }
}

export const account = new Account();
