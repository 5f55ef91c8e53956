import type { SiteAsked, SiteProgressShown, SiteReply, SiteRequest, SiteShown } from './site-types.ts';

export const startSiteWorker = (): Worker =>
  new Worker(new URL('./site-worker.ts', import.meta.url), { type: 'module', name: 'kith-siting' });

/** A search that is under way. */
export interface SiteSearch {
  /** The last word: proven, or the best by the end of the time. Rejects in plain English; never after `cancel`. */
  readonly answer: Promise<SiteShown>;
  /** Ends the search at once. What was heard of it so far is all there is. */
  cancel(): void;
}

interface Ground {
  readonly key: string;
  readonly bytes: () => Promise<ArrayBuffer>;
}

/** Longest search: whoever wants to go on longer has the command for analysts. */
const SECONDS = 300;

/**
 * Asks the worker that looks for sites. The solver holds its thread from its first step to its last, so the only way
 * to stop it is to end the worker: the next search starts another, and gives it the ground again.
 */
export class SiteClient {
  readonly #start: () => Worker;
  #worker: Worker | null = null;
  /** The ground that the worker has, or is about to be given. */
  #given: { readonly key: string; readonly done: Promise<void> } | null = null;
  #id = 0;
  #under: (() => void) | null = null;

  constructor(start: () => Worker = startSiteWorker) {
    this.#start = start;
  }

  /** Starts the worker and gives it a ground, so that the first answer need not wait for them. Not the solver. */
  prepare({ key, bytes }: Ground): Promise<void> {
    if (this.#given?.key === key) return this.#given.done;
    const done = bytes().then((ground) => {
      if (this.#given?.done === done) this.#post({ ask: 'ground', key, bytes: ground }, [ground]);
    });
    this.#given = { key, done };
    done.catch(() => {
      if (this.#given?.done === done) this.#given = null;
    });
    return done;
  }

  /** Looks for sites on a ground; a search that is under way is called off. */
  look(
    ground: Ground,
    asked: SiteAsked,
    onProgress: (progress: SiteProgressShown) => void,
    seconds = SECONDS,
  ): SiteSearch {
    this.#under?.();
    const id = ++this.#id;
    const answer = this.#search(id, ground, asked, onProgress, seconds);
    const cancel = (): void => {
      if (this.#id === id) this.stop();
    };
    this.#under = cancel;
    answer.then(
      () => this.#ended(cancel),
      () => this.#ended(cancel),
    );
    return { answer, cancel };
  }

  /** Ends the worker, and with it whatever it does. */
  stop(): void {
    this.#id++;
    this.#under = null;
    this.#end();
  }

  #ended(cancel: () => void): void {
    if (this.#under === cancel) this.#under = null;
  }

  #end(): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#given = null;
  }

  async #search(
    id: number,
    ground: Ground,
    asked: SiteAsked,
    onProgress: (progress: SiteProgressShown) => void,
    seconds: number,
  ): Promise<SiteShown> {
    await this.prepare(ground);
    if (this.#id !== id) return new Promise(() => undefined);
    const { key } = ground;
    const worker = this.#running();
    const heard = new AbortController();
    const listen = { signal: heard.signal };
    const last = new Promise<SiteShown>((resolve, reject) => {
      const hear = ({ data }: MessageEvent<SiteReply>): void => {
        if (data.id !== id || this.#id !== id) return;
        if ('progress' in data) onProgress(data.progress);
        else if ('done' in data) resolve(data.done);
        else reject(new Error(data.error));
      };
      const fail = (event: Event): void => {
        event.preventDefault();
        if (this.#worker === worker) this.#end();
        reject(new Error('The search stopped by itself. Try again, with fewer new places.'));
      };
      worker.addEventListener('message', hear, listen);
      worker.addEventListener('error', fail, listen);
    });
    this.#post({ ask: 'look', id, key, asked, seconds });
    return last.finally(() => heard.abort());
  }

  #post(request: SiteRequest, transfer: Transferable[] = []): void {
    this.#running().postMessage(request, transfer);
  }

  #running(): Worker {
    this.#worker ??= this.#start();
    return this.#worker;
  }
}
