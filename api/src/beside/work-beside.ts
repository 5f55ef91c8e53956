import { type ChildProcess, fork } from 'node:child_process';
import { setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Problem } from '../errors.ts';
import type { DatabaseSetting } from '../store/database-setting.ts';
import type { Answer, Ask } from './messages.ts';
import type { Work } from './work.ts';

const WORKER = fileURLToPath(new URL('./worker.ts', import.meta.url));
/** Pieces of work under way at once; who asks for more is told to come back. */
const MOST_WAITING = 40;
const COME_BACK_SECONDS = 10;
/** Below what answers visitors, so that it gives way to it where there is one processor. */
const LOW_PRIORITY = 10;

interface Waiting {
  readonly resolve: (made: never) => void;
  readonly reject: (error: Error) => void;
}

/**
 * The work done in a process of its own, so that requests are answered meanwhile: started when something is first
 * asked of it, and anew if it ends.
 * @param execArgv what Node is started with: as this process was
 * @throws Problem 429 from each task while too much is waiting
 */
export function workBeside(database: DatabaseSetting, execArgv = process.execArgv): Work & { close(): void } {
  const waiting = new Map<number, Waiting>();
  let child: ChildProcess | undefined;
  let next = 0;

  const start = (): ChildProcess => {
    const started = fork(WORKER, { serialization: 'advanced', execArgv });
    const ended = () => {
      if (child !== started) return;
      child = undefined;
      for (const { reject } of waiting.values()) reject(new Error('The process that does the work ended.'));
      waiting.clear();
    };
    started.on('message', (answer: Answer) => {
      const asker = waiting.get(answer.id);
      waiting.delete(answer.id);
      if ('failed' in answer) asker?.reject(new Error(answer.failed));
      else asker?.resolve(answer.made as never);
    });
    started.on('exit', ended);
    started.on('error', ended);
    lower(started.pid);
    started.send({ database });
    return started;
  };

  const ask = <T>(task: Ask['task'], ...given: readonly unknown[]): Promise<T> => {
    if (waiting.size >= MOST_WAITING) throw tooBusy();
    child ??= start();
    const id = ++next;
    const made = new Promise<T>((resolve, reject) => waiting.set(id, { resolve, reject }));
    child.send({ id, task, with: given } satisfies Ask, (error) => {
      if (error !== null) waiting.get(id)?.reject(error);
    });
    return made;
  };

  return {
    report: async (...given) => ask('report', ...given),
    families: async (...given) => ask('families', ...given),
    pins: async (...given) => ask('pins', ...given),
    answer: async (...given) => ask('answer', ...given),
    write: async (...given) => ask('write', ...given),
    close: () => child?.kill(),
  };
}

function lower(pid: number | undefined): void {
  try {
    if (pid !== undefined) setPriority(pid, LOW_PRIORITY);
  } catch {
    // A machine that does not allow it shares its time evenly instead.
  }
}

function tooBusy(): Problem {
  return new Problem(
    429,
    'busy',
    `Kith is working out many answers at once. Try again in ${COME_BACK_SECONDS} seconds.`,
    { headers: { 'Retry-After': String(COME_BACK_SECONDS) } },
  );
}
