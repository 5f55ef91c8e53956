import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
/** As `npm start` runs it. */
const USUAL = ['--import', 'tsx', join('api', 'src', 'index.ts')];

/** A port nobody listens on just now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

/** The real server, on a database of its own. It can be stopped in mid-use and come back on the same port. */
export class KithServer {
  readonly port: number;
  readonly db: string;
  readonly #run: readonly string[];
  #process: ChildProcess | null = null;
  #log = '';

  private constructor(port: number, db: string, run: readonly string[]) {
    this.port = port;
    this.db = db;
    this.#run = run;
  }

  /** @param run what Node is given: see `quickServer` */
  static async start(db: string, run = USUAL): Promise<KithServer> {
    const server = new KithServer(await freePort(), db, run);
    await server.start();
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    const child = spawn(process.execPath, [...this.#run], {
      cwd: root,
      env: {
        ...process.env,
        PORT: String(this.port),
        KITH_DB: this.db,
        KITH_WEB_DIST: process.env.KITH_WEB_DIST ?? join(root, 'web', 'dist-test'),
      },
    });
    this.#process = child;
    child.stdout.on('data', (data) => (this.#log += data));
    child.stderr.on('data', (data) => (this.#log += data));
    const until = Date.now() + 30_000;
    while (Date.now() < until) {
      if (child.exitCode !== null) throw new Error(`The server stopped at once:\n${this.#log}`);
      const up = await fetch(`${this.url}/api/health`).then(
        (answer) => answer.ok,
        () => false,
      );
      if (up) return;
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
    throw new Error(`The server did not answer in 30 s:\n${this.#log}`);
  }

  /** Ends it without a word, as a power cut would. */
  async kill(): Promise<void> {
    const child = this.#process;
    if (!child || child.exitCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
    this.#process = null;
  }

  async stop(): Promise<void> {
    const child = this.#process;
    if (!child || child.exitCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    const late = setTimeout(() => child.kill('SIGKILL'), 5_000);
    await gone;
    clearTimeout(late);
    this.#process = null;
  }
}
