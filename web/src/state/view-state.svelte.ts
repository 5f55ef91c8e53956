import { formatView, parseView, type View } from './view.ts';

/** The one live copy of what the URL says. Screens read `view.now` and ask for a change with `go`. */
class ViewState {
  now: View = $state.raw(parseView(location.pathname, location.search));

  constructor() {
    // An address that names no screen of ours shows Find: then it also says so.
    if (location.pathname !== `/${this.now.screen}`) {
      history.replaceState(null, '', formatView(this.now) + location.hash);
    }
    addEventListener('popstate', () => {
      this.now = parseView(location.pathname, location.search);
    });
  }

  /**
   * Changes the view. Opening a screen, place or area makes a step that Back undoes; the rest replaces, as does a
   * change that only puts an address right (`correcting`).
   */
  go(change: Partial<View>, { correcting = false } = {}): void {
    const next = { ...this.now, ...change };
    const url = formatView(next);
    if (url === location.pathname + location.search) {
      this.now = next;
      return;
    }
    const step =
      !correcting &&
      (next.screen !== this.now.screen ||
        next.place !== this.now.place ||
        next.area !== this.now.area ||
        next.map !== this.now.map ||
        next.patch !== this.now.patch);
    history[step ? 'pushState' : 'replaceState'](null, '', url);
    this.now = next;
  }

  /** The address of a changed view, for real links that also work in a new tab. */
  href(change: Partial<View>): string {
    return formatView({ ...this.now, ...change });
  }
}

export const view = new ViewState();
