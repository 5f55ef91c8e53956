import { beforeEach, describe, expect, it, vi } from 'vitest';

const ORIGIN = 'https://kith.example';
type Act = (event: object) => void;

/** The device's store, as much of it as is used: answers by their address, in the order they were put. */
class Shelf {
  readonly kept = new Map<string, Response>();
  async match(asked: Request | string) {
    return this.kept.get(addressOf(asked))?.clone();
  }
  async put(asked: Request | string, answer: Response) {
    this.kept.delete(addressOf(asked));
    this.kept.set(addressOf(asked), answer);
  }
  async delete(asked: Request | string) {
    return this.kept.delete(addressOf(asked));
  }
  async keys() {
    return [...this.kept.keys()].map((url) => new Request(url));
  }
  async addAll(asked: readonly (Request | string)[]) {
    for (const each of asked) await this.put(each, await fetch(each));
  }
}
const addressOf = (asked: Request | string): string =>
  new URL(typeof asked === 'string' ? asked : asked.url, ORIGIN).href;

let shelves: Map<string, Shelf>;
let acts: Map<string, Act>;
let told: unknown[];
/** What the server says at each address; null: there is no line. */
let server: ((path: string) => Response) | null;
let asked: string[];

async function happen(name: string, event: object = {}): Promise<Response | undefined> {
  const work: Promise<unknown>[] = [];
  let answer: Promise<Response> | undefined;
  acts.get(name)?.({
    ...event,
    waitUntil: (each: Promise<unknown>) => work.push(each),
    respondWith: (each: Promise<Response>) => {
      answer = each;
    },
  });
  const given = await answer;
  await Promise.all(work);
  return given;
}
/** As a page asks. Undefined: left to the browser. */
const ask = (path: string, mode = 'cors') => {
  const { url, method, headers, signal } = new Request(ORIGIN + path);
  return happen('fetch', { request: { url, method, headers, signal, mode, cache: 'default' } });
};
const textOf = async (path: string, mode?: string) => (await ask(path, mode))?.text();
const answers = () =>
  [...(shelves.get('kith-answers')?.kept.keys() ?? [])].map((url) => url.slice(ORIGIN.length));

beforeEach(async () => {
  shelves = new Map([['kith-shell-old', new Shelf()]]);
  acts = new Map();
  told = [];
  asked = [];
  server = (path) => new Response(`now ${path}`, { headers: { Date: 'Mon, 23 Nov 2026 10:00:00 GMT' } });
  vi.resetModules();
  vi.stubGlobal('__KITH_SHELL__', [`${ORIGIN}/assets/index-AbCd1234.js`]);
  vi.stubGlobal('__KITH_SHELL_NAME__', 'new');
  vi.stubGlobal('location', { origin: ORIGIN });
  vi.stubGlobal('addEventListener', (name: string, act: Act) => acts.set(name, act));
  vi.stubGlobal('clients', {
    claim: async () => undefined,
    matchAll: async () => [{ postMessage: (what: unknown) => told.push(what) }],
  });
  vi.stubGlobal('caches', {
    open: async (name: string) => {
      const shelf = shelves.get(name) ?? new Shelf();
      shelves.set(name, shelf);
      return shelf;
    },
    keys: async () => [...shelves.keys()],
    delete: async (name: string) => shelves.delete(name),
  });
  const Real = Request;
  vi.stubGlobal(
    'Request',
    class extends Real {
      constructor(url: string, init?: RequestInit) {
        super(new URL(url, ORIGIN), init);
      }
    },
  );
  vi.stubGlobal('fetch', async (what: Request | string) => {
    if (server === null) throw new TypeError('no line');
    const path = addressOf(what).slice(ORIGIN.length);
    asked.push(path);
    return server(path);
  });
  await import('./sw.ts');
});

describe('the app on the device', () => {
  it('is taken whole when the worker is installed, and opens at any address without a line', async () => {
    await happen('install');
    server = null;
    expect(await textOf('/add?x=1', 'navigate')).toBe('now /');
    expect(await textOf('/assets/index-AbCd1234.js')).toBe('now /assets/index-AbCd1234.js');
    await expect(ask('/assets/other-AbCd1234.js')).rejects.toThrow('no line');
  });

  it('with a line a page is the newest, and files come from the device', async () => {
    await happen('install');
    server = (path) => new Response(`newer ${path}`);
    expect(await textOf('/find', 'navigate')).toBe('newer /find');
    expect(await textOf('/assets/index-AbCd1234.js')).toBe('now /assets/index-AbCd1234.js');
  });

  it('of an open page stays until the new version takes over; then the old one goes, and the answers stay', async () => {
    await ask('/api/pins');
    await happen('install');
    expect([...shelves.keys()].sort()).toEqual(['kith-answers', 'kith-shell-new', 'kith-shell-old']);
    await happen('activate');
    expect([...shelves.keys()].sort()).toEqual(['kith-answers', 'kith-shell-new']);
  });
});

describe('answers', () => {
  it('come from the server, and without a line as they were seen last, which pages are told', async () => {
    expect(await textOf('/api/pins?patch=kirklees')).toBe('now /api/pins?patch=kirklees');
    server = () => new Response('later', { headers: { Date: 'Mon, 23 Nov 2026 11:00:00 GMT' } });
    expect(await textOf('/api/pins?patch=kirklees')).toBe('later');
    expect(told).toEqual([]);
    server = null;
    expect(await textOf('/api/pins?patch=kirklees')).toBe('later');
    expect(told).toEqual([{ kith: 'kept', from: 'Mon, 23 Nov 2026 11:00:00 GMT' }]);
    await expect(ask('/api/pins?patch=rutland')).rejects.toThrow('no line');
  });

  it('that are private are never kept, and forgotten where they have become so', async () => {
    await ask('/api/places/a');
    expect(answers()).toEqual(['/api/places/a']);
    server = () => new Response('mine', { headers: { 'Cache-Control': 'private, no-store' } });
    expect(await textOf('/api/places/a')).toBe('mine');
    expect(answers()).toEqual([]);
    expect(await ask('/api/me')).toBeUndefined();
  });

  it('that went wrong leave the one before', async () => {
    await ask('/api/pins');
    server = () => new Response('busy', { status: 503 });
    expect((await ask('/api/pins'))?.status).toBe(503);
    server = null;
    expect(await textOf('/api/pins')).toBe('now /api/pins');
  });

  it('of shapes are asked for once', async () => {
    for (let times = 0; times < 3; times++) await ask('/api/geometry/v1/areas');
    expect(asked).toEqual(['/api/geometry/v1/areas']);
  });

  it('are bounded: the oldest go', async () => {
    for (let n = 0; n < 450; n++) await ask(`/api/places/p${n}`);
    expect(answers().length).toBeLessThanOrEqual(425);
    expect(answers()).toContain('/api/places/p449');
    expect(answers()).not.toContain('/api/places/p0');
  });

  it('that the first page had asked for before there was a worker are fetched, and nobody’s own', async () => {
    const urls = [
      ...['/api/config', '/api/me', '/api/search?q=LE9', '/api/places?near=-1.29,52.62'],
      'https://tiles.example/api/pins',
    ];
    await happen('message', { data: { kith: 'seen', urls: urls.map((url) => new URL(url, ORIGIN).href) } });
    expect(asked).toEqual(['/api/config']);
    expect(answers()).toEqual(['/api/config']);
  });
});
