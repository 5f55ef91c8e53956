import { unreadIn } from './unread.ts';
import { formatView, parseView, type View } from './view.ts';

/** The one live copy of what the URL says. Screens read `view.now` and ask for a change with `go`. */
class ViewState {
  now: View = $state.raw(parseView(location.pathname, location.search));
  /** What the link that was opened said about cuts and could not be read, until somebody puts that away. */
  unread: readonly string[] = $state.raw(unreadIn(location.search));
  /** What the address bar says, or is about to. */
  #address: string;
  #waiting = false;

  constructor() {
    // An address that names no screen of ours shows Find: then it also says so.
    if (location.pathname !== `/${this.now.screen}`) {
      history.replaceState(null, '', formatView(this.now) + location.hash);
    }
    this.#address = location.pathname + location.search;
    addEventListener('popstate', () => {
      this.#waiting = false;
      this.#address = location.pathname + location.search;
      this.now = parseView(location.pathname, location.search);
      this.unread = unreadIn(location.search);
    });
  }

  /**
   * Changes the view. Opening a screen, place or area makes a step that Back undoes; the rest replaces, as does a
   * change that only puts an address right (`correcting`).
   */
  go(change: Partial<View>, { correcting = false } = {}): void {
    const before = this.now;
    const next = { ...before, ...change };
    const url = formatView(next);
    this.now = next;
    if (url === this.#address) return;
    const step =
      !correcting &&
      (next.screen !== before.screen ||
        next.place !== before.place ||
        next.area !== before.area ||
        next.map !== before.map ||
        next.patch !== before.patch);
    if (step) this.#write();
    this.#address = url;
    if (step) history.pushState(null, '', url);
    else if (!this.#waiting) {
      // Browsers take their time to write an address: what hangs on the change is begun first.
      this.#waiting = true;
      queueMicrotask(() => this.#write());
    }
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
    return formatView({ ...this.now, ...change });
  }
}

export const view = new ViewState();
