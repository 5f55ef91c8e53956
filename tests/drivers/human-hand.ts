import type { Locator, Page } from 'playwright-core';

/** How somebody works a page. */
export type Means = 'mouse' | 'keyboard' | 'phone';

/**
 * Seconds that each act of a practised person takes, after the keystroke-level model: Card, Moran & Newell 1980, "The
 * keystroke-level model for user performance time with interactive systems", CACM 23(7). `key` is their average
 * non-secretary typist (40 words a minute), `press` a button down and up. On a phone: Palin et al. 2019, "How do people
 * type on mobile devices?", MobileHCI: 36.2 words a minute; a tap is taken to be as slow as pointing with a mouse, which
 * errs slow. The model leaves out slips and reading; a thought before every field and every button stands in for them.
 */
export const SECONDS = {
  key: 0.28,
  phoneKey: 60 / (36.2 * 5),
  point: 1.1,
  press: 0.2,
  home: 0.4,
  think: 1.35,
};

/** A hand that really moves, presses and types, and reckons the time a person would take: it never sleeps. */
export class HumanHand {
  seconds = 0;
  actions = 0;
  readonly #page: Page;
  readonly #means: Means;
  #on: 'mouse' | 'keys' = 'mouse';

  constructor(page: Page, means: Means) {
    this.#page = page;
    this.#means = means;
    if (means === 'keyboard') this.#on = 'keys';
  }

  /** Thinks, points at something and presses it. */
  async press(target: Locator): Promise<void> {
    this.#think();
    if (this.#means === 'phone') await target.tap();
    else {
      this.#home('mouse');
      await target.click();
    }
    this.#spend(SECONDS.point + SECONDS.press);
  }

  /** Types letter by letter into what has the focus. */
  async type(text: string): Promise<void> {
    this.#think();
    this.#home('keys');
    await this.#page.keyboard.type(text);
    for (const _ of text) this.#spend(this.#means === 'phone' ? SECONDS.phoneKey : SECONDS.key);
  }

  /** One key, as often as is said. A run of them needs one thought. */
  async key(name: string, times = 1): Promise<void> {
    this.#think();
    this.#home('keys');
    for (let at = 0; at < times; at++) {
      await this.#page.keyboard.press(name);
      this.#spend(SECONDS.key);
    }
  }

  #think(): void {
    this.seconds += SECONDS.think;
  }
  #home(to: 'mouse' | 'keys'): void {
    if (this.#means === 'mouse' && this.#on !== to) this.seconds += SECONDS.home;
    this.#on = to;
  }
  #spend(seconds: number): void {
    this.seconds += seconds;
    this.actions++;
  }
}
