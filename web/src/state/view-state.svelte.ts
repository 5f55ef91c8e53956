import { afterFrame } from './after-paint.ts';
import { mailToken, tokenHash } from './mail-link.ts';
import { unreadIn } from './unread.ts';
import { changedView, formatView, parseView, type View } from './view.ts';
import { forgetOldWayBack, keepWayBack, seeWayBack, takeWayBack } from './way-back.ts';

/** The one live copy of what the URL says. Screens read `view.now` and ask for a change with `go`. */
class ViewState {
  now: View = $state.raw(parseView(location.pathname, location.search));
  /** What the link that was opened said about cuts and could not be read, until somebody puts that away. */
  unread: readonly string[] = $state.raw(unreadIn(location.search));
  /** Of a link from an e-mail, for as long as its screen is open. It is no part of the view: nothing passes it on. */
  token: string | null = $state(mailToken(location.hash));
  /** What the address bar says, or is about to. */
  #address: string;
  #waiting = false;

  constructor() {
    forgetOldWayBack(() => localStorage, Date.now());
    // An address that names no screen of ours shows Find: then it also says so.
    if (location.pathname !== `/${this.now.screen}`) {
      history.replaceState(null, '', formatView(this.now) + location.hash);
    }
    this.#address = location.pathname + location.search + tokenHash(this.token);
    // A page that is left or hidden draws no more frames.
    addEventListener('pagehide', () => this.#write());
    document.addEventListener('visibilitychange', () => this.#write());
    addEventListener('popstate', () => {
      this.#waiting = false;
      this.token = mailToken(location.hash);
      this.#address = location.pathname + location.search + tokenHash(this.token);
      this.now = parseView(location.pathname, location.search);
      this.unread = unreadIn(location.search);
    });
  }

  /**
   * Changes the view. Opening a screen, its item, a place or an area makes a step that Back undoes; the rest replaces, as does a
   * change that only puts an address right (`correcting`).
   */
  go(change: Partial<View>, { correcting = false } = {}): void {
    const before = this.now;
    const next = changedView(before, change);
    if (next.screen !== before.screen) this.token = null;
    if (next.screen === 'sign-in' && next.screen !== before.screen)
      keepWayBack(() => localStorage, before, Date.now());
    const url = formatView(next) + tokenHash(this.token);
    this.now = next;
    if (url === this.#address) return;
    const step =
      !correcting &&
      (next.screen !== before.screen ||
        next.item !== before.item ||
        next.place !== before.place ||
        next.area !== before.area ||
        next.map !== before.map ||
        next.patch !== before.patch);
    if (step) this.#write();
    this.#address = url;
    if (step) history.pushState(null, '', url);
    else if (!this.#waiting) {
      // Writing an address takes a browser half a frame: what the change does is shown first.
      this.#waiting = true;
      afterFrame(() => this.#write());
    }
  }

  /** The whole address, for whoever passes it on: the address bar may be a frame behind. */
  get link(): string {
    this.#write();
    return location.href;
  }

  /** Where somebody was before they came to sign in; it stays kept for the link of the letter. */
  get wayBack(): View | null {
    return seeWayBack(() => localStorage, Date.now());
  }

  /** After signing in: to where somebody was before it, or to what is theirs. @returns whether to where they were */
  goBackSignedIn(): boolean {
    const way = takeWayBack(() => localStorage, Date.now());
    this.go(way ?? { screen: 'me' }, { correcting: true });
    return way !== null;
  }

  /** Says no more of what could not be read: the address then holds only what could. */
  putAway(): void {
    this.unread = [];
    this.go({}, { correcting: true });
  }

  #write(): void {
    if (this.#waiting) history.replaceState(null, '', this.#address);
    this.#waiting = false;
  }

  /** The address of a changed view, for real links that also work in a new tab. */
  href(change: Partial<View>): string {
    return formatView(changedView(this.now, change));
  }
}

export const view = new ViewState();
