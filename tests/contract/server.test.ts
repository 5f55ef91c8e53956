import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { join } from 'node:path';
import { formatWeek } from '@kith/core/place/week';
import type { Baseline } from '@kith/core/reach/baseline';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '../drivers/kith-server.ts';
import { smallKith, type TemporaryKith } from '../load/temporary-kith.ts';

const ROOT = join(import.meta.dirname, '..', '..');

let kith: TemporaryKith;
beforeAll(async () => {
  kith = await smallKith();
});
afterAll(() => kith.close());

const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

interface Running {
  readonly child: ChildProcess;
  readonly out: () => string;
  readonly err: () => string;
}

function start(env: Record<string, string>): Running {
  const child = spawn(process.execPath, ['--import', 'tsx', join('api', 'src', 'index.ts')], {
    cwd: ROOT,
    env: { ...process.env, KITH_DB: kith.file, KITH_WEB_DIST: kith.folder, ...env },
  });
  running.push(child);
  let out = '';
  let err = '';
  child.stdout.on('data', (data) => {
    out += data;
  });
  child.stderr.on('data', (data) => {
    err += data;
  });
  return { child, out: () => out, err: () => err };
}

async function up(env: Record<string, string> = {}): Promise<Running & { port: number }> {
  const port = await freePort();
  const server = start({ PORT: String(port), ...env });
  await once(server.child.stdout ?? server.child, 'data');
  return { ...server, port };
}

describe('the server', () => {
  it('says one line, answers, and ends well within two seconds of being told to', async () => {
    const { child, out, err, port } = await up();
    expect(out()).toBe(`Kith is running at http://localhost:${port}\n`);
    const answer = await fetch(`http://127.0.0.1:${port}/api/baseline?patch=leicestershire`);
    expect(answer.headers.get('content-encoding')).toBe('gzip');
    expect(((await answer.json()) as { areas: { code: string[] } }).areas.code).toHaveLength(4);
    const asked = performance.now();
    child.kill('SIGTERM');
    const [code] = (await once(child, 'exit')) as [number];
    expect(code).toBe(0);
    expect(performance.now() - asked).toBeLessThan(2_000);
    expect(out().split('\n')).toHaveLength(2);
    expect(err()).toBe('');
  });

  it('reads opening hours the same wherever the machine stands', async () => {
    const text = 'Su 00:30-02:30; Dec 25 off';
    await kith.open.client.execute({
      sql: "update place set opening_hours = ? where name = 'Northgate Library'",
      args: [text],
    });
    // In New York the clock is put forward over that hour, and by it the night of the change seems an hour longer.
    const { port } = await up({ TZ: 'America/New_York' });
    const answer = await fetch(`http://127.0.0.1:${port}/api/baseline?patch=leicestershire`);
    const { places, weeks } = (await answer.json()) as Baseline;
    const own = weeks[places.week[places.name.indexOf('Northgate Library')] ?? -1];
    expect(formatWeek(own ?? '')).toBe('su0-3');
  });

  it('serves nothing outside its folder, whatever the request line says', async () => {
    const { port } = await up();
    const raw = async (path: string): Promise<string> => {
      const socket = connect(port, '127.0.0.1');
      socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
      let text = '';
      for await (const data of socket) text += String(data);
      return text;
    };
    for (const path of [
      '/../../../etc/passwd',
      '/..%2f..%2f..%2fetc/passwd',
      '//etc/passwd',
      '/%2e%2e/%2e%2e/etc/passwd',
    ]) {
      const text = await raw(path);
      expect(text).not.toContain('root:');
      expect(text).toMatch(/^HTTP\/1\.1 (4|503)/);
    }
    expect(await raw('/api/health')).toMatch(/^HTTP\/1\.1 200/);
  });

  it('takes a link with as many cuts as a scenario may have', async () => {
    const { port } = await up();
    const cuts = Array.from(
      { length: 500 },
      (_, at) => `b0000000-0000-5000-8000-${String(at).padStart(12, '0')}`,
    );
    for (const between of [',', '%2C']) {
      const link = `/cuts?patch=leicestershire&cuts=${cuts.join(between)}`;
      // The pages are not made here: 503 is the answer to any of their addresses.
      expect((await fetch(`http://127.0.0.1:${port}${link}`)).status).toBe(503);
    }
    expect((await fetch(`http://127.0.0.1:${port}/cuts?x=${'x'.repeat(70_000)}`)).status).toBe(431);
  });

  it('says that its port is taken, and what to do', async () => {
    const { port } = await up();
    const second = start({ PORT: String(port) });
    const [code] = (await once(second.child, 'exit')) as [number];
    expect(code).toBe(1);
    expect(second.err()).toBe(
      `Port ${port} is in use, perhaps by another Kith. Stop that one, or set PORT to another number: PORT=${port + 1} npm start\n`,
    );
  });

  it('says that its database is empty, and what fills it, without a stack', async () => {
    const server = start({ KITH_DB: join(kith.folder, 'nobody-fills-this.db'), PORT: '0' });
    const [code] = (await once(server.child, 'exit')) as [number];
    expect(code).toBe(1);
    expect(server.err()).toContain('nobody-fills-this.db is empty. Run npm start, which fills it');
    expect(server.err()).not.toContain('    at ');
  });

  it('says that its address is not one of this machine', async () => {
    const server = start({ HOST: '203.0.113.9', PORT: '0' });
    const [code] = (await once(server.child, 'exit')) as [number];
    expect(code).toBe(1);
    expect(server.err()).toBe(
      'HOST is "203.0.113.9", which is not an address of this machine. Leave it out, or set it to 127.0.0.1.\n',
    );
  });
});
