import type { WeekReach } from '@kith/core/reach/week-reach';
import type { Irreplaceable } from '@kith/core/scenario/irreplaceable';
import type { Scenario } from '@kith/core/scenario/report';
import type { EngineAsk, EngineAsks, EngineReply, GroundShown, Played, Question } from './engine-types.ts';

/** The worker stopped before it answered. */
class EngineStopped extends Error {}
/** The worker never began: its script could not be fetched. To ask again at once is of no use. */
class EngineOutOfReach extends Error {}
/** The worker does not hold the ground that was asked about. */
class GroundGone extends Error {}

/** Longer than all England takes on a slow phone: a worker that says nothing for so long is taken for dead. */
const SILENCE_MS = 120_000;
/** How often a question is asked again after the worker stopped or had let the ground go. */
const TRIES = 2;

const STOPPED = 'The counting stopped. Try again. If it stops again, choose fewer places or a smaller map.';
const OUT_OF_REACH = 'Kith cannot be reached just now. Check your connection, then try again.';

interface Waiting {
  readonly resolve: (answer: EngineAsks[EngineAsk]['answer']) => void;
  readonly reject: (error: Error) => void;
  readonly late: ReturnType<typeof setTimeout>;
}
interface Held {
  /** Fetches it; without a signal when it is needed again after its first time. */
  readonly ask: (signal?: AbortSignal) => Promise<ArrayBuffer>;
  /** Null once the worker has let it go: it is fetched again when it is next needed. */
  shown: Promise<GroundShown> | null;
}

export const startEngineWorker = (): Worker =>
  new Worker(new URL('./engine-worker.ts', import.meta.url), { type: 'module', name: 'kith-engine' });

/**
 * The engine as the screens ask it. It runs in a worker; a worker that dies is started again with the ground it held,
 * what was asked of it is asked once more, and `onrestart` is told.
 */
export class Engine {
  readonly #start: () => Worker;
  readonly #onrestart: () => void;
  #worker: Worker | null = null;
  /** The worker has said something: its script has come. */
  #begun = false;
  #id = 0;
  readonly #waiting = new Map<number, Waiting>();
  readonly #grounds = new Map<string, Held>();

  constructor(onrestart: () => void, start: () => Worker = startEngineWorker) {
    this.#start = start;
    this.#onrestart = onrestart;
  }

  /**
   * Gives the worker a ground, fetched by `ask`, in the place of any before it under that key. Until it has come, and
   * where it does not come, the one before is played on.
   */
  ground(key: string, ask: Held['ask'], signal?: AbortSignal): Promise<GroundShown> {
    const before = this.#grounds.get(key);
    const shown = this.#fetch(key, () => ask(signal));
    const held: Held = { ask, shown };
    if (!before) this.#grounds.set(key, held);
    shown.then(
      () => this.#grounds.set(key, held),
      () => {
        if (this.#grounds.get(key) === held) this.#grounds.delete(key);
      },
    );
    return shown;
  }

  play(key: string, scenario: Scenario): Promise<Played> {
    return this.#ask('play', key, { scenario });
  }
  irreplaceable(key: string, question: Question): Promise<readonly Irreplaceable[]> {
    return this.#ask('irreplaceable', key, { question });
  }
  week(key: string, scenario: Scenario): Promise<WeekReach> {
    return this.#ask('week', key, { scenario });
  }

  /** Ends the worker. What is under way is never answered with anything but an error. */
  stop(): void {
    this.#end(new EngineStopped(STOPPED));
    this.#grounds.clear();
  }

  /** Asks about a ground that the worker holds, or is given once more. @throws Error in plain English */
  async #ask<A extends Exclude<EngineAsk, 'ground'>>(
    ask: A,
    key: string,
    question: EngineAsks[A]['question'],
  ): Promise<EngineAsks[A]['answer']> {
    for (let tries = 1; ; tries++) {
      const held = this.#grounds.get(key);
      if (!held) throw new Error('This map has not been fetched. Load the page again.');
      held.shown ??= this.#fetch(key, held.ask);
      const { shown } = held;
      try {
        await shown;
        return await this.#post(ask, key, question);
      } catch (error) {
        const again = error instanceof EngineStopped || error instanceof GroundGone;
        // It never came, or it is no longer there: to be fetched once more. Another question may have begun to.
        if (held.shown === shown && (again || !(await arrived(shown)))) held.shown = null;
        if (!again || tries === TRIES) throw error;
      }
    }
  }

  async #fetch(key: string, ask: Held['ask']): Promise<GroundShown> {
    const bytes = await ask();
    return this.#post('ground', key, { bytes }, [bytes]);
  }

  #post<A extends EngineAsk>(
    ask: A,
    key: string,
    question: EngineAsks[A]['question'],
    transfer: Transferable[] = [],
  ): Promise<EngineAsks[A]['answer']> {
    const id = ++this.#id;
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => this.#died(), SILENCE_MS);
      this.#waiting.set(id, { resolve, reject, late });
      this.#running().postMessage({ id, ask, key, ...question }, transfer);
    });
  }

  #running(): Worker {
    if (this.#worker) return this.#worker;
    const worker = this.#start();
    this.#worker = worker;
    this.#begun = false;
    worker.addEventListener('message', ({ data }: MessageEvent<EngineReply>) => this.#hear(data));
    for (const end of ['error', 'messageerror'] as const)
      worker.addEventListener(end, (event) => {
        event.preventDefault();
        if (this.#worker !== worker) return;
        // A script that cannot be fetched has no words; one that fails says what at.
        if (this.#begun || 'message' in event) this.#died();
        else this.#end(new EngineOutOfReach(OUT_OF_REACH));
      });
    return worker;
  }

  #hear(reply: EngineReply): void {
    this.#begun = true;
    const waiting = this.#waiting.get(reply.id);
    if (!waiting) return;
    this.#waiting.delete(reply.id);
    clearTimeout(waiting.late);
    if ('answer' in reply) waiting.resolve(reply.answer);
    else waiting.reject(reply.gone ? new GroundGone(reply.error) : new Error(reply.error));
  }

  #died(): void {
    this.#end(new EngineStopped(STOPPED));
    this.#onrestart();
  }

  #end(why: Error): void {
    this.#worker?.terminate();
    this.#worker = null;
    for (const held of this.#grounds.values()) held.shown = null;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject, late } of waiting) {
      clearTimeout(late);
      reject(why);
    }
  }
}

const arrived = (shown: Promise<unknown>): Promise<boolean> =>
  shown.then(
    () => true,
    () => false,
  );
