/**
 * Asks one question at a time. While one is under way only the newest of those that follow waits: the others are
 * never asked, and an answer that comes after `drop` is not heard.
 */
export class EngineLane<Q, A> {
  readonly #run: (question: Q) => Promise<A>;
  readonly #onanswer: (answer: A, question: Q) => void;
  readonly #onerror: (error: unknown, question: Q) => void;
  #busy = false;
  #ticket = 0;
  #next: { readonly question: Q } | null = null;

  constructor(
    run: (question: Q) => Promise<A>,
    onanswer: (answer: A, question: Q) => void,
    onerror: (error: unknown, question: Q) => void,
  ) {
    this.#run = run;
    this.#onanswer = onanswer;
    this.#onerror = onerror;
  }

  ask(question: Q): void {
    if (this.#busy) this.#next = { question };
    else void this.#start(question);
  }

  /** Nothing that was asked before is of interest any more. */
  drop(): void {
    this.#ticket++;
    this.#next = null;
  }

  async #start(question: Q): Promise<void> {
    this.#busy = true;
    const ticket = this.#ticket;
    const told = (tell: () => void): void => {
      if (ticket === this.#ticket) tell();
    };
    try {
      const answer = await this.#run(question);
      told(() => this.#onanswer(answer, question));
    } catch (error) {
      told(() => this.#onerror(error, question));
    }
    this.#busy = false;
    const next = this.#next;
    this.#next = null;
    if (next) void this.#start(next.question);
  }
}
