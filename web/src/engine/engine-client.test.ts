import type { Scenario } from '@kith/core/scenario/report';
import { describe, expect, it } from 'vitest';
import { Engine } from './engine-client.ts';
import type { EngineReply, EngineRequest } from './engine-types.ts';

/** A worker that is answered for by hand. */
class HandWorker extends EventTarget {
  readonly posted: EngineRequest[] = [];
  terminated = false;
  postMessage(message: EngineRequest): void {
    this.posted.push(message);
  }
  terminate(): void {
    this.terminated = true;
  }
  reply(reply: EngineReply): void {
    this.dispatchEvent(new MessageEvent('message', { data: reply }));
  }
  /** Answers the newest question. */
  answer(answer: unknown): void {
    this.reply({ id: this.posted.at(-1)?.id ?? 0, answer } as EngineReply);
  }
  fail(error: string, gone = false): void {
    this.reply({ id: this.posted.at(-1)?.id ?? 0, error, gone });
  }
  /** @param words none: its script could not be fetched */
  die(words?: string): void {
    const event = new Event('error', { cancelable: true });
    this.dispatchEvent(words === undefined ? event : Object.assign(event, { message: words }));
  }
}

const scenario = { cuts: [] } as unknown as Scenario;
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

function engine() {
  const workers: HandWorker[] = [];
  const told: string[] = [];
  const fetched: string[] = [];
  const made = new Engine(
    () => told.push('restarted'),
    () => {
      const worker = new HandWorker();
      workers.push(worker);
      return worker as unknown as Worker;
    },
  );
  const fetching = (key: string) => async (signal?: AbortSignal) => {
    fetched.push(`${key}${signal ? ' with a signal' : ''}`);
    return new ArrayBuffer(1);
  };
  /** With a ground that the worker holds. */
  const grounded = async (key = 'k') => {
    const shown = made.ground(key, fetching(key));
    await settled();
    workers.at(-1)?.answer({ key });
    await shown;
    return workers.at(-1) as HandWorker;
  };
  return { made, workers, told, fetched, fetching, grounded };
}

describe('the client of the engine', () => {
  it('starts no worker before there is something to ask', () => {
    expect(engine().workers).toEqual([]);
  });

  it('gives each answer to who asked for it, in whatever order they come', async () => {
    const { made, grounded } = engine();
    const worker = await grounded();
    const [first, second] = [made.play('k', scenario), made.week('k', scenario)];
    await settled();
    const [, play, week] = worker.posted;
    expect([play?.ask, week?.ask]).toEqual(['play', 'week']);
    worker.reply({ id: week?.id ?? 0, answer: 'of the week' } as unknown as EngineReply);
    worker.reply({ id: play?.id ?? 0, answer: 'of the play' } as unknown as EngineReply);
    worker.reply({ id: 999, answer: 'of nobody' } as unknown as EngineReply);
    expect(await Promise.all([first, second])).toEqual(['of the play', 'of the week']);
  });

  it('hands on in words what could not be worked out, and asks once', async () => {
    const { made, grounded } = engine();
    const worker = await grounded();
    const answer = made.play('k', scenario);
    await settled();
    worker.fail('Choose fewer.');
    await expect(answer).rejects.toThrow('Choose fewer.');
    expect(worker.posted).toHaveLength(2);
  });

  it('starts a worker that died again, with its ground, asks once more and says so', async () => {
    const { made, grounded, workers, told, fetched } = engine();
    const worker = await grounded();
    const answer = made.play('k', scenario);
    await settled();
    worker.die();
    await settled();
    expect(worker.terminated).toBe(true);
    expect(told).toEqual(['restarted']);
    expect(workers).toHaveLength(2);
    expect(fetched).toEqual(['k', 'k']);
    workers[1]?.answer({ key: 'k' });
    await settled();
    expect(workers[1]?.posted.map((each) => each.ask)).toEqual(['ground', 'play']);
    workers[1]?.answer('at last');
    expect(await answer).toBe('at last');
  });

  it('gives up on a question that the worker dies of twice, and answers the next', async () => {
    const { made, grounded, workers } = engine();
    const worker = await grounded();
    const answer = made.play('k', scenario);
    answer.catch(() => undefined);
    await settled();
    worker.die();
    await settled();
    workers[1]?.answer({ key: 'k' });
    await settled();
    workers[1]?.die();
    await expect(answer).rejects.toThrow(/stopped/);
    const next = made.play('k', scenario);
    await settled();
    workers[2]?.answer({ key: 'k' });
    await settled();
    workers[2]?.answer('well');
    expect(await next).toBe('well');
  });

  it('says that it cannot be reached where its script does not come, and not that it was started again', async () => {
    const { made, workers, told, fetching } = engine();
    const shown = made.ground('k', fetching('k'));
    await settled();
    workers[0]?.die();
    await expect(shown).rejects.toThrow(/cannot be reached/);
    expect(told).toEqual([]);
    const again = made.ground('k', fetching('k'));
    await settled();
    workers[1]?.answer({ key: 'k' });
    expect(await again).toEqual({ key: 'k' });
  });

  it('does not take a script that fails at its first ground for one that did not come', async () => {
    const { made, workers, told, fetching } = engine();
    const shown = made.ground('k', fetching('k'));
    await settled();
    workers[0]?.die('out of memory');
    await expect(shown).rejects.toThrow(/stopped/);
    expect(told).toEqual(['restarted']);
  });

  it('keeps the place of an answer where the worker died and its script comes no more', async () => {
    const { made, grounded, workers } = engine();
    const worker = await grounded();
    const answer = made.play('k', scenario);
    answer.catch(() => undefined);
    await settled();
    worker.die('out of memory');
    await settled();
    workers[1]?.die();
    await expect(answer).rejects.toThrow(/cannot be reached/);
    const next = made.play('k', scenario);
    await settled();
    workers[2]?.answer({ key: 'k' });
    await settled();
    workers[2]?.answer('well');
    expect(await next).toBe('well');
  });

  it('fetches a ground again that the worker has let go', async () => {
    const { made, grounded, fetched } = engine();
    const worker = await grounded();
    const answer = made.play('k', scenario);
    await settled();
    worker.fail('gone', true);
    await settled();
    expect(worker.posted.at(-1)?.ask).toBe('ground');
    worker.answer({ key: 'k' });
    await settled();
    worker.answer('here');
    expect(await answer).toBe('here');
    expect(fetched).toEqual(['k', 'k']);
  });

  it('plays on over the ground of before where a newer one does not come', async () => {
    const { made, grounded } = engine();
    const worker = await grounded();
    const newer = made.ground('k', () => Promise.reject(new Error('offline')));
    await expect(newer).rejects.toThrow('offline');
    const answer = made.play('k', scenario);
    await settled();
    worker.answer('as before');
    expect(await answer).toBe('as before');
  });

  it('waits with a question for a ground that is on its way', async () => {
    const { made, workers, fetching } = engine();
    const shown = made.ground('k', fetching('k'), new AbortController().signal);
    const answer = made.play('k', scenario);
    await settled();
    expect(workers[0]?.posted.map((each) => each.ask)).toEqual(['ground']);
    workers[0]?.answer({ key: 'k' });
    await shown;
    await settled();
    workers[0]?.answer('played');
    expect(await answer).toBe('played');
  });

  it('tells who asks after it was stopped that nothing comes', async () => {
    const { made, grounded } = engine();
    const worker = await grounded();
    const answer = made.play('k', scenario);
    await settled();
    made.stop();
    expect(worker.terminated).toBe(true);
    await expect(answer).rejects.toThrow();
    await expect(made.play('k', scenario)).rejects.toThrow(/not been fetched/);
  });
});
