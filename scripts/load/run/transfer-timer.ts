/** Aborts when nothing has come for a while, or when all of it takes too long. */
export class TransferTimer {
  readonly #controller = new AbortController();
  readonly #idle: NodeJS.Timeout;
  readonly #whole: NodeJS.Timeout;
  /** Why it was aborted, in words; null while it was not. */
  expired: string | null = null;

  constructor(idleMs: number, mostMs: number) {
    const abort = (why: string) => () => {
      this.expired = why;
      this.#controller.abort();
    };
    this.#idle = setTimeout(abort('the host stopped answering'), idleMs);
    this.#whole = setTimeout(abort('it came too slowly'), mostMs);
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  touch(): void {
    this.#idle.refresh();
  }

  stop(): void {
    clearTimeout(this.#idle);
    clearTimeout(this.#whole);
  }
}
