import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SampleFolder } from '../files/file-sample.ts';
import type { Download, SourceDownloads } from './downloads.ts';
import { cacheFolder, fetchFiles } from './fetch-files.ts';
import { SILENT } from './progress.ts';

const DATA = Buffer.from(`code,name\n${'E06000017,Rutland\n'.repeat(20_000)}`);
const SUM = createHash('sha256').update(DATA).digest('hex');
type Answer = (request: IncomingMessage, response: ServerResponse) => void;

let server: Server;
let folder: SampleFolder;
let address: string;
/** What the stand-in answers, one after the other; the last again and again. */
let answers: Answer[];
let asked: IncomingMessage[];
let waits: number[];
const NAME = 'somewhere-1-table.csv';

beforeEach(async () => {
  folder = new SampleFolder();
  [answers, asked, waits] = [[], [], []];
  server = createServer((request, response) => {
    asked.push(request);
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    answer?.(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  folder.remove();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const whole: Answer = (_, response) => {
  response.writeHead(200, { 'content-length': DATA.length, etag: '"v1"' }).end(DATA);
};
const status =
  (code: number, headers: Record<string, string> = {}): Answer =>
  (_, response) => {
    response.writeHead(code, headers).end();
  };
/** Sends a part and breaks the connection. */
const broken: Answer = (_, response) => {
  response.writeHead(200, { 'content-length': DATA.length, etag: '"v1"' });
  response.write(DATA.subarray(0, 100_000), () => setTimeout(() => response.destroy(), 50));
};
/** Goes on from where it is asked to. */
const rest: Answer = (request, response) => {
  const from = Number(/bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1]);
  response
    .writeHead(206, {
      'content-length': DATA.length - from,
      'content-range': `bytes ${from}-${DATA.length - 1}/${DATA.length}`,
      etag: '"v1"',
    })
    .end(DATA.subarray(from));
};

function source(download: Partial<Download> = {}): SourceDownloads {
  return {
    id: 'somewhere',
    title: 'A list',
    publisher: 'An office',
    url: 'https://example.org/list',
    downloads: [{ url: `${address}/table.csv`, what: 'the table', bytes: null, sha256: null, ...download }],
  };
}

const run = (sources: readonly SourceDownloads[], idleMs = 5000, mostMs = 60_000) =>
  fetchFiles(sources, {
    cache: join(folder.path, 'cache'),
    progress: SILENT,
    idleMs,
    mostMs,
    wait: async (ms) => void waits.push(ms),
  });
const inCache = () => readdirSync(join(folder.path, 'cache'));
const fetched = () => readFileSync(join(folder.path, 'cache', NAME));

describe('fetching files', () => {
  it('puts them in the cache under a name that tells the source, says who asks, and does so once', async () => {
    answers = [whole];
    const sources = [source({ sha256: SUM, bytes: DATA.length })];
    expect(await run(sources)).toMatchObject({ fetched: 1, kept: 0, problems: [] });
    expect(inCache()).toEqual([NAME]);
    expect(fetched().equals(DATA)).toBe(true);
    expect(asked[0]?.headers['user-agent']).toMatch(/^Kith loader/);
    expect(asked[0]?.headers['accept-encoding']).toBe('identity');
    expect(await run(sources)).toMatchObject({ fetched: 0, kept: 1, problems: [] });
    expect(asked).toHaveLength(1);
  });

  it('says when the disk cannot be written to, and does not try again; a stray % is a name like any other', async () => {
    answers = [whole];
    mkdirSync(join(folder.path, 'cache', `${NAME}.part`), { recursive: true });
    const { problems } = await run([source()]);
    expect(problems).toEqual([
      expect.stringMatching(/it cannot be written to .*table\.csv\.part \(EISDIR\)/),
    ]);
    expect(asked).toHaveLength(1);
    expect(await run([source({ url: `${address}/50%-of.csv` })])).toMatchObject({ fetched: 1, problems: [] });
    expect(inCache()).toContain('somewhere-1-50--of.csv');
  });

  it('fetches again what does not fit its sum any more', async () => {
    answers = [whole];
    await run([source()]);
    writeFileSync(join(folder.path, 'cache', NAME), 'spoilt');
    expect(await run([source({ sha256: SUM })])).toMatchObject({ fetched: 1, problems: [] });
    expect(fetched().equals(DATA)).toBe(true);
  });

  it('goes on where the connection broke', async () => {
    answers = [broken, rest];
    expect(await run([source({ sha256: SUM })])).toMatchObject({ fetched: 1, problems: [] });
    expect(fetched().equals(DATA)).toBe(true);
    const from = Number(/bytes=(\d+)-/.exec(asked[1]?.headers.range ?? '')?.[1]);
    expect(from).toBeGreaterThan(0);
    expect(asked[1]?.headers['if-range']).toBe('"v1"');
  });

  it('goes on in a later run, and begins again when the file has changed meanwhile', async () => {
    answers = [broken];
    expect((await run([source()])).problems).toHaveLength(1);
    expect(inCache()).toContain(`${NAME}.part`);
    answers = [rest];
    asked = [];
    expect(await run([source({ sha256: SUM })])).toMatchObject({ fetched: 1, problems: [] });
    expect(asked[0]?.headers.range).toMatch(/^bytes=\d+-$/);

    await run([source({ url: `${address}/other.csv` })]);
    answers = [broken, status(416), whole];
    expect(await run([source({ url: `${address}/changed.csv`, sha256: SUM })])).toMatchObject({
      problems: [],
    });
  });

  it('refuses a file with the wrong sum or size and keeps nothing of it', async () => {
    answers = [whole];
    const [sum] = (await run([source({ sha256: '0'.repeat(64) })])).problems;
    expect(sum).toMatch(
      /A list: the table could not be fetched from .*not the file that data\/sources\.json knows/,
    );
    expect(sum).toMatch(/its page is https:\/\/example\.org\/list.*--from FOLDER/);
    const [size] = (await run([source({ bytes: 7 })])).problems;
    expect(size).toMatch(/it has 360010 bytes and should have 7/);
    expect(inCache()).toEqual([]);
  });

  it('waits as long as a busy host asks, then is served', async () => {
    answers = [status(429, { 'retry-after': '7' }), status(503), whole];
    expect(await run([source()])).toMatchObject({ fetched: 1, problems: [] });
    expect(waits.slice(0, 2)).toEqual([7000, 2000]);
  });

  it('gives up on a host that is busy for ever, or that asks to wait for hours', async () => {
    answers = [status(503)];
    expect((await run([source()])).problems[0]).toMatch(/answered 503 Service Unavailable \(busy\).*--from/);
    expect(asked).toHaveLength(4);
    expect(waits).toEqual([1000, 2000, 4000]);
    answers = [status(429, { 'retry-after': '7200' })];
    expect((await run([source()])).problems[0]).toMatch(/asks to come back in 120 minutes/);
    expect(asked).toHaveLength(5);
  });

  it('does not try again what is not there', async () => {
    answers = [status(404)];
    expect((await run([source()])).problems[0]).toMatch(/answered 404 Not Found/);
    expect(asked).toHaveLength(1);
  });

  it('gives up on a host that stops answering', async () => {
    answers = [(_, response) => void response.writeHead(200, { 'content-length': 10 }).write('abc')];
    expect((await run([source()], 100)).problems[0]).toMatch(/the host stopped answering/);
  });

  it('gives up on a file that comes in drops', async () => {
    answers = [
      (_, response) => {
        response.writeHead(200, { 'content-length': DATA.length });
        const drops = setInterval(() => response.write('x'), 20);
        response.on('close', () => clearInterval(drops));
      },
    ];
    expect((await run([source()], 5000, 200)).problems[0]).toMatch(/it came too slowly/);
  });

  it('without a network says which file, from where, and how to place it by hand; one host is tried once', async () => {
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    const url = (name: string) => `http://127.0.0.1:${port}/${name}`;
    const two = [source({ url: url('one.zip') }), source({ url: url('two.zip'), what: 'the other table' })];
    const { problems, folder: cache } = await run(two);
    expect(problems).toEqual([
      expect.stringMatching(
        /the table could not be fetched from http.*one\.zip: .*cannot be reached \(ECONNREFUSED\), perhaps there is no network\..*--from FOLDER/,
      ),
      expect.stringMatching(/the other table could not be fetched from http.*two\.zip/),
    ]);
    expect(waits).toEqual([1000]);
    expect(existsSync(cache)).toBe(true);
  });

  it('refuses a web page that comes instead of the file', async () => {
    answers = [
      (_, response) =>
        void response
          .writeHead(200, { 'content-type': 'text/html' })
          .end('<!doctype html><html>Sign in</html>'),
    ];
    expect((await run([source()])).problems[0]).toMatch(/a web page came instead of the file/);
    expect(inCache()).toEqual([]);
  });

  it('follows where it is sent', async () => {
    answers = [status(302, { location: '/elsewhere.csv' }), whole];
    expect(await run([source({ sha256: SUM })])).toMatchObject({ fetched: 1, problems: [] });
  });

  it('says how to place a file that has no lasting address', async () => {
    const { problems, byHand } = await run([{ ...source(), downloads: [] }]);
    expect(problems).toEqual([]);
    expect(byHand.map(({ source: id }) => id)).toEqual(['somewhere']);
    expect(byHand.map(({ problem }) => problem)).toEqual([
      expect.stringMatching(
        /^A list: An office has no lasting address.*https:\/\/example\.org\/list.*put it in .*cache.*--from/,
      ),
    ]);
  });
});

describe('the cache', () => {
  it('is data/cache unless it is set', () => {
    expect(cacheFolder({}, '/kith')).toBe(join('/kith', 'data', 'cache'));
    expect(cacheFolder({ KITH_CACHE: ' /big/disk ' }, '/kith')).toBe('/big/disk');
  });
});
