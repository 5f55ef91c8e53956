import { describe, expect, it } from 'vitest';
import { SiteClient } from './site-client.ts';
import type { SiteAsked, SiteProgressShown, SiteReply, SiteRequest, SiteShown } from './site-types.ts';

/** A worker that says what it is told to say, and counts how often it was started and ended. */
class FakeWorker extends EventTarget {
  readonly posted: SiteRequest[] = [];
  ended = false;
  postMessage(request: SiteRequest): void {
    this.posted.push(request);
  }
  terminate(): void {
    this.ended = true;
  }
  say(reply: SiteReply): void {
    if (!this.ended) this.dispatchEvent(new MessageEvent('message', { data: reply }));
  }
  get looked(): number {
    const last = this.posted.at(-1);
    return last?.ask === 'look' ? last.id : -1;
  }
}

const shown = (value: number) => ({ answer: { value } }) as SiteShown;
const asked = { objective: 'mclp' } as SiteAsked;
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

function office() {
  const workers: FakeWorker[] = [];
  let fetched = 0;
  const client = new SiteClient(() => {
    const worker = new FakeWorker();
    workers.push(worker);
    return worker as unknown as Worker;
  });
  const ground = {
    key: 'rutland library',
    bytes: async () => {
      fetched++;
      return new ArrayBuffer(8);
    },
  };
  return { client, ground, workers, fetches: () => fetched };
}

describe('the search for sites', () => {
  it('tells what is known on the way, then the last word', async () => {
    const { client, ground, workers } = office();
    const heard: SiteProgressShown[] = [];
    const search = client.look(ground, asked, (progress) => heard.push(progress));
    await turn();
    const [worker] = workers;
    worker?.say({ id: worker.looked, progress: { shown: shown(1), phase: 'greedy' } });
    worker?.say({ id: worker.looked, done: shown(2) });
    expect((await search.answer).answer.value).toBe(2);
    expect(heard.map((each) => each.shown.answer.value)).toEqual([1]);
  });

  it('ends the worker when it is stopped, and hears no more of it', async () => {
    const { client, ground, workers } = office();
    const heard: SiteProgressShown[] = [];
    const search = client.look(ground, asked, (progress) => heard.push(progress));
    await turn();
    search.cancel();
    expect(workers[0]?.ended).toBe(true);
    workers[0]?.say({ id: workers[0].looked, progress: { shown: shown(1), phase: 'search' } });
    expect(heard).toEqual([]);
  });

  it('fetches the ground once for a worker, and again for the next', async () => {
    const { client, ground, workers, fetches } = office();
    const first = client.look(ground, asked, () => undefined);
    await turn();
    workers[0]?.say({ id: workers[0].looked, done: shown(1) });
    await first.answer;
    client.look(ground, asked, () => undefined);
    await turn();
    expect([workers.length, fetches()]).toEqual([1, 1]);
    // The second is under way: a third calls it off.
    client.look(ground, asked, () => undefined);
    await turn();
    expect([workers.length, fetches(), workers[0]?.ended]).toEqual([2, 2, true]);
  });

  it('may be prepared: then the ground is there before it is asked', async () => {
    const { client, ground, workers, fetches } = office();
    await client.prepare(ground);
    expect(workers[0]?.posted.map((each) => each.ask)).toEqual(['ground']);
    client.look(ground, asked, () => undefined);
    await turn();
    expect(workers[0]?.posted.map((each) => each.ask)).toEqual(['ground', 'look']);
    expect(fetches()).toBe(1);
  });

  it('asks for the ground again after it could not be fetched', async () => {
    const { client, ground, fetches } = office();
    const broken = { ...ground, bytes: () => Promise.reject(new Error('Kith cannot be reached.')) };
    await expect(client.look(broken, asked, () => undefined).answer).rejects.toThrow('cannot be reached');
    await client.prepare(ground);
    expect(fetches()).toBe(1);
  });

  it('says in plain English that it failed', async () => {
    const { client, ground, workers } = office();
    const search = client.look(ground, asked, () => undefined);
    await turn();
    workers[0]?.dispatchEvent(new Event('error', { cancelable: true }));
    await expect(search.answer).rejects.toThrow('Try again');
  });
});
