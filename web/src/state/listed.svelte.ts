import { tick } from 'svelte';
import { Attempt } from './attempt.svelte.ts';
import { Resource } from './resource.svelte.ts';

/** Things that are listed under a heading and changed there: asked for anew after each change, with the focus on the heading. */
export class Listed<T> {
  readonly list = new Resource<readonly T[]>();
  readonly attempt = new Attempt(() => (this.#look += 1));
  busy = $state(false);
  #look = $state(0);
  readonly #heading: string;

  /** @param heading the id of what takes the focus after a change: what held it may be gone */
  constructor(heading: string) {
    this.#heading = heading;
  }

  /** Asks for the list. For an effect: it runs again after each change. */
  load(key: string, ask: (signal: AbortSignal) => Promise<readonly T[]>): () => void {
    return this.list.load(`${key} ${this.#look}`, ask);
  }

  /** Changes something, one at a time. @returns whether it went well */
  async change<R>(what: () => Promise<R>, words: string | ((done: R) => string)): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    const done = await this.attempt.run(what, words);
    this.busy = false;
    if (!done) return false;
    await tick();
    document.getElementById(this.#heading)?.focus();
    return true;
  }
}
