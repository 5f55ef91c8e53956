import { kithAnswers } from '../data/reach-kith.ts';
import type { Told } from '../service-worker/keep-rules.ts';

/** Something that became of what waited for the line. `place`: where to look. */
export interface Said {
  readonly words: string;
  readonly place: string | null;
}

/** Asked this often whether the line is back: a server may come back without the device being told. */
const ASK_AGAIN_MS = 10_000;

/** Whether what is shown comes from the server or was kept on the device, as it was last seen. */
class Line {
  /** `kept`: what is shown is of before; `back`: it still is, and Kith can be reached again. */
  standing: 'there' | 'kept' | 'back' = $state('there');
  /** Of when the oldest of it is; null: not known, or there is nothing kept. */
  from: Date | null = $state.raw(null);
  said: readonly Said[] = $state.raw([]);
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #whenBack = new Set<() => void>();

  /** Is told each time that Kith can be reached again, for as long as the page is open. */
  whenBack(act: () => void): void {
    this.#whenBack.add(act);
  }

  /** Hears of the line for as long as the page is open. */
  follow(): () => void {
    const { serviceWorker } = navigator;
    const heard = (event: MessageEvent): void => {
      const told = event.data as Partial<Told> | null;
      if (told?.kith === 'kept') this.lost(told.from ?? null);
    };
    const off = (): void => this.lost(null);
    const on = (): void => void this.#ask();
    serviceWorker?.addEventListener('message', heard);
    addEventListener('offline', off);
    addEventListener('online', on);
    if (!navigator.onLine) off();
    return () => {
      clearTimeout(this.#timer);
      serviceWorker?.removeEventListener('message', heard);
      removeEventListener('offline', off);
      removeEventListener('online', on);
    };
  }

  say(words: string, place: string | null): void {
    this.said = [...this.said, { words, place }];
  }
  dismiss(): void {
    this.said = [];
  }

  /** Something could not reach Kith. @param from of when what is shown instead is */
  lost(from: string | null): void {
    const date = from === null ? null : new Date(from);
    if (date && (this.from === null || date < this.from)) this.from = date;
    this.standing = 'kept';
    this.#askLater();
  }
  #askLater(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask(), ASK_AGAIN_MS);
  }
  async #ask(): Promise<void> {
    if (this.standing !== 'kept') return;
    if (!(await kithAnswers())) {
      this.#askLater();
      return;
    }
    // Where nothing old was shown there is nothing to show anew.
    this.standing = this.from === null ? 'there' : 'back';
    for (const act of this.#whenBack) act();
  }
}

export const line = new Line();
